"""Chooses an event's own date among the times of its clause; never the publication date by default."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Token

from events.nlp.findings import Interval, Span, Status, Time
from events.nlp.frames import LIGHT, light_verb
from events.nlp.realis import TRAVELLING
from events.nlp.temporal import open_since, span_back, that_long_ago

NOT_ITS_DATE = {
    "before",
    "until",
    "till",
    "by",
    "after",
    "despite",
    "pending",
    "following",
    "than",
    "as",
    "like",
}
# How far back "the first … since 2019" may begin, in tokens.
_NEAR = 12
APART = frozenset({"before", "ahead", "until", "till", "despite", "since", "pending"})
# "X said on Monday that Y had fallen": Monday is the date of the saying only.
SAYING = {
    "say", "tell", "report", "claim", "add", "state", "note", "warn", "insist", "write", "believe", "think",
    "confirm", "deny", "reveal", "show", "find", "estimate", "suggest", "argue", "describe", "acknowledge",
    "mention", "allege", "accuse", "condemn", "criticize", "criticise", "refer", "hear", "know", "see",
    "recall", "remember",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Placed:
    """A temporal expression and the tokens that it may date, nearest first.

    `lead` is the word before it; `backward` that it counts back from now: "the past two days"; `first` is its
    first token, `end` its last token's successor.
    """

    time: Time
    governors: tuple[int, ...]
    lead: str
    backward: bool
    end: int
    words: str
    first: int


class Calendar:
    """The temporal expressions of an article, by sentence, with what each may date."""

    def __init__(
        self, doc: Doc, times: Sequence[Time], published: date, is_act: Callable[[Token], bool]
    ) -> None:
        self.published = published
        self.by_sentence: dict[int, list[Placed]] = {}
        for time in times:
            if time.type == "SET" or (time.interval is None and time.type != "DURATION"):
                continue
            span = doc.char_span(time.start, time.end, alignment_mode="expand")
            if span is not None and len(span):
                backward = any(token.lower_ in {"past", "last", "previous"} for token in span)
                placed = Placed(
                    time,
                    *_governors(span.root, span.start, span.end, is_act),
                    backward,
                    span.end,
                    span.text,
                    span.start,
                )
                self.by_sentence.setdefault(span.root.sent.start, []).append(placed)

    def date_of(self, trigger: Token, status: Status, promised: bool) -> tuple[Interval | None, Span | None]:
        """When the trigger's event is or was, and the words that say so; None twice when nothing does."""
        placed = self.by_sentence.get(trigger.sent.start)
        if not placed:
            return None, None
        for node in _ascent(trigger, promised or status == "happened"):
            best: tuple[int, bool, int, Interval, Span] | None = None
            for one in placed:
                if node.i not in one.governors:
                    continue
                interval = self._interval(one, node, status, promised)
                if interval is not None:
                    # "tomorrow, December 21": the calendar's own words are surer than those that count.
                    counted = not any(c.isdigit() for c in one.words)
                    rank = (one.governors.index(node.i), counted, abs(one.time.start - trigger.idx))
                    if best is None or rank < best[:3]:
                        best = (*rank, interval, Span(one.time.start, one.time.end))
            if best is not None:
                return best[3], best[4]
        over = self._of_infinitive(trigger, placed)
        if over[0]:
            return over
        since = self._since(trigger, placed)
        return since if since[0] else self._counted_back(trigger, placed)

    def _of_infinitive(self, trigger: Token, placed: Sequence[Placed]) -> tuple[Interval | None, Span | None]:
        """ "Applied to join the alliance in May 2022": a month that is over is that of the applying."""
        if trigger.tag_ != "VBD":
            return None, None
        for child in trigger.children:
            for one in placed if child.dep_ == "xcomp" else ():
                if child.i in one.governors and one.lead not in NOT_ITS_DATE:
                    interval = one.time.interval
                    if interval is not None and interval.end <= self.published and one.lead != "since":
                        return interval, Span(one.time.start, one.time.end)
        return None, None

    def _since(self, trigger: Token, placed: Sequence[Placed]) -> tuple[Interval | None, Span | None]:
        """ "has supplied … since the February 2022 invasion": from that time until publication."""
        for node in _ascent(trigger, may_climb=True):
            for child in node.children:
                if child.dep_ == "prep" and child.lower_ == "since":
                    first, last = child.left_edge.i, child.right_edge.i
                    for one in placed:
                        if first < one.end - 1 <= last and not _is_measured(node, one):
                            return open_since(one.time, self.published), Span(one.time.start, one.time.end)
        return None, None

    def goes_on(self, interval: Interval | None, trigger: Token) -> bool:
        """Whether a stretch that reaches publication holds a state: "for a year, Ankara has blocked …"."""
        if interval is None or interval.precision != "range" or interval.end != self.published:
            return False
        return any(child.dep_ == "aux" and child.lemma_ == "have" for child in trigger.children)

    def _counted_back(self, trigger: Token, placed: Sequence[Placed]) -> tuple[Interval | None, Span | None]:
        """ "The move comes four days after two tankers were attacked": that long before publication."""
        # "He was executed 21 years after the murder" counts back to the murder, not to the execution.
        marks = [c for c in trigger.children if c.dep_ in {"mark", "prep"} and c.i < trigger.i]
        above = [trigger.head] if trigger.dep_ in {"pobj", "pcomp"} else []
        for word in (*marks, *above):
            for one in placed:
                if word.lower_ == "after" and one.end == word.i and one.time.type == "DURATION":
                    return that_long_ago(one.time, self.published), Span(one.time.start, one.time.end)
        return None, None

    def _interval(self, placed: Placed, node: Token, status: Status, promised: bool) -> Interval | None:
        time = placed.time
        if placed.lead in NOT_ITS_DATE:
            return None
        perfect = any(
            child.lower_ in {"has", "have", "had", "'ve"} for child in node.children if child.dep_ == "aux"
        )
        if time.type == "DURATION" and time.interval is None:
            if placed.backward or (placed.lead in {"for", "over", "in"} and (perfect or status == "ongoing")):
                return span_back(time, self.published)
            return None
        if placed.lead in {"since", "in", "for", "over"} and _is_measured(node, placed):
            return None
        if placed.lead == "since":
            return open_since(time, self.published)
        interval = time.interval
        if interval is None:
            return None
        if status == "scheduled" and not promised and interval.end < self.published:
            return None
        return interval


def _is_measured(node: Token, placed: Placed) -> bool:
    """ "The first meeting since 2019", "the biggest raid in three months": how rare it was, not when."""
    if placed.lead in {"for", "over", "in"} and placed.time.type != "DURATION":
        return False
    before = node.doc[max(node.sent.start, placed.first - _NEAR) : placed.first]
    return any(
        token.tag_ == "JJS" or (token.lower_ in {"first", "only"} and token.dep_ in {"amod", "advmod"})
        for token in before
    )


def _governors(
    root: Token, start: int, end: int, is_act: Callable[[Token], bool]
) -> tuple[tuple[int, ...], str]:
    """The words above an expression up to the first verb or named act, and the preposition before it."""
    lead = ""
    node = root
    chain: list[int] = []
    for _ in range(12):
        head = node.head
        if head == node:
            if not start <= node.i < end:
                chain.append(node.i)
            break
        if start <= head.i < end:
            node = head
            continue
        if chain and head.lower_ in APART:
            # "Signed it, ahead of its expiry next week": next week is the expiry's alone.
            break
        if head.pos_ in {"ADP", "SCONJ"} or head.dep_ == "prep":
            if not chain:
                lead = lead or head.lower_
            node = head
            continue
        if not chain and not lead and head.i + 1 == start and head.pos_ == "ADP":
            lead = head.lower_
        chain.append(head.i)
        if node is root and root.dep_ == "compound" and head.dep_ == "dobj" and not is_act(head):
            # "Bans Christmas markets", "released its May report".
            break
        # "charged over the bombing in 1988": the year is the bombing's alone.
        if head.pos_ in {"VERB", "AUX"} or is_act(head):
            break
        node = head
    possessive = root.dep_ in {"poss", "compound", "amod"}
    before = root.doc[start - 1].lower_ if start else ""
    if not lead and not possessive and before in NOT_ITS_DATE | {"since", "for"}:
        lead = before
    return tuple(chain), lead


HARMING = {"kill", "injure", "wound", "claim", "destroy", "damage", "displace"}
TAKING_PLACE = LIGHT | {"happen", "occur", "schedule", "slate", "due", "date", "end", "last", "run"}


def _held_by(trigger: Token) -> list[Token]:
    """Clauses on a noun that only say when it was: "the strike conducted on 29 August"."""
    if trigger.pos_ not in {"NOUN", "PROPN"}:
        return []
    return [
        c
        for c in trigger.children
        if (c.dep_ == "acl" and c.tag_ == "VBN") or (c.dep_ in {"acl", "relcl"} and c.lemma_ in TAKING_PLACE)
    ]


def _ascent(trigger: Token, may_climb: bool) -> list[Token]:
    """The trigger and the words above it whose date is the event's own too."""
    nodes = [trigger, *_held_by(trigger)]
    if trigger.pos_ == "VERB" and trigger.lemma_ in LIGHT:
        # "reached an agreement on Tuesday": the parser hangs the day on what was reached.
        nodes.extend(child for child in trigger.children if child.dep_ in {"dobj", "nsubjpass"})
    if trigger.lemma_ in HARMING:
        # "Monday's attack on the port killed three".
        nodes.extend(child for child in trigger.children if child.dep_ == "nsubj" and child.pos_ == "NOUN")
    node = trigger
    for _ in range(5):
        above = _above_noun(node) if node.pos_ in {"NOUN", "PROPN"} else _above_verb(node, may_climb)
        if above is None or above == node:
            break
        nodes.append(above)
        node = above
    return nodes


def _above_noun(noun: Token) -> Token | None:
    """What is told of at the same time as the act that a noun names, or None."""
    verb = light_verb(noun)
    if verb is not None:
        return verb
    head = noun.head
    if noun.dep_ in {"nsubj", "nsubjpass", "compound", "amod"}:
        return head
    # "will travel to Lima next week for talks": the talks are next week too.
    moved = head.lower_ == "for" and head.head.lemma_ in TRAVELLING
    if noun.dep_ == "pobj" and (moved or head.lower_ in {"during", "in", "at", "of"} or head.dep_ == "agent"):
        return head.head if head.head.pos_ in {"VERB", "NOUN", "AUX"} else None
    return None


def _above_verb(verb: Token, may_climb: bool) -> Token | None:
    """The verb whose date holds for the one below too: "on Monday X met Y and *left*"."""
    if verb.dep_ in {"xcomp", "acl"}:
        return verb.head if may_climb else None
    if verb.dep_ == "advcl":
        return None if any(child.dep_ == "mark" for child in verb.children) else verb.head
    if verb.dep_ in {"conj", "auxpass", "pcomp", "acomp"}:
        return verb.head
    if verb.dep_ == "ccomp" and may_climb and verb.head.lemma_ not in SAYING and verb.i > verb.head.i:
        return verb.head
    return None

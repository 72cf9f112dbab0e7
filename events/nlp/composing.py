"""Composes an event from a matched trigger: when, where, how much, how many, how sure and in what words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from textwrap import shorten

from spacy.tokens import Doc, Token

from events.nlp.acts import inherit, one_per_act
from events.nlp.casualties import find_casualties
from events.nlp.dating import Calendar
from events.nlp.detector import Candidate, Matcher, TriggerIndex
from events.nlp.findings import Amount, Event, Evidence, Participant, Span, Status, Time
from events.nlp.frames import clause_of, light_verb
from events.nlp.headlines import compose
from events.nlp.realis import Realis, realis_of
from events.nlp.scene import Scene, localised

CLAIM_VERBS = {
    "say",
    "claim",
    "allege",
    "report",
    "announce",
    "tell",
    "add",
    "state",
    "insist",
    "confirm",
    "argue",
}

# Prepositions that join a verb to what its act is about, not to another act.
OF_ONE_ACT = {"of", "on", "to", "for", "against", "from", "with", "into", "in"}


class Composer:
    """Turns the candidates of one article into events."""

    def __init__(
        self,
        doc: Doc,
        matcher: Matcher,
        times: Sequence[Time],
        amounts: Sequence[Amount],
        published: date,
        index: TriggerIndex,
    ) -> None:
        self.doc = doc
        self.matcher = matcher
        self.published = published
        self.calendar = Calendar(doc, times, published, index.names_act)
        self.told: dict[str, Candidate] = {}
        self.scene = Scene(doc, matcher.entities)
        self.amounts: dict[int, list[tuple[Token, Amount]]] = {}
        for amount in amounts:
            span = doc.char_span(amount.start, amount.end, alignment_mode="expand")
            if span is not None and len(span):
                self.amounts.setdefault(span.root.sent.start, []).append((span.root, amount))

    def events(self, candidates: Iterable[Candidate]) -> list[Event]:
        """The events of one sentence's candidates, the less specific ones dropped."""
        found = list(candidates)
        standing = one_per_act([c for c in found if not self._overruled(c, found)])
        for candidate in standing:
            inherit(candidate, self.told)
        return [self.event(c, standing) for c in standing]

    def _overruled(self, candidate: Candidate, others: Sequence[Candidate]) -> bool:
        """Whether a more specific type tells of the same act: "a veto on membership" is an accession."""
        text = candidate.token.sent.text.lower()
        if any(phrase in text for phrase in candidate.event_type.cancels):
            return True
        for other in others:
            if other is candidate or other.event_type.name not in candidate.event_type.yields_to:
                continue
            near = other.token in candidate.token.children or candidate.token in other.token.children
            if other.token.i == candidate.token.i or near or _same_act(candidate.token, other.token):
                return True
        return False

    def event(self, candidate: Candidate, others: Sequence[Candidate]) -> Event:
        """One event with all its attributes."""
        kind, pattern, token = candidate.event_type, candidate.pattern, candidate.token
        realis = realis_of(token, speech_act=pattern.status == "happened")
        stage, status = self._stage_and_status(candidate, realis)
        mode = pattern.mode or self._by_words(candidate, kind.mode_words) or kind.default_mode
        promised = realis.promised and status == "happened"
        interval, said = self.calendar.date_of(token, status, promised)
        if interval and interval.start > self.published and status == "happened" and not promised:
            status = "scheduled"
            stage = kind.stage_by_status.get(status, stage)
        elif interval and interval.end < self.published and status == "possible" and token.pos_ == "NOUN":
            # "who had called Thursday's referendum": what was wanted then has been held since.
            status = "happened"
            stage = kind.stage_by_status.get(status, pattern.stage or kind.default_stage)
        amounts = self._amounts(candidate, others) if kind.amounts else ()
        if status == "happened" and not amounts and said and self.calendar.goes_on(interval, token):
            status = "ongoing"
        if kind.promise and status == "happened" and stage in {"pledged", "approved"}:
            amounts = tuple(replace(a, basis="new") if a.basis == "other" else a for a in amounts)
        participants = self._participants(candidate)
        place = self.scene.place_of(candidate)
        if place is not None and "place" in kind.roles and "place" not in candidate.roles:
            participants = (*participants, self.scene.struck(place))
        participants = tuple(localised(p, place) for p in participants)
        event = Event(
            type=kind.name,
            mode=mode,
            stage=stage,
            status=status,
            interval=interval,
            participants=participants,
            amounts=amounts,
            casualties=find_casualties(token.sent.text) if kind.casualties else {},
            place=place,
            evidence=(_evidence(candidate),),
            headline="",
            attribution=self._attribution(token),
            plover=kind.plover_root(mode, stage, status),
            confidence=self._confidence(candidate, status),
            times=(said,) if said else (),
        )
        return replace(event, headline=self._headline(candidate, event))

    def _stage_and_status(self, candidate: Candidate, realis: Realis) -> tuple[str | None, Status]:
        kind, pattern = candidate.event_type, candidate.pattern
        status: Status = pattern.status or realis.status  # type: ignore[assignment]
        if status == "ongoing" and not kind.durative and candidate.token.tag_ == "VBG":
            # "is expelling 23 diplomats" is done with the saying; "is shelling the town" goes on.
            status = "happened"
        if pattern.status == "happened" and realis.status in {"denied", "possible", "scheduled"}:
            status = realis.status
        stage = pattern.stage
        if kind.promise and realis.promised and status == "scheduled" and stage != "suspended":
            return kind.promise.get("stage", stage), kind.promise.get("status", status)  # type: ignore[return-value]
        if stage is None and kind.stages:
            stage = kind.stage_by_status.get(status)
            if stage is None:
                stage = self._by_words(candidate, kind.stage_words, governing=True) or kind.default_stage
        if stage and stage in kind.status_by_stage and status == "happened":
            status = kind.status_by_stage[stage]  # type: ignore[assignment]
        return stage, status

    def _by_words(self, candidate: Candidate, words: object, governing: bool = False) -> str | None:
        """The mode or stage whose words stand nearest: in the phrase, its arguments, the clause."""
        table = words if isinstance(words, dict) else {}
        if not table:
            return None
        token = candidate.token
        tiers: list[list[Token]] = []
        if governing:
            verb = light_verb(token)
            above = [verb] if verb is not None else []
            if token.head is not token and token.head.pos_ == "VERB":
                above.append(token.head)
            tiers.append([token, *above, *candidate.phrase])
        else:
            tiers.append(
                [*candidate.phrase, *(c for c in token.children if c.dep_ in {"amod", "compound", "nmod"})]
            )
            if token.dep_ == "compound":
                tiers.append([token.head, *token.head.children])
        tiers.append(list(token.subtree))
        if not governing:
            tiers.append(list(clause_of(token).subtree))
        for tier in tiers:
            lemmas = {t.lemma_.lower() for t in tier} | {t.lower_ for t in tier}
            for name, wanted in table.items():
                if lemmas & wanted:
                    return str(name)
        return None

    def _participants(self, candidate: Candidate) -> tuple[Participant, ...]:
        found = []
        for role, filled in candidate.roles.items():
            for head, resolved in filled:
                first, last = min(resolved.start_token, head.i), max(resolved.end_token, head.i + 1)
                span = self.doc[first:last]
                found.append(
                    Participant(
                        role, resolved.kind, resolved.name, resolved.country, span.text,
                        span.start_char, span.end_char, resolved.reason,
                    )
                )  # fmt: skip
        return tuple(found)

    def _amounts(self, candidate: Candidate, others: Sequence[Candidate]) -> tuple[Amount, ...]:
        """The sums in the trigger's own clause, or the sentence's where no other event lays claim to them."""
        here = self.amounts.get(candidate.token.sent.start, [])
        if not here:
            return ()
        rivals = [c for c in others if c.event_type.amounts and c.token.i != candidate.token.i]
        own = []
        for root, amount in here:
            distance = _tree_distance(root, candidate.token)
            if all(distance <= _tree_distance(root, rival.token) for rival in rivals):
                own.append(amount)
        return tuple(own)

    def _attribution(self, token: Token) -> str | None:
        """Who says so, where the trigger stands in what somebody is reported to say."""
        node = token
        while node.head != node:
            if node.dep_ == "ccomp" and node.head.lemma_ in CLAIM_VERBS:
                for child in node.head.children:
                    if child.dep_ == "nsubj":
                        return self.matcher.describe(child).name or None
            node = node.head
        return None

    def _confidence(self, candidate: Candidate, status: Status) -> float:
        pattern = candidate.pattern
        wanted = len(pattern.roles) or 1
        filled = sum(role in candidate.roles for role in pattern.roles)
        value = pattern.confidence + 0.15 * (filled / wanted - 0.6)
        if status in {"possible", "denied"}:
            value -= 0.1
        return round(min(0.97, max(0.05, value)), 2)

    def _headline(self, candidate: Candidate, event: Event) -> str:
        names: dict[str, list[str]] = {}
        for participant in event.participants:
            names.setdefault(participant.role, []).append(participant.name)
        plural = {
            role
            for role, filled in candidate.roles.items()
            if len(filled) > 1
            or (filled[0][0].tag_ in {"NNS", "NNPS"} and filled[0][1].kind in {"group", "other"})
        }
        facts = {
            "mode": "" if event.mode in {None, "other"} else event.mode or "",
            "stage": event.stage or "",
            "status": event.status,
            "amount": " and ".join(self.doc.text[a.start : a.end] for a in event.amounts[:1]),
            "place": event.place.name if event.place and [event.place.name] not in names.values() else "",
            "trigger": candidate.phrase.text,
        }
        text = compose(candidate.event_type.headlines, facts, names, plural)
        sentence = " ".join(candidate.token.sent.text.split())
        return text or f"{candidate.event_type.label}: {shorten(sentence, 120, placeholder='…')}"


def _evidence(candidate: Candidate) -> Evidence:
    """The trigger's sentence without the blanks of a masked dateline or a line's end."""
    sentence = candidate.token.sent
    text = sentence.text
    start = sentence.start_char + len(text) - len(text.lstrip())
    end = sentence.start_char + len(text.rstrip())
    return Evidence(start, end, Span(candidate.phrase.start_char, candidate.phrase.end_char))


def _same_act(a: Token, b: Token) -> bool:
    """Whether one trigger is the light verb of the other, or below it without a clause between."""
    if light_verb(a) == b or light_verb(b) == a:
        return True
    for low, high in ((a, b), (b, a)):
        node = low
        while node.head != node and node.dep_ not in {"ccomp", "advcl", "relcl", "conj"}:
            # "banned rallies after the arrest of ...", "leaders at the summit call for ...": two acts.
            if node.dep_ == "prep" and node.lower_ not in OF_ONE_ACT:
                break
            node = node.head
            if node == high:
                return True
    return False


def _tree_distance(a: Token, b: Token) -> int:
    above_a = {a.i: 0}
    node, steps = a, 0
    while node.head != node:
        node, steps = node.head, steps + 1
        above_a[node.i] = steps
    node, steps = b, 0
    while node.i not in above_a and node.head != node:
        node, steps = node.head, steps + 1
    return steps + above_a.get(node.i, 50)

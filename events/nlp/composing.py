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
from events.nlp.findings import Amount, Event, Evidence, Participant, Place, Span, Status, Time
from events.nlp.frames import light_verb
from events.nlp.headlines import compose
from events.nlp.mentions import Resolved
from events.nlp.scene import Scene, localised
from events.nlp.standing import Standing, standing_of

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
        self.text = doc.text
        self.matcher = matcher
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
        cancels = candidate.event_type.cancels
        if cancels and any(phrase in candidate.token.sent.text.lower() for phrase in cancels):
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
        kind, token = candidate.event_type, candidate.token
        amounts = self._amounts(candidate, others) if kind.amounts else ()
        standing = standing_of(candidate, self.calendar, restated=bool(amounts))
        if kind.promise and standing.status == "happened" and standing.stage in {"pledged", "approved"}:
            amounts = tuple(replace(a, basis="new") if a.basis == "other" else a for a in amounts)
        place = self.scene.place_of(candidate)
        event = Event(
            type=kind.name,
            mode=standing.mode,
            stage=standing.stage,
            status=standing.status,
            interval=standing.interval,
            participants=self._placed_participants(candidate, place),
            amounts=amounts,
            casualties=find_casualties(token.sent.text) if kind.casualties else {},
            place=place,
            evidence=(_evidence(candidate),),
            headline="",
            attribution=self._attribution(token),
            plover=_plover_root(candidate, standing),
            confidence=self._confidence(candidate, standing.status),
            times=(standing.said,) if standing.said else (),
        )
        return replace(event, headline=self._headline(candidate, event))

    def _placed_participants(self, candidate: Candidate, place: Place | None) -> tuple[Participant, ...]:
        """Those in the roles, the place among them where the type has such a role."""
        participants = self._participants(candidate)
        if place is not None and "place" in candidate.event_type.roles and "place" not in candidate.roles:
            participants = (*participants, self.scene.struck(place))
        return tuple(localised(participant, place) for participant in participants)

    def _participants(self, candidate: Candidate) -> tuple[Participant, ...]:
        found = []
        for role, filled in candidate.roles.items():
            for head, resolved in filled:
                first, last = min(resolved.start_token, head.i), max(resolved.end_token, head.i + 1)
                span = self.doc[first:last]
                found.append(
                    Participant(
                        role, resolved.kind, self._name(resolved), resolved.country, span.text,
                        span.start_char, span.end_char, resolved.reason,
                    )
                )  # fmt: skip
        return tuple(found)

    def _name(self, resolved: Resolved) -> str:
        """A name as it stands within a sentence: "Three ministers" that begin one are "three ministers"."""
        first = self.doc[resolved.start_token]
        opens = first.is_sent_start and first.pos_ in {
            "NUM",
            "ADJ",
            "ADV",
            "ADP",
            "DET",
            "NOUN",
            "VERB",
            "PRON",
        }
        unnamed = resolved.kind in {"group", "other", "person"} and self.matcher.entities.at(first.i) is None
        if opens and unnamed and resolved.name.startswith(first.text):
            return resolved.name[0].lower() + resolved.name[1:]
        return resolved.name

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
            "amount": next((self.text[a.start : a.end] for a in event.amounts), ""),
            "place": event.place.name if event.place and [event.place.name] not in names.values() else "",
            "trigger": candidate.phrase.text,
        }
        text = compose(candidate.event_type.headlines, facts, names, plural)
        sentence = " ".join(candidate.token.sent.text.split())
        return text or f"{candidate.event_type.label}: {shorten(sentence, 120, placeholder='…')}"


def _plover_root(candidate: Candidate, standing: Standing) -> str | None:
    """The trigger's own root for what came about, else its type's."""
    own = candidate.pattern.plover if standing.status in {"happened", "ongoing"} else None
    return own or candidate.event_type.plover_root(standing.mode, standing.stage, standing.status)


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
            if node.dep_ in {"prep", "advmod"} and node.lower_ not in OF_ONE_ACT:
                break
            if node.dep_ == "acl" and node.tag_ == "VBN":
                # "freed a blogger arrested last week": the arrest is no part of it.
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

"""How an event stands: its mode, its stage, its status and its date, which depend on one another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from spacy.tokens import Token

from events.nlp.dating import Calendar
from events.nlp.detector import Candidate
from events.nlp.findings import Interval, Span, Status
from events.nlp.frames import clause_of, light_verb
from events.nlp.realis import Realis, realis_of

Words = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Standing:
    """Mode, stage and status of an event, when it was or will be, and the words that say when."""

    mode: str | None
    stage: str | None
    status: Status
    interval: Interval | None
    said: Span | None


def standing_of(candidate: Candidate, calendar: Calendar, restated: bool) -> Standing:
    """Judge a matched trigger; `restated` says that it names a sum, which does not go on as a state does."""
    kind, pattern, token = candidate.event_type, candidate.pattern, candidate.token
    realis = realis_of(token, speech_act=pattern.status == "happened")
    stage, status = _stage_and_status(candidate, realis)
    promised = realis.promised and status == "happened"
    interval, said = calendar.date_of(token, status, promised)
    if interval and interval.start > calendar.published and status == "happened" and not promised:
        status = "scheduled"
        stage = pattern.stage or kind.stage_by_status.get(status, stage)
    elif (
        interval and interval.end < calendar.published and status == "possible" and _dates_itself(token, said)
    ):
        # "who had called Thursday's referendum": what was wanted then has been held since.
        status = "happened"
        stage = kind.stage_by_status.get(status, pattern.stage or kind.default_stage)
    if status == "happened" and not restated and calendar.goes_on(interval, token):
        status = "ongoing"
    mode = pattern.mode or _mode(candidate) or kind.default_mode
    return Standing(mode, stage, status, interval, said)


def _dates_itself(noun: Token, said: Span | None) -> bool:
    """Whether the words that say when stand before a noun, as part of its phrase."""
    return noun.pos_ == "NOUN" and said is not None and noun.left_edge.idx <= said.start < noun.idx


def _stage_and_status(candidate: Candidate, realis: Realis) -> tuple[str | None, Status]:
    kind, pattern = candidate.event_type, candidate.pattern
    status = cast(Status, pattern.status or realis.status)
    if status == "ongoing" and not kind.durative and candidate.token.tag_ == "VBG":
        # "is expelling 23 diplomats" is done with the saying; "is shelling the town" goes on.
        status = "happened"
    # "will not lift the ban" is a refusal, not the denial of one.
    refused = realis.status == "denied" and any("negation" in slots for slots, _ in pattern.needs)
    if pattern.status == "happened" and realis.status in {"denied", "possible", "scheduled"} and not refused:
        status = realis.status
    stage = pattern.stage
    if kind.promise and realis.promised and status == "scheduled" and stage != "suspended":
        return kind.promise.get("stage", stage), cast(Status, kind.promise.get("status", status))
    if stage is None and kind.stages:
        stage = kind.stage_by_status.get(status) or _stage(candidate) or kind.default_stage
    if stage and stage in kind.status_by_stage and status == "happened":
        status = cast(Status, kind.status_by_stage[stage])
    return stage, status


def _stage(candidate: Candidate) -> str | None:
    """The stage whose words are the trigger, the verb above it, or stand below it."""
    token = candidate.token
    above = [verb for verb in (light_verb(token),) if verb is not None]
    if token.head != token and token.head.pos_ == "VERB":
        above.append(token.head)
    return _nearest(candidate.event_type.stage_words, [token, *above, *candidate.phrase], list(token.subtree))


def _mode(candidate: Candidate) -> str | None:
    """The mode whose words modify the trigger, stand below it, or in its clause.

    A verb is no word of a mode: "supplied tanks" is not humanitarian for the "supplies" that relief brings.
    """
    token = candidate.token
    whole = [token.head, *token.head.children] if token.dep_ == "compound" else []
    own = [*candidate.phrase, *(c for c in token.children if c.dep_ in {"amod", "compound", "nmod"})]
    tiers = [own, whole, list(token.subtree), list(clause_of(token).subtree)]
    if token.pos_ == "VERB":
        tiers = [[t for t in tier if t != token] for tier in tiers]
    return _nearest(candidate.event_type.mode_words, *tiers)


def _nearest(table: Words, *tiers: list[Token]) -> str | None:
    """The first name whose words are among the first tokens that hold any."""
    if not table:
        return None
    for tier in tiers:
        lemmas = {t.lemma_.lower() for t in tier} | {t.lower_ for t in tier}
        for name, wanted in table.items():
            if not wanted.isdisjoint(lemmas):
                return name
    return None

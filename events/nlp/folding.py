"""Folds what one article tells twice into one event with two pieces of evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from events.nlp.findings import Event, Evidence, Interval, Participant

# What may follow on from another without being a different happening.
COMPATIBLE_STATUS = {
    frozenset({"happened", "ongoing"}),
    frozenset({"scheduled", "possible"}),
    frozenset({"scheduled", "ongoing"}),
}


def fold(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events in the order of the text, those that tell of the same happening folded into the first."""
    kept: list[Event] = []
    for event in sorted(events, key=lambda e: (e.evidence[0].start, e.evidence[0].trigger.start)):
        for index, earlier in enumerate(kept):
            if same_happening(earlier, event):
                kept[index] = _joined(earlier, event)
                break
        else:
            kept.append(event)
    return tuple(kept)


def same_happening(a: Event, b: Event) -> bool:
    """Whether two readings of one article tell of the same happening."""
    if a.type != b.type or not _modes_agree(a.mode, b.mode):
        return False
    if a.status != b.status and frozenset({a.status, b.status}) not in COMPATIBLE_STATUS:
        return False
    if a.stage and b.stage and a.stage != b.stage and a.stage != "pledged":
        return False
    if not _dates_agree(a.interval, b.interval) or not _amounts_agree(a, b):
        return False
    if a.place and b.place and a.place.country and b.place.country and a.place.country != b.place.country:
        return False
    return _parties_agree(a, b)


def _modes_agree(a: str | None, b: str | None) -> bool:
    """ "Other" is what nothing more was said of: "killed in the attack" agrees with "the drone strike"."""
    return a == b or None in {a, b} or "other" in {a, b}


def _dates_agree(a: Interval | None, b: Interval | None) -> bool:
    return a is None or b is None or (a.start <= b.end and b.start <= a.end)


def _amounts_agree(a: Event, b: Event) -> bool:
    if not a.amounts or not b.amounts:
        return True
    return bool({(x.value, x.currency) for x in a.amounts} & {(x.value, x.currency) for x in b.amounts})


def _keys(participants: Sequence[Participant], role: str) -> set[str]:
    keys = set()
    for p in participants:
        if p.role == role:
            keys.add(p.name.lower())
            if p.country and p.kind in {"country", "person"}:
                keys.add(p.country)
    return keys


def _differ(a: Sequence[Participant], b: Sequence[Participant], role: str) -> bool:
    """ "Met Abe ahead of talks with Xi": each names a side that the other does not."""
    sides = [{p.country or p.name.lower() for p in one if p.role == role} for one in (a, b)]
    return len(sides[0] - sides[1]) > 0 and len(sides[1] - sides[0]) > 0


def _counted(participants: Sequence[Participant], role: str) -> bool:
    """Whether a role is filled only by people of whom nothing but a number or a kind is said."""
    return all(not p.name[:1].isupper() for p in participants if p.role == role and p.kind != "other")


def _tells_no_more(a: Event, b: Event) -> bool:
    """ "A bomb hit a market in Mosul. The attack killed 12 people.": no party is named that the first lacks.

    Whom an act of violence or a disaster befell is told by number after the place that was hit, so the
    number of the one is no other party than the place of the other.
    """
    if not (a.casualties or b.casualties) or not _tolls_agree(a, b):
        return False
    roles = {p.role for p in a.participants} & {p.role for p in b.participants}
    shared = any(_keys(a.participants, role) & _keys(b.participants, role) for role in roles)
    if not _same_place(a, b) and not (shared and _in_one_sentence(a, b)):
        return False
    return all(
        bool(_keys(a.participants, role) & _keys(b.participants, role))
        or _counted(a.participants, role) != _counted(b.participants, role)
        for role in roles
    )


def _same_place(a: Event, b: Event) -> bool:
    if a.place is None or b.place is None:
        return _in_one_sentence(a, b)
    return a.place.name == b.place.name


def _nowhere_else(a: Event, b: Event) -> bool:
    """Whether the second is told of the same place or, with its dead, of none: "Friday's massacre"."""
    if b.place is None:
        return bool(b.casualties)
    return a.place is not None and a.place.name == b.place.name


def _in_one_sentence(a: Event, b: Event) -> bool:
    return a.evidence[0].start == b.evidence[0].start


def _tolls_agree(a: Event, b: Event) -> bool:
    """Whether no number of dead or hurt is given differently."""
    return all(b.casualties[key] == toll for key, toll in a.casualties.items() if key in b.casualties)


def _parties_agree(a: Event, b: Event) -> bool:
    """No role is filled by different parties, and at least one party is shared."""
    if not b.participants and a.status == b.status and _nowhere_else(a, b):
        # "A stabbing ... The incident is investigated as a terrorist attack."
        return True
    if _tells_no_more(a, b):
        return True
    roles_a, roles_b = {p.role for p in a.participants}, {p.role for p in b.participants}
    shared = False
    for role in roles_a & roles_b:
        if not _keys(a.participants, role) & _keys(b.participants, role):
            return False
        if _differ(a.participants, b.participants, role):
            return False
        shared = True
    if shared:
        return True
    same_sentence = a.evidence[0].start == b.evidence[0].start
    return same_sentence and not (a.participants and b.participants) and a.place == b.place


def _joined(a: Event, b: Event) -> Event:
    names = {(p.role, p.name) for p in a.participants}
    sentences = {e.start for e in a.evidence}
    evidence = [*a.evidence, *(e for e in b.evidence if e.start not in sentences)]
    countries = {(p.role, p.country) for p in a.participants if p.country}
    extra = tuple(
        p
        for p in b.participants
        if (p.role, p.name) not in names
        and not (p.kind in {"country", "person"} and (p.role, p.country) in countries)
        and not (p.kind == "group" and any(q.role == p.role for q in a.participants))
    )
    known_amounts = {(x.value, x.currency) for x in a.amounts}
    better = a.confidence >= b.confidence
    return replace(
        a,
        mode=a.mode if a.mode not in {None, "other"} else b.mode or a.mode,
        stage=a.stage or b.stage,
        interval=a.interval or b.interval,
        times=a.times or b.times,
        participants=a.participants + extra,
        amounts=a.amounts + tuple(x for x in b.amounts if (x.value, x.currency) not in known_amounts),
        casualties={**b.casualties, **a.casualties},
        place=a.place or b.place,
        evidence=tuple(sorted(evidence, key=_position)),
        headline=a.headline if better or len(a.participants) >= len(b.participants) else b.headline,
        attribution=a.attribution,
        confidence=round(min(0.99, max(a.confidence, b.confidence) + 0.02), 2),
    )


def _position(evidence: Evidence) -> tuple[int, int]:
    return evidence.start, evidence.trigger.start

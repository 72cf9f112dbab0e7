"""What the pipeline found in one article, as plain frozen dataclasses free of spaCy objects.

Every `start` and `end` is a character offset in the article's text as given; `end` is exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

Precision = Literal["day", "week", "month", "season", "quarter", "year", "range"]
Status = Literal["happened", "ongoing", "scheduled", "possible", "denied"]
EntityKind = Literal["country", "person", "organisation", "place", "group", "other"]
Basis = Literal["new", "total", "other"]

STATUSES: tuple[Status, ...] = ("happened", "ongoing", "scheduled", "possible", "denied")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Interval:
    """When something was or will be: both ends inclusive."""

    start: date
    end: date
    precision: Precision


@dataclass(frozen=True, slots=True)
class Time:
    """A temporal expression as TIMEX3, with the interval that it names where there is one.

    `interval` is None for durations without an anchor, sets and PRESENT_REF, PAST_REF, FUTURE_REF.
    """

    start: int
    end: int
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    interval: Interval | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money; `value` is in whole units of `currency` (ISO 4217, None when not said).

    Ranges give `min` and `max`; "up to" gives `max`, "more than" gives `min`; `value` is then the
    figure that stands in the text.
    """

    start: int
    end: int
    value: float
    currency: str | None
    basis: Basis = "other"
    min: float | None = None
    max: float | None = None


@dataclass(frozen=True, slots=True)
class EntityMention:
    """One place in the text where an entity is named, and why it was taken for that entity.

    `reason` is shown to readers: "capital", "nationality", "surname", "title"; empty when the
    words are the entity's own name.
    """

    start: int
    end: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that the article names. `country` is ISO 3166-1 alpha-2 (plus XK)."""

    kind: EntityKind
    name: str
    country: str | None = None
    title: str | None = None
    affiliation: str | None = None
    mentions: tuple[EntityMention, ...] = ()


@dataclass(frozen=True, slots=True)
class Participant:
    """Who took part in an event, in which role; `start` and `end` are those of the mention."""

    role: str
    kind: EntityKind
    name: str
    country: str | None
    mention: str
    start: int
    end: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event happened; `start` and `end` are those of the words that say so."""

    name: str
    country: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that tells of an event, and the word in it that does."""

    start: int
    end: int
    trigger: Span


@dataclass(frozen=True, slots=True)
class Quote:
    """Words put in somebody's mouth, without the quotation marks."""

    start: int
    end: int
    speaker: str | None
    cue: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that somebody did, that happened to them, or that is planned.

    `casualties` maps killed, injured, missing and detained to a number or to {"min", "max"}.
    `times` are the spans that `interval` was read from.
    """

    type: str
    mode: str | None
    stage: str | None
    status: Status
    interval: Interval | None
    participants: tuple[Participant, ...]
    amounts: tuple[Amount, ...]
    casualties: dict[str, int | dict[str, int | None]]
    place: Place | None
    evidence: tuple[Evidence, ...]
    headline: str
    attribution: str | None
    plover: str | None
    confidence: float
    times: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was read out of one article, in the order of the text."""

    events: tuple[Event, ...] = ()
    entities: tuple[Entity, ...] = ()
    times: tuple[Time, ...] = ()
    quotes: tuple[Quote, ...] = ()

    def as_json(self, text: str, published: date, article_id: str | None = None) -> dict[str, Any]:
        """The record of the `extract` command: only plain values, JSON-ready."""
        return {
            "id": article_id,
            "published": published.isoformat(),
            "events": [event_as_json(event, text, published) for event in self.events],
            "entities": [_entity_as_json(entity) for entity in self.entities],
            "times": [{"start": t.start, "end": t.end, "type": t.type, "value": t.value} for t in self.times],
            "quotes": [
                {"start": q.start, "end": q.end, "speaker": q.speaker, "cue": q.cue} for q in self.quotes
            ],
        }


def interval_as_json(interval: Interval | None) -> dict[str, str | None]:
    """Start, end and precision; all three null when there is no date."""
    if interval is None:
        return {"start": None, "end": None, "precision": None}
    return {
        "start": interval.start.isoformat(),
        "end": interval.end.isoformat(),
        "precision": interval.precision,
    }


def event_as_json(event: Event, text: str, published: date) -> dict[str, Any]:
    """One event in the form of the `extract` command; `text` is what its offsets count in."""
    return {
        "type": event.type,
        "mode": event.mode,
        "stage": event.stage,
        "status": event.status,
        "date": interval_as_json(event.interval),
        "date_mention": [text[span.start : span.end] for span in event.times],
        "reported_on": published.isoformat(),
        "participants": [
            {
                "role": p.role,
                "kind": p.kind,
                "name": p.name,
                "country": p.country,
                "mention": p.mention,
                "start": p.start,
                "end": p.end,
                "reason": p.reason,
            }
            for p in event.participants
        ],
        "amounts": [_amount_as_json(amount, text) for amount in event.amounts],
        "casualties": event.casualties or None,
        "place": {"name": event.place.name, "country": event.place.country} if event.place else None,
        "evidence": [
            {"start": e.start, "end": e.end, "trigger": {"start": e.trigger.start, "end": e.trigger.end}}
            for e in event.evidence
        ],
        "headline": event.headline,
        "attribution": event.attribution,
        "plover": event.plover,
        "confidence": event.confidence,
    }


def _amount_as_json(amount: Amount, text: str) -> dict[str, Any]:
    record: dict[str, Any] = {
        "value": int(amount.value) if amount.value.is_integer() else amount.value,
        "currency": amount.currency,
        "basis": amount.basis,
        "mention": text[amount.start : amount.end],
    }
    if amount.min is not None or amount.max is not None:
        record |= {"min": amount.min, "max": amount.max}
    return record


def _entity_as_json(entity: Entity) -> dict[str, Any]:
    return {
        "kind": entity.kind,
        "name": entity.name,
        "country": entity.country,
        "title": entity.title,
        "affiliation": entity.affiliation,
        "mentions": [{"start": m.start, "end": m.end, "reason": m.reason} for m in entity.mentions],
    }

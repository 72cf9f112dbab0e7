"""The facts of one event, each with the words that it was read from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from babel import Locale

from events import vocabulary
from events.board import by_sentence, evidence_pieces, in_figures, wordings
from events.highlight import Piece
from events.models import Article, Entity, Event, EventMention
from events.wording import full_day, listed, when

PRECISIONS = {
    "day": "exact to the day",
    "week": "exact to the week",
    "month": "exact to the month",
    "season": "exact to the season; seasons are whole months",
    "quarter": "exact to the quarter",
    "year": "exact to the year",
    "range": "from the first day to the last",
}
CASUALTIES = ("killed", "injured", "missing", "detained")


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a fact, its page where it has one, and how it was read."""

    text: str
    url: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label with its values."""

    label: str
    values: tuple[Value, ...]
    is_amount: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """One article that tells of the event, with its sentences."""

    article: Article
    quotes: list[list[Piece]]


def sources(event: Event) -> list[Source]:
    """Every article that tells of it, in the order of publication, with its sentences in full."""
    return [
        Source(
            mention.article,
            [
                evidence_pieces(mention.article, evidence, wordings(mention), width=2_000)
                for evidence in by_sentence(mention)
            ],
        )
        for mention in event.event_mentions.all()
    ]


def facts(event: Event) -> list[Fact]:
    """What is recorded of the event, in the order in which a reader asks."""
    return [
        *_amounts(event),
        *_dates(event),
        *_participants(event),
        *_place(event),
        *_casualties(event.casualties),
        *_plain("Kind", vocabulary.detail(event.type, event.mode)),
        *_plain("Stage", vocabulary.readable(event.stage)),
        *_plain("Status", event.get_status_display()),
        *_plain("Said by", event.attribution),
        Fact("Confidence", (Value(f"{event.confidence:.2f}", note="1 would be certain"),)),
        *_plain("PLOVER", event.plover),
    ]


def _plain(label: str, text: str) -> list[Fact]:
    return [Fact(label, (Value(text[0].upper() + text[1:]),))] if text else []


def _amounts(event: Event) -> list[Fact]:
    meaning = {"new": "new money, not a running total", "total": "a running total, not new money"}
    values = []
    for amount in event.amounts.all():
        notes = [f"“{amount.wording}”" if amount.wording else "", meaning.get(amount.basis, "")]
        text = in_figures(amount, long=True)
        values.append(Value(text, note=": ".join(note for note in notes if note)))
    return [Fact("Amount", tuple(values), is_amount=True)] if values else []


def _dates(event: Event) -> list[Fact]:
    reported = Fact("First reported", (Value(full_day(event.reported_on)),))
    if event.date_start is None:
        return [Fact("Happened", (Value("No date", note="the text gives none"),)), reported]
    text = when(event.date_start, event.date_end, event.date_precision)
    if event.date_precision == "day":
        text = f"{event.date_start:%A} {text}"
    words = date_words(event.event_mentions.all(), event)
    notes = [listed([f"“{word}”" for word in words]), PRECISIONS.get(event.date_precision, "")]
    label = "Set for" if event.status in ("scheduled", "possible") else "Happened"
    return [Fact(label, (Value(text, note="; ".join(note for note in notes if note)),)), reported]


def date_words(mentions: Iterable[EventMention], event: Event) -> list[str]:
    """The temporal expressions of the evidence that name the event's date, each once, at most three."""
    wanted = _timex_starts(event)
    found: dict[str, None] = {}
    for mention in mentions:
        spans = [(each.start, each.end) for each in mention.evidence.all()]
        for time in mention.article.times if isinstance(mention.article.times, list) else []:
            if _is_within(time, spans) and str(time.get("value", "")).startswith(wanted):
                found.setdefault(mention.article.text[time["start"] : time["end"]])
    return list(found)[:3]


def _timex_starts(event: Event) -> tuple[str, ...]:
    start, end = event.date_start, event.date_end
    if start is None or end is None:
        return ()
    if event.date_precision in ("day", "range"):
        return (start.isoformat(), end.isoformat())
    return (f"{start.year}",)


def _is_within(time: Any, spans: list[tuple[int, int]]) -> bool:
    if (
        not isinstance(time, dict)
        or not isinstance(time.get("start"), int)
        or not isinstance(time.get("end"), int)
    ):
        return False
    return any(start <= time["start"] and time["end"] <= end for start, end in spans)


def _participants(event: Event) -> list[Fact]:
    by_role: dict[str, list[Value]] = {}
    for each in event.participants.all():
        read = f"from “{each.wording}”" if each.wording and each.wording != each.name else ""
        notes = [read, vocabulary.because(each.reason)]
        url = each.entity.get_absolute_url() if each.entity else ""
        value = Value(each.name, url, ", ".join(note for note in notes if note))
        by_role.setdefault(each.role, []).append(value)
    found = [(vocabulary.role_label(event.type, role), tuple(values)) for role, values in by_role.items()]
    return [Fact(label[0].upper() + label[1:], values) for label, values in found]


def _place(event: Event) -> list[Fact]:
    if not event.place_name and not event.place_country_code:
        return []
    country = country_name(event.place_country_code)
    named = event.place_name or country
    return [Fact("Place", (Value(named, note=country if country and country != named else ""),))]


def country_name(code: str) -> str:
    """The board's name for an ISO code, or the one in common use; empty for none."""
    if not code:
        return ""
    entity = Entity.objects.current().of_kind("country").in_country(code).first()
    return entity.name if entity else str(Locale("en").territories.get(code, code))


def _casualties(casualties: object) -> list[Fact]:
    if not isinstance(casualties, dict):
        return []
    values = [
        Value(f"{_number(casualties[kind])} {kind}")
        for kind in CASUALTIES
        if casualties.get(kind) is not None
    ]
    return [Fact("Casualties", tuple(values))] if values else []


def _number(value: object) -> str:
    """`12`, `at least 12`, `up to 20`, `12 to 20`."""
    if not isinstance(value, dict):
        return f"{value}"
    low, high = value.get("min"), value.get("max")
    if low is not None and high is not None:
        return f"{low} to {high}"
    return f"at least {low}" if low is not None else f"up to {high}"

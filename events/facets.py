"""What a timeline could be narrowed to, with how many events each choice would show."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef

from events import vocabulary
from events.filters import FIELDS, Choice, Field, Filter
from events.models import Entity, EventMention, EventQuerySet, Participant

SHOWN = 8
TITLES: dict[Field, str] = {
    "type": "Type",
    "country": "Country",
    "person": "Person",
    "organisation": "Organisation",
    "status": "Status",
    "outlet": "Outlet",
}


@dataclass(frozen=True, slots=True)
class Value:
    """One choice of a facet; `query` is the address after it is chosen, or let go where it was on."""

    choice: Choice
    count: int
    on: bool
    query: str
    family: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """A field of the filter with its most frequent values; chosen ones show even at a count of 0."""

    field: Field
    title: str
    values: tuple[Value, ...]
    more: tuple[Value, ...]


def country_counts(events: EventQuerySet) -> Counter[str]:
    """How many of the events each country code takes part in or is the place of."""
    taking_part = (
        Participant.objects.filter(event__in=events.values("id"))
        .exclude(country_code="")
        .values_list("country_code")
        .annotate(number=Count("event", distinct=True))
        .order_by()
    )
    counts = Counter(dict(taking_part))
    only_there = (
        events.exclude(place_country_code="")
        .exclude(
            Exists(
                Participant.objects.filter(event=OuterRef("id"), country_code=OuterRef("place_country_code"))
            )
        )
        .values_list("place_country_code")
        .annotate(number=Count("id"))
        .order_by()
    )
    counts.update(dict(only_there))
    return counts


def _countries(events: EventQuerySet) -> list[tuple[Choice, int]]:
    counts = country_counts(events)
    named = Entity.objects.current().of_kind("country").filter(country_code__in=list(counts))
    names = dict(named.values_list("country_code", "name"))
    return [(Choice(code, names[code]), number) for code, number in counts.items() if code in names]


def _entities(kind: str, events: EventQuerySet) -> list[tuple[Choice, int]]:
    rows = (
        Participant.objects.filter(event__in=events.values("id"), entity__kind=kind)
        .values_list("entity__slug", "entity__name")
        .annotate(number=Count("event", distinct=True))
        .order_by("-number", "entity__name")[:40]
    )
    return [(Choice(slug, name), number) for slug, name, number in rows]


def _outlets(events: EventQuerySet) -> list[tuple[Choice, int]]:
    rows = (
        EventMention.objects.filter(event__in=events.values("id"))
        .exclude(article__outlet="")
        .values_list("article__outlet")
        .annotate(number=Count("event", distinct=True))
        .order_by("-number", "article__outlet")[:40]
    )
    return [(Choice(outlet, outlet), number) for outlet, number in rows]


def _own(field: Field, events: EventQuerySet) -> list[tuple[Choice, int]]:
    rows = events.values_list(field).annotate(number=Count("id")).order_by()
    label = vocabulary.type_label if field == "type" else str.capitalize
    return [(Choice(value, label(value)), number) for value, number in rows]


def counted_values(field: Field, events: EventQuerySet) -> list[tuple[Choice, int]]:
    """Every value of the field among the events, the most frequent first."""
    match field:
        case "country":
            found = _countries(events)
        case "person" | "organisation":
            found = _entities(field, events)
        case "outlet":
            found = _outlets(events)
        case _:
            found = _own(field, events)
    return sorted(found, key=lambda row: (-row[1], row[0].label))


def facet(field: Field, chosen: Filter, events: EventQuerySet) -> Facet:
    """One facet: its counts follow all other fields of the filter, so that a second value can be added."""
    rows = counted_values(field, chosen.without(field).apply(events))
    present = {choice.value for choice, _ in rows}
    rows += [(choice, 0) for choice in chosen.choices(field) if choice.value not in present]
    values = [
        Value(
            choice=choice,
            count=number,
            on=choice.value in chosen.chosen(field),
            query=chosen.toggled(field, choice).query_string(),
            family=vocabulary.family(choice.value) if field == "type" else "",
        )
        for choice, number in rows
    ]
    shown = [value for place, value in enumerate(values) if place < SHOWN or value.on]
    more = [value for place, value in enumerate(values) if place >= SHOWN and not value.on]
    return Facet(field, TITLES[field], tuple(shown), tuple(more))


def facets(chosen: Filter, events: EventQuerySet, fields: tuple[Field, ...] = FIELDS) -> list[Facet]:
    """Every facet that has something to choose."""
    found = [facet(field, chosen, events) for field in fields]
    return [each for each in found if each.values]

"""Who appears with an entity, in which roles it appears, and the counts of the lists of entities."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F
from django.db.models.functions import Substr

from events import vocabulary
from events.facets import country_counts
from events.filters import board_events
from events.models import Article, Entity, EventQuerySet, Mention, Participant

COMPANIONS = 10
OTHER_NAMES = 8
ARTICLES_SHOWN = 12
MOST_LISTED = 500
PARTS = 6
PRONOUNS = frozenset({"he", "him", "his", "she", "her", "hers", "it", "its", "they", "them", "their", "who"})


@dataclass(frozen=True, slots=True)
class Companion:
    """Another entity that takes part in the same events, and in how many."""

    name: str
    url: str
    kind: str
    number: int


@dataclass(frozen=True, slots=True)
class Part:
    """A role in a type of event that an entity plays; `share` is of its most frequent part, 0 to 100."""

    label: str
    family: str
    number: int
    share: int


@dataclass(frozen=True, slots=True)
class Listed:
    """One entity of a list with the number of events that its page shows."""

    entity: Entity
    events: int
    described: str = ""


def companions(entity: Entity, events: EventQuerySet) -> list[Companion]:
    """Those who take part in the same events most often."""
    rows = (
        Entity.objects.current()
        .exclude(id=entity.pk)
        .filter(participations__event__in=events.values("id"))
        .annotate(number=Count("participations__event", distinct=True))
        .order_by("-number", "name")[:COMPANIONS]
    )
    return [
        Companion(each.name, each.get_absolute_url(), each.kind, getattr(each, "number", 0)) for each in rows
    ]


def parts(entity: Entity, events: EventQuerySet) -> list[Part]:
    """What an entity does in its events, most often first."""
    rows = list(
        Participant.objects.filter(entity=entity, event__in=events.values("id"))
        .values_list("event__type", "role")
        .annotate(number=Count("event", distinct=True))
        .order_by("-number", "event__type", "role")[:PARTS]
    )
    most = max((number for _, _, number in rows), default=1)
    return [
        Part(
            label=f"{vocabulary.type_label(name)}: {vocabulary.role_label(name, role)}",
            family=vocabulary.family(name),
            number=number,
            share=round(100 * number / most),
        )
        for name, role, number in rows
    ]


def other_names(entity: Entity) -> list[str]:
    """What else it was called in the articles, the most frequent first: "Stockholm", "Swedish"."""
    wordings = (
        Mention.objects.filter(entity=entity)
        .annotate(wording=Substr("article__text", F("start") + 1, F("end") - F("start")))
        .values_list("wording")
        .annotate(number=Count("id"))
        .order_by("-number", "wording")[: 3 * OTHER_NAMES]
    )
    aliases = entity.aliases.order_by("name").values_list("name", flat=True)
    found: dict[str, str] = {}
    for wording in [*aliases, *(each for each, _ in wordings)]:
        plain = " ".join(wording.split())
        found.setdefault(plain.casefold(), plain)
    left_out = PRONOUNS | {"", entity.name.casefold()}
    return [name for key, name in found.items() if key not in left_out][:OTHER_NAMES]


def beside(entity: Entity, events: EventQuerySet) -> dict[str, Any]:
    """What stands beside an entity's timeline, for its template."""
    naming = Article.objects.naming(entity)
    total = naming.count()
    articles = naming.with_event_count().newest_first().defer("text", "quotes", "times")
    return {
        "companions": companions(entity, events),
        "parts": parts(entity, events),
        "other_names": other_names(entity),
        "articles": articles[:ARTICLES_SHOWN],
        "article_total": total,
        "articles_left": max(0, total - ARTICLES_SHOWN),
    }


def listed(entities: Iterable[Entity], kind: str) -> list[Listed]:
    """Entities with the number of events that their pages show, the most frequent first.

    A country's page also shows the events of those who act for it, which its own rows do not count.
    """
    if kind == "country":
        counts = country_counts(board_events())
        found = [Listed(each, counts.get(each.country_code, 0)) for each in entities]
    else:
        named = Entity.objects.current().of_kind("country").exclude(country_code="")
        countries = dict(named.values_list("country_code", "name"))
        found = [
            Listed(each, getattr(each, "event_count", 0), described(each, countries)) for each in entities
        ]
    return sorted(found, key=lambda each: (-each.events, each.entity.name))


def described(entity: Entity, countries: Mapping[str, str]) -> str:
    """`President, United States`: office and country, as far as they are known."""
    country = countries.get(entity.country_code, "")
    parts = [entity.title[:1].upper() + entity.title[1:], country]
    return ", ".join(part for part in parts if part and (part == parts[0] or part not in parts[0]))

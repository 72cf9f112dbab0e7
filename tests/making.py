"""Makes articles, entities and events for the tests of pages, through the ORM alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.text import slugify

from events.ingest.tidy import content_hash
from events.models import (
    Amount,
    Article,
    ArticleStage,
    ArticleState,
    Entity,
    Event,
    EventMention,
    Evidence,
    Mention,
    Participant,
)

JUNE_13 = date(2023, 6, 13)
WHITE_HOUSE = """WASHINGTON, June 13 — Washington on Tuesday pledged a further $325 million in arms \
for Ukraine, among them air defence missiles and armoured vehicles, as Kyiv pressed its summer offensive.

The news came while President Joe Biden received Jens Stoltenberg, the head of NATO, in the Oval Office. \
The two spoke about the alliance's summit in Vilnius in July.

Ankara holds up the accession of Sweden, which it accuses of giving shelter to militants. The Norwegian's \
mandate ends this fall."""


def make_article(text: str = WHITE_HOUSE, **fields: Any) -> Article:
    """An article that was read."""
    values: dict[str, Any] = {
        "title": "Arms and a farewell tour at the White House",
        "outlet": "The Harbour Ledger",
        "published_on": JUNE_13,
        "state": ArticleState.READ,
        "stage": ArticleStage.STORED,
    } | fields
    return Article.objects.create(text=text, content_hash=content_hash(text + values["title"]), **values)


def make_entity(kind: str, name: str, code: str = "", **fields: Any) -> Entity:
    """An entity, or the one of that kind and name that is there."""
    return Entity.objects.get_or_create(
        kind=kind, slug=slugify(name), defaults={"name": name, "country_code": code} | fields
    )[0]


def name(article: Article, wording: str, entity: Entity, reason: str = "") -> None:
    """Mention `entity` at the first place of the article where `wording` stands."""
    start = article.text.index(wording)
    Mention.objects.create(
        article=article, entity=entity, start=start, end=start + len(wording), reason=reason
    )


def make_event(
    article: Article,
    trigger: str,
    kind: str = "aid",
    headline: str = "",
    participants: Sequence[tuple[str, Entity, str]] = (),
    day: date | None = None,
    end: date | None = None,
    precision: str = "day",
    amount: int | None = None,
    **fields: Any,
) -> Event:
    """An event told by the sentence that holds `trigger`; participants are role, who and wording."""
    values: dict[str, Any] = {"status": "happened", "confidence": 0.9, "reported_on": article.published_on}
    values |= {"date_start": day, "date_end": end or day, "date_precision": precision if day else ""} | fields
    event = Event.objects.create(
        type=kind,
        headline=headline or f"{kind.capitalize()} by {trigger}",
        sort_on=day or values["reported_on"],
        **values,
    )
    for position, (role, entity, wording) in enumerate(participants):
        Participant.objects.create(
            event=event, role=role, entity=entity, kind=entity.kind, name=entity.name,
            country_code=entity.country_code if entity.kind == "country" else "", wording=wording,
            position=position,
        )  # fmt: skip
    if amount is not None:
        Amount.objects.create(event=event, value=amount, currency="USD", basis="new", wording=f"${amount}")
    tell(article, event, trigger, [wording for _, _, wording in participants])
    return event


def tell(article: Article, event: Event, trigger: str, wordings: Sequence[str] = ()) -> EventMention:
    """Make the article tell of the event in the sentence that holds `trigger`."""
    at = article.text.index(trigger)
    start = max(article.text.rfind(". ", 0, at) + 2, article.text.rfind("\n", 0, at) + 1, 0)
    if start == 1:
        start = 0
    end = article.text.find(".", at) + 1 or len(article.text)
    told = EventMention.objects.create(
        event=event, article=article, reading={"participants": [{"mention": word} for word in wordings]}
    )
    Evidence.objects.create(
        event_mention=told, start=start, end=end, trigger_start=at, trigger_end=at + len(trigger)
    )
    return told


def make_board() -> dict[str, Event]:
    """A small board: five events of one article, of different types, dates and statuses."""
    article = make_article(is_sample=True)
    states = make_entity("country", "United States", "US")
    ukraine, sweden = make_entity("country", "Ukraine", "UA"), make_entity("country", "Sweden", "SE")
    turkey, lithuania = make_entity("country", "Türkiye", "TR"), make_entity("country", "Lithuania", "LT")
    nato = make_entity("organisation", "NATO")
    biden = make_entity("person", "Joe Biden", "US", title="President")
    chief = make_entity("person", "Jens Stoltenberg", "NO", title="Secretary General", affiliation="NATO")
    for wording, entity, reason in (
        ("Washington on", states, "capital"), ("Ukraine", ukraine, ""), ("Kyiv", ukraine, "capital"),
        ("Joe Biden", biden, ""), ("Jens Stoltenberg", chief, ""), ("NATO", nato, ""),
        ("Vilnius", lithuania, "capital"), ("Ankara", turkey, "capital"), ("Sweden", sweden, ""),
        ("The Norwegian", chief, "nationality"),
    ):  # fmt: skip
        name(article, wording, entity, reason)
    return {
        "aid": make_event(
            article, "pledged", "aid", "United States pledges $325 million in military aid to Ukraine",
            [("donor", states, "Washington"), ("recipient", ukraine, "Ukraine")], JUNE_13,
            amount=325_000_000, mode="military", stage="pledged",
        ),
        "meeting": make_event(
            article, "received", "meeting", "Joe Biden receives Jens Stoltenberg at the White House",
            [("host", biden, "President Joe Biden"), ("participant", chief, "Jens Stoltenberg")], JUNE_13,
            mode="visit",
        ),
        "summit": make_event(
            article, "summit", "summit", "NATO holds its summit in Vilnius",
            [("organiser", nato, "alliance")],
            date(2023, 7, 1), date(2023, 7, 31), "month", status="scheduled", mode="leaders",
            place_name="Vilnius", place_country_code="LT",
        ),
        "accession": make_event(
            article, "holds up", "accession", "Türkiye blocks Sweden’s accession to NATO",
            [("opponent", turkey, "Ankara"), ("applicant", sweden, "Sweden"), ("organisation", nato, "NATO")],
            status="ongoing", stage="blocked",
        ),
        "leadership": make_event(
            article, "ends", "leadership", "Jens Stoltenberg’s term as Secretary General ends",
            [("person", chief, "The Norwegian")], date(2023, 9, 1), date(2023, 11, 30), "season",
            status="scheduled", mode="departure",
        ),
    }  # fmt: skip

"""Readings made by hand, so that what is stored can be tested without the language model."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from types import SimpleNamespace
from typing import Any

from events.ingest.save import NewArticle, save_article
from events.models import Article
from events.nlp import findings

TEXT = (
    "Norway will give Ukraine $100 million in military aid, Prime Minister Jonas Gahr Støre said on Tuesday. "
    "The money was announced during a visit to Kyiv. Denmark has promised the same sum, and he thanked it. "
    "The ministers are to meet again in Vilnius in July, when the leaders of the alliance come together."
)


def span(words: str, text: str = TEXT) -> tuple[int, int]:
    """Start and end of the first place where `text` says these words."""
    start = text.index(words)
    return start, start + len(words)


def entity(
    name: str,
    *mentions: str,
    kind: findings.EntityKind = "person",
    country: str | None = None,
    text: str = TEXT,
    reason: str = "",
    **more: Any,
) -> findings.Entity:
    """An entity named by these words of the text, or by its own name."""
    told = tuple(findings.EntityMention(*span(words, text), reason) for words in mentions or (name,))
    return findings.Entity(kind=kind, name=name, country=country, mentions=told, **more)


def participant(
    role: str, name: str, *, kind: findings.EntityKind = "country", **more: Any
) -> findings.Participant:
    """A participant read from its own name."""
    values: dict[str, Any] = {"country": None, "mention": name, "start": 0, "end": 1} | more
    return findings.Participant(role=role, kind=kind, name=name, **values)


def event(
    trigger: str = "give",
    *,
    type: str = "aid",  # noqa: A002
    text: str = TEXT,
    participants: tuple[findings.Participant, ...] | None = None,
    **more: Any,
) -> findings.Event:
    """An event told by the sentence around `trigger`: by default Norway's aid to Ukraine."""
    start, end = span(trigger, text)
    first = text.rfind(".", 0, start) + 1
    last = text.find(".", end) + 1
    values: dict[str, Any] = {
        "mode": "military",
        "stage": "pledged",
        "status": "happened",
        "interval": findings.Interval(date(2023, 6, 13), date(2023, 6, 13), "day"),
        "amounts": (findings.Amount(*span("$100 million", TEXT), 100_000_000.0, "USD", "new"),),
        "casualties": {},
        "place": None,
        "headline": "Norway pledges $100 million in military aid to Ukraine",
        "attribution": None,
        "plover": "AGREE",
        "confidence": 0.9,
    } | more
    return findings.Event(
        type=type,
        participants=(
            (participant("donor", "Norway", country="NO"), participant("recipient", "Ukraine", country="UA"))
            if participants is None
            else participants
        ),
        evidence=(findings.Evidence(first, last, findings.Span(start, end)),),
        **values,
    )


ENTITIES = (
    entity("Norway", kind="country", country="NO"),
    entity("Ukraine", kind="country", country="UA"),
    entity("Jonas Gahr Støre", country="NO", title="Prime Minister", affiliation="Government of Norway"),
)
READING = findings.Reading(events=(event(),), entities=ENTITIES)


def article(text: str = TEXT, **more: Any) -> Article:
    """A saved article that waits for its reading."""
    values: dict[str, Any] = {"published_on": date(2023, 6, 13), "title": "Norway gives more"} | more
    return save_article(NewArticle(text=text, **values)).article


def pipeline(
    *readings: findings.Reading | Exception, during: Callable[[], None] | None = None
) -> SimpleNamespace:
    """A stand-in for events.nlp.pipeline that finds these one after another, the last one for ever."""
    left = list(readings)

    def read(
        text: str, published: date, title: str = "", *, on_stage: Callable[[str], None] | None = None
    ) -> findings.Reading:
        for stage in ("sentences", "names", "times", "events"):
            if on_stage:
                on_stage(stage)
        if during:
            during()
        found = left.pop(0) if len(left) > 1 else left[0]
        if isinstance(found, Exception):
            raise found
        return found

    return SimpleNamespace(read=read, VERSION="test")

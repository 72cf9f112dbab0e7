"""An article as its page shows it: the text with what was found in it, and why words were so read."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from events import vocabulary
from events.board import Row, row
from events.highlight import Mark, Piece, paragraphs
from events.models import Article, Entity, Event, EventMention, Mention
from events.wording import full_day, when

ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
ISO_PART = re.compile(r"(\d{4})(?:-(W\d\d|Q[1-4]|S[PU]|FA|WI|\d\d))?", re.ASCII)
SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class Found:
    """One event of the article with the number that it has on the page."""

    number: int
    row: Row
    when: str
    elsewhere: int


@dataclass(frozen=True, slots=True)
class ReadAs:
    """Words of the text, what they were taken for and why."""

    wording: str
    meaning: str
    url: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in somebody's mouth."""

    text: str
    speaker: str
    url: str
    cue: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """All that the page of one article shows."""

    paragraphs: list[list[Piece]]
    found: list[Found]
    names_read: list[ReadAs]
    times_read: list[ReadAs]
    quotes: list[Quotation]
    entities: int


def annotate(article: Article) -> Annotated:
    """The article with its marks; a fixed number of queries."""
    mentions = list(article.mentions.select_related("entity__merged_into"))
    events = _events_in_order(article)
    marks = [*_entity_marks(mentions), *_event_marks(article, events)]
    by_name = {mention.entity.name: mention.entity for mention in mentions}
    return Annotated(
        paragraphs=paragraphs(article.text, marks),
        found=[_found(number, event, article) for number, event in enumerate(events, start=1)],
        names_read=_names_read(article.text, mentions),
        times_read=_times_read(article),
        quotes=[_quotation(article, quote, by_name) for quote in _dicts(article.quotes)],
        entities=len({mention.entity.pk for mention in mentions}),
    )


def _current(entity: Entity) -> Entity:
    return entity.merged_into or entity


def _own_mention(event: Event, article: Article) -> EventMention:
    return next(each for each in event.event_mentions.all() if each.article_id == article.pk)


def _first_place(event: Event, article: Article) -> int:
    return min((each.trigger_start for each in _own_mention(event, article).evidence.all()), default=0)


def _events_in_order(article: Article) -> list[Event]:
    events = Event.objects.standing().told_by(article).for_lists()
    return sorted(events, key=lambda event: (_first_place(event, article), event.pk))


def _entity_marks(mentions: Iterable[Mention]) -> list[Mark]:
    found = []
    for mention in mentions:
        entity = _current(mention.entity)
        label = f"{entity.name}, {vocabulary.because(mention.reason)}" if mention.reason else entity.name
        found.append(Mark(mention.start, mention.end, "entity", label, entity.get_absolute_url()))
    return found


def _event_marks(article: Article, events: Iterable[Event]) -> list[Mark]:
    found = []
    for number, event in enumerate(events, start=1):
        family, ref = vocabulary.family(event.type), str(number)
        for place, evidence in enumerate(_own_mention(event, article).evidence.all()):
            anchor = f"t{number}" if place == 0 else ""
            found.append(Mark(evidence.start, evidence.end, "evidence", event.headline, ref, family))
            found.append(
                Mark(
                    evidence.trigger_start,
                    evidence.trigger_end,
                    "trigger",
                    event.headline,
                    ref,
                    family,
                    anchor,
                )
            )
    return found


def _found(number: int, event: Event, article: Article) -> Found:
    shown = row(event, "happened")
    exact = when(event.date_start, event.date_end, event.date_precision)
    others = sum(each.article_id != article.pk for each in event.event_mentions.all())
    return Found(number, shown, exact or f"no date · reported {full_day(event.reported_on)}", others)


def _names_read(text: str, mentions: Iterable[Mention]) -> list[ReadAs]:
    """Each wording once; those that are the entity's own name need no reason and are left out."""
    found: dict[tuple[str, int], ReadAs] = {}
    for mention in mentions:
        entity, wording = _current(mention.entity), text[mention.start : mention.end]
        if mention.reason and wording.casefold() != entity.name.casefold():
            because = vocabulary.because(mention.reason)
            read = ReadAs(wording, entity.name, entity.get_absolute_url(), because)
            found.setdefault((wording, entity.pk), read)
    return list(found.values())


def _times_read(article: Article) -> list[ReadAs]:
    """Dates whose wording does not say them: "on Tuesday", "this fall"."""
    found: dict[str, ReadAs] = {}
    for time in _dicts(article.times):
        meaning = timex_in_words(str(time.get("value", "")))
        wording = article.text[_whole(time.get("start")) : _whole(time.get("end"))]
        if meaning and wording and meaning.casefold() != wording.casefold():
            found.setdefault(wording, ReadAs(wording, meaning))
    return list(found.values())


def _quotation(article: Article, quote: dict[str, Any], by_name: dict[str, Entity]) -> Quotation:
    speaker = str(quote.get("speaker") or "")
    entity = by_name.get(speaker)
    return Quotation(
        text=article.text[_whole(quote.get("start")) : _whole(quote.get("end"))],
        speaker=_current(entity).name if entity else speaker,
        url=_current(entity).get_absolute_url() if entity else "",
        cue=str(quote.get("cue") or ""),
    )


def _dicts(values: object) -> list[dict[str, Any]]:
    """What a JSON field holds, as far as it is a list of objects."""
    return [value for value in values if isinstance(value, dict)] if isinstance(values, list) else []


def _whole(value: object) -> int:
    return value if isinstance(value, int) and value >= 0 else 0


def timex_in_words(value: str) -> str:
    """`2023-06-13` as `13 June 2023`, `2023-FA` as `fall 2023`; empty for what names no interval."""
    try:
        if day := ISO_DAY.match(value):
            return full_day(date(*map(int, day.groups())))
        if part := ISO_PART.fullmatch(value):
            return _part_in_words(int(part[1]), part[2] or "")
    except ValueError:
        pass
    return ""


def _part_in_words(year: int, part: str) -> str:
    if not part:
        return str(year)
    if part in SEASON_STARTS:
        start = date(year, SEASON_STARTS[part], 1)
        return when(start, start + timedelta(days=80), "season")
    if part[0] == "W":
        start = date.fromisocalendar(year, int(part[1:]), 1)
        return when(start, start, "week")
    month = int(part[1:]) * 3 - 2 if part[0] == "Q" else int(part)
    start = date(year, month, 1)
    end = start.replace(day=monthrange(year, month)[1])
    return when(start, end, "quarter" if part[0] == "Q" else "month")

"""The sample articles that come with Newsboard: in, and out again without a trace."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from events.ingest.save import NewArticle, SavedArticle, save_article
from events.models import Article, Entity, Event, EventMention, Mention, Participant

SAMPLES_FILE = Path(__file__).resolve().parent.parent / "data" / "samples" / "articles.jsonl"


class SamplesUnreadable(Exception):
    """The file of sample articles is missing or broken; the message names the line and the field."""


@dataclass(frozen=True, slots=True)
class Removed:
    """How many rows went with the sample articles."""

    articles: int
    events: int
    entities: int


def read_samples(path: Path = SAMPLES_FILE) -> list[NewArticle]:
    """The sample articles in their file's order. Raises SamplesUnreadable."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SamplesUnreadable(f"{path.name} cannot be read: {error}") from error
    return [_sample(number, line) for number, line in enumerate(lines, start=1) if line.strip()]


def load_samples(path: Path = SAMPLES_FILE) -> Iterator[SavedArticle]:
    """Save each sample article that is not on the board yet; yields them all, in order."""
    _unwanted().unlink(missing_ok=True)
    for sample in read_samples(path):
        yield save_article(sample)


def are_unwanted() -> bool:
    """Whether somebody took the samples away: a board that starts empty again is then left empty."""
    return _unwanted().exists()


def _unwanted() -> Path:
    return Path(settings.DATA_DIR) / "samples-removed"


def remove_samples() -> Removed:
    """Take the sample articles away with all that was read from them only, for good.

    An event that one of the user's own articles tells of stays, as does whoever is named there.
    """
    removed = _remove()
    _unwanted().touch()
    return removed


@transaction.atomic
def _remove() -> Removed:
    samples = Article.objects.samples()
    touched = list(
        Event.objects.filter(event_mentions__article__in=samples).distinct().values_list("id", flat=True)
    )
    _, deleted = samples.delete()
    gone = Event.objects.filter(id__in=touched).exclude(
        Exists(EventMention.objects.filter(event=OuterRef("pk")))
    )
    events = _delete_events(gone)
    for event in Event.objects.filter(id__in=touched).prefetch_related("event_mentions__article"):
        event.reported_on = min(told.article.published_on for told in event.event_mentions.all())
        event.sort_on = event.date_start or event.reported_on
        event.save(update_fields=["reported_on", "sort_on"])
    return Removed(deleted.get("events.Article", 0), events, delete_unnamed_entities())


def delete_unnamed_entities() -> int:
    """Delete entities that no article names and no event has, and return how many.

    One that another was merged into stays for as long as that other is named.
    """
    count = 0
    unnamed = Entity.objects.filter(
        ~Exists(Mention.objects.filter(entity=OuterRef("pk"))),
        ~Exists(Participant.objects.filter(entity=OuterRef("pk"))),
        ~Exists(Entity.objects.filter(merged_into=OuterRef("pk"))),
    )
    # A merged entity holds on to its target, so the merged ones go first.
    while deleted := unnamed.delete()[1].get("events.Entity", 0):
        count += deleted
    return count


def _delete_events(gone: QuerySet[Event]) -> int:
    """Delete events with the untold ones that were merged into them."""
    untold = Event.objects.filter(~Exists(EventMention.objects.filter(event=OuterRef("pk"))))
    ids = set(gone.values_list("id", flat=True))
    while merged := set(untold.filter(merged_into__in=ids).values_list("id", flat=True)) - ids:
        ids |= merged
    Event.objects.filter(merged_into__in=ids).update(merged_into=None)
    # The links among them would otherwise protect each from deletion.
    Event.objects.filter(id__in=ids).update(merged_into=None)
    return int(Event.objects.filter(id__in=ids).delete()[1].get("events.Event", 0))


def _sample(number: int, line: str) -> NewArticle:
    try:
        row = json.loads(line)
        return NewArticle(
            text=row["text"],
            published_on=date.fromisoformat(row["published"]),
            title=row["title"],
            outlet=row["outlet"],
            author=row.get("author", ""),
            url=row.get("url", ""),
            is_sample=True,
        )
    except (ValueError, KeyError, TypeError) as error:
        raise SamplesUnreadable(f"Line {number} of the sample articles: {error!r}") from error

"""Writes the events of one reading as rows, keeping the events that an earlier reading found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from django.utils import timezone

from events.models import Amount, Article, Event, EventMention, Evidence, Participant, fold_name
from events.naming import Namer
from events.nlp import findings

# More than any state ever spent; what lies beyond was misread, and the column holds 22 digits.
LARGEST_SUM = 10**21


@dataclass(frozen=True, slots=True)
class _Earlier:
    """What an earlier reading of the article found, in the terms that are compared."""

    event_mention: EventMention
    type: str
    triggers: frozenset[tuple[int, int]]
    sentences: frozenset[tuple[int, int]]
    participants: frozenset[tuple[str, str]]


def store_events(article: Article, found: tuple[findings.Event, ...], namer: Namer) -> None:
    """Make the board tell of `article` what `found` says; runs inside the reading's transaction.

    An event found again keeps its row and with it its address. One no longer found is withdrawn and not
    deleted, since people may have kept its link, and comes back when a later reading finds it again.
    """
    earlier = _earlier(article)
    pairs = _match(found, earlier)
    kept = {index: earlier[old].event_mention for index, old in pairs.items()}
    for index, event in enumerate(found):
        _store(article, event, kept.get(index), namer)
    for number, old in enumerate(earlier):
        if number not in pairs.values():
            _withdraw(old.event_mention)


def _earlier(article: Article) -> list[_Earlier]:
    """Withdrawn events too: they keep their evidence so that they can be found again."""
    event_mentions = article.event_mentions.select_related("event").prefetch_related(
        "evidence", "event__participants"
    )
    return [
        _Earlier(
            event_mention,
            event_mention.event.type,
            frozenset((e.trigger_start, e.trigger_end) for e in event_mention.evidence.all()),
            frozenset((e.start, e.end) for e in event_mention.evidence.all()),
            frozenset((p.role, fold_name(p.name)) for p in event_mention.event.participants.all()),
        )
        for event_mention in event_mentions
    ]


def _match(found: tuple[findings.Event, ...], earlier: list[_Earlier]) -> dict[int, int]:
    """Which finding is which earlier one, as indexes: the likest pairs first, each used once."""
    scored = sorted(
        (
            (-score, i, j)
            for i, event in enumerate(found)
            for j, old in enumerate(earlier)
            if (score := _likeness(event, old)) > 0
        ),
    )
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in scored:
        if i not in pairs and j not in used:
            pairs[i] = j
            used.add(j)
    return pairs


def _likeness(event: findings.Event, old: _Earlier) -> float:
    """0 for different events, up to 4; the words that tell of it count most, then who takes part."""
    if event.type != old.type:
        return 0.0
    if not _any_touch({(e.start, e.end) for e in event.evidence}, old.sentences):
        return 0.0
    told = _any_touch({(e.trigger.start, e.trigger.end) for e in event.evidence}, old.triggers)
    taking_part = {(p.role, fold_name(p.name)) for p in event.participants}
    union = taking_part | old.participants
    shared = len(taking_part & old.participants) / len(union) if union else 0.5
    # "Norway pledged tanks and Denmark shells" holds two acts of one type: without the trigger, at
    # least somebody has to be the same.
    return 2.0 * told + 1.0 + shared if told or shared else 0.0


def _any_touch(ones: set[tuple[int, int]], others: frozenset[tuple[int, int]]) -> bool:
    return any(one[0] < other[1] and other[0] < one[1] for one in ones for other in others)


def _store(article: Article, found: findings.Event, known: EventMention | None, namer: Namer) -> None:
    found = replace(found, amounts=tuple(a for a in found.amounts if _storable(a.value, a.min, a.max)))
    event = known.event if known else Event()
    event.withdrawn_at = None
    leads = known is None or event.event_mentions.order_by("article__published_on", "id").first() == known
    if leads:
        _compose(event, found, article)
    event.save()
    reading = findings.event_as_json(found, article.text, article.published_on)
    event_mention = known or EventMention(event=event, article=article)
    event_mention.reading = reading
    event_mention.save()
    event_mention.evidence.all().delete()
    Evidence.objects.bulk_create(
        Evidence(
            event_mention=event_mention,
            start=evidence.start,
            end=evidence.end,
            trigger_start=evidence.trigger.start,
            trigger_end=evidence.trigger.end,
        )
        for evidence in found.evidence
    )
    if leads:
        _store_participants(event, found, namer)
        _store_amounts(event, found, article.text)


def _compose(event: Event, found: findings.Event, article: Article) -> None:
    """The event's own facts, from the article that leads it: the first published that tells of it."""
    interval = found.interval
    event.type = found.type[:40]
    event.mode = (found.mode or "")[:40]
    event.stage = (found.stage or "")[:40]
    event.status = found.status
    event.headline = found.headline[:400]
    event.date_start = interval.start if interval else None
    event.date_end = interval.end if interval else None
    event.date_precision = interval.precision if interval else ""
    event.reported_on = article.published_on
    event.sort_on = event.date_start or event.reported_on
    event.place_name = found.place.name[:200] if found.place else ""
    event.place_country_code = (found.place.country or "")[:2] if found.place else ""
    event.casualties = dict(found.casualties)
    event.attribution = (found.attribution or "")[:200]
    event.plover = (found.plover or "")[:20]
    event.confidence = min(1.0, max(0.0, found.confidence))


def _store_participants(event: Event, found: findings.Event, namer: Namer) -> None:
    event.participants.all().delete()
    rows: dict[tuple[str, str, str], Participant] = {}
    for position, read in enumerate(found.participants):
        name = " ".join(read.name.split())[:200]
        rows.setdefault(
            (read.role[:40], read.kind, name),
            Participant(
                event=event,
                entity=namer.row(read.kind, read.name, read.country),
                role=read.role[:40],
                kind=read.kind,
                name=name,
                country_code=(read.country or "")[:2],
                wording=read.mention[:300],
                reason=read.reason[:60],
                position=position,
            ),
        )
    Participant.objects.bulk_create(rows.values())


def _store_amounts(event: Event, found: findings.Event, text: str) -> None:
    event.amounts.all().delete()
    Amount.objects.bulk_create(
        Amount(
            event=event,
            value=_whole_cents(amount.value),
            value_min=None if amount.min is None else _whole_cents(amount.min),
            value_max=None if amount.max is None else _whole_cents(amount.max),
            currency=(amount.currency or "")[:3],
            basis=amount.basis,
            wording=text[amount.start : amount.end][:200],
        )
        for amount in found.amounts
    )


def _storable(*values: float | None) -> bool:
    return all(value is None or 0 <= value < LARGEST_SUM for value in values)


def _whole_cents(value: float) -> Decimal:
    return Decimal(str(value)).quantize(Decimal("0.01"))


def _withdraw(event_mention: EventMention) -> None:
    """Take back what this article told: the event stands while another article still tells of it."""
    event = event_mention.event
    if event.event_mentions.exclude(pk=event_mention.pk).exists():
        event_mention.delete()
        _report_again(event)
    elif event.withdrawn_at is None:
        event.withdrawn_at = timezone.now()
        event.save(update_fields=["withdrawn_at"])


def _report_again(event: Event) -> None:
    """Set anew when the event was first reported, from the articles that still tell of it."""
    days: Iterable[EventMention] = event.event_mentions.select_related("article")
    event.reported_on = min(mention.article.published_on for mention in days)
    event.sort_on = event.date_start or event.reported_on
    event.save(update_fields=["reported_on", "sort_on"])

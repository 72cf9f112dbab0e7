"""A timeline as its page shows it: days with rows of events, what is upcoming, and where it goes on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import Q
from django.utils import timezone

from events import vocabulary
from events.filters import Choice, Filter
from events.highlight import Mark, Piece, around, clip, occurrences, pieces
from events.histogram import Histogram, histogram
from events.models import Amount, Article, Event, EventMention, EventQuerySet, Evidence, Participant
from events.wording import DateLabel, rail_label, short_day, sum_of_money, when

PAGE_SIZE = 40
UPCOMING_SHOWN = 5
EVIDENCE_WIDTH = 320
CURSOR = re.compile(r"(\d{4}-\d{2}-\d{2})\.(\d{1,18})", re.ASCII)
BASES = {"new": "new", "total": "in total", "other": ""}


@dataclass(frozen=True, slots=True)
class Row:
    """One event in a list; everything is ready to print."""

    event: Event
    family: str
    type_label: str
    detail: str
    halted: str
    date_note: str
    evidence: list[Piece]
    participants: list[Participant]
    sources: int
    is_sample: bool
    amount: str
    amount_note: str

    @property
    def status(self) -> str:
        """The status where it is worth a chip: what happened needs none."""
        return "" if self.event.status == "happened" else self.event.status

    @property
    def status_in_words(self) -> str:
        """`was scheduled` once that time is over: no article has told whether it came about."""
        until = self.event.date_end
        is_past = self.status == "scheduled" and until is not None and until < timezone.localdate()
        return f"was {self.status}" if is_past else self.status


@dataclass(frozen=True, slots=True)
class Day:
    """The rows of one date, as exact as that date is known."""

    label: DateLabel
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Board:
    """One page of a timeline."""

    path: str
    filter: Filter
    total: int
    upcoming: list[Day]
    upcoming_total: int
    days: list[Day]
    more_query: str
    is_start: bool
    histogram: Histogram | None
    problems: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing at all, so that there is nothing to filter or to sort either."""
        return not (self.total or self.upcoming_total or self.filter.is_active)

    @property
    def scheduled_query(self) -> str:
        """The query string of all that is scheduled, where more is upcoming than is shown."""
        if self.upcoming_total <= UPCOMING_SHOWN:
            return ""
        return self.filter.query_string(status=(Choice("scheduled", "Scheduled"),))


def amount_of(amounts: Sequence[Amount]) -> Amount | None:
    """The sum to show at an event's edge: new money before running totals."""
    order = {"new": 0, "other": 1, "total": 2}
    return min(amounts, key=lambda amount: order.get(amount.basis, 1), default=None)


def in_figures(amount: Amount, *, long: bool = False) -> str:
    """`$325m`, or in full `$325 million`."""
    return sum_of_money(amount.value, amount.currency, amount.value_min, amount.value_max, long=long)


def wordings(mention: EventMention) -> list[str]:
    """The words that this article uses for those who took part."""
    participants = mention.reading.get("participants", []) if isinstance(mention.reading, dict) else []
    return [str(each.get("mention") or "") for each in participants if isinstance(each, dict)]


def evidence_pieces(
    article: Article, evidence: Sequence[Evidence], words: Iterable[str], width: int = EVIDENCE_WIDTH
) -> list[Piece]:
    """A sentence, its triggers and participants marked; long ones cut around the first trigger.

    `evidence` is what is of that one sentence: "applied" and "join" can both tell of the event.
    """
    first = evidence[0]
    marks = [Mark(each.trigger_start, each.trigger_end, "trigger") for each in evidence]
    start, end = around(marks, first.start, first.end, first.trigger_start, width)
    sentence = article.text[start:end]
    inside = clip(marks, start, end) + occurrences(sentence, words, "participant")
    found = pieces(sentence, inside)
    lead = [Piece("… ")] if start > first.start else []
    return [*lead, *found, *([Piece(" …")] if end < first.end else [])]


def by_sentence(mention: EventMention) -> list[list[Evidence]]:
    """The evidence of one article, that of one sentence together."""
    found: dict[tuple[int, int], list[Evidence]] = {}
    for evidence in mention.evidence.all():
        found.setdefault((evidence.start, evidence.end), []).append(evidence)
    return list(found.values())


def first_evidence(mentions: Sequence[EventMention]) -> list[Piece]:
    """The sentence that tells of the event best: the first of the first article."""
    for mention in mentions:
        for evidence in by_sentence(mention):
            return evidence_pieces(mention.article, evidence, wordings(mention))
    return []


def row(event: Event, by: str) -> Row:
    """An event made ready to print; wants it as `for_lists` fetches it."""
    mentions = list(event.event_mentions.all())
    amount = amount_of(list(event.amounts.all()))
    halted = event.stage if event.stage in vocabulary.HALTED_STAGES else ""
    # "scheduled" is a stage of summits and a status: it is said once.
    stage = "" if halted or event.stage == event.status else event.stage
    note = when(event.date_start, event.date_end, event.date_precision) if by == "reported" else ""
    if by == "happened" and event.date_start and event.date_precision != "day":
        note = f"reported {short_day(event.reported_on)}"
    return Row(
        event=event,
        family=vocabulary.family(event.type),
        type_label=vocabulary.type_label(event.type),
        detail=vocabulary.detail(event.type, event.mode, stage),
        halted=halted,
        date_note=note,
        evidence=first_evidence(mentions),
        participants=list(event.participants.all()),
        sources=len(mentions),
        is_sample=any(mention.article.is_sample for mention in mentions),
        amount=in_figures(amount) if amount else "",
        amount_note=BASES.get(amount.basis, "") if amount else "",
    )


def label_of(event: Event, by: str) -> DateLabel:
    """What the date rail says for an event."""
    if by == "reported":
        return rail_label(event.reported_on, event.reported_on, "day", event.reported_on)
    return rail_label(event.date_start, event.date_end, event.date_precision, event.reported_on)


def days(events: Iterable[Event], by: str) -> list[Day]:
    """Events in their order, those of one date together."""
    found: list[Day] = []
    for _, same in groupby(
        events, key=lambda event: event.reported_on if by == "reported" else event.sort_on
    ):
        by_label: dict[DateLabel, list[Row]] = {}
        for event in same:
            by_label.setdefault(label_of(event, by), []).append(row(event, by))
        found += [Day(label, rows) for label, rows in by_label.items()]
    return found


def day_field(chosen: Filter) -> str:
    """The column that the list is sorted by."""
    return "reported_on" if chosen.by == "reported" else "sort_on"


def ordered(events: EventQuerySet, chosen: Filter) -> EventQuerySet:
    """By day and then by row, which makes one order without ties."""
    sign = "-" if chosen.order == "newest" else ""
    return events.order_by(f"{sign}{day_field(chosen)}", f"{sign}id")


def after(events: EventQuerySet, chosen: Filter, cursor: str) -> EventQuerySet | None:
    """Those that come after the place named by `cursor`; None where it names none."""
    parts = CURSOR.fullmatch(cursor)
    if not parts:
        return None
    try:
        day = date.fromisoformat(parts[1])
    except ValueError:
        return None
    way = "lt" if chosen.order == "newest" else "gt"
    field, number = day_field(chosen), int(parts[2])
    return events.filter(Q(**{f"{field}__{way}": day}) | Q(**{field: day, f"id__{way}": number}))


def more_query(page: Sequence[Event], chosen: Filter) -> str:
    """The query string that the list goes on with after this page."""
    last = page[-1]
    cursor = f"after={getattr(last, day_field(chosen)).isoformat()}.{last.pk}"
    own = chosen.query_string(problems=())
    return f"{own}&{cursor}" if own else cursor


def board(path: str, chosen: Filter, events: EventQuerySet, cursor: str, today: date) -> Board:
    """One page of the timeline of `events`; upcoming ones are set apart when sorted by when it happened."""
    passing = chosen.apply(events)
    ahead = passing.upcoming(today) if chosen.by == "happened" else passing.none()
    rest = passing
    if chosen.by == "happened":
        rest = passing.exclude(id__in=ahead.values("id"))
    going_on = after(rest, chosen, cursor) if cursor else rest
    problems = chosen.problems
    if going_on is None:
        problems, going_on = (*problems, "The place to go on from was not understood."), rest
    start = going_on is rest
    page = list(ordered(going_on, chosen).for_lists()[: PAGE_SIZE + 1])
    upcoming = list(ahead.order_by("date_start", "id").for_lists()[:UPCOMING_SHOWN]) if start else []
    return Board(
        path=path,
        filter=chosen,
        total=rest.count(),
        upcoming=days(upcoming, "happened"),
        upcoming_total=ahead.count(),
        days=days(page[:PAGE_SIZE], chosen.by),
        more_query=more_query(page[:PAGE_SIZE], chosen) if len(page) > PAGE_SIZE else "",
        is_start=start,
        histogram=histogram(chosen, events, day_field(chosen)),
        problems=problems,
    )

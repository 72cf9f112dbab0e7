"""How many events fall in each month, quarter or year: the bars above a timeline, each one a link."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count
from django.db.models.functions import TruncMonth

from events.filters import Filter
from events.models import EventQuerySet
from events.wording import counted

WIDTH = 920
HEIGHT = 64
# Above so many months, quarters are drawn, and above so many of these, years. Above so many bars on a
# narrow screen, they get too thin to touch.
MOST_MONTHS = 48
UNITS = {1: "month", 3: "quarter", 12: "year"}
FEWEST_BARS = 2
MOST_YEARS = 120
NARROW_BARS = 14
WIDEST_COLUMN = 48
# Of the events, so many may lie outside what is drawn; they are counted beside it.
OUTLYING_SHARE = 0.15


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; lengths in the units of the drawing's view box, `x` the left edge of its column."""

    x: float
    column: float
    left: float
    width: float
    y: float
    height: float
    name: str
    tick: str
    strong: bool
    chosen: bool
    query: str


@dataclass(frozen=True, slots=True)
class Histogram:
    """Bars for a wide screen, and fewer of them for a narrow one."""

    wide: list[Bar]
    narrow: list[Bar]
    unit: str
    top: int
    selected: str
    all_query: str
    all_years: str
    earlier: int
    earlier_query: str
    later: int
    later_query: str


@dataclass(frozen=True, slots=True)
class _Bin:
    since: date
    until: date
    number: int
    name: str
    tick: str
    strong: bool


def months_between(first: tuple[int, int], last: tuple[int, int]) -> int:
    """How many months from one to the other, both counted."""
    return (last[0] - first[0]) * 12 + last[1] - first[1] + 1


def window(counts: dict[tuple[int, int], int]) -> tuple[dict[tuple[int, int], int], int, int]:
    """The months worth drawing, and how many events lie before and after them.

    "Dissolved in 1991" in an article of 2023 would else press all that is news into a few thin bars.
    """
    kept, outside = sorted(counts), [0, 0]
    allowed = sum(counts.values()) * OUTLYING_SHARE
    while months_between(kept[0], kept[-1]) > MOST_MONTHS and len(kept) > FEWEST_BARS:
        # The end with the wider gap beside it goes first.
        at_start = months_between(kept[0], kept[1]) >= months_between(kept[-2], kept[-1])
        month = kept[0] if at_start else kept[-1]
        if sum(outside) + counts[month] > allowed:
            break
        outside[0 if at_start else 1] += counts[month]
        kept.remove(month)
    return {month: counts[month] for month in kept}, outside[0], outside[1]


def _months(counts: dict[tuple[int, int], int], step: int) -> list[_Bin]:
    """Bins of `step` months (1, 3 or 12) from the first to the last month with an event."""
    first, last = min(counts), max(counts)
    begin = first[0] * 12 + (first[1] - 1) // step * step
    end = last[0] * 12 + last[1] - 1
    bins = []
    for place in range(begin, end + 1, step):
        keys = [((place + k) // 12, (place + k) % 12 + 1) for k in range(step)]
        number = sum(counts.get(key, 0) for key in keys)
        since, (year, month) = date(*keys[0], 1), keys[-1]
        until = date(year, month, monthrange(year, month)[1])
        january = since.month == 1
        if step == 1:
            name, tick = f"{since:%B} {since.year}", {1: str(since.year), 7: "July"}.get(since.month, "")
        elif step == 3:
            name, tick = f"Q{(since.month + 2) // 3} {since.year}", str(since.year) if january else ""
        else:
            name, tick = str(since.year), str(since.year)
        bins.append(_Bin(since, until, number, name, tick, january))
    return bins


def _bars(bins: list[_Bin], chosen: Filter, width: float) -> list[Bar]:
    column = min(width / len(bins), WIDEST_COLUMN)
    top = max(each.number for each in bins) or 1
    gap = min(4.0, column * 0.15)
    # Labels of years stand at most every 34 units, else they run into each other.
    every = max(1, round(34 / column)) if bins[0].tick and all(each.tick for each in bins) else 1
    found = []
    for place, each in enumerate(bins):
        height = HEIGHT * each.number / top
        inside = not (chosen.since or chosen.until) or (
            (chosen.since is None or each.until >= chosen.since)
            and (chosen.until is None or each.since <= chosen.until)
        )
        found.append(
            Bar(
                x=round(place * column, 2),
                column=round(column, 2),
                left=round(place * column + gap, 2),
                width=round(column - 2 * gap, 2),
                y=round(HEIGHT - height, 2),
                height=round(height, 2),
                name=f"{each.name}, {counted(each.number, 'event')}",
                tick=each.tick if place % every == 0 else "",
                strong=each.strong,
                chosen=inside,
                query=chosen.query_string(since=each.since, until=each.until),
            )
        )
    return found


def histogram(chosen: Filter, events: EventQuerySet, field: str) -> Histogram | None:
    """The months of the events that pass all but the dates of the filter; None for fewer than two bars."""
    rows = (
        chosen.without("dates")
        .apply(events)
        .annotate(month=TruncMonth(field))
        .values_list("month")
        .annotate(number=Count("id", distinct=True))
        .order_by()
    )
    counts = {(month.year, month.month): number for month, number in rows if month}
    if not counts:
        return None
    kept, earlier, later = window(counts)
    first, last = min(kept), max(kept)
    span = months_between(first, last)
    if span < FEWEST_BARS or last[0] - first[0] > MOST_YEARS:
        return None
    step = next((step for step in UNITS if span <= step * MOST_MONTHS), 12)
    bins = _months(kept, step)
    small = bins if len(bins) <= NARROW_BARS else _months(kept, 3 if span <= 3 * NARROW_BARS else 12)
    return Histogram(
        wide=_bars(bins, chosen, WIDTH - 20),
        narrow=_bars(small, chosen, 360),
        unit=UNITS[step],
        top=max(each.number for each in bins),
        selected=chosen.dates_in_words(),
        all_query=chosen.without("dates").query_string(),
        all_years=f"{min(counts)[0]} to {max(counts)[0]}",
        earlier=earlier,
        earlier_query=chosen.query_string(since=None, until=bins[0].since - timedelta(days=1)),
        later=later,
        later_query=chosen.query_string(since=bins[-1].until + timedelta(days=1), until=None),
    )

"""How dates, sums and lists are put into words on the board."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from babel.numbers import get_currency_symbol

SEASONS = {3: "spring", 6: "summer", 9: "fall", 12: "winter"}
SCALES = (
    (Decimal(10) ** 12, "tn", "trillion"),
    (Decimal(10) ** 9, "bn", "billion"),
    (Decimal(10) ** 6, "m", "million"),
)


@dataclass(frozen=True, slots=True)
class DateLabel:
    """A date as the rail shows it: as exact as it is known and no more.

    `months` says which of the twelve months of `year` are meant, where a strip of them helps.
    """

    title: str
    note: str
    iso: str = ""
    year: int = 0
    months: tuple[bool, ...] = ()

    @property
    def in_words(self) -> str:
        """For those who do not see the strip."""
        return f"{self.title}, {self.note}" if self.note else self.title

    @property
    def strip(self) -> list[tuple[int, bool]]:
        """The left edge in pixels of each month's box, and whether that month is meant."""
        return [(place * 6, on) for place, on in enumerate(self.months)]


def day_month(day: date) -> str:
    """`13 June`"""
    return f"{day.day} {day:%B}"


def full_day(day: date) -> str:
    """`13 June 2023`"""
    return f"{day_month(day)} {day.year}"


def short_day(day: date) -> str:
    """`13 Jun 2023`"""
    return f"{day.day} {day:%b} {day.year}"


def span_of_days(start: date, end: date, *, year: bool = True) -> str:
    """`11–12 July 2023`, `30 June – 2 July 2023`, `24 February 2022 – 13 June 2023`."""
    if start == end:
        return full_day(start) if year else day_month(start)
    if start.year != end.year:
        return f"{full_day(start)} – {full_day(end)}"
    tail = f" {end.year}" if year else ""
    if start.month == end.month:
        return f"{start.day}–{day_month(end)}{tail}"
    return f"{day_month(start)} – {day_month(end)}{tail}"


def _whole_years(start: date, end: date) -> bool:
    """Whether the span is one of whole years: "in the 1940s" is no affair of 1 January."""
    return (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)


def long_span(start: date, end: date) -> str:
    """`1940–1949`, or `24 Feb 2022 – 13 Jun 2023`."""
    if _whole_years(start, end) and start.year != end.year:
        return f"{start.year}–{end.year}"
    return f"{short_day(start)} – {short_day(end)}"


def duration(start: date, end: date) -> str:
    """How long a span is, as people say it: `12 days`, `16 months`, `8 years`."""
    number = (end - start).days + 1
    if number <= 60:
        return counted(number, "day")
    if number <= 730:
        return counted(round(number / 30.44), "month")
    return counted(round(number / 365.25), "year")


def season(start: date, end: date) -> str:
    """`fall 2023`, `winter 2023–24`; seasons are meteorological."""
    name = SEASONS.get(start.month, "season")
    years = f"{start.year}" if start.year == end.year else f"{start.year}–{end.year % 100:02}"
    return f"{name} {years}"


def when(start: date | None, end: date | None, precision: str) -> str:
    """A date in words, as exact as it is known; empty where there is none."""
    if start is None or end is None:
        return ""
    match precision:
        case "month":
            return f"{start:%B} {start.year}"
        case "season":
            return season(start, end)
        case "quarter":
            return f"Q{(start.month + 2) // 3} {start.year}"
        case "year":
            return f"{start.year}"
        case "week":
            return f"week of {full_day(start)}"
        case _ if _whole_years(start, end) and start.year != end.year:
            return long_span(start, end)
        case _:
            return span_of_days(start, end)


def strip_of_months(start: date, end: date) -> tuple[bool, ...]:
    """Which months of the year are meant; empty where the span leaves the year."""
    if start.year != end.year:
        return ()
    return tuple(start.month <= month <= end.month for month in range(1, 13))


def rail_label(start: date | None, end: date | None, precision: str, reported: date) -> DateLabel:
    """What stands on the rail for an event of this date, first reported on `reported`."""
    if start is None or end is None:
        return DateLabel("No date", f"reported {short_day(reported)}")
    strip = strip_of_months(start, end)
    months = f"{start:%b} to {end:%b}"
    match precision:
        case "month":
            return DateLabel(when(start, end, precision), "to the month", f"{start:%Y-%m}", start.year, strip)
        case "season" | "quarter":
            title = when(start, end, precision)
            return DateLabel(title[0].upper() + title[1:], months, "", start.year, strip)
        case "year":
            return DateLabel(f"{start.year}", "to the year", f"{start.year}")
        case "week":
            return DateLabel(span_of_days(start, end, year=False), f"that week · {end.year}")
        case _ if start == end:
            return DateLabel(day_month(start), f"{start:%a} · {start.year}", start.isoformat())
        case _ if (end - start).days <= 31 and start.year == end.year:
            title = span_of_days(start, end, year=False)
            return DateLabel(title, f"{start:%a}–{end:%a} · {start.year}")
        case _:
            return DateLabel(long_span(start, end), duration(start, end), "", start.year, strip)


def listed(words: Sequence[str], last: str = "and") -> str:
    """`aid`, `aid and summit`, `aid, summit and talks`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def counted(number: int, noun: str, plural: str = "") -> str:
    """`1 event`, `1,204 events`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def symbol(currency: str) -> str:
    """`$`, `€`, or the code with a blank where no sign is in common use."""
    if not currency:
        return ""
    sign = get_currency_symbol(currency, locale="en_US")
    return f"{sign} " if sign[-1].isalpha() else sign


def figure(value: Decimal, *, long: bool = False) -> str:
    """`325m` or `325 million`; at most two decimals, none that say nothing."""
    for size, short, name in SCALES:
        if abs(value) >= size:
            number = f"{value / size:,.2f}".rstrip("0").rstrip(".")
            return f"{number} {name}" if long else f"{number}{short}"
    return f"{value:,.2f}".removesuffix(".00")


def money(value: Decimal, currency: str, *, long: bool = False) -> str:
    """`$325m`, `SEK 13.3bn`, or in full `$325 million`."""
    return f"{symbol(currency)}{figure(value, long=long)}"


def sum_of_money(
    value: Decimal, currency: str, low: Decimal | None, high: Decimal | None, *, long: bool = False
) -> str:
    """A sum with its bounds in words: `up to $325m`, `over €2bn`, `$2bn to $3bn`."""
    if low is not None and high is not None and low != high:
        return f"{money(low, currency, long=long)} to {money(high, currency, long=long)}"
    bound = (
        "up to " if high is not None and low is None else "over " if low is not None and high is None else ""
    )
    return bound + money(value, currency, long=long)

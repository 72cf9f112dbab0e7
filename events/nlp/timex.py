"""TIMEX3 values and the calendar: from dates to values, and from values to the days that they cover."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from events.nlp.findings import Interval

ONE_DAY = timedelta(days=1)
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_VALUE = re.compile(
    r"(?P<year>[0-9]{4})"
    r"(?:-(?:W(?P<week>[0-9]{2})(?P<weekend>-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])"
    r"|(?P<season>SP|SU|FA|WI)|(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?))?(?:T.*)?"
)


def week_value(day: date) -> str:
    """The ISO week of a day, as TIMEX3 writes it: 2023-W24."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def month_value(day: date) -> str:
    """The month of a day: 2023-06."""
    return f"{day.year:04}-{day.month:02}"


def quarter_value(day: date) -> str:
    """The calendar quarter of a day: 2023-Q2."""
    return f"{day.year:04}-Q{(day.month + 2) // 3}"


def unit_value(day: date, unit: str) -> str:
    """The value of the day, week, month, quarter, year, decade or century that holds a day."""
    if unit in ("W", "F"):
        return week_value(day)
    if unit == "WE":
        return week_value(day) + "-WE"
    if unit == "M":
        return month_value(day)
    if unit == "Q":
        return quarter_value(day)
    if unit == "D":
        return day.isoformat()
    return f"{day.year:04}"[: {"Y": 4, "E": 3, "C": 2}.get(unit, 4)]


def shift(day: date, count: float, unit: str) -> date:
    """A day moved by so many units; the day of the month is clipped (31 January to 28 February).

    Raises ValueError or OverflowError where the calendar does not reach.
    """
    days = {"S": 0, "Min": 0, "H": 1 / 24, "D": 1, "W": 7, "WE": 7, "F": 14}.get(unit)
    if days is not None:
        return day + timedelta(days=round(count * days))
    months = (
        day.year * 12 + day.month - 1 + round(count * {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}[unit])
    )
    year, month = divmod(months, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(f"no calendar for the year {year}")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def duration_value(count: float | None, unit: str) -> str:
    """A length of time: P13M, PT24H, PXY where the count is not said."""
    if count is not None:
        factor, unit = {"F": (2, "W"), "E": (10, "Y"), "C": (100, "Y")}.get(unit, (1, unit))
        count *= factor
    if unit == "F":
        unit = "W"
    number = "X" if count is None else f"{count:g}" if count < 1e6 else f"{count:.0f}"
    if unit in ("H", "Min", "S"):
        smaller = {"H": "30M", "Min": "30S"}.get(unit)
        if count is not None and count % 1 == 0.5 and count > 1 and smaller:
            return f"PT{int(count)}{unit[0]}{smaller}"
        return f"PT{number}{unit[0]}"
    if unit == "Y" and count is not None and count % 1 == 0.5:
        return f"P{int(count)}Y6M" if count > 1 else "P6M"
    return f"P{number}{'D' if unit == 'WE' else unit}"


def interval_of(value: str) -> Interval | None:
    """The days that a TIMEX3 date or time covers; None where it names none."""
    if re.fullmatch("[0-9]{3}", value):
        return _years(int(value) * 10, 10)
    if re.fullmatch("[0-9]{2}", value):
        return _years(int(value) * 100, 100)
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    try:
        return _interval(match)
    except (ValueError, OverflowError):
        return None


def _years(first: int, count: int) -> Interval | None:
    if first < 1:
        return None
    return Interval(date(first, 1, 1), date(first + count - 1, 12, 31), "range")


def _interval(match: re.Match[str]) -> Interval:
    year = int(match["year"])
    if match["week"]:
        monday = date.fromisocalendar(year, int(match["week"]), 1)
        if match["weekend"]:
            return Interval(monday + 5 * ONE_DAY, monday + 6 * ONE_DAY, "range")
        return Interval(monday, monday + 6 * ONE_DAY, "week")
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return Interval(day, day, "day")
    if match["month"]:
        return Interval(*months(year, int(match["month"]), 1), "month")
    if match["quarter"]:
        return Interval(*months(year, 3 * int(match["quarter"]) - 2, 3), "quarter")
    if match["half"]:
        return Interval(*months(year, 6 * int(match["half"]) - 5, 6), "range")
    if match["season"]:
        return Interval(*months(year, _SEASON_STARTS[match["season"]], 3), "season")
    return Interval(date(year, 1, 1), date(year, 12, 31), "year")


def months(year: int, first: int, count: int) -> tuple[date, date]:
    """First and last day of `count` months from month `first` (1 to 12) of a year."""
    start = date(year, first, 1)
    return start, shift(start, count, "M") - ONE_DAY


def season_value(day: date, season: str) -> str:
    """The latest season of that name which began on or before a day; winter counts by its December."""
    year = day.year if (day.month >= _SEASON_STARTS[season]) else day.year - 1
    return f"{year:04}-{season}"


def easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian computus."""
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = epact - (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    offset = moon - weekday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))


def nth_weekday(year: int, month: int, weekday: int, count: int) -> date:
    """The `count`-th such weekday (Monday 0) of a month; a negative count goes back from its end."""
    if count > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))
    last = months(year, month, 1)[1]
    return last - timedelta(days=(last.weekday() - weekday) % 7 - 7 * (count + 1))

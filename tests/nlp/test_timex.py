"""TIMEX3 values and the calendar behind them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.nlp import timex
from events.nlp.findings import Interval


@pytest.mark.parametrize(
    ("value", "start", "end", "precision"),
    [
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29), "day"),
        ("2024-02-29T14:00", date(2024, 2, 29), date(2024, 2, 29), "day"),
        ("2020-W53", date(2020, 12, 28), date(2021, 1, 3), "week"),
        ("2023-W24-WE", date(2023, 6, 17), date(2023, 6, 18), "range"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2023-Q4", date(2023, 10, 1), date(2023, 12, 31), "quarter"),
        ("2023-H2", date(2023, 7, 1), date(2023, 12, 31), "range"),
        ("2023-WI", date(2023, 12, 1), date(2024, 2, 29), "season"),
        ("2023", date(2023, 1, 1), date(2023, 12, 31), "year"),
        ("199", date(1990, 1, 1), date(1999, 12, 31), "range"),
    ],
)
def test_a_value_covers_days(value: str, start: date, end: date, precision: str) -> None:
    assert timex.interval_of(value) == Interval(start, end, precision)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "value", ["PRESENT_REF", "P13M", "XXXX-WXX-2", "2023-02-30", "2023-W60", "2023-13", "0000", ""]
)
def test_what_names_no_days_has_no_interval(value: str) -> None:
    assert timex.interval_of(value) is None


@pytest.mark.parametrize(
    ("day", "count", "unit", "moved"),
    [
        (date(2023, 1, 31), 1, "M", date(2023, 2, 28)),
        (date(2024, 2, 29), -1, "Y", date(2023, 2, 28)),
        (date(2023, 6, 13), -13, "M", date(2022, 5, 13)),
        (date(2023, 6, 13), 24, "H", date(2023, 6, 14)),
        (date(2023, 6, 13), -1, "E", date(2013, 6, 13)),
    ],
)
def test_days_are_moved_by_units(day: date, count: float, unit: str, moved: date) -> None:
    assert timex.shift(day, count, unit) == moved


def test_no_calendar_reaches_the_year_minus_one() -> None:
    with pytest.raises(OverflowError):
        timex.shift(date(2023, 6, 13), -3000, "Y")


@pytest.mark.parametrize(
    ("year", "sunday"),
    [(1961, (4, 2)), (2008, (3, 23)), (2011, (4, 24)), (2023, (4, 9)), (2024, (3, 31)), (2038, (4, 25))],
)
def test_easter(year: int, sunday: tuple[int, int]) -> None:
    assert timex.easter(year) == date(year, *sunday)


@given(st.integers(1583, 4000))
def test_easter_is_a_sunday_in_spring(year: int) -> None:
    sunday = timex.easter(year)
    assert sunday.weekday() == 6
    assert date(year, 3, 22) <= sunday <= date(year, 4, 25)


@pytest.mark.parametrize(
    ("year", "month", "weekday", "count", "day"),
    [
        (2023, 11, 3, 4, date(2023, 11, 23)),
        (2023, 9, 0, 1, date(2023, 9, 4)),
        (2023, 5, 0, -1, date(2023, 5, 29)),
    ],
)
def test_weekdays_are_counted_within_a_month(
    year: int, month: int, weekday: int, count: int, day: date
) -> None:
    assert timex.nth_weekday(year, month, weekday, count) == day


@given(st.dates(), st.sampled_from(["D", "W", "M", "Q", "Y"]))
def test_the_value_of_a_day_covers_it(day: date, unit: str) -> None:
    interval = timex.interval_of(timex.unit_value(day, unit))
    assert interval is None or interval.start <= day <= interval.end

"""Dates as exact as they are known, sums as they are printed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from events.wording import counted, listed, money, rail_label, sum_of_money, when

DAY = date(2023, 6, 13)


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        (date(2023, 6, 13), date(2023, 6, 13), "day", "13 June 2023"),
        (date(2023, 7, 11), date(2023, 7, 12), "range", "11–12 July 2023"),
        (date(2023, 6, 30), date(2023, 7, 2), "range", "30 June – 2 July 2023"),
        (date(2022, 2, 24), date(2023, 6, 13), "range", "24 February 2022 – 13 June 2023"),
        (date(1940, 1, 1), date(1949, 12, 31), "range", "1940–1949"),
        (date(2023, 7, 1), date(2023, 7, 31), "month", "July 2023"),
        (date(2023, 9, 1), date(2023, 11, 30), "season", "fall 2023"),
        (date(2023, 12, 1), date(2024, 2, 29), "season", "winter 2023–24"),
        (date(2023, 7, 1), date(2023, 9, 30), "quarter", "Q3 2023"),
        (date(2023, 1, 1), date(2023, 12, 31), "year", "2023"),
        (date(2023, 6, 12), date(2023, 6, 18), "week", "week of 12 June 2023"),
        (None, None, "", ""),
    ],
)
def test_dates_are_as_exact_as_known(
    start: date | None, end: date | None, precision: str, words: str
) -> None:
    assert when(start, end, precision) == words


@pytest.mark.parametrize(
    ("start", "end", "precision", "title", "note"),
    [
        (DAY, DAY, "day", "13 June", "Tue · 2023"),
        (date(2023, 7, 11), date(2023, 7, 12), "range", "11–12 July", "Tue–Wed · 2023"),
        (date(2023, 9, 1), date(2023, 11, 30), "season", "Fall 2023", "Sep to Nov"),
        (date(2023, 7, 1), date(2023, 7, 31), "month", "July 2023", "to the month"),
        (date(1940, 1, 1), date(1949, 12, 31), "range", "1940–1949", "10 years"),
        (date(2022, 2, 24), DAY, "range", "24 Feb 2022 – 13 Jun 2023", "16 months"),
        (None, None, "", "No date", "reported 13 Jun 2023"),
    ],
)
def test_the_rail_names_each_date(
    start: date | None, end: date | None, precision: str, title: str, note: str
) -> None:
    label = rail_label(start, end, precision, DAY)
    assert (label.title, label.note) == (title, note)


def test_the_strip_marks_the_months_that_are_meant() -> None:
    label = rail_label(date(2023, 9, 1), date(2023, 11, 30), "season", DAY)
    assert [place for place, on in enumerate(label.months, start=1) if on] == [9, 10, 11]


@pytest.mark.parametrize(
    ("value", "currency", "short", "full"),
    [
        ("325000000", "USD", "$325m", "$325 million"),
        ("50000000000", "EUR", "€50bn", "€50 billion"),
        ("13300000000", "SEK", "SEK 13.3bn", "SEK 13.3 billion"),
        ("39700000000", "USD", "$39.7bn", "$39.7 billion"),
        ("1250", "GBP", "£1,250", "£1,250"),
        ("12.5", "", "12.50", "12.50"),
        ("1000000000000", "JPY", "¥1tn", "¥1 trillion"),
    ],
)
def test_sums_are_printed_short_and_in_full(value: str, currency: str, short: str, full: str) -> None:
    assert money(Decimal(value), currency) == short
    assert money(Decimal(value), currency, long=True) == full


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (None, 2_000_000, "up to $2m"),
        (2_000_000, None, "over $2m"),
        (2_000_000, 3_000_000, "$2m to $3m"),
        (None, None, "$2m"),
    ],
)
def test_bounds_of_sums_are_said(low: int | None, high: int | None, words: str) -> None:
    bounds = [None if bound is None else Decimal(bound) for bound in (low, high)]
    assert sum_of_money(Decimal(2_000_000), "USD", *bounds) == words


def test_lists_and_counts_read_as_english() -> None:
    assert listed(["aid", "summit", "talks"]) == "aid, summit and talks"
    assert counted(1, "event") == "1 event"
    assert counted(1_204, "country", "countries") == "1,204 countries"

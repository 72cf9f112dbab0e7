"""The bars above a timeline."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.filters import Filter, board_events
from events.histogram import MOST_MONTHS, histogram, months_between, window
from tests.making import make_article, make_event

MONTHS = st.dictionaries(
    st.tuples(st.integers(1900, 2100), st.integers(1, 12)), st.integers(1, 50), min_size=1, max_size=30
)


@given(MONTHS)
def test_no_event_is_lost_between_what_is_drawn_and_what_is_counted(
    counts: dict[tuple[int, int], int],
) -> None:
    kept, earlier, later = window(counts)
    assert kept
    assert sum(kept.values()) + earlier + later == sum(counts.values())
    assert sum(number for month, number in counts.items() if month < min(kept)) == earlier


def test_one_event_of_long_ago_does_not_press_the_rest_together() -> None:
    counts = {(1940, 1): 1} | {(2023, month): 9 for month in range(1, 13)}
    kept, earlier, later = window(counts)
    assert (earlier, later) == (1, 0)
    assert months_between(min(kept), max(kept)) <= MOST_MONTHS


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("years", "unit", "bars"),
    [
        ((2022, 2023), "month", 13),
        ((2018, 2023), "quarter", 21),
        ((2003, 2023), "year", 21),
        ((2023,), None, 0),
    ],
)
def test_months_are_drawn_and_quarters_or_years_where_months_are_too_many(
    years: tuple[int, ...], unit: str | None, bars: int
) -> None:
    for number, year in enumerate(years):
        make_event(make_article(title=f"Article {number}"), "pledged", day=date(year, 6, 13))
    drawn = histogram(Filter(), board_events(), "sort_on")
    assert (drawn and drawn.unit, len(drawn.wide) if drawn else 0) == (unit, bars)


@pytest.mark.django_db
def test_bars_outside_the_chosen_dates_are_pale_and_each_links_to_its_month() -> None:
    for number, month in enumerate((5, 6, 7)):
        make_event(make_article(title=f"Article {number}"), "pledged", day=date(2023, month, 13))
    chosen = Filter(since=date(2023, 6, 1), until=date(2023, 6, 30))
    drawn = histogram(chosen, board_events(), "sort_on")
    assert drawn is not None
    assert [bar.chosen for bar in drawn.wide] == [False, True, False]
    assert drawn.wide[2].query == "from=2023-07-01&to=2023-07-31"
    assert drawn.all_query == ""

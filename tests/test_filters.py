"""A filter's address, its words and what passes it."""

from __future__ import annotations

from datetime import date

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events.facets import facets
from events.filters import FIELDS, OTHERS, Filter, board_events, parse_day
from events.models import Entity, Event
from tests.making import make_article, make_board, make_entity, make_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def board() -> dict[str, Event]:
    return make_board()


def read(query: str) -> Filter:
    return Filter.from_query(QueryDict(query))


def names(query: str, board: dict[str, Event]) -> set[str]:
    by_id = {event.pk: name for name, event in board.items()}
    return {by_id[event.pk] for event in read(query).apply(board_events())}


@pytest.mark.parametrize(
    ("query", "passing"),
    [
        ("", {"aid", "meeting", "summit", "accession", "leadership"}),
        ("type=aid", {"aid"}),
        ("type=aid&type=summit", {"aid", "summit"}),
        ("country=UA", {"aid"}),
        ("country=ukraine", {"aid"}),
        ("country=LT", {"summit"}),
        ("country=UA&country=SE", {"aid", "accession"}),
        ("person=jens-stoltenberg", {"meeting", "leadership"}),
        ("organisation=nato", {"summit", "accession"}),
        ("organisation=nato&type=summit", {"summit"}),
        ("status=scheduled", {"summit", "leadership"}),
        ("outlet=The+Harbour+Ledger&type=aid", {"aid"}),
        ("outlet=Nobody", set()),
        ("from=2023-07", {"summit", "leadership"}),
        ("to=2023-06-30", {"aid", "meeting", "accession"}),
        ("from=2023-07-20&to=2023-07-20", {"summit"}),
        ("from=2023-07&by=reported", set()),
        ("q=325", {"aid", "meeting", "summit", "accession", "leadership"}),
        ("q=%22blocks+Sweden%22", {"accession"}),
        ("q=nowhere+to+be+found", set()),
        ("q=%25", set()),
    ],
)
def test_what_passes(query: str, passing: set[str], board: dict[str, Event]) -> None:
    assert names(query, board) == passing


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", "All events"),
        ("type=aid&type=summit&country=UA", "Aid and summit events about Ukraine"),
        ("status=scheduled&from=2023-07&to=2023-07", "Scheduled events, in July 2023"),
        ("person=jens-stoltenberg&from=2023", "Events with Jens Stoltenberg, from 1 January 2023"),
        (
            "organisation=nato&q=summit+%22in+July%22",
            "Events involving NATO with “summit” and “in July” in the text",
        ),
        ("from=2023&to=2023&by=reported", "Events, reported in 2023"),
    ],
)
def test_a_filter_says_itself_in_words(query: str, words: str, board: dict[str, Event]) -> None:
    assert read(query).in_words() == words


@pytest.mark.parametrize(
    "query",
    [
        "type=aidd", "country=ZZ", "person=nobody", "organisation=nothing", "status=maybe", "from=soon",
        "from=2023-13", "from=2024&to=2023", "by=lunch", "order=random", "colour=red", "from=0000",
        "to=9999-99",
    ],
)  # fmt: skip
def test_what_is_not_understood_is_said_and_left_out(query: str, board: dict[str, Event]) -> None:
    chosen = read(query)
    assert len(chosen.problems) == 1
    assert not chosen.is_active
    assert chosen.query_string() == ""


def test_chips_take_one_part_away_each(board: dict[str, Event]) -> None:
    chosen = read("type=aid&country=UA&from=2023-06&to=2023-06&q=arms")
    assert [chip.label for chip in chosen.chips()] == ["Aid", "Ukraine", "In June 2023", "Words: arms"]
    for chip in chosen.chips():
        assert len(read(chip.without).chips()) == 3


def test_a_merged_entity_is_read_as_the_one_it_became(board: dict[str, Event]) -> None:
    nato = Entity.objects.get(slug="nato")
    make_entity("organisation", "Atlantic alliance", merged_into=nato)
    assert read("organisation=atlantic-alliance").query_string() == "organisation=nato"


def test_the_query_string_is_one_and_the_same_however_it_was_written(board: dict[str, Event]) -> None:
    query = "q=arms&order=newest&country=ua&type=AID&type=aid&from=2023-06&by=&person="
    assert read(query).query_string() == "type=aid&country=UA&from=2023-06-01&q=arms"


@given(
    st.lists(
        st.tuples(
            st.sampled_from([*FIELDS, *OTHERS, "other"]),
            st.text(max_size=12) | st.sampled_from(["aid", "UA", "nato", "2023", "2023-06-13", "newest"]),
        ),
        max_size=6,
    )
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_address_fails_and_each_has_one_form(pairs: list[tuple[str, str]]) -> None:
    query = QueryDict(mutable=True)
    for name, value in pairs:
        query.appendlist(name, value)
    chosen = Filter.from_query(query)
    chosen.apply(board_events()).count()
    assert read(chosen.query_string()).query_string() == chosen.query_string()
    assert chosen.in_words()


@pytest.mark.parametrize(
    ("value", "last", "day"),
    [
        ("2023-06-13", False, date(2023, 6, 13)),
        ("2024-02", True, date(2024, 2, 29)),
        ("2023", True, date(2023, 12, 31)),
        ("2023", False, date(2023, 1, 1)),
        ("2023-02-30", False, None),
        ("June", False, None),
        ("9999-12-31", True, date(9999, 12, 31)),
    ],
)
def test_days_months_and_years_are_read(value: str, last: bool, day: date | None) -> None:
    assert parse_day(value, last=last) == day


def test_facets_count_what_a_second_value_would_add(board: dict[str, Event]) -> None:
    chosen = read("type=aid")
    by_field = {facet.field: facet for facet in facets(chosen, board_events())}
    assert {value.choice.value: value.count for value in by_field["type"].values}["summit"] == 1
    assert {value.choice.label: value.count for value in by_field["country"].values} == {
        "United States": 1,
        "Ukraine": 1,
    }
    assert next(value for value in by_field["type"].values if value.on).query == ""


def test_a_chosen_value_shows_even_when_nothing_has_it(board: dict[str, Event]) -> None:
    by_field = {facet.field: facet for facet in facets(read("type=aid&outlet=Nobody"), board_events())}
    assert [(value.choice.value, value.count) for value in by_field["type"].values] == [("aid", 0)]


def test_withdrawn_and_merged_events_pass_no_filter(board: dict[str, Event]) -> None:
    article = make_article(title="Another")
    make_event(article, "pledged", merged_into=board["aid"])
    assert names("type=aid", board) == {"aid"}

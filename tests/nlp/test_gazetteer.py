"""Known names: how they are matched in a text, and who held which office when."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.nlp.gazetteer import fold, gazetteer, records, surname_of
from tests.timing import least_seconds


def names(text: str) -> list[tuple[str, str, str | None]]:
    """What each match says, to what it belongs, and its country."""
    found = gazetteer().find(fold(text))
    return [(text[m.start : m.end], m.entry.name, m.entry.country) for m in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U.S.-led talks", [("U.S.", "United States", "US")]),
        ("the US–Ukraine pact", [("US", "United States", "US"), ("Ukraine", "Ukraine", "UA")]),
        ("Russia-backed units", [("Russia", "Russia", "RU")]),
        ("Sweden’s bid", [("Sweden", "Sweden", "SE")]),
        ("Côte d’Ivoire voted", [("Côte d’Ivoire", "Ivory Coast", "CI")]),
        ("Cote d'Ivoire voted", [("Cote d'Ivoire", "Ivory Coast", "CI")]),
        ("Guinea-Bissau voted", [("Guinea-Bissau", "Guinea-Bissau", "GW")]),
        ("Papua New Guinea voted", [("Papua New Guinea", "Papua New Guinea", "PG")]),
        ("New Mexico voted", [("New Mexico", "New Mexico", "US")]),
        ("a Nigerien officer", [("Nigerien", "Niger", "NE")]),
        ("a Nigerian officer", [("Nigerian", "Nigeria", "NG")]),
        ("South Korean ships", [("South Korean", "South Korea", "KR")]),
        ("North Korean ships", [("North Korean", "North Korea", "KP")]),
        ("the Republic of the Congo", [("Republic of the Congo", "Republic of the Congo", "CG")]),
        ("Bank of America cut jobs", [("Bank of America", "Bank of America", "US")]),
        ("The Washington Post wrote", [("The Washington Post", "Washington Post", "US")]),
        ("the Kurdistan Workers’ Party", [("Kurdistan Workers’ Party", "Kurdistan Workers' Party", "TR")]),
        ("the Élysée said", [("Élysée", "France", "FR")]),
        ("the Donetsk People's Republic", [("Donetsk People's Republic", "Donetsk People's Republic", None)]),
        ("three Danes and a Finn", [("Danes", "Denmark", "DK"), ("Finn", "Finland", "FI")]),
        ("Volodymyr Zelensky spoke", [("Volodymyr Zelensky", "Volodymyr Zelenskyy", None)]),
        ("Recep Tayyip Erdogan spoke", [("Recep Tayyip Erdogan", "Recep Tayyip Erdoğan", None)]),
    ],
)
def test_a_name_is_found_as_written_in_the_news(
    text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "he told us that it was over",
        "a loan of US$4 billion",
        "the family ate turkey",
        "the oldest china in the cupboard",
        "a Finnmarkian",
        "who knows what it is",
    ],
)
def test_words_that_only_look_like_a_name_are_left_alone(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("name", "day", "title", "country"),
    [
        ("Mark Rutte", date(2022, 5, 1), "Prime Minister", "NL"),
        ("Mark Rutte", date(2025, 5, 1), "Secretary General of NATO", None),
        ("Liz Truss", date(2022, 7, 1), "Foreign Secretary", "GB"),
        ("Liz Truss", date(2022, 10, 1), "Prime Minister", "GB"),
        ("Hillary Clinton", date(2020, 1, 26), "Secretary of State", "US"),
    ],
)
def test_the_office_is_that_of_the_day(name: str, day: date, title: str, country: str | None) -> None:
    office = gazetteer().holders[name].office_on(day)
    assert office is not None
    assert (office.title, office.country) == (title, country)


def test_an_office_has_one_holder_at_a_time() -> None:
    held = gazetteer().in_office("GB", "Prime Minister", date(2023, 1, 1))
    assert held is not None
    assert held.name == "Rishi Sunak"
    assert gazetteer().in_office("GB", "Prime Minister", date(1700, 1, 1)) is None


@pytest.mark.parametrize(
    ("name", "surname"),
    [("Surangel Whipps Jr.", "Whipps"), ("Naruhito", "Naruhito"), ("Kim Jong-un", "Jong-un")],
)
def test_a_suffix_is_no_surname(name: str, surname: str) -> None:
    assert surname_of(name) == surname


def test_every_country_code_is_there_once() -> None:
    codes = [record["iso"] for record in records("countries") if record["iso"]]
    assert len(codes) == len(set(codes)) == 250


@pytest.mark.parametrize("file", ["organisations", "people", "regions"])
def test_every_country_of_a_record_is_one(file: str) -> None:
    known = gazetteer().countries
    for record in records(file):
        offices = record.get("offices", [record])
        assert all(office.get("country", "FR") in known for office in offices), record["name"]


@given(st.text(max_size=200))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_matching_takes_linear_time() -> None:
    gazetteer()
    text = "United States of United States Republic of the Democratic People's " * 2000
    assert least_seconds(lambda: names(text)) < 2

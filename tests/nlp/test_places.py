"""Towns and regions: their countries, chains of them, and what common nouns of place mean."""

from __future__ import annotations

from datetime import date

import pytest

from events.nlp.entities import find_entities
from events.nlp.pipeline import load
from events.nlp.places import country_of

DAY = date(2022, 6, 1)


@pytest.mark.parametrize(
    ("name", "context", "country"),
    [
        ("Lyon", set(), "FR"),
        ("Valencia", {"VE"}, "VE"),
        ("Cúcuta", set(), "CO"),
        ("Kharkov", set(), "UA"),
        ("Birmingham", set(), "GB"),
        ("Birmingham", {"US"}, "US"),
        ("Nowhereville", set(), None),
    ],
)
def test_a_town_is_in_its_country(name: str, context: set[str], country: str | None) -> None:
    assert country_of(name, context) == country


def place(text: str, word: str) -> tuple[str, str | None] | None:
    doc = load()(text)
    found = find_entities(doc, DAY)
    return found.place_at(next(t.i for t in doc if t.text == word))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The leaders met in Vilnius (Lithuania) in July.", "Vilnius", ("Vilnius", "LT")),
        ("A murder shocked the town of Moscow, Idaho, last week.", "Moscow", ("Moscow", "US")),
        ("The ministers will meet in Moscow on Friday.", "Moscow", ("Moscow", "RU")),
        ("Two officers died in Soacha, Cundinamarca, Colombia.", "Soacha", ("Soacha", "CO")),
        ("Shells hit the city of Homs before dawn.", "city", ("Homs", "SY")),
        ("Rebels took the village of Zarbula in northern Mali.", "village", ("Zarbula", "ML")),
        ("Tanks gathered at the Ukrainian border.", "border", ("Ukrainian border", "UA")),
        ("A tanker burned in the Gulf of Oman.", "Gulf", ("Gulf of Oman", None)),
        ("Voters in Atlanta, Georgia, went to the polls.", "Georgia", ("Georgia", "US")),
        ("Talks between Georgia and Armenia ended in Tbilisi.", "Georgia", ("Georgia", "GE")),
        ("They will meet in Damascus, Tehran and Moscow.", "Damascus", ("Damascus", "SY")),
        ("The delegation was received at the White House.", "House", ("White House", "US")),
    ],
)
def test_the_place_is_the_most_specific_name_with_the_country_of_its_chain(
    text: str, word: str, expected: tuple[str, str | None]
) -> None:
    assert place(text, word) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Nice weather returned on Sunday.", "Nice"),
        ("Delegates signed the Paris Agreement.", "Paris"),
        ("The French minister resigned.", "French"),
        ("The company built a border of stones.", "company"),
    ],
)
def test_no_place_is_seen_where_none_is_named(text: str, word: str) -> None:
    assert place(text, word) is None


@pytest.mark.model
def test_a_province_named_like_the_capital_is_not_the_government() -> None:
    doc = load()("Fighting spread in Damascus province.")
    mention = find_entities(doc, DAY).at(3)
    assert mention is not None
    assert mention.stands_for is None
    doc = load()("Damascus denied the report.")
    mention = find_entities(doc, DAY).at(0)
    assert mention is not None
    assert mention.stands_for == "SY"

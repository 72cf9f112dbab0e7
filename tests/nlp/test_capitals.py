"""Capitals: when they are the government and when the town."""

from __future__ import annotations

from datetime import date

import pytest

from events.nlp.entities import find_entities
from events.nlp.mentions import Resolved
from events.nlp.pipeline import load

pytestmark = pytest.mark.model


def at(text: str, word: str) -> Resolved:
    doc = load()(text)
    found = find_entities(doc, date(2022, 6, 1)).at(next(t.i for t in doc if t.text == word))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("Ankara has blocked the request of the two candidates.", "Ankara", "Turkey"),
        ("Washington on Tuesday pledged more money.", "Washington", "United States"),
        ("Ministers promised more aid to Kyiv.", "Kyiv", "Ukraine"),
        ("Norway will send artillery to Kyiv next week.", "Kyiv", "Ukraine"),
        ("Lawmakers deplored Budapest's veto.", "Budapest", "Hungary"),
        ("Ties with Moscow have soured since March.", "Moscow", "Russia"),
        ("The premier called on Moscow to release the captain.", "Moscow", "Russia"),
        ("Sanctions were imposed on Minsk over the vote.", "Minsk", "Belarus"),
        ("The sale of drones to Addis Ababa angered Cairo.", "Cairo", "Egypt"),
        ("Relations between Beijing and Canberra thawed.", "Canberra", "Australia"),
        ("The deal was signed by Doha and Oslo.", "Oslo", "Norway"),
        ("In May, Brussels proposed new rules for banks.", "Brussels", "European Union"),
    ],
)
def test_a_capital_that_acts_or_is_dealt_with_is_the_government(text: str, word: str, country: str) -> None:
    mention = at(text, word)
    assert (mention.name, mention.reason) == (country, "capital")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Officials met in Kyiv for two hours.", "Kyiv"),
        ("They agreed to it before the summit in Vilnius.", "Vilnius"),
        ("The minister arrived in Ankara for talks.", "Ankara"),
        ("He flew to Warsaw after the vote.", "Warsaw"),
        ("Norway will send soldiers to Kabul next week.", "Kabul"),
        ("The residents of Tbilisi stayed at home.", "Tbilisi"),
        ("London's mayor opened the bridge.", "London"),
        ("A Paris court sentenced him.", "Paris"),
        ("Tripoli fell to rebels in August.", "Tripoli"),
        ("Islamabad: The court ruled on Monday.", "Islamabad"),
        ("Moscow-backed rebels shelled the town.", "Moscow"),
    ],
)
def test_a_capital_where_things_happen_is_the_town(text: str, word: str) -> None:
    mention = at(text, word)
    assert (mention.kind, mention.reason) == ("place", "")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Strikes on Kyiv killed four people.", "Kyiv"),
        ("Explosions hit Kyiv at night.", "Kyiv"),
        ("Khartoum was shelled for a third day.", "Khartoum"),
        ("The siege of Damascus lasted a month.", "Damascus"),
    ],
)
def test_a_town_under_attack_acts_for_nobody(text: str, word: str) -> None:
    mention = at(text, word)
    assert (mention.kind, mention.stands_for) == ("place", None)

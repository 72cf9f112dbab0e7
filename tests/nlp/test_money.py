"""Sums of money: figure, currency, bounds and basis; and what only looks like money."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.nlp import currencies
from events.nlp.findings import Amount
from events.nlp.money import find_amounts, same_sum
from events.nlp.word_lists import word_list
from tests.timing import least_seconds


def only(text: str) -> tuple[str, Amount]:
    """The one amount of a text, with its wording."""
    (found,) = find_amounts(text)
    return text[found.start : found.end], found


@pytest.mark.parametrize(
    ("text", "wording", "value", "currency"),
    [
        ("It gave $325 million in arms.", "$325 million", 325e6, "USD"),
        ("It gave $1.2bn.", "$1.2bn", 1.2e9, "USD"),
        ("It gave £3m.", "£3m", 3e6, "GBP"),
        ("It gave €50 billion.", "€50 billion", 50e9, "EUR"),
        ("It gave €1,2 billion.", "€1,2 billion", 1.2e9, "EUR"),
        ("It gave $5,000,000.", "$5,000,000", 5e6, "USD"),
        ("It gave 1.200.000 euros.", "1.200.000 euros", 1.2e6, "EUR"),
        ("It gave US$3 billion.", "US$3 billion", 3e9, "USD"),
        ("It gave C$500 million.", "C$500 million", 500e6, "CAD"),
        ("It gave A$15 million.", "A$15 million", 15e6, "AUD"),
        ("It gave $A18 million.", "$A18 million", 18e6, "AUD"),
        ("It gave NZ$15 million.", "NZ$15 million", 15e6, "NZD"),
        ("It gave HK$15 million.", "HK$15 million", 15e6, "HKD"),
        ("It gave R$10 million.", "R$10 million", 10e6, "BRL"),
        ("It gave Rs 500 crore.", "Rs 500 crore", 5e9, "INR"),
        ("It gave Rp 7.8 trillion.", "Rp 7.8 trillion", 7.8e12, "IDR"),
        ("It gave EUR 5 million.", "EUR 5 million", 5e6, "EUR"),
        ("It gave 5 million USD.", "5 million USD", 5e6, "USD"),
        ("It gave 325 million Canadian dollars.", "325 million Canadian dollars", 325e6, "CAD"),
        ("It gave 12 million Hong Kong dollars.", "12 million Hong Kong dollars", 12e6, "HKD"),
        ("It gave 2.5 trillion yen.", "2.5 trillion yen", 2.5e12, "JPY"),
        ("It gave 20,000 euros.", "20,000 euros", 20e3, "EUR"),
        ("It gave 300 million hryvnias.", "300 million hryvnias", 300e6, "UAH"),
        ("It gave 40 million zlotys.", "40 million zlotys", 40e6, "PLN"),
        ("It gave 9 billion forints.", "9 billion forints", 9e9, "HUF"),
        ("It gave 10m shekels.", "10m shekels", 10e6, "ILS"),
        ("It gave 3 million won.", "3 million won", 3e6, "KRW"),
        ("It gave 10 million Swiss francs.", "10 million Swiss francs", 10e6, "CHF"),
        ("It gave 10 million CFA francs.", "10 million CFA francs", 10e6, "XOF"),
        ("It gave 500 million Swedish kronor.", "500 million Swedish kronor", 500e6, "SEK"),
        ("It gave 2 billion Czech crowns.", "2 billion Czech crowns", 2e9, "CZK"),
        ("It gave 2 billion Norwegian crowns.", "2 billion Norwegian crowns", 2e9, "NOK"),
        ("It gave 2 billion crowns.", "2 billion crowns", 2e9, None),
        ("It gave half a billion euros.", "half a billion euros", 0.5e9, "EUR"),
        ("It gave two and a half million dollars.", "two and a half million dollars", 2.5e6, "USD"),
        ("It gave one hundred million dollars.", "one hundred million dollars", 100e6, "USD"),
        ("It gave a 300-million-euro loan.", "300-million-euro", 300e6, "EUR"),
        ("He was fined 20,000 pounds.", "20,000 pounds", 20e3, "GBP"),
        ("It gave 47 million in new military aid.", "47 million", 47e6, None),
        ("It gave 47 million worth of medical assistance.", "47 million", 47e6, None),
        ("It gives $15 million a year.", "$15 million", 15e6, "USD"),
    ],
)
def test_sums_in_every_style(text: str, wording: str, value: float, currency: str | None) -> None:
    found = only(text)
    assert (found[0], found[1].value, found[1].currency) == (wording, value, currency)


@pytest.mark.parametrize(
    "text",
    [
        "It sent 155mm shells.",
        "Some 400 million people go hungry.",
        "It gave five million.",
        "Oil rose to $60 a barrel.",
        "Oil rose to $60 per barrel.",
        "Gold rose to $1,300/oz.",
        "The krona slid to 11.20 kronor against the dollar.",
        "It dropped a 2,000-pound bomb.",
        "Police seized 1,000 pounds of cocaine.",
        "The party that with 3 million won the vote.",
        "It won 20 seats.",
        "A multi-billion-dollar fund was set up.",
        "In 2022 it sent 300 tanks.",
        "It sent 47 million in May.",
        "The pipe is 5 m long.",
    ],
)
def test_what_only_looks_like_money_is_left_alone(text: str) -> None:
    assert find_amounts(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("It gave $1-2 billion.", 1e9, 2e9),
        ("It gave between $3bn and $4bn.", 3e9, 4e9),
        ("It gave between 3 and 4 million euros.", 3e6, 4e6),
        ("It gave $1.5 million to $2 million.", 1.5e6, 2e6),
        ("It gave up to €500m.", None, 500e6),
        ("It gave as much as €500m.", None, 500e6),
        ("It gave up to an additional €500m.", None, 500e6),
        ("It gave more than €500m.", 500e6, None),
        ("It gave at least €500m.", 500e6, None),
        ("It gave over €500m.", 500e6, None),
        ("It gave nearly €500m.", None, None),
        ("It gave €500m.", None, None),
    ],
)
def test_bounds(text: str, low: float | None, high: float | None) -> None:
    found = only(text)[1]
    assert (found.min, found.max) == (low, high)


def test_a_rise_from_one_sum_to_another_is_two_sums() -> None:
    assert [found.value for found in find_amounts("Aid rose from $3bn to $4bn.")] == [3e9, 4e9]


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Washington announced an additional $325 million.", "new"),
        ("Washington announced another $325 million.", "new"),
        ("Washington announced a further $325 million.", "new"),
        ("Washington announced $325 million more.", "new"),
        ("Washington announced $325 million in new arms.", "new"),
        ("Washington announced a new $325 million package.", "new"),
        ("Washington announced $325 million, bringing the sum to nearly $40 billion.", "total"),
        ("Washington has sent a total of $40 billion.", "total"),
        ("Washington has sent $40 billion in total.", "total"),
        ("Washington has sent $40 billion worth of arms since the invasion.", "total"),
        ("Washington has sent $40 billion so far.", "total"),
        ("Washington announced $325 million.", "other"),
        ("Washington announced more than $325 million.", "other"),
    ],
)
def test_basis(text: str, basis: str) -> None:
    assert find_amounts(text)[-1].basis == basis


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("It gave 5 million yuan ($790,000).", True),
        ("It gave 5 million yuan (about $790,000).", True),
        ("It gave 5 million yuan, or about $790,000.", True),
        ("It gave 5 million yuan and $790,000.", False),
        ("It gave $5 million ($790,000).", False),
        ("It gave 5 million yuan; later (in May) $790,000.", False),
    ],
)
def test_a_conversion_is_the_same_sum(text: str, same: bool) -> None:
    first, second = find_amounts(text)
    assert same_sum(first, second, text) is same


def test_the_second_conversion_is_the_same_sum_too() -> None:
    text = "It fetched €187,500 (£151,000, $233,800)."
    euros, pounds, dollars = find_amounts(text)
    assert same_sum(euros, pounds, text)
    assert same_sum(euros, dollars, text)


def test_every_living_currency_is_known_by_its_name() -> None:
    names = currencies.names()
    assert {"USD", "KES", "PEN", "GTQ", "XCD"} <= set(names.values())
    assert (names["kenyan shillings"], names["quetzals"], names["pesos"]) == ("KES", "GTQ", None)


_PIECES = st.sampled_from(
    [
        "\n",
        *word_list(
            "$ € US$ EUR 5 1.2 1,200 3.4.5 million bn m half a an two and to - – between up more than pounds "
            "yuan won ( ) . , per barrel in military aid since the total of another ٣ ² İ"
        ),
    ]
)


@given(st.one_of(st.text(), st.lists(_PIECES, max_size=30).map(" ".join), st.lists(_PIECES).map("".join)))
def test_any_text_is_read_in_order_and_within_its_bounds(text: str) -> None:
    reached = 0
    for found in find_amounts(text):
        assert reached <= found.start < found.end <= len(text)
        assert text[found.start : found.end].strip()
        assert found.min is None or found.max is None or found.min <= found.max
        reached = found.end


@pytest.mark.parametrize(
    "text",
    [
        "1" * 100_000,
        "$" * 100_000,
        "1," * 50_000,
        "$1 " * 8_000,
        "million " * 15_000,
        "half a " * 15_000,
        "twenty " * 15_000,
        " " * 100_000,
        "bringing " * 10_000 + "to $5",
        "$5" + " " * 100_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_hostile_text_costs_linear_time(text: str) -> None:
    assert least_seconds(lambda: find_amounts(text)) < 1.0

"""Headlines from templates."""

from __future__ import annotations

import pytest

from events.nlp.headlines import compose, join_names

TEMPLATES = [
    ({"stage": "pledged"}, "{donor} <pledges|pledge> [{amount} in ][{mode} ]aid[ to {recipient}]"),
    ({}, "[{mode} ]aid[ for {recipient}]"),
]


@pytest.mark.parametrize(
    ("facts", "names", "headline"),
    [
        (
            {"stage": "pledged", "mode": "military", "amount": "$325 million"},
            {"donor": ["Norway"], "recipient": ["Ukraine"]},
            "Norway pledges $325 million in military aid to Ukraine",
        ),
        ({"stage": "pledged"}, {"donor": ["Norway", "Denmark"]}, "Norway and Denmark pledge aid"),
        ({"stage": "pledged"}, {"recipient": ["Ukraine"]}, "Aid for Ukraine"),
        ({"stage": "delivered", "mode": "energy"}, {}, "Energy aid"),
    ],
)
def test_first_template_that_the_facts_meet_is_filled(
    facts: dict[str, str], names: dict[str, list[str]], headline: str
) -> None:
    assert compose(TEMPLATES, facts, names) == headline


def test_no_template_gives_none() -> None:
    assert compose([({"stage": "held"}, "{host} hosts talks")], {"stage": "held"}, {}) is None


@pytest.mark.parametrize(
    ("names", "joined"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
        (["A", "B", "C", "D", "E"], "A, B and 3 others"),
    ],
)
def test_names_are_joined_and_long_lists_shortened(names: list[str], joined: str) -> None:
    assert join_names(names) == joined

"""Rows of persons, each with a state."""

from __future__ import annotations

import pytest

from events.nlp.enumerations import persons_after
from events.nlp.pipeline import load

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "first", "others"),
    [
        (
            "Premier Tove Lindqvist of Sweden, President Aino Virtanen of Finland, and Juris Ozol met.",
            "Lindqvist",
            ["Virtanen"],
        ),
        (
            "He spoke with President Anna Weiss of Austria and Chancellor Peter Blom of Germany.",
            "Weiss",
            ["Blom"],
        ),
        ("He spoke with President Anna Weiss of Austria, and Peter Blom resigned.", "Weiss", []),
        ("He spoke with President Anna Weiss about trade.", "Weiss", []),
    ],
)
def test_the_names_of_a_row_are_found_from_its_first(text: str, first: str, others: list[str]) -> None:
    doc = load()(text)
    assert [t.text for t in persons_after(next(t for t in doc if t.text == first))] == others

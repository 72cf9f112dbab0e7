"""Counts of killed, injured, missing and detained."""

from __future__ import annotations

import pytest

from events.nlp.casualties import find_casualties


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("Twelve people were killed and 30 others injured.", {"killed": 12, "injured": 30}),
        ("The blast killed at least 14 people.", {"killed": {"min": 14, "max": None}}),
        ("The death toll from the quake rose to 1,204.", {"killed": 1204}),
        ("Dozens of villagers are missing.", {"missing": {"min": 24, "max": None}}),
        ("Police arrested 41 marchers.", {"detained": 41}),
        ("A soldier was killed.", {"killed": 1}),
        ("Twenty-two miners died.", {"killed": 22}),
        ("The bill was killed in committee.", {}),
        ("An injured man was seen.", {}),
        ("Ministers met for three hours.", {}),
        ("The price rose by 30 percent, killing demand.", {}),
    ],
)
def test_counts_are_read_with_how_exact_they_are(sentence: str, counts: dict[str, object]) -> None:
    assert find_casualties(sentence) == counts

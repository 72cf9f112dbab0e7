"""How types, modes and reasons are put on the board."""

from __future__ import annotations

import pytest

from events import vocabulary


@pytest.mark.parametrize(
    ("type_name", "names", "said"),
    [
        ("aid", ("military", "pledged"), "military, pledged"),
        ("protest", ("hunger_strike",), "hunger strike"),
        # What says nothing beside the label: "Attack other", "Election election".
        ("attack", ("other",), ""),
        ("election", ("election", "held"), "held"),
        ("meeting", ("", ""), ""),
    ],
)
def test_a_detail_says_more_than_the_label(type_name: str, names: tuple[str, ...], said: str) -> None:
    assert vocabulary.detail(type_name, *names) == said


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("capital", "because it is the capital"),
        ("surname", "by surname"),
        ("anything", "because anything"),
        ("", ""),
    ],
)
def test_a_reason_reads_as_the_end_of_a_sentence(reason: str, said: str) -> None:
    assert vocabulary.because(reason) == said

"""Marked text is the text, whatever the marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.highlight import Mark, Piece, around, occurrences, paragraphs, pieces

MARKS = st.lists(
    st.builds(
        Mark, st.integers(0, 80), st.integers(0, 80), st.sampled_from(["entity", "trigger", "evidence"])
    ),
    max_size=12,
)
TEXTS = st.text(alphabet=st.sampled_from("ab \n\t<&é😀"), max_size=60)


@given(TEXTS, MARKS)
def test_pieces_joined_are_the_text(text: str, marks: list[Mark]) -> None:
    assert "".join(piece.text for piece in pieces(text, marks)) == text


@given(TEXTS, MARKS)
def test_every_character_stands_under_just_the_marks_that_cover_it(text: str, marks: list[Mark]) -> None:
    place = 0
    for piece in pieces(text, marks):
        for _ in piece.text:
            covering = [mark.kind for mark in marks if mark.start <= place < mark.end]
            assert sorted(mark.kind for mark in piece.marks) == sorted(covering)
            place += 1


@given(TEXTS, MARKS)
def test_paragraphs_lose_nothing_but_blank_lines(text: str, marks: list[Mark]) -> None:
    shown = "".join(piece.text for paragraph in paragraphs(text, marks) for piece in paragraph)
    assert shown.split() == text.split() or "".join(shown.split()) == "".join(text.split())


@given(TEXTS, MARKS)
def test_each_mark_ends_once(text: str, marks: list[Mark]) -> None:
    ended = [mark for piece in pieces(text, marks) for mark in piece.ending]
    inside = [mark for mark in marks if min(mark.end, len(text)) > mark.start]
    assert len(ended) == len(inside)


@pytest.mark.parametrize(
    ("wording", "found"),
    [("Kyiv", ["Kyiv"]), ("Ky", []), ("the U.S.", ["the U.S."]), ("", []), ("Kyi(v", [])],
)
def test_wordings_are_found_as_whole_words(wording: str, found: list[str]) -> None:
    text = "In Kyiv the U.S. said so."
    assert [text[mark.start : mark.end] for mark in occurrences(text, [wording], "participant")] == found


def test_a_sentence_too_long_for_a_row_is_cut_around_its_trigger() -> None:
    start, end = around([], 100, 5_000, 3_000, 300)
    assert start < 3_000 < end
    assert end - start <= 300


def test_a_piece_knows_its_events() -> None:
    marks = [Mark(0, 4, "evidence", ref="1"), Mark(0, 4, "evidence", ref="2"), Mark(0, 2, "trigger", ref="1")]
    first: Piece = pieces("abcd", marks)[0]
    assert first.evidence_refs == "1 2"
    assert [mark.ref for mark in first.numbers] == ["1"]

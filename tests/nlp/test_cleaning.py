"""What is blanked in pasted news, and that nothing moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.nlp.cleaning import mask
from tests.timing import least_seconds


@pytest.mark.parametrize(
    "noise",
    [
        "Anna BergPhoto: picture desk / Northlight / Shutterstock Editorial",
        "Read more: What the summit means",
        "By Anna Berg and Tom Lind",
        "Share this article",
        "Published 4 May 2023, 10:12",
        "Reporting by Anna Berg; Editing by Tom Lind",
        "© 2023 The Harbour Ledger",
    ],
)
def test_page_furniture_is_blanked(noise: str) -> None:
    text = f"Oslo sent tanks.\n{noise}\nKyiv was glad."
    masked, spans = mask(text)
    assert masked.split() == ["Oslo", "sent", "tanks.", "Kyiv", "was", "glad."]
    assert len(masked) == len(text)
    assert spans


@pytest.mark.parametrize("start", ["23:40 - ", "9.05 p.m. – ", "18:30 GMT: "])
def test_the_clock_of_a_live_page_is_blanked(start: str) -> None:
    masked, _ = mask(f"The square filled.\n\n{start}Police closed it.")
    assert masked.split("\n\n")[1].strip() == "Police closed it."


@pytest.mark.parametrize(
    "text", ["The vote was at 10:30 - too late.", "12 - that is all.", "3.45 percent fell."]
)
def test_other_figures_stand(text: str) -> None:
    assert mask(text)[0] == text


@pytest.mark.parametrize("start", ["VILNIUS, July 11 (Newswire) - ", "WASHINGTON (NW) — ", "ACCRA, Ghana — "])
def test_dateline_is_blanked(start: str) -> None:
    masked, _ = mask(f"{start}The leaders met.")
    assert masked.strip() == "The leaders met."


@pytest.mark.parametrize(
    "sentence",
    [
        "He read more books than his minister.",
        "By Friday the army had left.",
        "The photo shows two ministers.",
        "A source close to the talks said no.",
        "NATO and the EU met in Oslo.",
        "Updated plans were shown to the ministers in Oslo, and the army was told to stay put.",
    ],
)
def test_sentence_that_only_looks_like_furniture_stays(sentence: str) -> None:
    assert mask(sentence) == (sentence, ())


def test_long_run_without_a_space_is_cut_to_what_the_tokenizer_bears() -> None:
    masked, _ = mask("(" * 20_000)
    assert len(masked) == 20_000
    assert len(masked.rstrip()) == 200


@given(st.text())
def test_length_and_line_breaks_never_change(text: str) -> None:
    masked, spans = mask(text)
    assert len(masked) == len(text)
    assert all(m == t or m == " " for m, t in zip(masked, text, strict=True))
    assert all(0 <= s.start < s.end <= len(text) for s in spans)


@pytest.mark.parametrize("piece", ["A B ", "(", "Photo: ", "By A ", "READ MORE\n", "ABC, Abc 1 (", "\n"])
def test_adversarial_text_takes_linear_time(piece: str) -> None:
    assert least_seconds(lambda: mask(piece * (200_000 // len(piece)))) < 2

"""Pasted text becomes plain, and stays the same article however it is pasted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.ingest.tidy import CONTROLS, INVISIBLE, content_hash, looks_binary, tidy_line, tidy_text
from tests.timing import least_seconds


@pytest.mark.parametrize(
    ("pasted", "tidy"),
    [
        ("One\r\nTwo\rThree", "One\nTwo\nThree"),
        ("Stol\u00adten\u00adberg\u200b said", "Stoltenberg said"),
        ("$325\u00a0million", "$325 million"),
        ("\ufeffThe Kremlin\u202e said", "The Kremlin said"),
        ("It\u2019s “so”", "It\u2019s “so”"),
        ("Poland\u00e2\u20ac\u2122s aid", "Poland\u2019s aid"),
        ("a\x07b\x00c", "abc"),
        ("one\n\n\n\n\ntwo   \nthree", "one\n\ntwo\nthree"),
        ("e\u0301lan", "élan"),
        ("<script>alert(1)</script> &amp; more", "<script>alert(1)</script> &amp; more"),
        ("Johnson &amp; Johnson", "Johnson & Johnson"),
    ],
)
def test_text_becomes_plain(pasted: str, tidy: str) -> None:
    assert tidy_text(pasted) == tidy


def test_a_title_becomes_one_line() -> None:
    assert tidy_line("  Aid\n for\u00a0 Ukraine ") == "Aid for Ukraine"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_nothing_invisible_is_left(text: str) -> None:
    tidy = tidy_text(text)
    assert not INVISIBLE.search(tidy)
    assert not CONTROLS.search(tidy)
    assert tidy == tidy.strip()


@given(
    st.lists(st.sampled_from(["Kyiv", "said", "it.", "Ünal"]), min_size=1),
    st.sampled_from([" ", "\n", "  \n\n", ""]),
)
def test_whitespace_makes_no_other_article(words: list[str], gap: str) -> None:
    assert content_hash(gap.join(words)) == content_hash(" ".join(words))


def test_another_word_makes_another_article() -> None:
    assert content_hash("Norway pledged 10") != content_hash("Norway pledged 11")


@pytest.mark.parametrize(
    "text",
    [
        "PK\x03\x04\x14\x00\x08",
        "%PDF-1.7 \ufffd\ufffd\ufffd\ufffd stream \ufffd",
        "\x01\x02\x03\x04 text",
        "\ue000" * 50,
    ],
)
def test_the_bytes_of_a_file_are_told(text: str) -> None:
    assert looks_binary(text)


@pytest.mark.parametrize(
    "text", ["", "Plain\ttext\r\n", "One \ufffd slip in a sentence of text.", "北京 — 习近平 said 😀"]
)
def test_writing_is_no_binary(text: str) -> None:
    assert not looks_binary(text)


@pytest.mark.parametrize(
    "text", ["(" * 200_000, "\n" * 200_000, "&amp;" * 40_000, "a\u200b" * 100_000, "Ã©" * 100_000]
)
def test_no_text_keeps_it_busy(text: str) -> None:
    assert least_seconds(lambda: (content_hash(tidy_text(text)), looks_binary(text))) < 3

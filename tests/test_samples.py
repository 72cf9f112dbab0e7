"""The sample articles are well formed, belong to no real outlet and tell some happenings more than once."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

SAMPLES = Path(__file__).resolve().parents[1] / "events" / "data" / "samples" / "articles.jsonl"

HOSTS = {
    "Aurelia Press Bureau": "aurelia-press.example",
    "Kestrel News Service": "kestrel-news.example",
    "Lindenhof Tagesbrief": "lindenhof-tagesbrief.example",
    "Northgate Wire": "northgate-wire.example",
    "The Copperfield Post": "copperfield-post.example",
    "The Harbour Ledger": "harbour-ledger.example",
    "The Saltmarsh Gazette": "saltmarsh-gazette.example",
    "Vistula Courier": "vistula-courier.example",
}
REQUIRED = {"id", "title", "outlet", "url", "author", "published", "text"}
OPTIONAL = {"happening"}
TYPOGRAPHIC = set("\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u00a3\u20ac")
LOWERCASE_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

Row = dict[str, Any]


def _rows() -> list[Row]:
    with SAMPLES.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


ROWS = _rows()


def _happenings() -> dict[str, list[Row]]:
    told: dict[str, list[Row]] = defaultdict(list)
    for row in ROWS:
        if "happening" in row:
            told[row["happening"]].append(row)
    return told


def test_there_are_enough_samples_from_every_outlet() -> None:
    assert len(ROWS) >= 30
    assert {row["outlet"] for row in ROWS} == set(HOSTS)


@pytest.mark.parametrize("key", ["id", "url", "title", "text"])
def test_no_two_samples_share_a_value(key: str) -> None:
    values = [row[key] for row in ROWS]
    assert len(values) == len(set(values))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_each_sample_has_the_known_fields_filled(row: Row) -> None:
    assert REQUIRED <= set(row) <= REQUIRED | OPTIONAL
    assert all(isinstance(value, str) and value == value.strip() and value for value in row.values())
    assert re.fullmatch(r"sample-\d{3}-[a-z0-9-]+", row["id"])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_each_address_is_reserved_and_its_outlets_own(row: Row) -> None:
    # .example is reserved (RFC 2606), so no reader can land on somebody's real page.
    address = urlsplit(row["url"])
    assert address.scheme == "https"
    assert address.hostname == HOSTS[row["outlet"]]
    assert address.path.startswith(date.fromisoformat(row["published"]).strftime("/%Y/%m/%d/"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_each_date_is_within_the_years_told(row: Row) -> None:
    published = date.fromisoformat(row["published"])
    assert row["published"] == published.isoformat()
    assert date(2022, 1, 1) <= published <= date(2024, 12, 31)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_each_text_has_120_to_350_words_in_paragraphs(row: Row) -> None:
    paragraphs = row["text"].split("\n\n")
    assert 120 <= len(row["text"].split()) <= 350
    assert len(paragraphs) >= 3
    assert all(paragraph == paragraph.strip() and paragraph for paragraph in paragraphs)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_each_text_is_clean(row: Row) -> None:
    text = row["text"]
    assert text == unicodedata.normalize("NFC", text)
    odd = {c for c in text if not (c.isascii() or c.isalpha() or c in TYPOGRAPHIC)}
    odd |= {c for c in text if c.isascii() and not c.isprintable() and c != "\n"}
    assert not odd
    assert "  " not in text
    assert "\n\n\n" not in text


def test_four_happenings_are_told_by_different_outlets() -> None:
    told_twice = {name for name, rows in _happenings().items() if len({row["outlet"] for row in rows}) >= 2}
    assert len(told_twice) >= 4


def test_the_vilnius_summit_is_told_by_three_outlets() -> None:
    assert len({row["outlet"] for row in _happenings()["vilnius-summit-2023"]}) >= 3


@pytest.mark.parametrize("name", sorted(_happenings()))
def test_a_shared_happening_is_told_close_in_time_and_in_other_words(name: str) -> None:
    rows = _happenings()[name]
    assert LOWERCASE_NAME.fullmatch(name)
    assert len(rows) >= 2, "the key is only for happenings that several samples share"
    days = [date.fromisoformat(row["published"]) for row in rows]
    assert max(days) - min(days) <= timedelta(days=90)
    opening_sentences = {row["text"].split(". ")[0] for row in rows}
    assert len(opening_sentences) == len(rows)

"""The day of publication is found where the text says it, and never taken out of a sentence."""

from __future__ import annotations

from datetime import date

import pytest

from events.ingest.dates import find_published, published_in_url
from tests.timing import least_seconds

JUNE = date(2023, 6, 13)


@pytest.mark.parametrize(
    ("text", "how", "wording"),
    [
        ("OSLO, June 13, 2023 (AFP) — Norway gives more.", "dateline", "June 13, 2023"),
        ("OSLO, Norway — June 13, 2023 — Norway gives more.", "dateline", "June 13, 2023"),
        ("Oslo, 13 June 2023 - Norway gives more.", "dateline", "13 June 2023"),
        (
            "Norway\nPublished Tuesday 13 June 2023, 16:40\nUpdated 14 June 2023",
            "said",
            "13 June 2023",
        ),
        ("Updated: June 14, 2023. Published: June 13, 2023\nText.", "said", "June 13, 2023"),
        ("Norway gives more\nJune 13, 2023\nText.", "own line", "June 13, 2023"),
        ("By Jane Doe | Jun. 13, 2023 4:40 pm ET\nText.", "own line", "Jun. 13, 2023"),
        ("Posted on 13th of June 2023\nText.", "said", "13th of June 2023"),
        ("Norway gives more\n13.06.2023 14:00\nText.", "own line", "13.06.2023"),
        ("Norway gives more.\n\nPublished 2023-06-13T10:00:00Z", "said", "2023-06-13"),
    ],
)
def test_the_day_of_publication_is_found(text: str, how: str, wording: str) -> None:
    found = find_published(text)
    assert found is not None
    assert (found.date, found.how, found.wording) == (JUNE, how, wording)
    assert text[found.start : found.end] == wording


@pytest.mark.parametrize(
    "text",
    [
        "On June 13, 2023, the leaders met in Vilnius and agreed.",
        "It has supplied arms since the February 24, 2022, Russian invasion.",
        "Finland joined NATO on April 4, 2023",
        "The war began on February 24, 2022.",
        "Last updated Tuesday, June 13, 2023 / 5:00 PM",
        "06/07/2023\nThis may be June or July.",
        "February 31, 2023\nNo such day.",
        "OSLO (Agency) - June 13 was a day without a year.",
        "",
    ],
)
def test_other_dates_are_left_alone(text: str) -> None:
    assert find_published(text) is None


def test_the_middle_of_an_article_says_nothing_of_its_publication() -> None:
    lines = ["A line of the article."] * 30
    lines[15] = "June 13, 2023"
    assert find_published("\n".join(lines)) is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2023/06/13/norway-gives-more", JUNE),
        ("https://a.example/world/2023-06-13-norway", JUNE),
        ("https://a.example/2023/jun/13/norway", JUNE),
        ("https://a.example/2023/13/45/norway", None),
        ("https://a.example/story/20230613999", None),
    ],
)
def test_an_address_may_hold_the_day(url: str, day: date | None) -> None:
    assert published_in_url(url) == day


@pytest.mark.parametrize(
    "text",
    ["january 1 " * 20_000, "1" * 200_000, "A, " * 66_000, "published " * 20_000, "May 1, 2023\n" * 15_000],
)
def test_no_text_keeps_it_busy(text: str) -> None:
    assert least_seconds(lambda: find_published(text)) < 1

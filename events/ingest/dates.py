"""Finds the day on which a pasted article was published, where its text says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

MONTHS = {
    month: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for month in names.split()
}  # fmt: skip
_MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = (
    rf"(?<![\w.]){_MONTH} {{0,2}}{_DAY},? {{1,2}}{_YEAR}(?!\d)",
    rf"(?<![\w./-]){_DAY}\.? {{0,2}}(?:of )?{_MONTH},? {{0,2}}{_YEAR}(?!\d)",
    rf"(?<![\d./-]){_YEAR}[-/](?P<month>\d\d)[-/](?P<day>\d\d)(?![\d-])",
    rf"(?<![\d./-])(?P<day>\d{{1,2}})[./](?P<month>\d{{1,2}})[./]{_YEAR}(?!\d)",
)
FULL_DATE = tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)
NUMERIC = FULL_DATE[3]

SAID = re.compile(
    r"\b(published|posted|first published|issued|released|date|dated|publication date|created)\b",
    re.IGNORECASE,
)
UPDATED = re.compile(
    r"\b(updated|last modified|modified|edited|retrieved|accessed|viewed|copyright)\b|©", re.IGNORECASE
)
# "VILNIUS, July 11, 2023 (AFP) —", "WASHINGTON — July 11, 2023 —"
DATELINE = re.compile(r"[^\W\d_][^\n,—–]{1,40}(?:, [^\n,—–]{1,30}){0,2}(?:,| [—–-]| \() ?\Z")
AFTER_DATELINE = re.compile(r"\s{0,2}(?:\([^()\n]{1,40}\)\s{0,2}|/[^/\n]{1,40}/\s{0,2})?(?:[—–:|)]|-{1,2}\s)")

HEAD_LINES = 8
TAIL_LINES = 4
LINE_CHARS = 400
SHORT_LINE_WORDS = 12
URL_DATE = re.compile(
    r"/(?P<year>(?:19|20)\d\d)[/-]?(?P<month>\d\d|[a-z]{3})[/-]?(?P<day>\d\d)(?!\d)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date of publication with the words that say it: `start` and `end` are offsets in the text."""

    date: date
    start: int
    end: int
    wording: str
    how: Literal["said", "dateline", "own line"]


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    start: int


def find_published(text: str) -> FoundDate | None:
    """The day that the text gives as its own: after "Published", in a dateline, or alone on a line.

    Only the first and the last lines are looked at, and a date inside a sentence is never taken:
    "since the February 24, 2022, Russian invasion" says nothing about the day of publication.
    """
    lines = list(_edge_lines(text))
    found = [(line, candidate) for line in lines for candidate in _candidates(line)]
    for how, is_so in (("said", _is_said), ("dateline", _is_dateline), ("own line", _is_own_line)):
        for line, (match, day) in found:
            if is_so(line.text, match):
                start = line.start + match.start()
                return FoundDate(day, start, start + len(match.group()), match.group(), how)  # type: ignore[arg-type]
    return None


def published_in_url(url: str) -> date | None:
    """The day in an address such as /2023/06/13/title, /2023-06-13 or /2023/jun/13/."""
    match = URL_DATE.search(url[:1_000])
    return _day(match) if match else None


def _edge_lines(text: str) -> Iterator[_Line]:
    """The first and last lines that are not empty, cut to a length that a regular expression may see."""
    lines: list[_Line] = []
    start = 0
    for raw in text.split("\n"):
        if raw.strip():
            lines.append(_Line(raw[:LINE_CHARS], start))
        start += len(raw) + 1
    yield from lines[:HEAD_LINES]
    yield from lines[max(HEAD_LINES, len(lines) - TAIL_LINES) :]


def _candidates(line: _Line) -> Iterator[tuple[re.Match[str], date]]:
    for form in FULL_DATE:
        for match in form.finditer(line.text):
            if day := _day(match):
                yield match, day


def _day(match: re.Match[str]) -> date | None:
    month, day = match["month"].casefold(), int(match["day"])
    number = int(month) if month.isdigit() else MONTHS.get(month, 0)
    if match.re is NUMERIC and number != day:
        # 07/11/2023 is July in Washington and November in London; 13/06/2023 is June anywhere.
        if number <= 12 and day <= 12:
            return None
        if number > 12:
            number, day = day, number
    try:
        return date(int(match["year"]), number, day)
    except ValueError:
        return None


def _is_said(line: str, match: re.Match[str]) -> bool:
    """ "Published Tuesday 13 June 2023, 16:40", not the update that the same line may give."""
    before = line[: match.start()]
    said = max((found.end() for found in SAID.finditer(before)), default=-1)
    updated = max((found.end() for found in UPDATED.finditer(before)), default=-1)
    return said > updated and len(before[said:].split()) <= 3


def _is_dateline(line: str, match: re.Match[str]) -> bool:
    """ "VILNIUS, July 11, 2023 (AFP) —": a place before, a dash or an agency after, at a line's start."""
    before, after = line[: match.start()], line[match.end() :]
    place = before.split(",")[0].split("(")[0].strip(" —–-")
    return (
        bool(place) and place[:1].isupper() and len(place.split()) <= 4
        and DATELINE.match(before) is not None and AFTER_DATELINE.match(after) is not None
    )  # fmt: skip


def _is_own_line(line: str, match: re.Match[str]) -> bool:
    """A line of hardly more than the date: "Tuesday, June 13, 2023, 16:40 CET | Northgate Wire"."""
    others = line[: match.start()] + " " + line[match.end() :]
    if UPDATED.search(others) or len(others.split()) > SHORT_LINE_WORDS:
        return False
    # "Finland joined NATO on April 4, 2023" is a title: no word leads to the date of the article itself.
    leading = line[: match.start()].split()[-1:]
    if leading and leading[0].islower():
        return False
    # "The invasion: February 24, 2022." is a short sentence.
    return not line.rstrip().endswith((".", "!", "?", "”", '"')) or len(others.split()) <= 1

"""Reads how many were killed, injured, missing or detained out of a sentence."""

from __future__ import annotations

import re

Count = int | dict[str, int | None]

_UNITS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_VAGUE = {"several": 3, "a few": 3, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "a dozen": 12}
_NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+|\d+|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:one|two|three|four|five|six|seven|eight|nine)"
    r"|several|dozens|scores|hundreds|thousands|a few|a dozen|an?|" + "|".join(w for w in _UNITS if w not in {"a", "an"}) + r")"
)
_MORE = r"(?:(?P<least>at least|more than|over|as many as|up to|about|around|nearly|almost|some|another|a further)\s+)?"
_PEOPLE = r"(?:\s+(?:of\s+)?(?:other\s+)?[\w'’-]+){0,6}?"
_STATES = {
    "killed": r"(?:killed|dead|died|dies|die|deaths?|fatalities|executed|murdered|killing)",
    "injured": r"(?:injured|wounded|hurt|injuries|wounding|injuring)",
    "missing": r"(?:missing|unaccounted for)",
    "detained": r"(?:arrested|detained|arrests)",
}
_BEFORE = {
    name: re.compile(
        rf"\b{_MORE}(?P<n>{_NUMBER}){_PEOPLE}\s+(?:(?:is|are|was|were|be|been|have been|has been|had been|being|reported|confirmed|still|also|others?)\s+){{0,3}}{words}\b",
        re.IGNORECASE,
    )
    for name, words in _STATES.items()
}
_AFTER = {
    "killed": re.compile(rf"\b(?:kill(?:s|ed|ing)?|death toll\b[^.\d]{{0,60}}?(?:to|at|of|is)|claim(?:s|ed|ing)? the lives of|left|leaves|leaving)\s+{_MORE}(?P<n>{_NUMBER})\b(?!\s+(?:percent|per cent|%))", re.IGNORECASE),
    "injured": re.compile(rf"\b(?:injur(?:es|ed|ing)|wound(?:s|ed|ing)?)\s+{_MORE}(?P<n>{_NUMBER})\b", re.IGNORECASE),
    "detained": re.compile(rf"\b(?:arrest(?:s|ed|ing)?|detain(?:s|ed|ing)?)\s+{_MORE}(?P<n>{_NUMBER})\b(?!-)", re.IGNORECASE),
}  # fmt: skip


def find_casualties(sentence: str) -> dict[str, Count]:
    """Counts by killed, injured, missing and detained: a number, or min and max where the words are loose."""
    found: dict[str, Count] = {}
    for name in _STATES:
        match = _BEFORE[name].search(sentence)
        if name in _AFTER:
            after = _AFTER[name].search(sentence)
            if after and (match is None or after.start() < match.start() or (name == "killed" and "toll" in after.group())):
                match = after
        if match is None:
            continue
        count = _count(match.group("n").lower(), (match.group("least") or "").lower())
        if (count is not None and match.group("n").lower() not in {"a", "an"}) or (match.group("n").lower() in {"a", "an"} and name == "killed"):
            found[name] = count  # type: ignore[assignment]
    return found


def _count(word: str, before: str) -> Count | None:
    word = re.sub(r"\s+", " ", word)
    if word in _VAGUE:
        return {"min": _VAGUE[word], "max": None}
    number: int | None
    if word[0].isdigit():
        number = int(word.replace(",", ""))
    elif "-" in word:
        tens, unit = word.split("-")
        number = _UNITS[tens] + _UNITS[unit]
    else:
        number = _UNITS.get(word)
    if number is None:
        return None
    if before in {"at least", "more than", "over"}:
        return {"min": number, "max": None}
    if before in {"as many as", "up to"}:
        return {"min": None, "max": number}
    return number

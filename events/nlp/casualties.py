"""Reads how many were killed, injured, missing or detained out of a sentence."""

from __future__ import annotations

import re

Count = int | dict[str, int | None]

_UNITS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_VAGUE = {
    "several": 3,
    "a few": 3,
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2000,
    "a dozen": 12,
}
_NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+|\d+|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:one|two|three|four|five|six|seven|eight|nine)"
    r"|several|dozens|scores|hundreds|thousands|a few|a dozen|an?|"
    + "|".join(w for w in _UNITS if w not in {"a", "an"})
    + r")"
)
_MORE = r"(?:(?P<least>at least|more than|over|as many as|up to|about|around|nearly|almost|some|another)\s+)?"
# "twelve killed and 30 injured": the words between a count and its state hold no other state or count.
_PEOPLE = (
    r"(?:\s+(?!(?:and|or|but|were|was|killed|injured|wounded|dead|missing|arrested|after|when|while)\b|\d)"
    r"[\w'’-]+){0,6}?"
)
_BE = r"(?:(?:is|are|was|were|be|been|have|has|had|being|reported|confirmed|still|also|others?)\s+){0,4}"
_STATES = {
    "killed": r"(?:killed|dead|died|dies|die|deaths?|fatalities|executed|murdered|killing)",
    "injured": r"(?:injured|wounded|hurt|injuries|wounding|injuring)",
    "missing": r"(?:missing|unaccounted for)",
    "detained": r"(?:arrested|detained|arrests)",
}
_VERBS = {
    "killed": r"(?:kill(?:s|ed|ing)?|death toll\b[^.\d]{0,60}?(?:to|at|of|is)|claim(?:s|ed|ing)? the lives of"
    r"|left|leaves|leaving)",
    "injured": r"(?:injur(?:es|ed|ing)|wound(?:s|ed|ing)?)",
    "detained": r"(?:arrest(?:s|ed|ing)?|detain(?:s|ed|ing)?)",
}
_BEFORE = {
    name: re.compile(rf"\b{_MORE}(?P<n>{_NUMBER}){_PEOPLE}\s+{_BE}{words}\b", re.IGNORECASE)
    for name, words in _STATES.items()
}
_AFTER = {
    name: re.compile(rf"\b{verb}\s+{_MORE}(?P<n>{_NUMBER})\b(?!-|\s+(?:percent|per cent|%))", re.IGNORECASE)
    for name, verb in _VERBS.items()
}


def find_casualties(sentence: str) -> dict[str, Count]:
    """Counts by killed, injured, missing and detained: a number, or min and max where the words are loose."""
    found: dict[str, Count] = {}
    for name in _STATES:
        match = _nearest(name, sentence)
        if match is None:
            continue
        word = match.group("n").lower()
        # "an injured man" says nothing of how many; "a soldier was killed" does.
        if word in {"a", "an"} and name != "killed":
            continue
        count = _count(word, (match.group("least") or "").lower())
        if count is not None:
            found[name] = count
    return found


def _nearest(name: str, sentence: str) -> re.Match[str] | None:
    """The first count: before the state ("ten people were killed") or behind the verb ("killed ten")."""
    before = _BEFORE[name].search(sentence)
    after = _AFTER[name].search(sentence) if name in _AFTER else None
    if after is not None and (before is None or after.start() < before.start() or "toll" in after.group()):
        return after
    return before


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

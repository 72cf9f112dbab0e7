"""Numbers in digits and in words: "2.5", "three hundred", "21st", "twenty-first"."""

from __future__ import annotations

import re

from events.nlp.word_lists import word_list

_SMALL = word_list(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = word_list("twenty thirty forty fifty sixty seventy eighty ninety")
CARDINALS = {
    **{word: number for number, word in enumerate(_SMALL)},
    **{word: 10 * number for number, word in enumerate(_TENS, start=2)},
    "dozen": 12,
}
MULTIPLIERS = {"hundred": 100, "thousand": 1000}
_ORDINALS = word_list(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS = {**{word: number for number, word in enumerate(_ORDINALS, start=1)}, "thirtieth": 30}
_ORDINAL_DIGITS = re.compile(r"([0-9]+)(?:st|nd|rd|th)?")


def number_of(words: list[str]) -> float | None:
    """What "three hundred", "twenty", "-", "one" or "2.5" come to; None where they are no number."""
    total = 0.0
    current = 0.0
    if len(words) > 2 and words[-2] == "/":
        top, bottom = _digits(words[-3]), _digits(words[-1])
        whole = number_of(words[:-3]) if words[:-3] else 0.0
        return None if not top or not bottom or whole is None else whole + top / bottom
    for word in words:
        if word in ("-", "–", "and"):
            continue
        if word in CARDINALS:
            current += CARDINALS[word] if word != "dozen" else max(12 * current, 12) - current
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word == "thousand":
            total += max(current, 1) * 1000
            current = 0
        else:
            value = _digits(word)
            if value is None:
                return None
            current += value
    return total + current


def _digits(word: str) -> float | None:
    plain = word.replace(",", "")
    if not plain.replace(".", "", 1).isdigit() or len(plain) > 9:
        return None
    return float(plain)


def ordinal_of(words: list[str]) -> int | None:
    """What "third", "21st" or "twenty", "-", "first" come to; None where they are no ordinal."""
    total = 0
    for word in words:
        if word in ("-", "–"):
            continue
        if word in ORDINALS:
            total += ORDINALS[word]
        elif word in CARDINALS:
            total += CARDINALS[word]
        else:
            digits = _ORDINAL_DIGITS.fullmatch(word)
            if digits is None or len(word) > 9:
                return None
            total += int(digits[1])
    return total

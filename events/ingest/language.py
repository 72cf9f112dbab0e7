"""Tells in which language a text is written, and whether the pipeline can read it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from babel import Locale

READ_LANGUAGE = "en"

# English words that no neighbour shares: Dutch has "of" and "had", German "in" and "will", Danish "for"
# and "have", Polish "to" and "by", French "on".
FUNCTION_WORDS = frozenset({
    "the", "and", "that", "with", "from", "has", "were", "said", "which", "their", "its", "his", "been",
    "would", "this", "they", "who", "after", "she", "it", "but", "are", "when", "than", "into",
})  # fmt: skip
# English news runs at 0.10 to 0.30; other languages stay under 0.03 even with English names and quotes.
ENGLISH_SHARE = 0.06
# Log-likelihood per character by which another language must beat English: reports in German, Danish or
# Swahili lie at 1.3 and above, English lines full of names at 0.2 and below.
CLEAR_MARGIN = 0.5
# What the classifier calls text without words, such as a table of figures.
NO_LANGUAGE = "zxx"
WORD = re.compile(r"[^\W\d_]+")
SAMPLE_CHARS = 20_000


@dataclass(frozen=True, slots=True)
class Language:
    """An ISO 639-1 code, its English name, and why the text is not read (empty where it is)."""

    code: str
    name: str
    unread_because: str = ""


def language_of(text: str) -> Language:
    """The language of `text`; English wherever that is in doubt.

    The classifier alone takes a short English report full of foreign names for another language, and
    function words alone take a telegram for none: only both together keep an article from being read.
    """
    sample = text[:SAMPLE_CHARS]
    if english_share(sample) >= ENGLISH_SHARE:
        return Language(READ_LANGUAGE, "English")
    code = _classify(sample)
    if code == READ_LANGUAGE:
        return Language(READ_LANGUAGE, "English")
    name = _name(code)
    return Language(code, name, f"written in {name}; only English is read")


def english_share(text: str) -> float:
    """Which share of the words are English function words, 0 to 1."""
    words = WORD.findall(text.casefold())
    return sum(word in FUNCTION_WORDS for word in words) / len(words) if words else 0.0


def _classify(text: str) -> str:
    """The likeliest language, or English where it comes close.

    "Guðlaugur Þór Þórðarson receives Þórdís Kolbrún Gylfadóttir in Akureyri": names pull a line of English
    a little towards another language; a text written in that language lies far from English.
    """
    # Imported here: its model costs a quarter of a second, which a page should not pay.
    import py3langid

    scores = {str(code): float(score) for code, score in py3langid.rank(text)}
    best = max(scores, key=scores.__getitem__)
    if best == NO_LANGUAGE:
        return READ_LANGUAGE
    margin = (scores[best] - scores[READ_LANGUAGE]) / max(len(text), 1)
    return best if margin > CLEAR_MARGIN else READ_LANGUAGE


@cache
def _name(code: str) -> str:
    return str(Locale("en").languages.get(code, f"a language with the code {code}"))

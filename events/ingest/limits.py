"""How large and how small an article may be, in one place for forms, files and addresses."""

from __future__ import annotations

MIN_WORDS = 20
MAX_CHARS = 200_000
MAX_TITLE = 300
MAX_OUTLET = 120
MAX_AUTHOR = 200
MAX_URL = 1_000


def count_words(text: str) -> int:
    """How many words: runs without whitespace that hold a letter or a digit."""
    return sum(1 for word in text.split() if any(character.isalnum() for character in word))

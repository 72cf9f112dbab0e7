"""Lists of words as they are written in the source: one string, words apart by spaces."""

from __future__ import annotations


def word_list(words: str) -> list[str]:
    """The words in their order."""
    return words.split()


def word_set(words: str) -> frozenset[str]:
    """The words, to be asked whether one is among them."""
    return frozenset(words.split())

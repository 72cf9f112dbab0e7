"""Who and what an article names: the gazetteer before the model's named entities, one map by token."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date

from spacy.tokens import Doc, Token

from events.nlp.findings import Entity
from events.nlp.mentions import Resolved
from events.nlp.resolution import Resolution, resolve


class EntityMap:
    """The resolved mentions of one parsed article.

    `entities` are in the order of first mention; all lookups by token index take constant time.
    """

    def __init__(self, doc: Doc, resolution: Resolution) -> None:
        self.doc = doc
        self.published = resolution.published
        self.mentions: tuple[Resolved, ...] = tuple(resolution.mentions)
        self._at = resolution.at
        self._titled = resolution.titled
        self._starts = [m.start_token for m in self.mentions]
        self.countries = frozenset(m.country for m in self.mentions if m.country)
        # Which country the text up to a sentence (by its first token) is about, as far as asked for.
        self.spoken_of: dict[int, str | None] = {}
        self.entities: tuple[Entity, ...] = resolution.entities()

    def at(self, i: int) -> Resolved | None:
        """The mention that covers token `i`, or None."""
        return self._at[i]

    def between(self, start: int, end: int) -> tuple[Resolved, ...]:
        """The mentions that begin from token `start` up to token `end`, exclusive."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def back_from(self, i: int) -> Iterator[Resolved]:
        """The mentions that begin before token `i`, the nearest first."""
        for number in range(bisect_left(self._starts, i) - 1, -1, -1):
            yield self.mentions[number]

    def titled_at(self, i: int) -> Resolved | None:
        """The person of whose title token `i` is a part: "Prime" in "Prime Minister Modi"."""
        return self._titled[i]

    def describe(self, token: Token) -> Resolved:
        """Who is meant by the noun phrase that `token` heads, as a participant; never None."""
        from events.nlp.describing import describe

        return describe(self, token)

    def describe_all(self, token: Token) -> tuple[Resolved, ...]:
        """As `describe`, with one participant for each state of "French and German leaders"."""
        from events.nlp.describing import describe_all

        return describe_all(self, token)

    def place_at(self, i: int) -> tuple[str, str | None] | None:
        """The most specific name and the ISO country of the place named at token `i`, or None.

        "Fundación, Magdalena, Colombia" gives ("Fundación", "CO") from its first word.
        """
        from events.nlp.locating import place_at

        return place_at(self, i)


def find_entities(doc: Doc, published: date) -> EntityMap:
    """Resolve the names in a parsed document; `published` decides who held which office."""
    return EntityMap(doc, resolve(doc, published))

"""Where something is: the place named by a token, or by a common noun like "the border" with its owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from events.nlp import referring
from events.nlp.resolution import WATERS
from events.nlp.word_lists import word_set

if TYPE_CHECKING:
    from events.nlp.entities import EntityMap
    from events.nlp.mentions import Resolved

PLACE_NOUNS = word_set(
    """city town village district province region county state governorate oblast area island border capital
    port airport airbase base camp suburb neighbourhood neighborhood outskirts square street prison hospital
    school market mosque church university embassy consulate coast territory territories enclave peninsula
    valley desert forest station plant waters hotel building parliament court resort highway bridge dam
    south north east west part parts municipality department prefecture"""
)

Place = tuple[str, str | None]


def place_at(found: EntityMap, i: int) -> Place | None:
    """The most specific name and the ISO country of the place at token `i`, or None.

    "Fundación, Magdalena, Colombia" gives ("Fundación", "CO") from its first word; "the city of Homs",
    "the Ukrainian border" and "Vietnam's capital" are found from their common noun.
    """
    mention = found.at(i)
    if mention is not None:
        return _of_mention(found, mention)
    token = found.doc[i]
    if token.lower_ in referring.STATE_WORDS:
        state = referring.definite(found, token, None)
        return (state.name, state.country) if state is not None else None
    if token.lower_ not in PLACE_NOUNS:
        return None
    named = _named_beside(found, token)
    if named is None:
        return _unknown_town(found, token)
    if named.kind == "place" and _names_it(token, named):
        return _of_mention(found, named)
    start = max(token.left_edge.i, i - 6)
    while start < i and found.doc[start].pos_ in ("DET", "ADP", "PUNCT"):
        start += 1
    return found.doc[start : i + 1].text, named.country


def _of_mention(found: EntityMap, mention: Resolved) -> Place | None:
    if mention.use == "seat":
        return found.doc[mention.start_token : mention.end_token].text, mention.country
    if mention.kind == "place" and mention.sort == "named" and mention.country is None:
        waters = WATERS & set(mention.name.lower().split())
        return mention.name, None if waters else referring.context_country(found, mention.start_token)
    if mention.kind == "place" or (mention.kind == "country" and mention.use == "name"):
        return mention.name, mention.country
    return None


def _named_beside(found: EntityMap, token: Token) -> Resolved | None:
    """The place or state that the common noun is of: before it, or after "of" and "in"."""
    for child in token.lefts:
        mention = found.at(child.i)
        if mention is not None and mention.kind in ("place", "country"):
            return mention
    for child in token.rights:
        if child.dep_ == "appos" or (child.dep_ == "prep" and child.lower_ in ("of", "in", "with")):
            for below in (child, *child.children):
                mention = found.at(below.i)
                if mention is not None and mention.kind in ("place", "country"):
                    return mention
    return None


def _unknown_town(found: EntityMap, token: Token) -> Place | None:
    """A name that only its noun tells to be a place: "the village of al-Zor", in the country spoken of."""
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            for below in child.children:
                if below.pos_ == "PROPN" and found.at(below.i) is None:
                    words = found.doc[below.left_edge.i : below.i + 1].text
                    return words, referring.context_country(found, token.i)
    return None


def _names_it(token: Token, named: Resolved) -> bool:
    """Whether the name is the noun's own: "the city of Homs", "the capital, Kampala", not "Homs airport"."""
    if named.start_token < token.i:
        return token.lower_ in (
            "city",
            "town",
            "village",
            "province",
            "region",
            "district",
            "state",
            "county",
        )
    return True

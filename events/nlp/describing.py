"""Any noun phrase as a participant: who acts or is acted upon when the words are no plain name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from events.nlp.mentions import Resolved

if TYPE_CHECKING:
    from events.nlp.entities import EntityMap

# People and bodies that act for their state: "Israeli soldiers", "British officials".
STATE_HEADS = frozenset(
    """force troop army military navy soldier marine warplane jet government ministry minister administration
    official authority regime junta embassy consulate side delegation president premier chancellor king queen
    ambassador envoy negotiator commander general warship aircraft artillery presidency spokesman spokeswoman
    spokesperson state airstrike strike leadership leader secretary tank missile drone republic""".split()
)
ORGANISATION_HEADS = frozenset(
    """police court parliament senate congress assembly party company bank agency commission council committee
    prosecutor tribunal union association university institute organisation organization group movement
    militia coalition alliance ministry department office newspaper channel network watchdog legislature
    cabinet house bureau service guard firm regulator federation league front opposition""".split()
)
PEOPLE = frozenset({"people", "police"})


def describe(found: EntityMap, token: Token) -> Resolved:
    """Who is meant by the noun phrase headed by `token`; text of its own where nobody known is."""
    named = found.at(token.i) or found.titled_at(token.i)
    if named is not None:
        return _as_actor(named)
    if token.pos_ == "PRON":
        return _own_words(found, token, token.i, token.i + 1)
    start = max(token.left_edge.i, token.i - 12)
    owner = _owner(found, token, start)
    lemma = token.lemma_.lower()
    if owner is not None and lemma in STATE_HEADS and owner.country:
        name = owner.name if owner.kind == "country" else owner.country
        return Resolved("country", name, owner.country, owner.reason, start, token.i + 1, owner.country)
    plain = _own_words(found, token, start, token.i + 1)
    if owner is None:
        return plain
    return Resolved(plain.kind, plain.name, owner.country, plain.reason, start, token.i + 1, sort=plain.sort)


def _as_actor(named: Resolved) -> Resolved:
    """A capital, as an actor, is its state's government."""
    if named.kind == "place" and named.stands_for:
        from events.nlp.gazetteer import gazetteer

        name = gazetteer().countries.get(named.stands_for, named.name)
        return Resolved("country", name, named.stands_for, "capital", named.start_token, named.end_token)
    return named


def _owner(found: EntityMap, token: Token, start: int) -> Resolved | None:
    """The country, organisation or person that the phrase's words belong to."""
    for i in range(token.i - 1, start - 1, -1):
        mention = found.at(i)
        if mention is not None and mention.country:
            return mention
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "from", "in"):
            for below in child.children:
                mention = found.at(below.i)
                if below.dep_ == "pobj" and mention is not None and mention.country:
                    return mention
    return None


def _own_words(found: EntityMap, token: Token, start: int, end: int) -> Resolved:
    while start < token.i and found.doc[start].pos_ in ("DET", "PUNCT", "SCONJ", "CCONJ"):
        start += 1
    text = found.doc[start:end].text
    lemma = token.lemma_.lower()
    if lemma in ORGANISATION_HEADS or lemma == "police":
        return Resolved("organisation", text, None, "", start, end)
    if token.tag_ == "NNS" or token.lower_ == "people":
        return Resolved("group", text, None, "", start, end)
    return Resolved("other", text, None, "", start, end)

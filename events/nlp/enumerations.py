"""Persons named in a row, each with a state, which the parser tears apart."""

from __future__ import annotations

from spacy.tokens import Token

_JOINTS = frozenset({",", "and", "&"})
_IN_TITLES = frozenset({"of", "for", "the", "to", "and", "-", "’s", "'s"})
# The longest title that may stand between one name and the next.
_REACH = 14


def persons_after(name: Token) -> list[Token]:
    """The heads of the names that go on the row which `name` begins, in the order of the text.

    "Ulf Kristersson of Sweden, President Sauli Niinistö of Finland, and King Harald": the parser
    hangs the second on the verb and a third on the second's country. Empty where `name` is no person's or no
    joint follows it.
    """
    found: list[Token] = []
    last: Token | None = name
    while last is not None and last.ent_type_ == "PERSON" and len(found) < 12:
        last = _next_in_row(last)
        if last is not None:
            found.append(last)
    return found


def _next_in_row(name: Token) -> Token | None:
    doc = name.doc
    i = _after_state(name)
    if i is None or i >= len(doc) or doc[i].lower_ not in _JOINTS:
        return None
    while i < len(doc) and doc[i].lower_ in _JOINTS:
        i += 1
    for j in range(i, min(len(doc), i + _REACH)):
        token = doc[j]
        if token.ent_type_ == "PERSON":
            head = _head_of_name(token)
            return None if head.dep_ in ("nsubj", "nsubjpass") or head.sent != name.sent else head
        if token.pos_ not in ("PROPN", "NOUN", "ADJ") and token.lower_ not in _IN_TITLES:
            return None
    return None


def _after_state(name: Token) -> int | None:
    """The token behind "of Estonia" or "of the Congo (DRC)", or an "and" right behind the name, else None."""
    doc = name.doc
    i = name.i + 1
    if i + 1 < len(doc) and doc[i].lower_ == "and":
        return i
    if i + 1 >= len(doc) or doc[i].lower_ != "of":
        return None
    i += 1
    while i < len(doc) and (doc[i].ent_type_ == "GPE" or doc[i].lower_ in ("the", "of")):
        i += 1
    if i + 2 < len(doc) and doc[i].text == "(" and doc[i + 2].text == ")":
        i += 3
    return i if doc[i - 1].ent_type_ == "GPE" or doc[i - 1].text == ")" else None


def _head_of_name(token: Token) -> Token:
    while (
        token.i + 1 < len(token.doc) and token.nbor().ent_type_ == "PERSON" and token.nbor().ent_iob_ == "I"
    ):
        token = token.nbor()
    return token

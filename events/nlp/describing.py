"""Any noun phrase as a participant: who acts or is acted upon when the words are no plain name."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from spacy.tokens import Token

from events.nlp import referring
from events.nlp.findings import EntityKind
from events.nlp.gazetteer import gazetteer
from events.nlp.mentions import Resolved, is_split_off
from events.nlp.nouns import (
    BODIES,
    CLOSE,
    DOMESTIC,
    DOMESTIC_BODIES,
    FOREIGN,
    GROUPS,
    OF_PEOPLE,
    ORGANISATION_HEADS,
    RELATIONS,
    RULED,
    RULING,
    SINGLE_PERSONS,
    STATE_HEADS,
    THINGS,
)
from events.nlp.titles import TITLES

if TYPE_CHECKING:
    from events.nlp.entities import EntityMap


def describe(found: EntityMap, token: Token) -> Resolved:
    """Who is meant by the noun phrase headed by `token`; text of its own where nobody known is."""
    named = found.at(token.i) or found.titled_at(token.i)
    if named is not None and named.kind == "organisation" and not named.sort and not named.country:
        return _domestic_body(found, named)
    if named is not None:
        return referring.national(found, token, named) or as_actor(named)
    if token.tag_ in ("WP", "WDT"):
        antecedent = referring.antecedent(token)
        return (
            describe(found, antecedent) if antecedent is not None else _own_words(found, token, token.i, None)
        )
    if token.pos_ == "PRON":
        return referring.pronoun(found, token) or _own_words(found, token, token.i, None)
    apposed = _apposed(found, token)
    if apposed is not None:
        return apposed
    start = _phrase_start(found, token)
    owners = _owners(found, token, start)
    owner = owners[0] if owners else None
    named_before = referring.holder_before(found, token, owner or _body_described(found, token))
    if named_before is not None:
        return named_before
    if owner is None or owner.use in ("adjective", "name", "pronoun"):
        by_pronoun = owner is not None and owner.use == "pronoun"
        meant = referring.definite(found, token, None if by_pronoun else owner)
        if meant is not None:
            return as_actor(meant)
    return _owned(found, token, start, owners)


def _body_described(found: EntityMap, token: Token) -> Resolved | None:
    """The organisation meant by a description behind or before a title: "the head of the alliance"."""
    for child in token.children:
        if child.dep_ == "poss":
            return referring.definite(found, child, None)
        if child.dep_ == "prep" and child.lower_ == "of":
            for below in child.children:
                if below.dep_ == "pobj" and found.at(below.i) is None:
                    return referring.definite(found, below, None) or _UNKNOWN
    return None


# Owned by somebody who is not known: no title may then be matched without an owner.
_UNKNOWN = Resolved("other", "", None, "", 0, 0)


def _apposed(found: EntityMap, token: Token) -> Resolved | None:
    """The person named right after a description.

    "the First Lady of Lesotho, Maesiah Thabane,", "an aid worker named Karim Daoud".
    """
    if token.tag_ == "NNS":
        return None
    for child in token.rights:
        named = found.at(child.i) if child.dep_ == "appos" else None
        if child.dep_ == "acl" and child.lower_ in ("named", "called", "identified"):
            named = next(
                (m for t in child.subtree if t.i > child.i and (m := found.at(t.i)) is not None), None
            )
        if named is not None and named.kind == "person":
            return named
    return None


def _domestic_body(found: EntityMap, named: Resolved) -> Resolved:
    """As "the Constitutional Tribunal" is that of the country spoken of; a company is nobody's."""
    if not any(t.lower_ in DOMESTIC_BODIES for t in found.doc[named.start_token : named.end_token]):
        return named
    return replace(named, country=referring.context_country(found, named.start_token))


def as_actor(named: Resolved) -> Resolved:
    """A capital, a seat of power or an army, as an actor, is its state."""
    if named.stands_for and named.kind != "country":
        name = gazetteer().countries.get(named.stands_for, named.name)
        reason = named.reason or ("capital" if named.use == "capital" else "")
        return replace(named, kind="country", name=name, country=named.stands_for, reason=reason)
    return named


def _phrase_start(found: EntityMap, token: Token) -> int:
    """Where the phrase begins, with what the parser leaves out of "French, German and Italian leaders"."""
    start: int = max(token.left_edge.i, token.i - 14)
    first = found.at(start)
    while (
        first is not None
        and first.use == "adjective"
        and start >= 2
        and found.doc[start - 1].text in (",", "and")
    ):
        before = found.at(start - 2)
        if before is None or before.use != "adjective":
            break
        start, first = before.start_token, before
    return start


def _owned(found: EntityMap, token: Token, start: int, owners: list[Resolved]) -> Resolved:
    lemma = token.lemma_.lower()
    owner = owners[0] if owners else None
    one = owner is not None and len({o.country for o in owners}) == 1
    state = lemma in STATE_HEADS or token.lower_ in STATE_HEADS
    # "the Biden administration", "Colonel Goita's junta"
    rules = owner is not None and (owner.kind in ("country", "place") or lemma in RULED)
    if owner is not None and one and state and owner.country and rules:
        name = gazetteer().countries.get(owner.country, owner.name)
        reason = owner.reason or "state body"
        return Resolved("country", name, owner.country, reason, start, token.i + 1, owner.country, "body")
    plain = _own_words(found, token, start, owner)
    country = owner.country if owner is not None and one else None
    if owner is not None and lemma in RELATIONS and owner.use != "adjective":
        country = None
    if owner is None and (lemma in DOMESTIC or token.lower_ in DOMESTIC) and not _is_foreign(token):
        country = referring.context_country(found, token.i)
    if owner is None and country and lemma in RULING:
        name = gazetteer().countries[country]
        return Resolved("country", name, country, "state body", start, token.i + 1, country, "body")
    if (
        state
        and owner is not None
        and owner.kind == "organisation"
        and (lemma not in ORGANISATION_HEADS or owner.sort == "armed")
    ):
        return replace(as_actor(owner), start_token=start, end_token=token.i + 1)
    return replace(plain, country=country)


def describe_all(found: EntityMap, token: Token) -> tuple[Resolved, ...]:
    """As `describe`, but "French, German and Italian leaders" are three states."""
    several = referring.several(found, token)
    if several:
        return several
    if found.at(token.i) is None and found.titled_at(token.i) is None and token.pos_ != "PRON":
        start = _phrase_start(found, token)
        owners = _owners(found, token, start)
        state = token.lemma_.lower() in STATE_HEADS or token.lower_ in STATE_HEADS
        if state and len({o.country for o in owners if o.country}) > 1:
            return tuple(_owned(found, token, start, [owner]) for owner in reversed(owners) if owner.country)
    return (describe(found, token),)


def _owners(found: EntityMap, token: Token, start: int) -> list[Resolved]:
    """The countries, organisations and places that the phrase's words belong to, the nearest first."""
    owners: list[Resolved] = []
    for i in range(token.i - 1, start - 1, -1):
        mention = found.at(i)
        if (
            mention is None
            or mention.end_token != i + 1
            or (not mention.country and mention.kind != "organisation")
        ):
            continue
        if not is_split_off(found.doc, mention):
            owners.append(mention)
    possessed = [m for m in owners if _is_possessor(token, m)]
    if owners and not possessed and not all(_joined(token, a, b) for a, b in pairwise(owners)):
        owners = owners[:1]
    return possessed[:1] or owners or _owners_after(found, token) or _owner_by_pronoun(found, token)


def _owner_by_pronoun(found: EntityMap, token: Token) -> list[Resolved]:
    """The state behind "its citizens", "his government" and "her lawyer"."""
    pronoun = next((t for t in token.lefts if t.tag_ == "PRP$"), None)
    whose = referring.pronoun(found, pronoun) if pronoun is not None else None
    if whose is None or whose.kind not in ("country", "person"):
        return []
    if whose.kind == "person" and token.lemma_.lower() in CLOSE:
        return [replace(whose, use="pronoun")]
    state = referring.state_of(whose, token)
    return [replace(state, reason="pronoun", use="pronoun")] if state is not None else []


def _is_foreign(token: Token) -> bool:
    """As "Arab officials" and "foreign troops" are of no one state, and not of the one spoken of."""
    return any(child.lower_ in FOREIGN for child in token.lefts)


def _is_possessor(token: Token, mention: Resolved) -> bool:
    end = mention.end_token
    return end < len(token.doc) and token.doc[end].tag_ == "POS"


def _joined(token: Token, later: Resolved, earlier: Resolved) -> bool:
    """As "Afghan and Iraqi refugees" belong to both, "US sanctions on Iran" do not."""
    between = token.doc[earlier.end_token : later.start_token]
    return all(t.lower_ in ("and", ",", "or", "-", "–") for t in between)


_OFFICIALS = TITLES | {"staff", "president", "republic", "ministry", "council", "office", "administration"}


def _owners_after(found: EntityMap, token: Token, depth: int = 0) -> list[Resolved]:
    """ "citizens of Moldova", "officials in China", "players from Russia and Belarus"."""
    for child in token.rights:
        if child.dep_ != "prep" or child.lower_ not in ("of", "from", "in", "for"):
            continue
        if child.lower_ == "in" and _kind_of(token) == "other":
            continue
        for below in child.children:
            if below.dep_ != "pobj":
                continue
            owners = [
                m
                for t in (below, *below.conjuncts)
                if (m := found.at(t.i)) is not None and m.kind != "person"
            ]
            if any(m.country for m in owners):
                return owners[::-1]
            kin = found.at(below.i)
            if kin is not None and kin.kind == "person" and token.lemma_.lower() in CLOSE:
                return [kin]
            # "the chief of staff of the president of Kazakhstan"
            if kin is None and child.lower_ == "of" and depth < 4 and token.lemma_.lower() in _OFFICIALS:
                deeper = _owners_after(found, below, depth + 1)
                if deeper:
                    return deeper
    return []


def _own_words(found: EntityMap, token: Token, start: int, owner: Resolved | None) -> Resolved:
    doc = found.doc
    start = _past_dateline(found, start, token.i)
    while start < token.i and (
        doc[start].pos_ in ("DET", "PUNCT", "SCONJ", "CCONJ", "SPACE") or doc[start].tag_ == "POS"
    ):
        start += 1
    text = doc[start : token.i + 1].text
    if owner is not None and owner.use == "pronoun" and doc[start].tag_ == "PRP$":
        return Resolved(
            _kind_of(token), _of_owner(doc[start + 1 : token.i + 1].text, owner), None, "", start, token.i + 1
        )
    if owner is not None and owner.start_token > token.i:
        before = doc[owner.start_token - 1]
        # "a supporter of the Workers' Party": the article does not part them.
        before = doc[before.i - 1] if before.pos_ == "DET" else before
        near = before.dep_ == "prep" and owner.end_token - start < 10
        text = doc[start : owner.end_token].text if near else text
    text = " ".join(text.split())
    return Resolved(_kind_of(token), text, None, "", start, token.i + 1)


def _past_dateline(found: EntityMap, start: int, end: int) -> int:
    """Behind the capitals that begin an agency's sentence: "NAYPYITAW/YANGON Myanmar's upper house"."""
    doc = found.doc
    while start < end and doc[start].is_space:
        start += 1
    if start != doc[start].sent.start and not doc[start - 1].is_space:
        return start
    i = start
    while i < end and (doc[i].text in ("/", ",", "-") or (doc[i].is_upper and len(doc[i]) > 3)):
        known = found.at(i)
        if known is not None and known.sort not in ("", "named", "capital", "town"):
            break
        i += 1
    return i if i < end else start


def _of_owner(words: str, owner: Resolved) -> str:
    """ "its citizens" told on its own: "citizens of Moldova"."""
    return f"{' '.join(words.split())} of {owner.name}"


def _kind_of(token: Token) -> EntityKind:
    lemma = token.lemma_.lower()
    if lemma in BODIES or (lemma in ORGANISATION_HEADS and token.tag_ != "NNS"):
        return "organisation"
    people = (
        (token.tag_ == "NNS" and lemma in STATE_HEADS)
        or lemma in SINGLE_PERSONS
        or lemma in TITLES
        or lemma in GROUPS
        or token.lower_ in GROUPS
    )
    if token.tag_ == "NNS" or token.lower_ in GROUPS:
        people = people or lemma in ORGANISATION_HEADS or lemma in DOMESTIC or lemma.endswith(OF_PEOPLE)
        return "group" if people and lemma not in THINGS else "other"
    return "person" if people and lemma not in THINGS else "other"

"""Any noun phrase as a participant: who acts or is acted upon when the words are no plain name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Token

from events.nlp import referring
from events.nlp.findings import EntityKind
from events.nlp.gazetteer import gazetteer
from events.nlp.mentions import Resolved, is_split_off
from events.nlp.titles import TITLES
from events.nlp.word_lists import word_set

if TYPE_CHECKING:
    from events.nlp.entities import EntityMap

# People and bodies that act for their state: "Israeli soldiers", "British officials".
STATE_HEADS = word_set(
    """force troop army military navy soldier marine warplane jet government ministry minister
    administration official authority regime junta embassy consulate side delegation president premier
    chancellor king queen ambassador envoy negotiator commander general warship aircraft artillery
    presidency spokesman spokeswoman spokesperson state leadership leader secretary tank missile drone
    republic personnel servicemen serviceman troops forces authorities officials counterpart monarch
    fighter-jet airforce defence defense treasury cabinet bomber submarine"""
)
ORGANISATION_HEADS = word_set(
    """police court parliament senate congress assembly party company bank agency commission council
    committee tribunal union association university institute organisation organization group movement
    militia coalition alliance department office newspaper channel network watchdog legislature house
    bureau service guard firm regulator federation league front opposition airline broadcaster cartel
    gang charity foundation operator fund hospital force military army"""
)
# An organisation named so is one of the country spoken of: "Parliament", "the Supreme Court".
DOMESTIC_BODIES = word_set(
    """parliament senate congress assembly court tribunal police ministry council commission prosecutor
    office cabinet government guard army navy institute agency department party authority house chamber"""
)
SINGLE_PERSONS = word_set(
    """man woman boy girl teen teenager child suspect driver judge prosecutor lawyer diplomat soldier
    pilot officer policeman policewoman gunman attacker assailant worker journalist activist official
    spokesman spokeswoman spokesperson president minister leader candidate student teacher doctor nurse
    priest citizen national nephew son daughter wife husband brother sister mother father nominee person
    cleric hacker spy agent politician lawmaker senator governor mayor commander envoy ambassador prince
    princess bishop engineer businessman businesswoman victim detainee prisoner inmate defendant witness
    bomber militant fighter rebel opponent critic athlete player tourist passenger migrant refugee
    dissident blogger author writer"""
)
# Without a word on whose they are, these belong to the country that is spoken of.
DOMESTIC = word_set(
    """police policeman policemen government cabinet court parliament protester protestor demonstrator
    rioter prosecutor judge lawmaker legislator opposition resident voter troop soldier authority army
    military president minister premier chancellor king queen senate legislature parliamentarian junta
    electorate citizen farmer worker teacher student civilian official union public population rebel
    minority electorate party congress"""
)

GROUPS = word_set(
    """people civilians staff crowd public population country nation power family force troop community
    ally thousand hundred dozen member state youth personnel leadership survivor relative passer-by
    casualty authority society delegation rescuer crew couple pedestrian insurgent jihadist
    pro-democracy muslim christian jew kurd catholic rohingya uyghur side"""
)
_OF_PEOPLE = ("ist", "yst", "ian", "er", "or", "eer", "ee", "ant", "man", "woman", "child", "mate", "body")
# Not people for all their endings.
THINGS = word_set(
    """tanker computer power-plant border letter order number paper water corridor sector reactor motor
    helicopter weather chapter matter offer center centre tower river launcher border container career
    factor bunker corner transfer trailer theater theatre summer winter quarter banner carrier error
    mirror visor disaster freighter cruiser destroyer newsletter measure structure figure chamber
    barrier fever power warrant grant plant restaurant variant amendment shelter trawler boiler router
    server drawer committee monitor harbor vector door floor labor liquor terror body jet missile drone
    warplane aircraft warship tank submarine airstrike artillery"""
)


def describe(found: EntityMap, token: Token) -> Resolved:
    """Who is meant by the noun phrase headed by `token`; text of its own where nobody known is."""
    named = found.at(token.i) or found.titled_at(token.i)
    if named is not None and named.kind == "organisation" and not named.sort and not named.country:
        return _domestic_body(found, named)
    if named is not None:
        return referring.national(found, token, named) or as_actor(named)
    if token.pos_ == "PRON":
        return referring.pronoun(found, token) or _own_words(found, token, token.i, None)
    start = max(token.left_edge.i, token.i - 14)
    owners = _owners(found, token, start)
    owner = owners[0] if owners else None
    if owner is None or owner.use in ("adjective", "name"):
        meant = referring.definite(found, token, owner)
        if meant is not None:
            return as_actor(meant)
    return _owned(found, token, start, owners)


def _domestic_body(found: EntityMap, named: Resolved) -> Resolved:
    """As "the Constitutional Tribunal" is that of the country spoken of; a company is nobody's."""
    if not any(t.lower_ in DOMESTIC_BODIES for t in found.doc[named.start_token : named.end_token]):
        return named
    return replace(named, country=referring.context_country(found, named.start_token))


def as_actor(named: Resolved) -> Resolved:
    """A capital, a seat of power or an army, as an actor, is its state."""
    if named.stands_for and named.kind != "country":
        name = gazetteer().countries.get(named.stands_for, named.name)
        return replace(named, kind="country", name=name, country=named.stands_for)
    return named


def _owned(found: EntityMap, token: Token, start: int, owners: list[Resolved]) -> Resolved:
    lemma = token.lemma_.lower()
    owner = owners[0] if owners else None
    one = owner is not None and len({o.country for o in owners}) == 1
    state = lemma in STATE_HEADS or token.lower_ in STATE_HEADS
    if owner is not None and one and state and owner.country and owner.kind in ("country", "place"):
        name = gazetteer().countries.get(owner.country, owner.name)
        reason = owner.reason or "state body"
        return Resolved("country", name, owner.country, reason, start, token.i + 1, owner.country, "body")
    plain = _own_words(found, token, start, owner)
    country = owner.country if owner is not None and one else None
    if owner is None and (lemma in DOMESTIC or token.lower_ in DOMESTIC):
        country = referring.context_country(found, token.i)
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
    if found.at(token.i) is None and found.titled_at(token.i) is None and token.pos_ != "PRON":
        start = max(token.left_edge.i, token.i - 14)
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
    if owners and not possessed and not all(_joined(token, owners[0], m) for m in owners):
        owners = owners[:1]
    return possessed[:1] or owners or _owners_after(found, token)


def _is_possessor(token: Token, mention: Resolved) -> bool:
    end = mention.end_token
    return end < len(token.doc) and token.doc[end].tag_ == "POS"


def _joined(token: Token, first: Resolved, other: Resolved) -> bool:
    """As "Afghan and Iraqi refugees" belong to both, "US sanctions on Iran" do not."""
    between = token.doc[other.end_token : first.start_token]
    return first is other or all(t.lower_ in ("and", ",", "or", "-", "–") for t in between)


def _owners_after(found: EntityMap, token: Token) -> list[Resolved]:
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
    return []


def _own_words(found: EntityMap, token: Token, start: int, owner: Resolved | None) -> Resolved:
    doc = found.doc
    while start < token.i and (
        doc[start].pos_ in ("DET", "PUNCT", "SCONJ", "CCONJ") or doc[start].tag_ == "POS"
    ):
        start += 1
    text = doc[start : token.i + 1].text
    if owner is not None and owner.start_token > token.i and doc[owner.start_token - 1].dep_ == "prep":
        text = doc[start : owner.end_token].text if owner.end_token - start < 10 else text
    return Resolved(_kind_of(token), text, None, "", start, token.i + 1)


def _kind_of(token: Token) -> EntityKind:
    lemma = token.lemma_.lower()
    if lemma == "police" or (lemma in ORGANISATION_HEADS and token.tag_ != "NNS"):
        return "organisation"
    people = (
        lemma in STATE_HEADS
        or lemma in SINGLE_PERSONS
        or lemma in TITLES
        or lemma in GROUPS
        or token.lower_ in GROUPS
    )
    if token.tag_ == "NNS" or token.lower_ in GROUPS:
        people = people or lemma in ORGANISATION_HEADS or lemma in DOMESTIC or lemma.endswith(_OF_PEOPLE)
        return "group" if people and lemma not in THINGS else "other"
    return "person" if people and lemma not in THINGS else "other"

"""Capitals: the government where the clause makes them act or be dealt with, else the town."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from events.nlp.gazetteer import gazetteer
from events.nlp.mentions import Resolved
from events.nlp.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    from events.nlp.resolution import Resolution

Use = Literal["government", "scene", "open"]

# What is done to a town by arms or by nature; governments are not shelled.
_HITTING = word_set(
    """hit strike bomb bombard shell attack rock target seize capture besiege evacuate flood damage destroy
    surround encircle liberate retake recapture shake paralyse paralyze pound storm overrun occupy devastate
    enter reach leave flee visit tour approach defend jolt lash batter blanket engulf grip invade pummel"""
)
_HITS = word_set(
    """strike attack assault raid advance march missile drone bombardment offensive siege barrage airstrike
    rocket shelling bombing push capture fall seizure takeover occupation storming evacuation battle fight
    airstrikes descent hold liberation salvo onslaught"""
)
# Of a town as a subject: "Tripoli fell", "Jakarta is sinking".
_LYING = word_set("fall burn lie sit sink wake shiver awake boast tremble freeze swelter shut empty")
_TOWN_NOUNS = word_set(
    """street airport suburb outskirts city mayor resident square metro subway port market centre center
    district skyline hospital cathedral zoo university stadium inhabitant people population station council
    neighbourhood neighborhood hotel bridge river mosque church park museum theatre theater restaurant
    downtown traffic governor police airspace capital weather north south east west bishop archbishop"""
)
_DEALING = word_set(
    """urge criticise criticize accuse anger ask tell help pressure press warn blame condemn infuriate irk
    support back arm assist praise thank sanction punish isolate embarrass convince persuade force oblige
    provoke antagonise antagonize reassure invite join deter appease irritate upset please enrage annoy alarm
    worry push implore beg notify inform supply give offer promise recognise recognize challenge threaten
    defy confront engage lobby cost allow enable"""
)
_GIFTS = word_set(
    """aid assistance sale delivery supply shipment support promise pledge loan weapon arm message warning
    letter appeal threat proposal help transfer concession response ultimatum gift tank missile drone package
    fund money ammunition billion million grant donation offer weaponry artillery jet system munition gas oil
    commitment export guarantee equipment rifle credit relief debt euro dollar apology blow challenge signal
    backing"""
)
_TELLING = word_set(
    """give pledge promise provide sell grant donate offer lend appeal apologise apologize complain reply
    respond propose speak talk turn say extend matter commit pass supply"""
)
_ROUTES = word_set(
    "train flight road route railway line highway corridor distance bus plane motorway trip journey"
)
_ASKED_OF = word_set(
    """pressure aid support demand request threat response approval message permission order guarantee
    assurance complaint criticism condemnation signal concession weapon help reaction protest instruction
    want seek receive buy hear expect get win secure draw obtain independence funding"""
)
_OF_STATES = word_set(
    """government leadership ally behalf part criticism condemnation demand request accusation intention
    support opposition recognition authority approval involvement regime backing friend enemy rival critic"""
)
_ATTITUDES = word_set("loyal friendly hostile sympathetic close allied subordinate aligned beholden")
_AT = word_set(
    """in at near outside around through across inside over above throughout via into onto toward towards
    within beyond"""
)
_PUT_ON = word_set("call pressure sanction impose rely depend demand count embargo ease curb put press urge")
_STATE_NOUNS = word_set("government regime administration official authority leadership establishment elite")


def settle(result: Resolution) -> None:
    """Take each capital for its government or for the town, by its place in the clause.

    "Ankara has blocked the bid" becomes a mention of Turkey, "missiles hit Kyiv" stays a town that acts for
    nobody; where the clause tells nothing the town stays, and may still act for its state.
    """
    capitals = [
        m
        for i, m in enumerate(result.at)
        if m is not None
        and m.start_token == i
        and m.kind == "place"
        and ((m.stands_for and m.use == "capital") or _is_brussels(m))
    ]
    for mention in capitals:
        _settle_one(result, mention)


def _is_brussels(mention: Resolved) -> bool:
    """Belgium's government is never called so; the union's institutions are."""
    return mention.name == "Brussels"


def _settle_one(result: Resolution, mention: Resolved) -> None:
    use = _use_of(result, mention)
    if use == "government":
        result.put(government_of(mention))
    elif use == "scene":
        result.put(replace(mention, reason="", stands_for=None))
    else:
        result.put(replace(mention, reason=""))


def government_of(mention: Resolved) -> Resolved:
    """The state, or for Brussels the union, that a capital's name is used for."""
    state = mention.stands_for or ""
    if _is_brussels(mention):
        return replace(
            mention,
            kind="organisation",
            name="European Union",
            country=None,
            reason="capital",
            stands_for=None,
            sort="bloc",
        )
    name = gazetteer().countries.get(state, mention.name)
    return replace(mention, kind="country", name=name, country=state, reason="capital", sort="country")


def _use_of(result: Resolution, mention: Resolved) -> Use:
    doc = result.doc
    token = doc[mention.start_token : mention.end_token].root
    if _is_dateline(result, mention) or _is_joined_by_hyphen(result, mention):
        return "open"
    for _ in range(8):
        if token.dep_ != "conj" or token.head.pos_ not in ("PROPN", "NOUN"):
            break
        token = token.head
    head = token.head
    lemma = head.lemma_.lower()
    if token.dep_ in ("nsubj", "csubj"):
        return _as_subject(token, head, lemma)
    if token.dep_ == "nsubjpass":
        return "scene" if lemma in _HITTING else "government"
    if token.dep_ in ("dobj", "dative"):
        return "scene" if lemma in _HITTING else ("government" if lemma in _DEALING else "open")
    if token.dep_ == "poss":
        return "open" if lemma in _TOWN_NOUNS else "government"
    if token.dep_ in ("compound", "amod", "nmod"):
        return "government" if lemma in _STATE_NOUNS else "open"
    if token.dep_ == "pobj":
        return _behind(head, head.lower_, head.head)
    return "open"


def _is_dateline(result: Resolution, mention: Resolved) -> bool:
    """As in "KABUL, Afghanistan (AP)" and "Islamabad: the court ruled"."""
    doc, end = result.doc, mention.end_token
    words = doc[mention.start_token : end].text
    if words.isupper() and len(words) > 3:
        return True
    first = mention.start_token == result.sentence_start[mention.start_token]
    return first and end < len(doc) and doc[end].text in (":", "(", "—", "–", "--", "-", "/")


def _is_joined_by_hyphen(result: Resolution, mention: Resolved) -> bool:
    end = mention.end_token
    return end < len(result.doc) and result.doc[end].text == "-"


def _as_subject(token: Token, head: Token, lemma: str) -> Use:
    if lemma in _LYING:
        return "open"
    if lemma in ("be", "become", "remain"):
        town = any(
            c.dep_ == "attr" and c.lemma_.lower() in _TOWN_NOUNS | {"home", "place", "scene"}
            for c in head.children
        )
        return "open" if town else "government"
    return "government"


def _behind(prep: Token, word: str, above: Token) -> Use:
    """What a capital behind a preposition is; `above` is what the preposition hangs on."""
    lemma = above.lemma_.lower()
    if word in _AT:
        return "open"
    if word == "by":
        return "government" if prep.dep_ == "agent" or above.pos_ == "NOUN" else "open"
    if word in ("with", "between", "against", "among"):
        if lemma in _ROUTES:
            return "open"
        return "scene" if word == "against" and lemma in _HITS else "government"
    if word in ("on", "upon"):
        if lemma in _HITS:
            return "scene"
        return "government" if lemma in _PUT_ON or _object_in(above, _PUT_ON) else "open"
    if word == "of":
        return "government" if lemma in _OF_STATES else ("scene" if lemma in _HITS else "open")
    if word == "from":
        return "government" if lemma in _ASKED_OF else "open"
    return _given(word, above, lemma)


def _given(word: str, above: Token, lemma: str) -> Use:
    """ "aid to Kyiv", "sent tanks to Kyiv", "weapons for Kyiv", but "sent troops to Kabul"."""
    if word not in ("to", "for"):
        return "open"
    if above.pos_ in ("NOUN", "PROPN", "NUM", "SYM"):
        return "government" if lemma in _GIFTS or (word == "to" and lemma in _ATTITUDES) else "open"
    if word == "to" and (lemma in _TELLING or (lemma in _ATTITUDES and above.pos_ == "ADJ")):
        return "government"
    return "government" if _object_in(above, _GIFTS) else "open"


def _object_in(verb: Token, lemmas: frozenset[str]) -> bool:
    """Whether the verb's object or what is passed on is one of these: "sanctions were imposed on Minsk"."""
    return any(
        child.dep_ in ("dobj", "nsubjpass")
        and (
            child.lemma_.lower() in lemmas
            or any(below.dep_ == "compound" and below.lemma_.lower() in lemmas for below in child.children)
        )
        for child in verb.children
    )

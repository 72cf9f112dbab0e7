"""What a pronoun or a description like "the alliance" or "the Norwegian" refers to, where that is clear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from events.nlp.gazetteer import Holder, gazetteer
from events.nlp.mentions import Resolved, is_split_off
from events.nlp.titles import TITLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from events.nlp.entities import EntityMap

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "their", "them", "themselves"})

# Which classes of the gazetteer a common noun may point back to.
SORTS: dict[str, frozenset[str]] = {
    "alliance": frozenset({"alliance"}),
    "bloc": frozenset({"bloc"}),
    "union": frozenset({"bloc"}),
    "organisation": frozenset({"alliance", "bloc", "un", "council", "body", "ngo"}),
    "organization": frozenset({"alliance", "bloc", "un", "council", "body", "ngo", "armed", "agency"}),
    "group": frozenset({"armed", "movement", "ngo", "alliance", "bloc"}),
    "militants": frozenset({"armed"}),
    "militant": frozenset({"armed"}),
    "rebels": frozenset({"armed"}),
    "insurgents": frozenset({"armed"}),
    "movement": frozenset({"armed", "movement"}),
    "agency": frozenset({"agency", "un", "media"}),
    "department": frozenset({"ministry"}),
    "council": frozenset({"un", "council"}),
    "court": frozenset({"court"}),
    "tribunal": frozenset({"court"}),
    "watchdog": frozenset({"un", "body", "agency", "ngo"}),
    "lender": frozenset({"bank"}),
    "bank": frozenset({"bank"}),
    "party": frozenset({"party"}),
    "parliament": frozenset({"parliament"}),
    "company": frozenset({"company"}),
}
STATE_WORDS = frozenset({"country", "nation", "state", "kingdom", "republic"})
HEADS_OF_STATE = frozenset({"president", "chancellor", "king", "queen", "monarch"})
HEADS_OF_GOVERNMENT = frozenset({"premier", "chancellor", "taoiseach"})


def pronoun(found: EntityMap, token: Token) -> Resolved | None:
    """The person or body a pronoun stands for; None where the same or last sentence leaves it open."""
    word = token.lower_
    if word in HE or word in SHE:
        return _person_before(found, token, "f" if word in SHE else "m")
    if word in IT:
        return _nearest_subject(found, token, ("country", "organisation", "place"))
    if word in THEY:
        return _nearest_subject(found, token, ("country", "organisation"))
    return None


def antecedent(token: Token) -> Token | None:
    """The noun that a relative pronoun stands for: "the minister who resigned"."""
    clause = token
    for _ in range(6):
        if clause.dep_ in ("relcl", "acl"):
            return clause.head if clause.head.tag_ not in ("WP", "WDT") else None
        if clause.head.i == clause.i:
            return None
        clause = clause.head
    return None


_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4}


def several(found: EntityMap, token: Token) -> tuple[Resolved, ...]:
    """The states or persons meant by "the two countries", "both leaders"; empty where they are not clear."""
    counted = next((_NUMBERS[t.lower_] for t in token.lefts if t.lower_ in _NUMBERS), 0)
    definite_words = any(t.lower_ in ("the", "both", "these", "those") for t in token.lefts)
    lemma = token.lemma_.lower()
    if token.tag_ != "NNS" or not definite_words or lemma not in _COUNTED:
        return ()
    if not counted:
        return _last_named_together(found, token) if lemma in STATE_WORDS else ()
    kind = "country" if lemma in STATE_WORDS or lemma in ("side", "government") else "person"
    last: dict[str, Resolved] = {}
    for mention in found.back_from(token.i):
        if mention.start_token < token.sent.start - 60 or len(last) == counted:
            break
        if mention.kind == kind or (kind == "country" and mention.kind == "person" and mention.country):
            named = mention if mention.kind == kind else state_of(mention, token)
            if named is not None:
                last.setdefault(named.name, named.within(token.i, token.i + 1, "description"))
    return tuple(reversed(last.values())) if len(last) == counted else ()


def _last_named_together(found: EntityMap, token: Token) -> tuple[Resolved, ...]:
    """States that were named side by side: "Sweden and Finland … the countries"."""
    for mention in found.back_from(token.i):
        if mention.start_token < token.sent.start - 60:
            break
        head = found.doc[mention.start_token : mention.end_token].root
        heads = sorted((head, *head.conjuncts), key=lambda t: t.i) if mention.kind == "country" else []
        named = [m for t in heads if (m := found.at(t.i)) is not None and m.kind == "country"]
        if len(named) > 1:
            return tuple(m.within(token.i, token.i + 1, "description") for m in named)
    return ()


_COUNTED = frozenset(
    {"country", "nation", "state", "side", "government", "leader", "president", "minister", "man", "official"}
)


def _sentences_back(token: Token, count: int) -> Iterator[tuple[int, int]]:
    """The token ranges of the sentence up to `token`, then of those before it."""
    sent = token.sent
    yield sent.start, token.i
    start = sent.start
    for _ in range(count):
        if start == 0:
            return
        before = token.doc[start - 1].sent
        yield before.start, before.end
        start = before.start


def _person_before(found: EntityMap, token: Token, gender: str) -> Resolved | None:
    for start, end in _sentences_back(token, 2):
        persons = {m.name: m for m in _persons(found, start, end) if _fits(m, gender)}
        if len(persons) == 1:
            return _for(next(iter(persons.values())), token)
        subjects = [m for m in persons.values() if _is_subject(found, m)]
        if subjects:
            return _for(subjects[0], token)
    return None


def _persons(found: EntityMap, start: int, end: int) -> Iterator[Resolved]:
    """Persons by name, and by office: "The US president said he was glad"."""
    for i in range(start, end):
        mention = found.at(i)
        if mention is not None and mention.kind == "person" and mention.start_token == i:
            yield mention
        elif mention is None and found.titled_at(i) is None and is_head_of_state(found.doc[i]):
            described = found.describe(found.doc[i])
            if described.kind == "person" and described.sort == "person":
                yield described


def _fits(mention: Resolved, gender: str) -> bool:
    holder: Holder | None = gazetteer().holders.get(mention.name)
    if holder is not None and holder.gender:
        return holder.gender == gender
    title = (mention.title or "").lower()
    if gender == "m":
        return not any(
            w in title.split() for w in ("queen", "princess", "mrs", "ms", "lady", "congresswoman")
        )
    return not any(w in title.split() for w in ("king", "prince", "mr", "mr.", "lord", "sir", "congressman"))


def _nearest_subject(found: EntityMap, token: Token, kinds: tuple[str, ...]) -> Resolved | None:
    from events.nlp.describing import as_actor

    for start, end in _sentences_back(token, 1):
        fitting = [m for m in found.between(start, end) if m.kind in kinds and m.use != "adjective"]
        subjects = [m for m in fitting if _is_subject(found, m)]
        if subjects:
            return _for(as_actor(subjects[0]), token)
        if len({m.key for m in fitting}) == 1 and token.lower_ in IT:
            return _for(as_actor(fitting[0]), token)
    return None


def _is_subject(found: EntityMap, mention: Resolved) -> bool:
    head = found.doc[mention.start_token : mention.end_token].root
    return head.dep_ in ("nsubj", "nsubjpass")


def _for(mention: Resolved, token: Token) -> Resolved:
    return mention.within(token.i, token.i + 1, "pronoun")


def definite(found: EntityMap, token: Token, owner: Resolved | None) -> Resolved | None:
    """Whom "the alliance", "the country", "the president" or "his country" points back to, or None."""
    word = token.lower_
    article = next(
        (t for t in token.lefts if t.lower_ in ("the", "this", "his", "her", "its", "their")), None
    )
    if is_head_of_state(token) and (article is not None or owner is not None):
        return _office_holder(found, token, owner)
    if article is None or owner is not None:
        return None
    if article.lower_ in ("his", "her", "its", "their") and (word in STATE_WORDS or word == "government"):
        whose = pronoun(found, article)
        return state_of(whose, token) if whose is not None else None
    if word in STATE_WORDS and not any(t.lower_ == "of" for t in token.rights):
        return _last_country(found, token)
    sorts = SORTS.get(word)
    if sorts is None:
        return None
    before = next((m for m in found.back_from(token.i) if m.sort in sorts), None)
    return before.within(token.i, token.i + 1, "description") if before else None


def national(found: EntityMap, token: Token, named: Resolved) -> Resolved | None:
    """The person meant by "the Norwegian" or "an Austrian"; None where the words mean the nation."""
    if (
        named.kind != "country"
        or named.use not in ("adjective", "people")
        or token.tag_ not in ("NN", "NNP", "JJ")
    ):
        return None
    if token.dep_ in ("amod", "compound", "nmod", "poss") or token.text.endswith(
        ("s", "sh", "ch", "ese", "ss")
    ):
        return None
    article = token.doc[named.start_token - 1].lower_ if named.start_token else ""
    if article in ("a", "an", "one"):
        return Resolved("person", token.text, named.country, "nationality", token.i, token.i + 1)
    if article != "the":
        return None
    before = [m for m in found.between(0, token.i) if m.kind == "person" and _is_national(m, named.country)]
    return before[-1].within(token.i, token.i + 1, "nationality") if before else None


def _is_national(mention: Resolved, country: str | None) -> bool:
    """A NATO official's nationality shows in the offices held before at home."""
    holder = gazetteer().holders.get(mention.name)
    return mention.country == country or (
        holder is not None and any(office.country == country for office in holder.offices)
    )


def holder_before(found: EntityMap, token: Token, owner: Resolved | None) -> Resolved | None:
    """The person named before whose title the noun repeats: "the minister", "the head of the alliance".

    With an owner the person must act for it; None where several persons fit.
    """
    word = token.lower_
    if token.tag_ not in ("NN", "NNP") or word not in TITLES or _is_of_another(token):
        return None
    if owner is None and not any(t.lower_ == "the" for t in token.lefts):
        return None
    words = _HEADS if word in _HEADS else {word}
    fitting = {
        m.name: m
        for m in found.between(max(0, token.i - _MEMORY), token.i)
        if m.kind == "person" and m.title and _holds(m, words) and (owner is None or _acts_for(m, owner))
    }
    if len(fitting) != 1:
        return None
    return next(iter(fitting.values())).within(token.i, token.i + 1, "title")


# How many tokens back a reader still knows who "the minister" is.
_MEMORY = 1500
_HEADS = frozenset({"head", "chief", "leader", "boss", "chair", "secretary", "director", "president"})


def _is_of_another(token: Token) -> bool:
    return any(
        t.lower_ in ("former", "vice", "deputy", "new", "next", "acting", "other", "another", "a", "an")
        for t in token.lefts
    )


def _holds(person: Resolved, words: AbstractSet[str]) -> bool:
    title = (person.title or "").lower().split()
    return not words.isdisjoint(title) and "former" not in title


def _acts_for(person: Resolved, owner: Resolved) -> bool:
    if owner.kind == "organisation":
        return person.affiliation == owner.name
    return owner.country is not None and person.country == owner.country and person.affiliation is None


def state_of(whose: Resolved, token: Token) -> Resolved | None:
    """The state that somebody belongs to, as meant by `token`; None where no state is known."""
    if whose.country is None:
        return None
    name = gazetteer().countries[whose.country]
    return Resolved("country", name, whose.country, "description", token.i, token.i + 1, whose.country)


def is_head_of_state(token: Token) -> bool:
    """ "president", "chancellor", "king", "prime minister"."""
    if token.lower_ in HEADS_OF_STATE | HEADS_OF_GOVERNMENT:
        return not any(t.lower_ in ("vice", "former", "new", "next") for t in token.lefts)
    return token.lower_ == "minister" and token.i > 0 and token.doc[token.i - 1].lower_ == "prime"


def _office_holder(found: EntityMap, token: Token, owner: Resolved | None) -> Resolved | None:
    """The person with that title whom the article names, else who held the office then."""
    country = owner.country if owner is not None else None
    fitting = [
        m
        for m in found.mentions
        if m.kind == "person"
        and (country is None or m.country == country)
        and token.lower_ in (m.title or "").lower().split()
        and "former" not in (m.title or "").lower()
    ]
    if len({m.name for m in fitting}) == 1 or (fitting and country is None):
        before = [m for m in fitting if m.start_token < token.i] or fitting
        return before[-1].within(token.i, token.i + 1, "title")
    country = country or context_country(found, token.i)
    if country is None or fitting:
        return None
    office = "Prime Minister" if token.lower_ == "minister" else token.text.capitalize()
    holder = gazetteer().in_office(country, office, found.published)
    if holder is None:
        return None
    return Resolved(
        "person", holder.name, country, "office", token.i, token.i + 1, title=office, sort="person"
    )


def _last_country(found: EntityMap, token: Token) -> Resolved | None:
    """ "the country": the subject of the sentence before, else the only one named there."""
    for start, end in _sentences_back(token, 2):
        states = [m for m in found.between(start, end) if m.kind == "country"]
        subjects = [m for m in states if _is_subject(found, m)]
        persons = [
            m for m in found.between(start, end) if m.kind == "person" and m.country and _is_subject(found, m)
        ]
        if subjects:
            return subjects[-1].within(token.i, token.i + 1, "description")
        if persons and not states:
            return state_of(persons[0], token)
        if states:
            last = states[-1] if len({m.name for m in states}) == 1 else states[0]
            return last.within(token.i, token.i + 1, "description")
    return None


def context_country(found: EntityMap, i: int) -> str | None:
    """The ISO country spoken of at token `i`: that of its sentence, else what the text so far is about."""
    sent = found.doc[i].sent
    here = [m for m in found.between(sent.start, sent.end) if m.country and not is_split_off(found.doc, m)]
    told = [m for m in here if not _is_counterpart(found, m)]
    places = {m.country for m in told if m.kind == "place"}
    for group in ({m.country for m in told}, places):
        if len(group) == 1:
            return group.pop()
    if told:
        return None
    if len(found.countries) == 1:
        return next(iter(found.countries))
    if sent.start not in found.spoken_of:
        found.spoken_of[sent.start] = _spoken_of(found, sent.start)
    return found.spoken_of[sent.start] or (here[0].country if here else None)


# Further back than this a country is no longer spoken of, unless the article begins with it.
_REACH = 250


def _spoken_of(found: EntityMap, start: int) -> str | None:
    """The country that the text before token `start` is about.

    What stands first, where things happen and what was named last weigh most: in a text on a blast in Beirut
    that names "rescuers from Cyprus" once, the cabinet is Lebanon's.
    """
    weights: dict[str, float] = {}
    opening = found.doc[0].sent.end
    previous = found.doc[start - 1].sent.start if start else 0
    mentions = (*found.between(0, min(opening, start)), *found.between(max(opening, start - _REACH), start))
    for mention in mentions:
        if mention.country is None or is_split_off(found.doc, mention):
            continue
        weight = 0.5 if mention.kind == "person" or _is_counterpart(found, mention) else 1.0
        weight += 1.0 if mention.kind == "place" or _is_scene(found, mention) else 0.0
        weight += 1.0 if mention.start_token < opening else 0.0
        weight *= 2.0 if mention.start_token >= previous else 1.0
        # Of two that weigh the same the one named last comes last.
        weights[mention.country] = weights.pop(mention.country, 0.0) + weight
    if weights:
        return max(reversed(weights), key=lambda iso: weights[iso])
    return next((m.country for m in found.back_from(start) if m.country), None)


_COUNTERPART = frozenset({"with", "to", "from", "against", "between", "about", "over", "on", "by", "towards"})
_SCENE = frozenset({"in", "at", "near", "across", "around", "outside", "throughout", "inside"})


def _preposition_before(found: EntityMap, mention: Resolved) -> str:
    head = found.doc[mention.start_token : mention.end_token].root
    return head.head.lower_ if head.dep_ == "pobj" else ""


def _is_counterpart(found: EntityMap, mention: Resolved) -> bool:
    """As Cyprus in "talks with Cyprus" and "rescuers from Cyprus": the text need not be about it."""
    return mention.kind != "place" and _preposition_before(found, mention) in _COUNTERPART


def _is_scene(found: EntityMap, mention: Resolved) -> bool:
    return _preposition_before(found, mention) in _SCENE

"""Persons in the text: their titles, whom they act for, and later mentions by surname."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from events.nlp.gazetteer import Holder, fold, gazetteer, surname_of
from events.nlp.mentions import INTERNATIONAL, Resolved

if TYPE_CHECKING:
    from events.nlp.resolution import Resolution

TITLES = frozenset(
    """president premier minister chancellor secretary king queen emperor empress prince princess sultan emir
    pope cardinal archbishop bishop patriarch ayatollah imam sheikh cleric senator congressman congresswoman
    representative governor mayor ambassador envoy diplomat general admiral colonel captain lieutenant major
    sergeant marshal commander chief chair chairman chairwoman chairperson head director leader speaker
    spokesman spokeswoman spokesperson judge justice prosecutor attorney mp mep lawmaker legislator deputy
    councillor councilor councilwoman councilman commissioner representative negotiator adviser advisor aide
    candidate nominee coordinator rapporteur inspector chargé dictator president-elect ceo founder
    businessman oligarch activist journalist dissident opposition-leader lawyer officer constable mr mrs ms dr
    professor sir dame lord lady pm vice-president ruler strongman warlord monarch regent comptroller
    undersecretary under-secretary whistleblower dissident singer actor actress novelist author
    sprinter athlete runner footballer boxer tennis player rapper writer cantopop politician official
    militant rebel separatist guerrilla dissident filmmaker blogger economist scientist""".split()
)

OFFICES = frozenset(
    """president premier minister chancellor secretary king queen emperor sultan emir governor ambassador
    leader pm monarch speaker general commander senator spokesman spokeswoman spokesperson mayor""".split()
)

_JOINS = frozenset({"of", "for", "to", "the", "and", "-", "'s", "’s", "&", "'", "’", "a", "an"})

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})


@dataclass(frozen=True, slots=True)
class Titled:
    """A title's words in tokens, end exclusive, and its last title word in lower case."""

    start: int
    end: int
    text: str


def is_title(token: Token) -> bool:
    """Whether the word is a title or an occupation that may stand beside a name."""
    return token.lower_.rstrip(".") in TITLES


def title_before(doc: Doc, start: int, stop: int) -> Titled | None:
    """The words of title right before a name: "former US Secretary of State" before Hillary Clinton.

    Goes left from token `start` no further than token `stop` and 12 words; the words between are nouns,
    adjectives and what joins them. None where no title word is among them.
    """
    begin = start
    titled = None
    for i in range(start - 1, max(stop, start - 12) - 1, -1):
        token = doc[i]
        if token.lower_ not in _JOINS and token.pos_ not in ("PROPN", "NOUN", "ADJ"):
            break
        if is_title(token):
            titled, begin = i if titled is None else titled, i
        elif token.pos_ in ("PROPN", "NOUN", "ADJ"):
            begin = i
    if titled is None:
        return None
    return Titled(begin, start, doc[begin:start].text)


_RIGHT = re.compile(r"^[,(]$")


def title_after(doc: Doc, end: int, stop: int) -> Titled | None:
    """The title set after a name: ", Secretary General of NATO," or ", the Georgian prime minister"."""
    if end + 1 >= stop or not _RIGHT.match(doc[end].text):
        return None
    last = end
    found = False
    for i in range(end + 1, min(stop, end + 13)):
        token = doc[i]
        if token.lower_ not in _JOINS and token.pos_ not in ("PROPN", "NOUN", "ADJ", "DET"):
            break
        found = found or is_title(token)
        last = i
    if not found:
        return None
    return Titled(end + 1, last + 1, doc[end + 1 : last + 1].text)


@dataclass(slots=True)
class Person:
    """What the article and the gazetteer say of one person; `settled` once the country is decided."""

    name: str
    holder: Holder | None = None
    country: str | None = None
    settled: bool = False
    title: str | None = None
    affiliation: str | None = None
    spans: list[tuple[int, int, str]] = field(default_factory=list)


def take_named(result: Resolution, start: int, end: int) -> None:
    """Put a person where the model saw one, without its title words and the countries before its name."""
    doc = result.doc
    for i in range(start, end):
        known = result.at[i]
        if known is not None and known.kind == "person":
            return
        if is_title(doc[i]) or (known is not None and i < end - 1):
            start = i + 1
    if start >= end or not doc[start].text[:1].isupper() or not result.free(start, end):
        return
    result.put(Resolved("person", doc[start:end].text, None, "", start, end, sort="named"))


def link(result: Resolution) -> None:
    """Join mentions of one person, give each its title, country and affiliation."""
    _take_titled_names(result)
    persons: list[Person] = []
    by_word: dict[str, list[Person]] = defaultdict(list)
    i = 0
    while i < len(result.doc):
        mention = result.at[i]
        if mention is None or mention.kind != "person":
            _take_surname(result, i, by_word)
            i += 1
            continue
        person, reason = _person_of(result, mention, by_word)
        if person not in persons:
            persons.append(person)
        person.spans.append((mention.start_token, mention.end_token, reason))
        i = mention.end_token
    for person in persons:
        _place_in_office(result, person)
    for person in persons:
        _finish(result, person)


def _take_titled_names(result: Resolution) -> None:
    """Names after a title that the model overlooked: "Prime Minister of Georgia Irakli Garibashvili"."""
    doc = result.doc
    for i in range(1, len(doc)):
        if doc[i].pos_ != "PROPN" or not result.free(i, i + 1) or is_title(doc[i]):
            continue
        if not doc[i].text[:1].isupper() or doc[i].ent_type_ in ("ORG", "PRODUCT", "EVENT", "LAW", "FAC"):
            continue
        if not _ends_title(result, i - 1):
            continue
        end = i + 1
        while end < len(doc) and doc[end].pos_ == "PROPN" and result.free(end, end + 1):
            end += 1
        result.put(Resolved("person", doc[i:end].text, None, "", i, end, sort="titled"))


def _ends_title(result: Resolution, i: int) -> bool:
    doc = result.doc
    if is_title(doc[i]) and doc[i].lower_ in OFFICES:
        return True
    before = result.at[i]
    if before is None or before.kind != "country" or before.use != "name" or before.start_token < 2:
        return False
    start = before.start_token
    return doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in OFFICES


def _take_surname(result: Resolution, i: int, by_word: dict[str, list[Person]]) -> None:
    """A later mention by surname that the model overlooked or took for something else."""
    token = result.doc[i]
    known = result.at[i]
    if not token.text[:1].isupper() or len(token.text) < 3:
        return
    if known is not None and (token.ent_type_ != "PERSON" or known.end_token - known.start_token > 1):
        return
    person = next(reversed(by_word.get(fold(token.text), [])), None)
    if person is not None and fold(surname_of(person.name)) == fold(token.text):
        person.spans.append((i, i + 1, "surname"))


def _person_of(result: Resolution, mention: Resolved, by_word: dict[str, list[Person]]) -> tuple[Person, str]:
    holder = gazetteer().holders.get(mention.name)
    words = [fold(w) for w in re.split(r"[\s-]+", mention.name) if len(w) > 1]
    last = fold(surname_of(mention.name))
    for person in reversed(by_word.get(last, [])):
        known = {fold(w) for w in re.split(r"[\s-]+", person.name)}
        if person.name == mention.name or (len(words) == 1 or set(words) <= known) and words[-1] in known:
            return person, "" if len(words) > 1 else "surname"
    reason = ""
    if holder is None:
        holder = _holder_by_surname(result, mention)
        reason = "surname" if holder is not None else ""
    person = Person(holder.name if holder else mention.name, holder)
    for word in {*words, *(fold(w) for w in re.split(r"[\s-]+", person.name))}:
        by_word[word].append(person)
    return person, reason


def _holder_by_surname(result: Resolution, mention: Resolved) -> Holder | None:
    """Whom a bare surname means: the one in office then, of a country that the article names."""
    if " " in mention.name:
        return None
    holders = [h for h in gazetteer().surnames.get(fold(mention.name), []) if h.in_office(result.published)]
    named = result.countries()
    here = [h for h in holders if (o := h.office_on(result.published)) and o.country in named]
    if len(here) == 1:
        return here[0]
    return holders[0] if len(holders) == 1 and mention.sort == "titled" else None


def _place_in_office(result: Resolution, person: Person) -> None:
    office = person.holder.office_on(result.published) if person.holder else None
    for start, end, _ in person.spans:
        before = title_before(result.doc, start, _sentence_start(result.doc, start))
        after = title_after(result.doc, end, len(result.doc))
        for titled in (before, after):
            if titled is not None:
                _take_title(result, person, titled)
    if (
        person.holder is not None
        and office is not None
        and (not person.settled or person.holder.in_office(result.published))
    ):
        person.country, person.settled = office.country, True
        person.title, person.affiliation = person.title or office.title, office.body or person.affiliation


def _sentence_start(doc: Doc, i: int) -> int:
    return int(doc[i].sent.start)


def _take_title(result: Resolution, person: Person, titled: Titled) -> None:
    inside = [m for m in result.at[titled.start : titled.end] if m is not None and m.kind != "person"]
    if person.title is None:
        person.title = titled.text
    if inside and not person.settled:
        nearest = inside[-1]
        person.settled = True
        person.country = None if nearest.sort in INTERNATIONAL else nearest.country
        person.affiliation = nearest.name if nearest.kind == "organisation" else None


def _finish(result: Resolution, person: Person) -> None:
    if not person.settled and person.title:
        named = {m.country for m in result.at if m is not None and m.kind == "country" and m.country}
        person.country = named.pop() if len(named) == 1 else None
    for start, end, reason in person.spans:
        mention = Resolved(
            "person", person.name, person.country, reason, start, end,
            title=person.title, affiliation=person.affiliation, sort="person",
        )  # fmt: skip
        result.put(mention)
        before = title_before(result.doc, start, _sentence_start(result.doc, start))
        for i in range(before.start, before.end) if before else ():
            result.titled[i] = mention

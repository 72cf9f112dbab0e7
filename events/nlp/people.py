"""Persons in the text: one record for all mentions, whom they act for, later mentions by surname."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from events.nlp.gazetteer import Holder, fold, gazetteer, surname_of
from events.nlp.mentions import INTERNATIONAL, Resolved
from events.nlp.names import holder_named, holder_titled, is_address, whole_name
from events.nlp.titles import (
    HIGH_OFFICES,
    OFFICES,
    Titled,
    clean,
    is_title,
    title_after,
    title_apposed,
    title_before,
    title_predicate,
)
from events.nlp.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

    from events.nlp.resolution import Resolution

# Surnames that are also first names or words: alone they mean no office holder, unless a title says so.
COMMON_SURNAMES = word_set(
    """Johnson Hunt Brown May King Price Powell Rice Barr Harris Walker Ryan Young Burns Carter Bush Hill Rose
    Kim Park Lee Li Wang Khan Singh Ali Ahmed Wong Lam Green Cook Wallace Austin Scott Key Martin Costa Paul
    Clinton Jordan Francis Michel Philippe Charles Adams Miller Smith Jones Moon Major Day Long Lai Prince
    Mohamed Mohammed Hassan Abdullah Salman Fernandez Sanchez Lopez Gonzalez Garcia Castro Santos Silva Dan
    Diab Abbas Sharif Castillo Mustafa Katz Cohen Thomas Peters Rudd Rubio Waltz Bailey Mitchell Allen
    Phillips Davis Campbell Williams Salam Swan Law Ho Go Zen Ng Chow Solih Barrow Conde Touadera"""
)


# "Premier League", "General Assembly", "Chief Justice's Office": what follows the title word is no name.
_AFTER_TITLE = word_set(
    """league assembly electric motors rabbinate staff office court council party election elections division
    house hospital university day cup square street palace administration department ministry act bill"""
)


_NO_PERSON = frozenset({"ORG", "PRODUCT", "EVENT", "LAW", "FAC", "WORK_OF_ART", "NORP"})
# The bodies and portfolios behind which the name of whoever leads them may follow.
_LED = word_set(
    """council ministry office administration agency department bureau commission committee secretariat
    affairs security policy cooperation relations defence defense development trade economy finance energy
    environment interior justice health staff parliament assembly"""
)


@dataclass(slots=True)
class Person:
    """What the article and the gazetteer say of one person; `settled` once the country is decided."""

    name: str
    holder: Holder | None = None
    country: str | None = None
    settled: bool = False
    title: str | None = None
    affiliation: str | None = None
    surnames: set[str] = field(default_factory=set)
    spans: list[tuple[int, int, str]] = field(default_factory=list)


Index = dict[str, list[Person]]
# Of so many of one surname the last are looked at, which bounds the time on a list of names.
_MOST_NAMESAKES = 40


@lru_cache(maxsize=4096)
def words_of(name: str) -> tuple[str, ...]:
    """The folded words of a name in lower case, initials left out; kept, as every mention asks again."""
    return tuple(w for w in re.split(r"[\s\-.]+", fold(name).lower()) if len(w) > 1)


def take_named(result: Resolution, start: int, end: int) -> None:
    """Put a person where the model saw one, without its title words and the countries before its name."""
    doc = result.doc
    for i in range(start, end):
        known = result.at[i]
        if known is not None and known.kind == "person":
            return
        if i < end - 1 and i == start and (_begins_title(doc, i) or known is not None):
            start = i + 1
    while end - 1 > start and doc[end - 1].text.islower():
        end -= 1
    if start >= end or not doc[start].text[:1].isupper() or not result.free(start, end):
        return
    if is_address(doc[start:end].text):
        return
    if all(doc[i].is_upper for i in range(start, end)) and end - start == 1 and len(doc[start].text) < 5:
        return
    result.put(Resolved("person", doc[start:end].text, None, "", start, end, sort="named"))


def _begins_title(doc: Doc, i: int) -> bool:
    return is_title(doc[i]) or (
        doc[i].lower_ in ("crown", "prime", "vice", "deputy") and is_title(doc[i + 1])
    )


def link(result: Resolution) -> None:
    """Join the mentions of one person; give each its title, country and affiliation."""
    _take_titled_names(result)
    persons: dict[int, Person] = {}
    by_word: Index = defaultdict(list)
    proper = set(result.proper)
    done = 0
    for i, mention in enumerate(result.at):
        if i < done:
            continue
        if mention is None or not (mention.kind == "person" or _is_known_person(mention, by_word)):
            if i in proper:
                _take_surname(result, i, by_word)
            continue
        start, end = whole_name(result, mention)
        person, reason = _person_of(result, mention, result.doc[start:end].text, by_word)
        persons[id(person)] = person
        person.spans.append((start, end, reason))
        done = end
    held = _held(result, persons.values())
    for person in persons.values():
        _take_surroundings(result, person, held)
        _take_office(result, person)
    for person in persons.values():
        _settle(result, person, held)
    for person in persons.values():
        _put(result, person, held)


def _held(result: Resolution, persons: Iterable[Person]) -> list[bool]:
    held = [False] * len(result.doc)
    for person in persons:
        for start, end, _ in person.spans:
            held[start:end] = [True] * (end - start)
    return held


def _take_titled_names(result: Resolution) -> None:
    """Names after a title that the model overlooked: "Prime Minister of Georgia Irakli Garibashvili"."""
    doc = result.doc
    done = 1
    for i in result.proper:
        if i < done or not _may_begin_name(result, i) or not _follows_office(result, i):
            continue
        end = i + 1
        while end < len(doc) and _may_go_on(result, end):
            end += 1
        result.put(Resolved("person", doc[i:end].text, None, "", i, end, sort="titled"))
        done = end


def _may_begin_name(result: Resolution, i: int) -> bool:
    """Whether the proper noun at token `i` is free and no word that goes on a title."""
    if result.at[i] is not None:
        return False
    token = result.doc[i]
    word = token.lower_
    return token.text[:1].isupper() and not is_title(token) and word not in _AFTER_TITLE and word not in _LED


def _follows_office(result: Resolution, i: int) -> bool:
    named = result.doc[i].ent_type_ not in _NO_PERSON and _ends_title(result, i - 1)
    return named or _follows_office_of_body(result, i)


def _follows_office_of_body(result: Resolution, i: int) -> bool:
    """As in "the Secretary of the Estonian State Chancellery Jaan Tamm"."""
    doc = result.doc
    if doc[i - 1].lower_ not in _LED or i + 1 >= len(doc) or doc[i + 1].pos_ != "PROPN":
        return False
    if i + 2 < len(doc) and doc[i + 2].pos_ == "PROPN" and doc[i + 2].ent_type_ == doc[i + 1].ent_type_:
        return False
    if doc[i + 1].lower_ in _LED:
        return False
    return _office_leads(doc, i - 2)


def _office_leads(doc: Doc, last: int) -> bool:
    """Whether an office and its "of" stand before token `last`, with only names and nouns between."""
    for j in range(last, max(0, last - 12), -1):
        if doc[j].lower_ in ("of", "for") and is_title(doc[j - 1]):
            return True
        if doc[j].pos_ not in ("PROPN", "NOUN", "ADJ", "ADP", "DET", "CCONJ"):
            return False
    return False


def _may_go_on(result: Resolution, i: int) -> bool:
    token = result.doc[i]
    if not result.free(i, i + 1):
        return False
    hyphen = token.text == "-" and i + 1 < len(result.doc) and result.doc[i + 1].pos_ == "PROPN"
    return hyphen or (token.pos_ == "PROPN" and token.text[:1].isalpha() and not is_title(token))


def _ends_title(result: Resolution, i: int) -> bool:
    """Whether token `i` closes a title: "Minister", "Prime Minister of Georgia", "Secretary of State"."""
    doc = result.doc
    if doc[i].lower_.rstrip(".") in OFFICES:
        return True
    before = result.at[i]
    start = before.start_token if before is not None and before.kind == "country" else i
    if before is not None and before.kind != "country" and before.name != "State":
        return False
    if start >= 1 and doc[start - 1].lower_ == "the":
        start -= 1
    if start < 2 or doc[start - 1].lower_ != "of":
        return False
    led = before is not None and doc[start - 2].lower_ in _LED
    return doc[start - 2].lower_ in OFFICES or (led and _office_leads(doc, start - 2))


def _take_surname(result: Resolution, i: int, by_word: Index) -> None:
    """A later mention by surname that the model overlooked or took for something else."""
    if not by_word:
        return
    known = result.at[i]
    if known is not None and known.end_token - known.start_token > 1:
        return
    token = result.doc[i]
    word = fold(token.lower_)
    bearers = [person for person in by_word.get(word, [])[-_MOST_NAMESAKES:] if word in person.surnames]
    if not bearers or not token.text[:1].isupper() or len(word) < 3:
        return
    if known is None or known.kind != "country" or token.ent_type_ == "PERSON":
        _nearest(result, bearers, i).spans.append((i, i + 1, "surname"))


def _nearest(result: Resolution, bearers: list[Person], i: int) -> Person:
    """Of several of one surname, whoever bore the title before it, else whoever was named last."""
    if len(bearers) == 1:
        return bearers[0]
    title = result.doc[i - 1].lower_ if i and is_title(result.doc[i - 1]) else ""
    titled = [p for p in bearers if title and _bore(result, p, title)]
    return max(titled or bearers, key=lambda p: p.spans[-1][0] if p.spans else -1)


def _bore(result: Resolution, person: Person, title: str) -> bool:
    start, end, _ = person.spans[0]
    doc = result.doc
    apposed = doc[end : end + 6] if end < len(doc) and doc[end].text == "," else ()
    return any(token.lower_ == title for token in (*doc[max(0, start - 4) : start], *apposed))


def _is_known_person(mention: Resolved, by_word: Index) -> bool:
    """ "De Mistura" after "Staffan de Mistura", though the model takes it for an organisation."""
    if mention.kind != "organisation" or mention.sort:
        return False
    words = words_of(mention.name)
    known = [words_of(person.name) for person in by_word.get(words[-1], [])] if words else []
    return any(words[-1] == name[-1] and set(words) <= set(name) for name in known)


def _person_of(result: Resolution, mention: Resolved, name: str, by_word: Index) -> tuple[Person, str]:
    """The person that a mention of this name is of, met before or new, and the reason to show."""
    words = words_of(name)
    last = fold(surname_of(name)).lower()
    fitting = []
    met = by_word.get(last, by_word.get(words[-1] if words else "", []))
    for person in reversed(met[-_MOST_NAMESAKES:]):
        known = set(words_of(person.name))
        if person.name in (name, mention.name):
            return person, "" if len(words) > 1 else "surname"
        if words and set(words) <= known and words[-1] in known:
            fitting.append(person)
    if fitting:
        return _nearest(result, fitting, mention.start_token), "" if len(words) > 1 else "surname"
    titled = mention.start_token > 0 and is_title(result.doc[mention.start_token - 1])
    holder = gazetteer().holders.get(mention.name)
    holder = holder or holder_named(name, result.published, result.countries(), titled)
    reason = ""
    if holder is None:
        holder = _holder_by_surname(result, mention.start_token, name)
        reason = "surname" if holder is not None else ""
    person = Person(holder.name if holder else _plain(name), holder)
    person.surnames = {last, fold(surname_of(person.name)).lower()}
    for word in {*words, last, *words_of(person.name)}:
        by_word[word].append(person)
    return person, reason


def _plain(name: str) -> str:
    return " ".join(name.split())


def _holder_by_surname(result: Resolution, start: int, name: str) -> Holder | None:
    """Whom a bare surname means: the one in office then, of a country that the article names."""
    if " " in name:
        return None
    day = result.published
    holders = [h for h in gazetteer().surnames.get(fold(name).lower(), []) if h.in_office(day)]
    named = result.countries()
    here = [h for h in holders if (o := h.office_on(day)) and o.country in named]
    if len(here) == 1:
        return here[0]
    titled = holder_titled(result, start, here or holders)
    if titled is not None:
        return titled
    high = start > 0 and result.doc[start - 1].lower_ in HIGH_OFFICES
    plain = fold(name) in COMMON_SURNAMES
    return holders[0] if len(holders) == 1 and (high or not plain) else None


def _take_surroundings(result: Resolution, person: Person, held: list[bool]) -> None:
    doc = result.doc
    for start, end, _ in person.spans:
        before = title_before(doc, start, result.sentence_start[start], held, result.at)
        last = doc[end - 1]
        after = title_after(doc, end, held)
        # "National Security Council Secretary Armen Grigoryan of Armenia": the state said last is his.
        first, second = (after, before) if after is not None and not after.office else (before, after)
        for titled in (first, second, title_apposed(last), title_predicate(last)):
            if titled is not None:
                _take_title(result, person, titled)


def _take_title(result: Resolution, person: Person, titled: Titled) -> None:
    inside = [
        m
        for i in range(titled.start, titled.end)
        if (m := result.at[i]) is not None
        and m.kind != "person"
        and (m.country or m.sort or m.kind != "organisation")
        and m.start_token == i
        and not _is_addressee(result.doc, i)
    ]
    if titled.office and person.title is None:
        person.title = clean(titled.text) or None
    if not inside or person.settled:
        return
    # "Rwandan humanitarian and Presidential Medal recipient": the first counts, unless a body follows.
    nearest = next((m for m in reversed(inside) if m.sort in INTERNATIONAL), inside[0])
    if not (titled.office or nearest.use in ("adjective", "people") or nearest.kind == "country"):
        return
    person.settled = True
    person.country = None if nearest.sort in INTERNATIONAL else nearest.country
    person.affiliation = next((m.name for m in inside if m.kind == "organisation"), None)


def _is_addressee(doc: Doc, i: int) -> bool:
    """An ambassador "to Russia" or "to the UN" acts for neither."""
    before = i - 2 if i > 1 and doc[i - 1].lower_ == "the" else i - 1
    return before >= 0 and doc[before].lower_ == "to"


def _take_office(result: Resolution, person: Person) -> None:
    if person.holder is None:
        return
    office = person.holder.office_on(result.published)
    if office is None or (person.settled and not person.holder.in_office(result.published)):
        return
    person.country, person.settled = office.country, True
    person.title = person.title or office.title
    person.affiliation = office.body or person.affiliation


def _settle(result: Resolution, person: Person, held: list[bool]) -> None:
    """Without any word on it, a person is of the one country that the article is about, if it is one."""
    if person.settled:
        return
    named = {m.country for m, other in zip(result.at, held, strict=True) if m is not None and not other}
    named.discard(None)
    if len(named) == 1:
        person.country = named.pop()
    elif person.title and len(named) > 1:
        person.country = _country_before(result, person.spans[0][0])


def _country_before(result: Resolution, i: int) -> str | None:
    """The nearest country before, in the sentence: "In Iraq, Prime Minister Adil Abdul Mahdi agrees"."""
    for j in range(i - 1, result.sentence_start[i] - 1, -1):
        mention = result.at[j]
        if mention is not None and mention.kind in ("country", "place") and mention.country:
            return mention.country
    return None


def _put(result: Resolution, person: Person, held: list[bool]) -> None:
    for start, end, reason in person.spans:
        mention = Resolved(
            "person",
            person.name,
            person.country,
            reason,
            start,
            end,
            sort="person",
            title=person.title,
            affiliation=person.affiliation,
        )
        result.put(mention)
        before = title_before(result.doc, start, result.sentence_start[start], held, result.at)
        if before is not None and before.office:
            for i in range(before.start, before.end):
                result.titled[i] = mention

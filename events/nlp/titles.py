"""What is said of a person around the name: titles, nationality, the office in an apposition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from events.nlp.mentions import Resolved
from events.nlp.word_lists import word_set

# Words that stand beside a name and say what somebody is.
TITLES = word_set(
    """president premier minister chancellor secretary king queen emperor empress prince princess
    sultan emir pope cardinal archbishop bishop patriarch ayatollah imam sheikh cleric senator
    congressman congresswoman representative governor mayor ambassador envoy diplomat general
    admiral colonel captain lieutenant major sergeant marshal commander commander-in-chief chief
    chair chairman chairwoman chairperson head director leader speaker spokesman spokeswoman
    spokesperson judge justice prosecutor attorney mp mep lawmaker legislator deputy councillor
    councilor councilwoman councilman commissioner negotiator adviser advisor aide candidate nominee
    coordinator rapporteur inspector chargé dictator president-elect ceo founder businessman
    businesswoman oligarch activist journalist dissident lawyer officer constable mr mrs ms dr
    professor sir dame lord lady pm vice-president ruler strongman warlord monarch regent
    comptroller taoiseach undersecretary under-secretary whistleblower singer actor actress novelist
    author parliamentarian sprinter athlete runner footballer boxer player rapper writer politician
    official militant rebel separatist guerrilla filmmaker blogger economist scientist soldier
    worker marine pilot citizen national architect researcher academic student teacher magnate
    billionaire"""
)

# Of these, the ones that let an unknown capitalised word after them be a name.
OFFICES = word_set(
    """president premier minister chancellor secretary king queen emperor sultan emir governor
    ambassador leader pm monarch speaker general commander senator spokesman spokeswoman
    spokesperson mayor judge prosecutor mr mrs ms dr colonel captain taoiseach justice"""
)

# With these a bare surname is that of the holder: "President Kim", not "Mr. Kim".
HIGH_OFFICES = word_set("""president premier minister chancellor leader king queen pm secretary""")

_JOINS = frozenset({"of", "for", "to", "the", "and", "-", "–", "'s", "’s", "&", "'", "’", "a", "an", "s"})
_NOMINAL = frozenset({"PROPN", "NOUN", "ADJ"})
_BECOMING = word_set(
    """be become remain appoint name elect swear inaugurate nominate serve resign install reelect
    re-elect confirm choose select take assume"""
)


@dataclass(frozen=True, slots=True)
class Titled:
    """The tokens of a title, end exclusive; `office` tells whether a title word is among them."""

    start: int
    end: int
    text: str
    office: bool


def is_title(token: Token) -> bool:
    """Whether the word is a title or an occupation that may stand beside a name."""
    return token.lower_.rstrip(".") in TITLES


def title_before(
    doc: Doc, start: int, stop: int, held: list[bool], at: Sequence[Resolved | None]
) -> Titled | None:
    """The words right before a name: "former US Secretary of State" before Hillary Clinton.

    Goes left from token `start` no further than token `stop` and 14 words, over nouns, adjectives and what
    joins them. `held[i]` says that token `i` belongs to another person, where the title must have ended;
    `at` gives the mention over each token: "head of the Economic Community of West African States".
    None where nothing is there.
    """
    begin, office = start, False
    for i in range(start - 1, max(stop, start - 14) - 1, -1):
        token = doc[i]
        within = at[i]
        if within is not None and i > within.start_token and not held[i]:
            begin = within.start_token
            continue
        if held[i] or not (token.lower_ in _JOINS or token.pos_ in _NOMINAL):
            break
        if token.lower_ == "and" and (i == stop or not _joins_titles(doc, i, start)):
            break
        if token.lower_ in ("to", "of", "for") and not _goes_on(doc, i, start, stop, office):
            break
        office = office or is_title(token)
        if token.pos_ in _NOMINAL:
            begin = i
    if begin == start:
        return None
    return Titled(begin, start, doc[begin:start].text, office)


def _joins_titles(doc: Doc, i: int, start: int) -> bool:
    """As in "General Secretary and President Nguyen", but not "Iran and Mr X"."""
    left, right = doc[i - 1], doc[i + 1]
    if is_title(left):
        return True
    return (
        left.pos_ in ("ADJ", "PROPN", "NOUN") and not is_title(right) and i + 1 < start and not left.ent_type_
    )


def _goes_on(doc: Doc, i: int, start: int, stop: int, office: bool) -> bool:
    """Whether the title goes on to the left of an "of": "Prime Minister of Georgia Irakli Garibashvili".

    "spokesman for President Biden" ends behind "for"; "Special Representative of the President for
    International Cooperation" does not end where the second office stands.
    """
    if office and (doc[i].lower_ == "to" or is_title(doc[start - 1])):
        return False
    return any(is_title(doc[j]) for j in range(max(stop, i - 8), i))


_ENDS = word_set("for since until who which whose as from after before during in at on by with while when")
_LOOSE = word_set("and of for the a an to or - – & current new then-")


# "on Tuesday Chancellor Merz announced", "his former aide, Pablo Salas": no part of the office.
_BEFORE = _LOOSE | word_set(
    """his her its their my our your whose monday tuesday wednesday thursday friday saturday sunday
    year-old yesterday today tonight"""
)


def clean(title: str) -> str:
    """A title as a phrase of its own: "president of Honduras for eight years and" loses what trails.

    Honorifics and articles before it go too; empty where no word of an office is left.
    """
    words = title.replace("(", " ").replace(")", " ").split()
    office = next((i for i, w in enumerate(words) if w.lower().strip(".,'’") in TITLES), None)
    if office is None:
        return ""
    for i in range(office + 1, len(words)):
        word = words[i].lower().strip(".,")
        counted = word == "for" and i + 1 < len(words) and not words[i + 1][:1].isupper()
        ends = (word in _ENDS and word != "for") or counted or words[i][:1].isdigit()
        if ends or words[i - 1].endswith((",", ";", ":")):
            words = words[:i]
            break
    while words and (words[-1].lower().strip(",.;:\"'") in _LOOSE or not words[-1].strip(",.;:'’\"")):
        words.pop()
    while words and (words[0].lower() in _BEFORE or not words[0][:1].isalnum() or words[0] in ("'s", "’s")):
        words.pop(0)
    while len(words) > 1 and words[-1].lower().rstrip(".") in _HONORIFICS:
        words.pop()
    return " ".join(words).rstrip(" ,;:-–")


_HONORIFICS = word_set("mr mrs ms dr sir dame lord lady sheikh he")


def title_after(doc: Doc, end: int, held: list[bool]) -> Titled | None:
    """What is set after a name: ", Secretary General of NATO," or ", a Palestinian worker", "of Ukraine"."""
    if end + 1 >= len(doc):
        return None
    if doc[end].lower_ == "of":
        first = end + 2 if doc[end + 1].lower_ == "the" and end + 2 < len(doc) else end + 1
        if doc[first].text[:1].isupper():
            return Titled(first, first + 1, doc[end : first + 1].text, False)
    if doc[end].text not in (",", "("):
        return None
    last, office = end, False
    for i in range(end + 1, min(len(doc), end + 14)):
        token = doc[i]
        if held[i] or not (token.lower_ in _JOINS or token.pos_ in _NOMINAL or token.pos_ in ("DET", "NUM")):
            break
        if token.lower_ == "and" and not office:
            break
        office = office or is_title(token)
        last = i
    described = office or doc[end + 1].pos_ == "DET"
    if last == end or (last + 1 < len(doc) and doc[last + 1].pos_ in ("VERB", "AUX") and not described):
        return None
    return Titled(end + 1, last + 1, doc[end + 1 : last + 1].text, office)


def title_apposed(name: Token) -> Titled | None:
    """The phrase that the name is set after: "Russia's ambassador to the UN, Alexey Borodavkin,"."""
    while name.dep_ == "compound" and name.head.i != name.i:
        name = name.head
    head = name.head
    if name.dep_ != "appos" or head.i >= name.i or not is_title(head):
        return None
    start, end = max(head.left_edge.i, head.i - 12), min(name.left_edge.i, head.i + 12)
    return Titled(start, end, name.doc[start:end].text.rstrip(" ,"), True)


# How many names joined by "and" may share a predicate; longer rows are lists.
_MOST_JOINED = 8


def title_predicate(name: Token) -> Titled | None:
    """What the clause says the person is or becomes: "took her oath as Prime Minister of Denmark"."""
    for _ in range(_MOST_JOINED):
        if name.dep_ not in ("compound", "appos", "conj"):
            break
        name = name.head
    verb = name.head
    if name.dep_ not in ("nsubj", "nsubjpass", "dobj") or verb.lemma_.lower() not in _BECOMING:
        return None
    for child in verb.children:
        noun = child
        if child.dep_ in ("prep",) and child.lower_ == "as":
            noun = next((c for c in child.children if c.dep_ == "pobj"), child)
        elif child.dep_ not in ("attr", "oprd"):
            continue
        if is_title(noun) and noun.i > name.i:
            start, end = noun.left_edge.i, noun.right_edge.i + 1
            end = min(end, start + 12)
            return Titled(start, end, name.doc[start:end].text, True)
    return None

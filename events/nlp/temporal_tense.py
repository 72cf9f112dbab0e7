"""Whether the clause around a word tells of what was or of what is to come.

"Talks opened on Friday" and "talks will open on Friday" name two different Fridays.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from spacy.tokens import Doc, Token

from events.nlp.temporal_words import BREAK, MONTHS, SYMBOLS, WEEKDAYS, Words
from events.nlp.word_lists import word_set

Direction = Literal[-1, 0, 1]


class Lean(NamedTuple):
    """Which way the words around a time look, -1 for the past and 1 for the future.

    `loose` is true where the tense is not the time's own: "they spoke about the summit in July". `coming`
    where what bears the time is mostly told of beforehand, `present` where the verb is in the simple present.
    """

    direction: Direction = 0
    loose: bool = False
    coming: bool = False
    present: bool = False

    def ahead(self) -> float:
        """What a step into the future costs against one into the past, where both can be meant."""
        if self.coming:
            return 0.01 if self.direction > 0 else 1
        return (2, 1, 4)[self.direction]


_COMING = word_set(
    "will shall would ll going scheduled expected planned due slated set upcoming coming until "
    "deadline plans plan hopes intends aims may might could should must"
)
_GONE = word_set(
    "was were had did has said told announced since after following held met began came became took "
    "made went saw won lost left gave got killed fell rose sent led signed reported ago"
)
_AHEAD_OF = word_set("until by before till")
_MODALS = word_set("will shall can 'll ’ll wo would may might should must")
_PLANNING = word_set(
    "plan agree expect schedule decide announce order set intend hope want threaten vow promise "
    "pledge ask urge call prepare aim slate due deadline seek demand try propose proposal invite "
    "agreement decision"
)
_SET_FOR = word_set("schedule expect plan due slate set aim bind book poise")
_TIMETABLED = word_set("begin start open end expire convene resume close conclude kick")
_CONDITIONS = word_set("unless if once until before")
# What is told of before it takes place at least as often as after.
_AWAITED = word_set(
    "summit election elections vote referendum conference inauguration meeting talks poll polls hearing "
    "trial deadline runoff ceremony championships games congress presidency mission launch visit trip tour"
)
_UPCOMING = word_set("upcoming coming next forthcoming planned scheduled slated expected proposed")
# "Met at the summit in July": where something took place shares its time, what it was about does not.
_PLACING = word_set("at in during after since following amid")
_GATHERING = word_set("meet gather vote visit travel host hold attend face")
_REACH = 30


def lean_of(words: Words, index: int, doc: Doc | None) -> Lean:
    """Which way the clause around the word of that index looks; by its neighbours where there is no parse."""
    if doc is not None:
        span = doc.char_span(words.starts[index], words.end(index), alignment_mode="expand")
        if span is not None and doc.has_annotation("DEP"):
            # "Ways to get round Wednesday's ruling": what bears a day's name mostly has happened.
            owned = words.symbols[index + 1 : index + 2] == SYMBOLS["POSS"]
            found = _of_clause(span.root)
            if owned and found >= 0 and not _looks_ahead(span.root):
                return Lean(-1)
            return Lean(0, present=True) if _fell_through(span.root) else _with_bearer(span.root, found)
    return Lean(_of_neighbours(words, index))


def _with_bearer(time: Token, direction: Direction) -> Lean:
    """What the noun adds that a time hangs on: "the summit in Vilnius in July", "the upcoming July vote"."""
    token, bearer = time, None
    for _ in range(8):
        if token.pos_ in ("VERB", "AUX") or token.head.i == token.i:
            break
        token = token.head
        if token.pos_ in ("NOUN", "PROPN") and token.lower_ not in MONTHS and token.lower_ not in WEEKDAYS:
            bearer = token
            if any(child.lower_ in _UPCOMING for child in token.children):
                return Lean(1, coming=True)
            if token.lower_ in _AWAITED:
                break
    if bearer is None:
        return Lean(
            direction, present=direction == 0 and token.tag_ in ("VBZ", "VBP"), coming=_gathers(token)
        )
    awaited = bearer.lower_ in _AWAITED
    placed = bearer.dep_ in ("nsubj", "nsubjpass") or (
        bearer.dep_ == "pobj" and bearer.head.lower_ in _PLACING and bearer.head.head.pos_ == "VERB"
    )
    return Lean(direction, loose=not placed, coming=awaited)


def _fell_through(time: Token) -> bool:
    """ "A rally planned for Saturday was cancelled": the plan looks ahead, the news of it back."""
    token = time
    for _ in range(4):
        token = token.head
        if token.pos_ == "VERB":
            break
    if token.lemma_ not in _SET_FOR or token.dep_ != "acl" or not token.head.dep_.startswith("nsubj"):
        return False
    verb = token.head.head
    return verb.tag_ == "VBD" or any(
        child.tag_ == "VBD" for child in verb.children if child.dep_ == "auxpass"
    )


def _gathers(verb: Token) -> bool:
    return verb.tag_ in ("VBZ", "VBP") and verb.lemma_ in _GATHERING


def _looks_ahead(day: Token) -> bool:
    """Whether it is "ahead of Sunday's vote", or a main verb in the future is what it belongs to."""
    noun = day.head
    return noun.dep_ in ("nsubj", "nsubjpass") or noun.head.lower_ in ("of", "for", "until", "at", "in")


def _of_neighbours(words: Words, index: int) -> Direction:
    stop = (SYMBOLS["DOT"], BREAK)
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(words.words) and abs(at - index) < _REACH and words.symbols[at] not in stop:
            word = words.words[at]
            if word in _COMING and not (word == "may" and words.is_capital(at)):
                return 1
            # "Which will be held in July": the participle tells nothing.
            passive = at > 0 and words.words[at - 1] == "be"
            if not passive and (word in _GONE or (len(word) > 4 and word.endswith("ed"))):
                return -1
            at += step
    return 0


def _of_clause(token: Token) -> Direction:
    """The direction of the nearest governor that tells one, read from the word upwards."""
    wanted = False
    nouns = 0
    for _ in range(12):
        nouns += token.pos_ == "NOUN"
        if token.lower_ in ("beginning", "starting") and token.tag_ == "VBG":
            return 1
        if token.pos_ in ("VERB", "AUX"):
            found = _of_verb(token)
            if found is not None:
                return 1 if wanted and found == 0 and nouns < 2 else found
            # "Agreed to meet on Friday" is to come, "the first country to join on Friday" is not.
            wanted = _is_infinitive(token)
            # "He threatened to hit back for the killing in April" plans no killing: two nouns are between.
            wanted = wanted and nouns < 2
            if wanted and token.head.lemma_ in _PLANNING:
                return -1 if _is_pluperfect(token.head) else 1
        elif token.lower_ in ("ahead", "due"):
            # "The elections, due on 14 October, were put off".
            return 1
        elif token.lower_ in _AHEAD_OF and token.dep_ in ("prep", "mark", "case") and token.i > token.head.i:
            # "Postponed until Monday"; but "until Thursday, they had not called him a suspect".
            return -1 if token.lower_ == "by" and _is_over(token.head) else 1
        if token.head.i == token.i:
            return 1 if wanted else 0
        token = token.head
    return 0


def _is_pluperfect(planning: Token) -> bool:
    """ "It had been due to expire on Friday": the plan is past, and so was its day."""
    verb = planning if planning.pos_ in ("VERB", "AUX") else planning.head
    return any(child.lower_ == "had" and child.dep_ == "aux" for child in verb.children)


def _is_over(verb: Token) -> bool:
    """ "Two members had filed their reports by Wednesday"."""
    return verb.tag_ == "VBN" and any(
        child.dep_ == "aux" and child.lower_ in ("had", "has", "have") for child in verb.children
    )


def _is_phrasal(verb: Token) -> bool:
    """ "The unrest was set off in July": nothing was set for that month."""
    return any(child.dep_ == "prt" for child in verb.children) or any(
        child.dep_ == "agent" for child in verb.children
    )


def _is_infinitive(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def _of_verb(verb: Token) -> Direction | None:
    """The direction of a verb with its auxiliaries; None where its governor decides."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    lowers = {child.lower_ for child in helpers}
    if lowers & _MODALS:
        return -1 if "have" in lowers else 1
    if verb.lemma_ in _SET_FOR and verb.tag_ == "VBN" and not _is_phrasal(verb):
        return 1
    if _is_infinitive(verb):
        return None
    if any(child.tag_ == "VBD" for child in helpers) or lowers & {"has", "have", "had"}:
        return -1
    if verb.tag_ == "VBD":
        # "They planned a rally on Saturday": the planning has no day.
        return 1 if verb.lemma_ in ("plan", "schedule") else -1
    if any(child.tag_ in ("VBZ", "VBP") for child in helpers):
        return 1 if verb.tag_ == "VBG" else 0
    if verb.tag_ == "VBN":
        return -1
    if verb.tag_ not in ("VBZ", "VBP"):
        return None
    # "The truce begins on Friday", "unless Wednesday sees a deal".
    conditional = any(child.dep_ == "mark" and child.lower_ in _CONDITIONS for child in verb.children)
    return 1 if conditional or verb.lemma_ in _TIMETABLED else 0

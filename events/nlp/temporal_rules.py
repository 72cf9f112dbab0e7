"""How a rule for temporal expressions is written: a phrase of symbols, and a function that reads it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from spacy.tokens import Doc

from events.nlp import timex
from events.nlp.findings import Interval
from events.nlp.numerals import number_of
from events.nlp.temporal_tense import Direction, Lean, lean_of
from events.nlp.temporal_words import SYMBOLS, Words


@dataclass(slots=True)
class Context:
    """What is known while a text is read: its date, its words, and the date and quarter named last."""

    published: date
    words: Words
    doc: Doc | None
    last: str | None = None
    last_at: int = -10_000
    quarter: str | None = None
    quarter_at: int = -10_000
    _leans: dict[int, Lean] = field(default_factory=dict)

    def lean(self, index: int) -> Lean:
        """Which way the clause around the word of that index looks."""
        if index not in self._leans:
            self._leans[index] = lean_of(self.words, index, self.doc)
        return self._leans[index]

    def reference(self, index: int, reach: int = 100) -> Interval | None:
        """The date that was named last, where that is at most `reach` words back."""
        if self.last is None or index - self.last_at > reach:
            return None
        return timex.interval_of(self.last)


@dataclass(slots=True)
class Phrase:
    """Words that a rule matched."""

    match: re.Match[str]
    context: Context

    def words(self, group: str | int) -> list[str]:
        """The words of a group, none where it did not take part."""
        start, end = self.match.span(group)
        return self.context.words.words[start:end] if start >= 0 else []

    def word(self, group: str | int) -> str:
        """The first word of a group, or ''."""
        found = self.words(group)
        return found[0] if found else ""

    def has(self, group: str) -> bool:
        """Whether the group took part."""
        return self.match.start(group) >= 0

    def number(self, group: str) -> float:
        """The number that a group spells; ValueError where it spells none."""
        found = number_of(self.words(group))
        if found is None:
            raise ValueError(f"no number: {self.words(group)}")
        return found

    def capital(self, group: str) -> bool:
        """Whether the group's first word has a capital letter in the text."""
        return self.context.words.is_capital(self.match.start(group))

    @property
    def start(self) -> int:
        """Index of the first word."""
        return self.match.start()

    def before(self, count: int = 1) -> str:
        """The word so many before the phrase, '' where there is none."""
        index = self.match.start() - count
        return self.context.words.words[index] if index >= 0 else ""

    def after(self, count: int = 1) -> str:
        """The word so many after the phrase, '' where there is none."""
        index = self.match.end() + count - 1
        words = self.context.words.words
        return words[index] if index < len(words) else ""

    def lean(self) -> Lean:
        """Which way the words around the phrase's last word look."""
        if self.before() == "effective":
            # "A new pact, effective June 1".
            return Lean(1)
        last = self.match.end() - 1
        return self.context.lean(last - (self.context.words.words[last] == "."))

    def direction(self) -> Direction:
        """The tense around the phrase's last word."""
        return self.lean().direction


@dataclass(frozen=True, slots=True)
class Found:
    """Type and value of an expression, `interval` only where the value does not tell it.

    `rest` is the other end of a stretch ("between May and September"), with its index: an expression of
    its own, with the interval of the whole.

    A clock time that names no day yet has a value that begins with "T".
    """

    type: str
    value: str
    interval: Interval | None = None
    rest: tuple[int, int, str] | None = None


Resolver = Callable[[Phrase, Context], "Found | None"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A phrase of symbols and the function that reads it."""

    pattern: re.Pattern[str]
    source: str
    resolve: Resolver


RULES: list[Rule] = []
_MACROS = {
    "{N}": "(?:NUM? NUM SLASH NUM|NUM|WNUM(?:HYPHEN? WNUM){0,4})",
    "{ABOUT}": "(?:APPROX|MORE THAN|AT LEAST)?",
    "{UNIT}": "(?:UNIT|QTR)",
    "{UNITS}": "(?:UNITS|UNIT|QTRS|QTR)",
    "{MON}": "(?:MONTH DOT?)",
    "{DAY}": "(?:ORD(?:HYPHEN ORD)?|NUM|WNUM HYPHEN ORD)",
    "{WDAY}": "(?:(?:LAST|NEXT|THIS? COMING|THIS)? (?:DOW|DOWA DOT?) COMMA?)",
    "{FEW}": "(?:A? FEW OF?|A? DOZENS OF)",
    "{RANGE}": "(?:HYPHEN|DASH|TO|AND)",
}


def _compile(pattern: str) -> str:
    for name, macro in _MACROS.items():
        pattern = pattern.replace(name, macro)
    pattern = re.sub(r"\b[A-Z]+\b(?!<)", lambda match: SYMBOLS[match[0]], pattern)
    return re.sub(r"\s+", "", pattern)


def rule(pattern: str) -> Callable[[Resolver], Resolver]:
    """Register a function that reads the phrase; symbols are in capitals, groups in small letters."""

    def register(resolve: Resolver) -> Resolver:
        source = _compile(pattern)
        RULES.append(Rule(re.compile(source), source, resolve))
        return resolve

    return register


def first_symbols(source: str) -> frozenset[str]:
    """The symbols with which a compiled phrase may begin, so that no rule is tried where it cannot hold."""
    found, _, _ = _first_of_choice(source, 0)
    return frozenset(found)


def _first_of_choice(source: str, at: int) -> tuple[set[str], bool, int]:
    """First symbols, whether nothing at all will do, and where the choice ends: at its bracket or the end."""
    found: set[str] = set()
    empty_choice = False
    empty = True
    while at < len(source) and source[at] != ")":
        if source[at] == "|":
            empty_choice, empty, at = empty_choice or empty, True, at + 1
            continue
        if source[at] == "(":
            opened = source.index(">", at) + 1 if source.startswith("(?P<", at) else at + 3
            first, optional, at = _first_of_choice(source, opened)
        else:
            first, optional = {source[at]}, False
        at += 1
        if source[at : at + 1] in ("?", "{"):
            optional = optional or source[at] == "?" or source[at + 1] == "0"
            at = source.index("}", at) + 1 if source[at] == "{" else at + 1
        if empty:
            found |= first
        empty = empty and optional
    return found, empty_choice or empty, at


def dated(value: str, interval: Interval | None = None) -> Found:
    """A DATE of that value."""
    return Found("DATE", value, interval)


def day_found(day: date) -> Found:
    """A DATE of one day."""
    return Found("DATE", day.isoformat())


def range_found(start: str, end: str, split: tuple[int, int] | None = None) -> Found | None:
    """A DATE from the start of one value to the end of another; None where they are the wrong way.

    `split` is where the first expression ends and the second begins; without it, both are one ("15–16").
    """
    first, last = timex.interval_of(start), timex.interval_of(end)
    if first is None or last is None or first.start > last.end:
        return None
    interval = Interval(first.start, last.end, "range")
    if split is None:
        return Found("DATE", f"{start}/{end}", interval)
    return Found("DATE", start, interval, (*split, end))

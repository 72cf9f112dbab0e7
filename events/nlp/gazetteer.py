"""Names that are known beforehand: countries, their people and seats of power, organisations, persons.

The data are the JSON Lines files of `data/gazetteers`, one record a line, read once and kept.
Matching works on characters, not tokens: a tokeniser leaves "U.S.-led" whole and splits "Russia-backed".
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from events.nlp.findings import EntityKind

DATA = Path(__file__).parent / "data" / "gazetteers"

WORD = re.compile(r"[^\W_]+")


class _Folding(dict[int, str]):
    """Maps a character to its unaccented form of the same length, so that offsets stay true."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        base = unicodedata.normalize("NFKD", char)[0] if code > 127 else char
        self[code] = base if base.isprintable() else char
        return self[code]


_FOLDING = _Folding(
    {ord(a): b for a, b in zip("ıłŁøØđĐðßæœ‘’ʻʼ`´–—‑‐−\n\t\r", "ilLoOdDdsao''''''-----   ", strict=True)}
)


def fold(text: str) -> str:
    """The text without accents and with plain quotes, dashes and spaces; every offset stays the same."""
    if text.isascii():
        return text.replace("\n", " ").replace("\t", " ").replace("\r", " ")
    return text.translate(_FOLDING)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a written form stands for.

    `use` says how the form is used: "name", "adjective" (Turkish), "people" (Turks), "capital", "seat"
    (the Kremlin) or "body" (an army or a ministry); `stands_for` is the state that it may act as.
    `shared` names are also borne by bodies of other states: the Ministry of Defence, the Labour Party.
    `sort` is the record's own class: country, state, alliance, bloc, court, armed, party, person, region …
    """

    kind: EntityKind
    name: str
    country: str | None
    use: str = "name"
    stands_for: str | None = None
    sort: str = ""
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """Where, in characters, a form of the gazetteer stands in a text."""

    start: int
    end: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class Office:
    """What somebody was, for whom (ISO country, or None for an international body), and when."""

    title: str
    country: str | None
    body: str | None
    since: date
    until: date


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody known to hold or to have held an office."""

    name: str
    offices: tuple[Office, ...]
    gender: str | None = None

    def office_on(self, day: date) -> Office | None:
        """The office held on that day, else the last one before it, else the first."""
        held = [o for o in self.offices if o.since <= day <= o.until]
        if held:
            return held[-1]
        past = [o for o in self.offices if o.until < day]
        return max(past, key=lambda o: o.until) if past else (self.offices[0] if self.offices else None)

    def in_office(self, day: date) -> bool:
        """Whether any of the offices was held on that day."""
        return any(o.since <= day <= o.until for o in self.offices)


@dataclass(slots=True)
class Gazetteer:
    """All known forms, by the word that they begin with."""

    starts: dict[str, list[tuple[str, Entry]]] = field(default_factory=lambda: defaultdict(list))
    beginning: re.Pattern[str] = WORD
    countries: dict[str, str] = field(default_factory=dict)
    holders: dict[str, Holder] = field(default_factory=dict)
    surnames: dict[str, list[Holder]] = field(default_factory=lambda: defaultdict(list))
    offices: dict[tuple[str, str], list[tuple[Office, Holder]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def add(self, form: str, entry: Entry) -> None:
        """Let `form`, accents folded and case kept, stand for `entry`; the first claim to a form wins."""
        folded = fold(form)
        first = WORD.search(folded)
        if first is None or first.start():
            raise ValueError(f"a form must begin with a letter or digit: {form!r}")
        forms = self.starts[first.group()]
        if all(other != folded for other, _ in forms):
            forms.append((folded, entry))

    def finish(self) -> None:
        """Put longer forms first, so that "Guinea-Bissau" is never read as Guinea."""
        for forms in self.starts.values():
            forms.sort(key=lambda pair: -len(pair[0]))
        lower = "|".join(sorted(word for word in self.starts if word[0].islower()))
        # Few forms begin in lower case; looking every word up takes long.
        self.beginning = re.compile(rf"(?<![^\W_])(?:(?![a-z])[^\W_]+|(?:{lower or '(?!)'})(?![^\W_]))")
        self.starts = dict(self.starts)

    def find(self, folded: str) -> Iterator[Match]:
        """Every form in a folded text, leftmost and longest, without overlaps."""
        done = 0
        for word in self.beginning.finditer(folded):
            start = word.start()
            if start < done:
                continue
            for form, entry in self.starts.get(word.group(), ()):
                end = start + len(form)
                if folded.startswith(form, start) and _ends_word(folded, end):
                    yield Match(start, end, entry)
                    done = end
                    break

    def in_office(self, country: str, title: str, day: date) -> Holder | None:
        """Who held the office of that title in a country (ISO code) on a day."""
        held = self.offices.get((country, title), ())
        return next((holder for office, holder in held if office.since <= day <= office.until), None)

    def lookup(self, name: str) -> Entry | None:
        """The entry of exactly this form, or None."""
        folded = fold(name)
        word = WORD.match(folded)
        forms = self.starts.get(word.group(), ()) if word else ()
        return next((entry for form, entry in forms if form == folded), None)


def _ends_word(text: str, end: int) -> bool:
    """Not "US$4 billion": there the letters are part of a currency."""
    return end >= len(text) or not (text[end].isalnum() or text[end] == "$")


def records(name: str) -> Iterator[dict[str, Any]]:
    """The records of one data file; ValueError names the file and line that is no JSON object."""
    path = DATA / f"{name}.jsonl"
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                record = json.loads(line)
            except json.JSONDecodeError as error:
                raise ValueError(f"{path.name}, line {number}: {error}") from error
            if not isinstance(record, dict) or "name" not in record:
                raise ValueError(f"{path.name}, line {number}: a record needs a name")
            yield record


def _add_countries(gazetteer: Gazetteer) -> None:
    for record in records("countries"):
        iso, name = record["iso"], record["name"]
        if iso:
            gazetteer.countries[iso] = name
        sort = "country" if iso else "state"

        def add(
            forms: Iterable[str], use: str, iso: str | None = iso, name: str = name, sort: str = sort
        ) -> None:
            for form in forms:
                gazetteer.add(form.removeprefix("the "), Entry("country", name, iso, use, iso, sort))

        add([name.removeprefix("The "), name, *record.get("aliases", ())], "name")
        add(record.get("seats", ()), "seat")
        add(record.get("adjectives", ()), "adjective")
        for noun in record.get("people", ()):
            add([noun, _plural(noun)], "people")
        capitals = record.get("capitals", ())
        for capital in capitals:
            gazetteer.add(capital, Entry("place", capital, iso, "capital", iso, "capital"))
        for spelling in record.get("capital_spellings", ()):
            gazetteer.add(spelling, Entry("place", capitals[0], iso, "capital", iso, "capital"))


def _plural(noun: str) -> str:
    if noun.endswith(("ese", "ss", "ish", "men", "ois", "Khmer", "French", "Dutch")):
        return noun
    return noun + "s"


def _add_organisations(gazetteer: Gazetteer) -> None:
    for record in records("organisations"):
        country, sort = record.get("country"), record["class"]
        state = country if sort in ("army", "ministry", "government") else None
        use = "body" if state else "name"
        shared = bool(record.get("shared"))
        entry = Entry("organisation", record["name"], country, use, state, sort, shared)
        for form in (record["name"], *record.get("aliases", ())):
            gazetteer.add(form.removeprefix("the "), entry)


def _add_regions(gazetteer: Gazetteer) -> None:
    for record in records("regions"):
        entry = Entry(
            "place", record["name"], record.get("country"), "name", None, record.get("class", "region")
        )
        for form in (record["name"], *record.get("aliases", ())):
            gazetteer.add(form, entry)


def _add_people(gazetteer: Gazetteer) -> None:
    for record in records("people"):
        holder = Holder(record["name"], tuple(_office(o) for o in record["offices"]), record.get("gender"))
        gazetteer.holders[holder.name] = holder
        for office in holder.offices:
            if office.country:
                gazetteer.offices[office.country, office.title].append((office, holder))
        entry = Entry("person", holder.name, None, "name", None, "person")
        for form in (holder.name, *record.get("aliases", ())):
            if " " in form or form != holder.name:
                gazetteer.add(form, entry)
                # "Staffan De Mistura", "Bashar Al-Assad"
                gazetteer.add(_PARTICLE.sub(lambda m: m.group().capitalize(), form), entry)
        for surname in dict.fromkeys([surname_of(holder.name), *record.get("surnames", ())]):
            gazetteer.surnames[fold(surname).lower()].append(holder)


_PARTICLE = re.compile(r"\b(?:de|da|dos|del|la|von|van|der|bin|al|el|ul)\b")


def _office(record: dict[str, str]) -> Office:
    since, until = record.get("from", "1900"), record.get("to", "9999")
    return Office(
        record["title"],
        record.get("country"),
        record.get("body"),
        date.fromisoformat(f"{since}-01-01"[:10] if len(since) < 7 else f"{since}-01"[:10]),
        date.fromisoformat(f"{until}-12-31"[:10] if len(until) < 7 else f"{until}-28"[:10]),
    )


SUFFIXES = ("Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV", "VI", "XVI")


def surname_of(name: str) -> str:
    """The last word of a name that is no suffix: "Surangel Whipps Jr." gives "Whipps"."""
    words = [w.strip(",") for w in name.split()]
    while len(words) > 1 and words[-1] in SUFFIXES:
        words.pop()
    return words[-1] if words else name


@cache
def gazetteer() -> Gazetteer:
    """The one gazetteer, read on first use (about a tenth of a second)."""
    result = Gazetteer()
    _add_countries(result)
    _add_organisations(result)
    _add_regions(result)
    _add_people(result)
    result.finish()
    return result

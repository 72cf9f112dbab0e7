"""The filter of a timeline: a query string in, a queryset out; it also says itself in words."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, Self, cast
from urllib.parse import urlencode

from django.db.models import Q
from django.http import QueryDict

from events import vocabulary
from events.models import Entity, Event, EventMention, EventQuerySet, Participant
from events.wording import full_day, listed

WORDS_LENGTH = 200
WORDS_COUNT = 12
VALUES_PER_FIELD = 20
Field = Literal["type", "country", "person", "organisation", "status", "outlet"]
FIELDS: tuple[Field, ...] = ("type", "country", "person", "organisation", "status", "outlet")
# What else stands in a board's address: `after` is the place in the list that "Load more" goes on from.
OTHERS = ("from", "to", "q", "by", "order", "after")
DAY_FORMS = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
WORD_FORMS = re.compile(r'"([^"]*)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter, as it stands in the address and as people read it."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Chip:
    """A part of the filter in words, with the query string that is left when it is taken away."""

    label: str
    without: str


@dataclass(frozen=True, slots=True)
class Filter:
    """Which events a reader wants to see, in which order and by which of the two dates.

    Values of one field are alternatives; fields narrow each other. `problems` are sentences about
    what in the address was not understood; everything else still holds.
    """

    type: tuple[Choice, ...] = ()
    country: tuple[Choice, ...] = ()
    person: tuple[Choice, ...] = ()
    organisation: tuple[Choice, ...] = ()
    status: tuple[Choice, ...] = ()
    outlet: tuple[Choice, ...] = ()
    since: date | None = None
    until: date | None = None
    words: str = ""
    by: Literal["happened", "reported"] = "happened"
    order: Literal["newest", "oldest"] = "newest"
    problems: tuple[str, ...] = ()

    @classmethod
    def from_query(cls, query: QueryDict) -> Self:
        """The filter of an address; at most one database query, for the names of entities."""
        reader = _Reader(query)
        since, until = reader.days()
        return cls(
            type=reader.types(),
            country=reader.countries(),
            person=reader.entities("person"),
            organisation=reader.entities("organisation"),
            status=reader.statuses(),
            outlet=tuple(Choice(value, value) for value in reader.values("outlet")),
            since=since,
            until=until,
            words=reader.words(),
            by=cast(Literal["happened", "reported"], reader.one_of("by", "happened", "reported")),
            order=cast(Literal["newest", "oldest"], reader.one_of("order", "newest", "oldest")),
            problems=(*reader.strangers(), *reader.problems),
        )

    def choices(self, field: Field) -> tuple[Choice, ...]:
        """The chosen values of one field."""
        return cast("tuple[Choice, ...]", getattr(self, field))

    def chosen(self, field: Field) -> tuple[str, ...]:
        """The chosen values of one field, as they stand in the address."""
        return tuple(choice.value for choice in self.choices(field))

    def toggled(self, field: Field, choice: Choice) -> Self:
        """With a value added, or taken away where it was there."""
        kept = tuple(one for one in self.choices(field) if one.value != choice.value)
        if len(kept) == len(self.choices(field)):
            kept = (*kept, choice)
        return self.changed(**{field: kept})

    def changed(self, **changes: object) -> Self:
        """Another filter that differs in the given fields; what was not understood is left behind."""
        return replace(self, **{"problems": (), **changes})  # type: ignore[arg-type]

    def without(self, *fields: str) -> Self:
        """The same without the given fields; "dates" takes both ends away, "words" the words."""
        changes: dict[str, object] = {}
        for field in fields:
            if field == "dates":
                changes |= {"since": None, "until": None}
            else:
                changes[field] = "" if field == "words" else ()
        return self.changed(**changes)

    @property
    def is_active(self) -> bool:
        """Whether anything is left out."""
        return any(self.choices(field) for field in FIELDS) or bool(self.since or self.until or self.words)

    def pairs(self) -> list[tuple[str, str]]:
        """Names and values of the address in their one order, without empty ones and defaults."""
        found: list[tuple[str, str]] = [(field, value) for field in FIELDS for value in self.chosen(field)]
        found += [(name, day.isoformat()) for name, day in (("from", self.since), ("to", self.until)) if day]
        found += [("q", self.words)] if self.words else []
        found += [("by", self.by)] if self.by != "happened" else []
        found += [("order", self.order)] if self.order != "newest" else []
        return found

    def query_string(self, **changes: object) -> str:
        """The one query string of this filter, changed as asked; empty where it lets everything through."""
        return urlencode((self.changed(**changes) if changes else self).pairs())

    def apply(self, events: EventQuerySet) -> EventQuerySet:
        """The events that pass, in no particular order."""
        if self.type:
            events = events.of_type(*self.chosen("type"))
        if self.country:
            events = events.in_country(*self.chosen("country"))
        for kind in ("person", "organisation"):
            if slugs := self.chosen(kind):
                taking_part = Participant.objects.filter(entity__kind=kind, entity__slug__in=slugs)
                events = events.filter(id__in=taking_part.values("event"))
        if self.status:
            events = events.filter(status__in=self.chosen("status"))
        if self.outlet:
            told = EventMention.objects.filter(article__outlet__in=self.chosen("outlet"))
            events = events.filter(id__in=told.values("event"))
        return self._worded(self._dated(events))

    def _dated(self, events: EventQuerySet) -> EventQuerySet:
        if self.by == "happened":
            return events.between(self.since, self.until)
        if self.since:
            events = events.filter(reported_on__gte=self.since)
        if self.until:
            events = events.filter(reported_on__lte=self.until)
        return events

    def _worded(self, events: EventQuerySet) -> EventQuerySet:
        for word in self.each_word():
            told = EventMention.objects.filter(
                Q(article__text__icontains=word) | Q(article__title__icontains=word)
            )
            events = events.filter(Q(headline__icontains=word) | Q(id__in=told.values("event")))
        return events

    def each_word(self) -> list[str]:
        """The words that must all be there; "words in quotes" count as one."""
        found = [(quoted or bare).strip('" ') for quoted, bare in WORD_FORMS.findall(self.words)]
        return [word for word in found if word][:WORDS_COUNT]

    def chips(self) -> list[Chip]:
        """Each part of the filter, with the query string without it."""
        found = [
            Chip(choice.label, self.toggled(field, choice).query_string())
            for field in FIELDS
            for choice in self.choices(field)
        ]
        if dates := self.dates_in_words():
            found.append(Chip(dates[0].upper() + dates[1:], self.without("dates").query_string()))
        if self.words:
            found.append(Chip(f"Words: {self.words}", self.without("words").query_string()))
        return found

    def dates_in_words(self) -> str:
        """`in June 2023`, `from 1 May 2023 to 13 June 2023`, or empty."""
        since, until = self.since, self.until
        verb = "reported " if self.by == "reported" and (since or until) else ""
        if since and until:
            return verb + _period(since, until)
        if since:
            return f"{verb}from {full_day(since)}"
        return f"{verb}until {full_day(until)}" if until else ""

    def in_words(self) -> str:
        """The filter as a phrase: `Aid and summit events about Ukraine, in June 2023`."""
        kinds = listed([choice.label.lower() for choice in self.type])
        statuses = listed([choice.label.lower() for choice in self.status], "or")
        subject = " ".join(part for part in (statuses, kinds, "events") if part)
        parts = [
            ("about ", self.country),
            ("with ", self.person),
            ("involving ", self.organisation),
            ("told by ", self.outlet),
        ]
        named = [lead + listed([one.label for one in choices], "or") for lead, choices in parts if choices]
        if self.words:
            named.append(f"with {listed([f'“{word}”' for word in self.each_word()])} in the text")
        phrase = " ".join([subject, *named])
        dates = self.dates_in_words()
        phrase = f"{phrase}, {dates}" if dates else phrase
        return phrase[0].upper() + phrase[1:] if self.is_active else "All events"


def _period(since: date, until: date) -> str:
    """Whole months and years by their names, all else by its days."""
    if since.day == 1 and until.day == monthrange(until.year, until.month)[1]:
        if (since.year, since.month) == (until.year, until.month):
            return f"in {since:%B} {since.year}"
        if since.year == until.year and (since.month, until.month) == (1, 12):
            return f"in {since.year}"
        return f"from {since:%B} {since.year} to {until:%B} {until.year}"
    return f"on {full_day(since)}" if since == until else f"from {full_day(since)} to {full_day(until)}"


def parse_day(value: str, *, last: bool) -> date | None:
    """A day, or the first or last day of a month or year; None where it is none of these."""
    parts = DAY_FORMS.fullmatch(value.strip())
    if not parts:
        return None
    year, month, day = (int(part) if part else None for part in parts.groups())
    try:
        month = month or (12 if last else 1)
        return date(year or 0, month, day or (monthrange(year or 1, month)[1] if last else 1))
    except ValueError:
        return None


class _Reader:
    """Reads one query string, keeping count of what it could not understand."""

    def __init__(self, query: QueryDict) -> None:
        self.query = query
        self.problems: list[str] = []
        self.by_kind: dict[str, dict[str, Entity]] | None = None

    def values(self, field: str) -> list[str]:
        """The values given, each once, without empty ones."""
        found = dict.fromkeys(_clean(value) for value in self.query.getlist(field))
        kept = [value for value in found if value]
        if len(kept) > VALUES_PER_FIELD:
            self.problems.append(f"Only the first {VALUES_PER_FIELD} values of “{field}” were used.")
        return kept[:VALUES_PER_FIELD]

    def refuse(self, value: str, why: str) -> None:
        self.problems.append(f"“{value[:60]}” was left out of the filter: {why}.")

    def strangers(self) -> list[str]:
        """Names in the address that no filter has."""
        known = {*FIELDS, *OTHERS}
        unknown = sorted(name for name in self.query if name not in known)
        return [f"There is no filter called “{_clean(name)[:60]}”; it was ignored." for name in unknown[:5]]

    def types(self) -> tuple[Choice, ...]:
        known = vocabulary.all_types()
        return self.known("type", {name: each.label for name, each in known.items()}, "no such type of event")

    def statuses(self) -> tuple[Choice, ...]:
        return self.known("status", {s: s.capitalize() for s in vocabulary.statuses()}, "no such status")

    def known(self, field: str, labels: dict[str, str], why: str) -> tuple[Choice, ...]:
        found = []
        for value in self.values(field):
            if value.lower() in labels:
                found.append(Choice(value.lower(), labels[value.lower()]))
            else:
                self.refuse(value, why)
        return tuple(_each_once(found))

    def named(self) -> dict[str, dict[str, Entity]]:
        """Entities of the board that the address may mean, by kind and by slug or country code."""
        if self.by_kind is None:
            wanted = Q()
            for kind in ("country", "person", "organisation"):
                if values := self.values_unsaid(kind):
                    codes = (
                        Q(kind=kind, country_code__in=[v.upper() for v in values])
                        if kind == "country"
                        else Q()
                    )
                    wanted |= Q(kind=kind, slug__in=[v.lower() for v in values]) | codes
            found = Entity.objects.filter(wanted).select_related("merged_into") if wanted else []
            self.by_kind = {"country": {}, "person": {}, "organisation": {}}
            for entity in found:
                current = entity.merged_into or entity
                self.by_kind[entity.kind][entity.slug] = current
                if entity.kind == "country" and entity.country_code:
                    self.by_kind["country"].setdefault(entity.country_code.lower(), current)
        return self.by_kind

    def values_unsaid(self, field: str) -> list[str]:
        return [_clean(value) for value in self.query.getlist(field)[:VALUES_PER_FIELD] if _clean(value)]

    def countries(self) -> tuple[Choice, ...]:
        found: list[Choice] = []
        for value in self.values("country"):
            entity = self.named()["country"].get(value.lower())
            if entity and entity.country_code:
                found.append(Choice(entity.country_code, entity.name))
            else:
                self.refuse(value, "no country of that name is on the board")
        return tuple(_each_once(found))

    def entities(self, kind: Literal["person", "organisation"]) -> tuple[Choice, ...]:
        found: list[Choice] = []
        for value in self.values(kind):
            if entity := self.named()[kind].get(value.lower()):
                found.append(Choice(entity.slug, entity.name))
            else:
                self.refuse(value, f"no {kind} of that name is on the board")
        return tuple(_each_once(found))

    def days(self) -> tuple[date | None, date | None]:
        since, until = self.day("from", last=False), self.day("to", last=True)
        if since and until and since > until:
            self.problems.append(f"The dates were left out: {full_day(since)} comes after {full_day(until)}.")
            return None, None
        return since, until

    def day(self, field: str, *, last: bool) -> date | None:
        value = next(iter(self.values(field)[-1:]), "")
        found = parse_day(value, last=last) if value else None
        if value and not found:
            self.refuse(value, "a date looks like 2023-06-13, 2023-06 or 2023")
        return found

    def words(self) -> str:
        words = " ".join(_clean(self.query.get("q", "")).split())
        if len(words) > WORDS_LENGTH:
            self.problems.append(f"The words were cut to {WORDS_LENGTH} characters.")
        elif len(WORD_FORMS.findall(words)) > WORDS_COUNT:
            self.problems.append(f"Only the first {WORDS_COUNT} words were searched for.")
        return words[:WORDS_LENGTH].rstrip()

    def one_of(self, field: str, default: str, other: str) -> str:
        value = self.query.get(field, "").lower() or default
        if value not in (default, other):
            self.refuse(value, f"“{field}” is {default} or {other}")
            return default
        return value


def _clean(value: str) -> str:
    """Without what databases refuse (NUL) or nobody can see."""
    return "".join(char for char in value if char.isprintable() or char == " ").strip()


def _each_once(choices: Iterable[Choice]) -> list[Choice]:
    return list(dict.fromkeys(choices))


def place_in_address(pair: tuple[str, str]) -> int:
    """Where a parameter stands in an address in its one order; strangers stand last."""
    order = (*FIELDS, *OTHERS)
    return order.index(pair[0]) if pair[0] in order else len(order)


def board_events() -> EventQuerySet:
    """The events that stand on the board."""
    return Event.objects.standing()

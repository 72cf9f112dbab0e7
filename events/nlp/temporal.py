"""Temporal expressions as TIMEX3, resolved against the day on which the article appeared."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Literal, cast

from spacy.tokens import Doc

from events.nlp import temporal_dates, temporal_relative, temporal_years, timex
from events.nlp.findings import Interval, Time
from events.nlp.temporal_rules import RULES, Context, Found, Phrase, Rule, first_symbols
from events.nlp.temporal_words import MONTHS, OTHER, SYMBOLS, split_words

__all__ = ["find_times", "open_since", "span_back", "that_long_ago"]

# These modules register their rules as they are imported.
_RULE_MODULES = (temporal_dates, temporal_years, temporal_relative)
_TYPE = Literal["DATE", "TIME", "DURATION", "SET"]
_PERIOD = re.compile(r"P([0-9]+(?:\.[0-9]+)?)(D|W|M|Q|Y)|PT([0-9]+(?:\.[0-9]+)?)(H)")
_QUARTER = re.compile(r"[0-9]{4}-Q[1-4]")


@cache
def _any_rule() -> re.Pattern[str]:
    """Where some rule holds; the lookahead passes over the many words that no rule begins with."""
    sources = "|".join(re.sub(r"\?P<\w+>", "?:", rule.source) for rule in RULES)
    return re.compile(f"(?=[{''.join(sorted(_rules_from()))}])(?:{sources})")


@cache
def _rules_from() -> dict[str, list[Rule]]:
    """The rules that may begin with a symbol, in their order."""
    found: dict[str, list[Rule]] = {}
    for rule in RULES:
        for symbol in first_symbols(rule.source):
            found.setdefault(symbol, []).append(rule)
    return found


def find_times(text: str, published: date, doc: Doc | None = None) -> list[Time]:
    """The text's temporal expressions, in order and not overlapping, offsets in `text`.

    `doc`, where given, is the parse of the same text: its tenses choose between last and next Friday.
    """
    words = split_words(text)
    context = Context(published, words, doc)
    found: list[tuple[int, int, Found]] = []
    search, at = _any_rule().search, 0
    while (hit := search(words.symbols, at)) is not None:
        best = _best_at(hit.start(), context)
        if best is None:
            at = hit.start() + 1
            continue
        found.extend(_both_ends(best))
        _remember(best, context)
        at = best[1]
    return [
        _time(context, *item) for item in _join_clocks(found, context) if not item[2].value.startswith("T")
    ]


def _best_at(start: int, context: Context) -> tuple[int, int, Found] | None:
    """The longest phrase there that can be read; of equals, the one whose rule comes first."""
    matches = []
    for rule in _rules_from()[context.words.symbols[start]]:
        match = rule.pattern.match(context.words.symbols, start)
        if match is not None and match.end() > start:
            matches.append((match, rule))
    matches.sort(key=lambda pair: -pair[0].end())
    for match, rule in matches:
        try:
            found = rule.resolve(Phrase(match, context), context)
        except (ValueError, OverflowError):
            continue
        if found is not None:
            return start, match.end(), found
    return None


def _both_ends(item: tuple[int, int, Found]) -> list[tuple[int, int, Found]]:
    start, end, found = item
    if found.rest is None:
        return [item]
    first_end, second_start, value = found.rest
    return [(start, first_end, found), (second_start, end, Found(found.type, value, found.interval))]


def _remember(item: tuple[int, int, Found], context: Context) -> None:
    _, end, found = item
    if found.type in ("DATE", "TIME") and found.value[:1].isdigit() and "/" not in found.value:
        context.last, context.last_at = found.value, end
    if _QUARTER.fullmatch(found.value):
        context.quarter_at = end
        known = context.quarter or ""
        # A report compares its quarter with last year's and looks ahead: neither is "the quarter".
        if known[:4] <= found.value[:4] and found.value < timex.quarter_value(context.published):
            context.quarter = found.value


_UNSHORTENED = frozenset(name for name in MONTHS if len(name) > 4 or name in ("may", "june", "july"))
_GAP = frozenset(SYMBOLS[name] for name in ("COMMA", "ON", "AT", "OF", "THE", "TZ", "APPROX", "IN"))
_VAGUE_PARTS = frozenset(("TMO", "TNI"))
# "At 10:35 a.m. (0735 GMT) Friday".
_OTHER_ZONE = re.compile(
    f"{OTHER}[{SYMBOLS['NUM']}{SYMBOLS['YEAR']}{SYMBOLS['CLOCK']}]{SYMBOLS['TZ']}{OTHER}{SYMBOLS['ON']}?"
)


def _join_clocks(found: list[tuple[int, int, Found]], context: Context) -> list[tuple[int, int, Found]]:
    """ "10 p.m. on Wednesday" and "Friday evening" are one expression each.

    A clock time with no day beside it is the day's that was named last in its sentence, or publication's.
    """
    joined: list[tuple[int, int, Found]] = []
    for item in found:
        start, end, time = item
        if joined:
            before_start, before_end, before = joined[-1]
            gap = context.words.symbols[before_end:start]
            if len(gap) <= 3 and _GAP.issuperset(gap):
                whole = _with_day(before, time)
                if whole is not None:
                    if _tells_only_the_day(before, time, context.words.symbols[before_start:end]):
                        whole = before if time.value.startswith("T") else time
                    joined[-1] = (before_start, end, whole)
                    continue
        joined.append(item)
    return [
        (start, end, _on_some_day(index, joined, context)) for index, (start, end, _) in enumerate(joined)
    ]


def _with_day(first: Found, second: Found) -> Found | None:
    clock, day = (first, second) if first.value.startswith("T") else (second, first)
    if not clock.value.startswith("T") or day.value.startswith("T"):
        return None
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", day.value) is None:
        return None
    return Found("TIME", day.value + clock.value, timex.interval_of(day.value))


def _tells_only_the_day(first: Found, second: Found, symbols: str) -> bool:
    """Whether it is "Friday night" or "the night of May 3", mostly annotated with the value of the day.

    Afternoons and evenings mostly keep theirs, as does whatever part "yesterday" has.
    """
    if _VAGUE_PARTS.isdisjoint((first.value, second.value)):
        return False
    return SYMBOLS["DOW"] in symbols or SYMBOLS["OF"] in symbols


def _on_some_day(index: int, found: list[tuple[int, int, Found]], context: Context) -> Found:
    start, end, time = found[index]
    if not time.value.startswith("T") or ":" not in time.value:
        return time
    day = context.published.isoformat()
    following = found[index + 1] if index + 1 < len(found) else None
    if (
        following is not None
        and len(following[2].value) == 10
        and _OTHER_ZONE.fullmatch(context.words.symbols[end : following[0]])
    ):
        day = following[2].value
    elif (
        index
        and start - found[index - 1][1] < 25
        and re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", found[index - 1][2].value)
    ):
        day = found[index - 1][2].value[:10]
    return Found("TIME", day + time.value, timex.interval_of(day))


def _time(context: Context, start: int, end: int, found: Found) -> Time:
    words = context.words
    interval = found.interval
    if interval is None and found.type in ("DATE", "TIME"):
        interval = timex.interval_of(found.value)
    last = end - 1
    # "Sept." keeps its point, "in May." gives it to the sentence.
    if words.words[last] == "." and words.words[last - 1] in _UNSHORTENED:
        last -= 1
    return Time(words.starts[start], words.end(last), cast(_TYPE, found.type), found.value, interval)


def span_back(time: Time, published: date) -> Interval | None:
    """The stretch of a duration's length that ends on publication; None for anything but a duration.

    "For thirteen months, Ankara has blocked …" is what this is for; vague lengths (PXM) give None.
    """
    start = _start_of_length(time, published)
    return Interval(start[0], published, "range") if start else None


def that_long_ago(time: Time, published: date) -> Interval | None:
    """The day, month or year that lies a duration's length before publication; None for anything else.

    "The move comes four days after two tankers were attacked" dates the attack, told in the present.
    """
    start = _start_of_length(time, published)
    return timex.interval_of(timex.unit_value(*start)) if start else None


def _start_of_length(time: Time, published: date) -> tuple[date, str] | None:
    match = _PERIOD.fullmatch(time.value) if time.type == "DURATION" else None
    if match is None:
        return None
    count, unit = float(match[1] or match[3]), match[2] or match[4]
    try:
        return timex.shift(published, -count, unit), "D" if unit == "H" else unit
    except (ValueError, OverflowError):
        return None


def open_since(time: Time, published: date) -> Interval | None:
    """From the start of what "since …" names until publication; None where that names no past date."""
    if time.interval is None or time.interval.start > published:
        return None
    return replace(time.interval, end=published, precision="range")

"""Rules for seasons, quarters, halves, years, decades, centuries and holidays."""

from __future__ import annotations

from datetime import date, timedelta

from events.nlp import timex
from events.nlp.findings import Interval
from events.nlp.numerals import number_of, ordinal_of
from events.nlp.temporal_dates import nearest, split
from events.nlp.temporal_rules import Context, Found, Phrase, dated, day_found, range_found, rule
from events.nlp.temporal_words import MONTHS, SEASONS, WORDED_DECADES
from events.nlp.word_lists import word_set

_COUNTED = word_set(
    "people troops soldiers civilians men women children homes houses families tons tonnes miles km "
    "kilometers kilometres metres meters feet points refugees prisoners deaths cases votes workers "
    "jobs years months weeks days hours minutes percent calories pounds dollars euros times students "
    "employees police officers vehicles tanks"
)


# --- seasons, quarters, halves ----------------------------------------------------------------


@rule("THE? (?:EARLY|END OF)? HYPHEN? THE? (?P<s>SEASON) (?:OF|COMMA)? (?P<y>YEAR)")
def _season_of_year(phrase: Phrase, context: Context) -> Found | None:
    return dated(f"{int(phrase.word('y')):04}-{SEASONS[phrase.word('s')]}")


@rule("(?:EARLIER|LATER|EARLY)? (?P<w>LAST|NEXT|THIS|THIS? PAST|THIS? COMING) (?P<s>SEASON)")
@rule("(?P<w>THE (?:EARLY|END OF)?|IN|EARLY) (?P<s>SEASON)")
def _season(phrase: Phrase, context: Context) -> Found | None:
    word = phrase.word("s")
    which = phrase.words("w")[-1]
    if word == "fall" and (phrase.after() == "of" or phrase.before() in ("to", "would", "could")):
        return None
    season = SEASONS[word]
    latest = timex.season_value(context.published, season)
    year = int(latest[:4])
    current = timex.interval_of(latest)
    running = current is not None and current.end >= context.published
    if which in ("last", "past"):
        return dated(f"{year - (running and which == 'last'):04}-{season}")
    if which in ("next", "coming", "upcoming"):
        return dated(f"{year + 1:04}-{season}")
    if which == "this":
        # "Ends this fall", said in June, is the fall to come; winter is the one that it is or borders on.
        same_year = season if season != "WI" else None
        return dated(f"{context.published.year if same_year else year + _winter_ahead(context):04}-{season}")
    if not running and phrase.direction() > 0:
        year += 1
    return dated(f"{year:04}-{season}")


def _winter_ahead(context: Context) -> int:
    return 1 if 6 <= context.published.month <= 11 else 0


@rule("(?P<q>QNUM) (?:(?:OF|IN|COMMA)? FISCAL? (?P<y>YEAR))?")
def _quarter_short(phrase: Phrase, context: Context) -> Found | None:
    number = int(phrase.word("q")[1])
    published = context.published
    year = int(phrase.word("y")) if phrase.has("y") else published.year - (3 * number - 2 > published.month)
    return dated(f"{year:04}-Q{number}")


@rule(
    "(?:THE|ITS)? (?:(?P<w>LAST|THIS|NEXT) (?P<u>UNIT) POSS|(?P<a>YEAR))?"
    "FISCAL? HYPHEN? (?P<o>ORD) HYPHEN? FISCAL? (?P<q>QTR)"
    "(?:COMMA? (?:OF|IN)? FISCAL? (?P<y>YEAR)|OF (?P<v>LAST|THIS|NEXT) UNIT)?"
)
def _quarter(phrase: Phrase, context: Context) -> Found | None:
    number = ordinal_of(phrase.words("o"))
    if (
        number is None
        or number > 4
        or (phrase.after() in ("of", "century") and phrase.after(2) in ("a", "the"))
    ):
        return None
    published = context.published
    which = phrase.word("w") or phrase.word("v")
    if phrase.has("y") or phrase.has("a"):
        year = int(phrase.word("y") or phrase.word("a"))
    elif which:
        year = published.year + {"last": -1, "this": 0, "next": 1}[which]
    else:
        started = (number - 1) * 3 + 1 <= published.month
        year = published.year - (not started)
        if phrase.direction() > 0 and not started:
            year += 1
    return dated(f"{year:04}-Q{number}")


@rule(
    "THE? (?P<o>ORD|LAST) HYPHEN? HALF (?:OF (?:FISCAL? (?P<y>YEAR)|(?P<w>LAST|THIS|NEXT|THE) (?P<u>UNIT)))?"
)
def _half(phrase: Phrase, context: Context) -> Found | None:
    number = {"first": 1, "second": 2, "last": 2}.get(phrase.word("o"))
    if number is None or not (phrase.has("y") or phrase.word("u") == "year"):
        return None
    year = int(phrase.word("y") or context.published.year)
    year += {"last": -1, "next": 1}.get(phrase.word("w"), 0)
    return dated(f"{year:04}-H{number}")


# --- years, decades, centuries ----------------------------------------------------------------


@rule("(?:THE (?:EARLY|END OF))? (?P<y>YEAR) (?P<j>HYPHEN|DASH) (?P<z>NUM|YEAR)")
@rule("(?P<y>YEAR) (?P<j>TO|AND) (?P<z>YEAR)")
def _years(phrase: Phrase, context: Context) -> Found | None:
    """ "The 1950-53 war", "from 2014 to 2016", "between 1994 and 1997"."""
    if "and" in phrase.words(0) and phrase.before() != "between":
        return None
    first, last = phrase.word("y"), phrase.word("z")
    if len(last) == 2:
        return range_found(first, first[:2] + last)
    if len(last) != 4 or not 1500 <= int(first) <= 2150:
        return None
    return range_found(first, last, split(phrase))


@rule("THE? (?:EARLY|END OF|LAST HALF OF) HYPHEN? FISCAL? (?:THE UNIT)? (?P<y>YEAR)")
@rule("(?:FISCAL UNIT?|THE UNIT) (?P<y>YEAR)")
def _year_told(phrase: Phrase, context: Context) -> Found | None:
    return dated(phrase.word("y"))


@rule("(?P<u>UNIT) POSS? HYPHEN? END")
def _year_end(phrase: Phrase, context: Context) -> Found | None:
    """ "By year-end", "before the year's end": its last month."""
    if phrase.word("u") != "year" or phrase.words(0)[-1] != "end":
        return None
    year = context.published.year - (phrase.before() == "since")
    if "-" not in phrase.words(0):
        return dated(f"{year:04}", Interval(date(year, 12, 1), date(year, 12, 31), "month"))
    return dated(f"{year:04}-12-31", Interval(date(year, 12, 1), date(year, 12, 31), "month"))


def _is_listed(phrase: Phrase) -> bool:
    """ "In 1994, 1995 and 1997"."""
    return phrase.before() == "," and len(phrase.before(2)) == 4


@rule("(?P<y>YEAR)")
def _year(phrase: Phrase, context: Context) -> Found | None:
    year, before, after = int(phrase.word("y")), phrase.before(), phrase.after()
    if before in ("$", "£", "€", "#", "¥", "/", "no", "than", "about", "least", "nearly", "some", "almost"):
        return None
    if (
        after in _COUNTED
        or after in ("%", "/", "°")
        or (after in (".", "-") and phrase.after(2).isdigit())
        or (after == "," and phrase.after(2).isdigit() and len(phrase.after(2)) != 4)
    ):
        return None
    if before in ("-", "–", ".", ",", "'") and phrase.before(2).isdigit() and not _is_listed(phrase):
        return None
    certain = before in (
        "in",
        "since",
        "until",
        "of",
        "from",
        "during",
        "by",
        "late",
        "early",
        "before",
        "after",
    )
    if not (1900 <= year <= 2100 or (certain and year >= 1400)):
        return None
    return dated(f"{year:04}")


@rule("(?:(?P<m>MONTH) OF?|THE? (?P<s>SEASON) OF|(?P<u>THE UNIT))? (?P<c>WNUM) (?P<r>WNUM HYPHEN? WNUM?)")
def _worded_year(phrase: Phrase, context: Context) -> Found | None:
    """ "Nineteen ninety-six", "in May two thousand", as speech is written down."""
    century, rest = phrase.number("c"), phrase.number("r")
    spelled = phrase.words("c") + phrase.words("r")
    if spelled[:2] == ["two", "thousand"] and phrase.start < phrase.match.start("c"):
        year = number_of(spelled) or 0
    elif century in (18, 19, 20) and 10 <= rest <= 99 and "hundred" not in spelled:
        year = century * 100 + rest
    else:
        return None
    if phrase.has("m"):
        return dated(f"{year:04.0f}-{MONTHS[phrase.word('m')]:02}")
    if phrase.has("s"):
        return dated(f"{year:04.0f}-{SEASONS[phrase.word('s')]}")
    return dated(f"{year:04.0f}")


@rule("(?:THE? EARLY? HYPHEN? THE?|THE END OF THE) (?P<d>DECADE|WDECADE)")
def _decade(phrase: Phrase, context: Context) -> Found | None:
    word = phrase.word("d").lstrip("'’").rstrip("s")
    if word.isdigit():
        tens = int(word) // 10 if len(word) == 4 else 190 + int(word) // 10
        if len(word) == 4 and not 1500 <= int(word) <= 2100:
            return None
        if (
            len(word) == 2
            and context.words.symbols[phrase.match.end() - 1]
            and phrase.before() in ("his", "her")
        ):
            return None
    elif "the" in phrase.words(0):
        tens = 190 + WORDED_DECADES[phrase.word("d")]
    else:
        return None
    return dated(f"{tens:03}")


@rule("THE? EARLY? HYPHEN? (?P<o>{DAY}) HYPHEN? (?P<u>UNIT)")
def _century(phrase: Phrase, context: Context) -> Found | None:
    number = ordinal_of(phrase.words("o"))
    if phrase.word("u") != "century" or number is None or not 2 <= number <= 22:
        return None
    first = (number - 1) * 100 + 1
    return dated(f"{number - 1:02}", Interval(date(first, 1, 1), date(first + 99, 12, 31), "range"))


# --- holidays ---------------------------------------------------------------------------------

_FIXED = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year day": (1, 1),
    "new year eve": (12, 31),
    "new year": (1, 1),
    "halloween": (10, 31),
    "valentine day": (2, 14),
    "veterans day": (11, 11),
}
_EASTER = {"easter": 0, "easter sunday": 0, "easter monday": 1, "good friday": -2, "palm sunday": -7}
_FLOATING = {
    "thanksgiving": (11, 3, 4),
    "thanksgiving day": (11, 3, 4),
    "labor day": (9, 0, 1),
    "memorial day": (5, 0, -1),
}


@rule(
    "(?P<w>LAST|THIS|NEXT)? (?P<h>(?:CHRISTMAS|HOLW UNIT?) POSS? (?:UNIT|EVE|DOW)?) (?:COMMA? (?P<y>YEAR))?"
)
def _holiday(phrase: Phrase, context: Context) -> Found | None:
    name = " ".join(word for word in phrase.words("h") if word not in ("'s", "’s"))
    if not phrase.capital("h"):
        return None
    years = [context.published.year + offset for offset in (-1, 0, 1)]
    if phrase.has("y"):
        years = [int(phrase.word("y"))]
    days = [day for day in (_holiday_of(name, year) for year in years) if day is not None]
    which = phrase.word("w")
    if which == "last":
        days = [day for day in days if day < context.published][-1:]
    elif which == "next":
        days = [day for day in days if day > context.published][:1]
    return day_found(nearest(days, context, phrase.direction())) if days else None


def _holiday_of(name: str, year: int) -> date | None:
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _EASTER:
        return timex.easter(year) + timedelta(days=_EASTER[name])
    if name in _FLOATING:
        return timex.nth_weekday(year, *_FLOATING[name])
    if name == "election day":
        return timex.nth_weekday(year, 11, 0, 1) + timex.ONE_DAY if year % 2 == 0 else None
    return None

"""Rules for expressions with a place in the calendar: dates, weekdays, months, seasons, years, holidays."""

from __future__ import annotations

from datetime import date, timedelta

from events.nlp import timex
from events.nlp.numerals import ordinal_of
from events.nlp.temporal_rules import Context, Found, Phrase, dated, day_found, range_found, rule
from events.nlp.temporal_tense import Direction
from events.nlp.temporal_words import MONTHS, WEEKDAYS
from events.nlp.word_lists import word_set

_DATING = word_set(
    "in of since by from until till to through on during before after last next this early late mid "
    "and between for around about over as - – , ( ) . ; |"
)
_MARKS = frozenset([".", ",", "(", ")", ";", "|", "-", "–"])
# "Sunday Times", "Friday prayers" stays a day; "Black Friday" and "Bloody Sunday" name other things.
_PAPERS = word_set("times telegraph mirror mail express herald post star people world mercury")
_NAMED_DAYS = word_set("black bloody cyber ash holy super fat ruby maundy")


def _month(phrase: Phrase, group: str) -> int:
    return MONTHS[phrase.word(group)]


def nearest(candidates: list[date], context: Context, direction: Direction) -> date:
    """The candidate nearest to publication; one against the tense only where it is much nearer.

    A vote that "was due on June 16", said in April, is this June's: a day is seldom named from afar.
    """

    def cost(day: date) -> float:
        distance = (day - context.published).days
        return abs(distance) * (3 if direction * distance < -20 else 1)

    if not candidates:
        raise ValueError("no such day in any year")
    return min(candidates, key=cost)


def _day(month: int, day: int, phrase: Phrase, context: Context) -> date:
    """A day of a month without a year, by nearness and tense; ValueError for 31 June."""
    year = context.published.year
    candidates = []
    for candidate in (year - 1, year, year + 1):
        try:
            candidates.append(date(candidate, month, day))
        except ValueError:
            continue
    return nearest(candidates, context, phrase.direction())


def _month_without_year(month: int, phrase: Phrase, context: Context) -> date:
    """The first day of a month without a year, by tense; by nearness where there is none."""
    published = context.published.replace(day=1)
    back = (published.month - month) % 12
    latest, coming = timex.shift(published, -back, "M"), timex.shift(published, 12 - back, "M")
    lean = phrase.lean()
    if lean.loose or lean.direction == 0:
        # "Spoke about the summit in July", said in June: the nearer July, whatever the verb's tense.
        return coming if (12 - back) * lean.ahead() <= back else latest
    return coming if lean.direction > 0 and back else latest


def _number_of_day(phrase: Phrase, group: str) -> int:
    number = ordinal_of(phrase.words(group))
    if number is None or not 1 <= number <= 31:
        raise ValueError("no day of a month")
    return number


def _calendar_day(phrase: Phrase, context: Context) -> Found | None:
    month, day = _month(phrase, "m"), _number_of_day(phrase, "d")
    if not phrase.capital("m"):
        return None
    if phrase.has("y"):
        return day_found(date(int(phrase.word("y")), month, day))
    which = phrase.word("w") if "w" in phrase.match.groupdict() else ""
    if which in ("last", "next"):
        year = context.published.year
        days = [date(candidate, month, day) for candidate in (year - 1, year, year + 1)]
        earlier = [one for one in days if one < context.published]
        later = [one for one in days if one > context.published]
        return day_found(earlier[-1] if which == "last" else later[0])
    return day_found(_day(month, day, phrase, context))


def split(phrase: Phrase) -> tuple[int, int] | None:
    """Where "to" or "and" parts a stretch; None where a mere dash does."""
    start, end = phrase.match.span("j")
    return (start, end) if phrase.word("j").isalpha() else None


@rule("ISO")
def _iso(phrase: Phrase, context: Context) -> Found | None:
    return day_found(date.fromisoformat(phrase.word(0)))


@rule("SLASHED")
def _slashed(phrase: Phrase, context: Context) -> Found | None:
    """12/25/2023 and 25/12/2023; where both readings are dates, the one nearer to publication."""
    first, second, year = (int(part) for part in phrase.word(0).split("/"))
    if year < 100:
        year += 2000 if year < 70 else 1900
    candidates = []
    for month, day in ((first, second), (second, first)):
        try:
            candidates.append(date(year, month, day))
        except ValueError:
            continue
    return day_found(nearest(candidates, context, 0))


@rule("{WDAY}? (?P<w>LAST|NEXT|THIS)? (?P<m>MONTH) DOT? THE? (?P<d>{DAY}) (?:COMMA? (?P<y>YEAR))?")
@rule("(?:{WDAY} THE?)? (?P<d>{DAY}) OF? (?P<m>MONTH) DOT? (?:COMMA? (?P<y>YEAR))?")
def _day_and_month(phrase: Phrase, context: Context) -> Found | None:
    return _calendar_day(phrase, context)


@rule("{WDAY}? (?P<m>MONTH) DOT? THE? (?P<d>{DAY}) COMMA? OF? (?P<w>LAST|THIS|NEXT) (?P<u>UNIT)")
@rule("{WDAY}? THE? (?P<d>{DAY}) OF? (?P<m>MONTH) DOT? COMMA? OF? (?P<w>LAST|THIS|NEXT) (?P<u>UNIT)")
def _day_of_year(phrase: Phrase, context: Context) -> Found | None:
    """ "The vote will take place on 14 May next year"."""
    if phrase.word("u") != "year" or not phrase.capital("m"):
        return None
    year = context.published.year + {"last": -1, "this": 0, "next": 1}[phrase.word("w")]
    return day_found(date(year, _month(phrase, "m"), _number_of_day(phrase, "d")))


@rule("(?P<m>MONTH) DOT? (?P<d>{DAY}) (?P<j>{RANGE}) (?P<e>{DAY}) (?:COMMA? (?P<y>YEAR))?")
@rule("(?P<d>{DAY}) (?P<j>{RANGE}) (?P<e>{DAY}) OF? (?P<m>MONTH) DOT? (?:COMMA? (?P<y>YEAR))?")
def _days_of_month(phrase: Phrase, context: Context) -> Found | None:
    if not phrase.capital("m"):
        return None
    month, first, last = _month(phrase, "m"), _number_of_day(phrase, "d"), _number_of_day(phrase, "e")
    if phrase.has("y"):
        start = date(int(phrase.word("y")), month, first)
    else:
        start = _day(month, first, phrase, context)
    return range_found(start.isoformat(), start.replace(day=last).isoformat(), split(phrase))


@rule(
    "(?P<m>MONTH) DOT? (?P<d>{DAY}) (?:COMMA (?P<x>YEAR) COMMA?)? (?P<j>{RANGE})"
    "(?P<n>MONTH) DOT? (?P<e>{DAY}) (?:COMMA? (?P<y>YEAR))?"
)
@rule(
    "(?P<d>{DAY}) OF? (?P<m>MONTH) DOT? (?P<x>YEAR)? (?P<j>{RANGE}) (?P<e>{DAY}) OF? (?P<n>MONTH) DOT?"
    "(?:COMMA? (?P<y>YEAR))?"
)
def _days_of_months(phrase: Phrase, context: Context) -> Found | None:
    if not phrase.capital("m") or ("and" in phrase.words(0) and phrase.before() != "between"):
        return None
    month, first = _month(phrase, "n"), _number_of_day(phrase, "e")
    if phrase.has("y"):
        end = date(int(phrase.word("y")), month, first)
    else:
        end = _day(month, first, phrase, context)
    year = int(phrase.word("x")) if phrase.has("x") else end.year - (_month(phrase, "m") > month)
    start = date(year, _month(phrase, "m"), _number_of_day(phrase, "d"))
    return range_found(start.isoformat(), end.isoformat(), split(phrase))


@rule("(?P<m>MONTH) (?P<x>YEAR)? (?P<j>{RANGE}) (?P<n>MONTH) (?P<y>YEAR)?")
def _months(phrase: Phrase, context: Context) -> Found | None:
    """ "Between May and September" is one stretch, "in May and September" is two months."""
    if "and" in phrase.words(0) and phrase.before() != "between":
        return None
    if not (phrase.capital("m") and phrase.capital("n")):
        return None
    month = _month(phrase, "n")
    if phrase.has("y"):
        end = date(int(phrase.word("y")), month, 1)
    else:
        end = _month_without_year(month, phrase, context)
    year = int(phrase.word("x")) if phrase.has("x") else end.year - (_month(phrase, "m") > month)
    return range_found(f"{year:04}-{_month(phrase, 'm'):02}", timex.month_value(end), split(phrase))


@rule("THE? (?:EARLY|END OF) HYPHEN? (?:THE MONTH)?? (?P<m>MONTH) DOT? (?:(?:COMMA|OF)? (?P<y>YEAR))?")
@rule("(?P<m>MONTH) DOT? (?:(?:COMMA|OF)? (?P<y>YEAR))")
@rule("(?P<m>MONTH) DOT?")
def _month_alone(phrase: Phrase, context: Context) -> Found | None:
    if not phrase.capital("m"):
        return None
    if "y" in phrase.match.groupdict() and phrase.has("y"):
        return dated(f"{int(phrase.word('y')):04}-{_month(phrase, 'm'):02}")
    if phrase.match.end() - phrase.start == 1 and not _is_month(phrase, context):
        return None
    if phrase.after() in ("-", "–") and phrase.after(2) in ("old",):
        return None
    return dated(timex.month_value(_month_without_year(_month(phrase, "m"), phrase, context)))


def _is_month(phrase: Phrase, context: Context) -> bool:
    """Whether a bare name is a month's: not Theresa May, the Women's March or "May I"."""
    word, before = phrase.word("m"), phrase.before()
    if len(word) <= 4 and word not in ("may", "june", "july"):
        return before in _DATING and before not in _MARKS and before not in ("and", "for", "about")
    if word not in ("may", "march", "april", "june", "august"):
        return True
    if (
        word == "march"
        and phrase.after() in ("for", "on", "past")
        and before in ("the", "a", "annual", "'s", "’s")
    ):
        return False
    label = _entity_label(phrase, context)
    if before in _DATING and before not in _MARKS:
        return label not in ("PERSON", "GPE", "ORG")
    if context.doc is not None:
        return label == "DATE"
    beside = [phrase.start - 1, phrase.match.end()]
    named = any(0 <= at < len(context.words.words) and context.words.is_capital(at) for at in beside)
    return word in ("april", "june", "august") and not named


def _entity_label(phrase: Phrase, context: Context) -> str:
    if context.doc is None:
        return ""
    start = context.words.starts[phrase.start]
    span = context.doc.char_span(start, context.words.end(phrase.start))
    return span[0].ent_type_ if span is not None else ""


@rule("EARLY? HYPHEN? (?P<m>MONTH) (?:OF)? (?P<w>LAST|THIS|NEXT) (?P<u>UNIT)")
def _month_of_year(phrase: Phrase, context: Context) -> Found | None:
    if phrase.word("u") != "year" or not phrase.capital("m"):
        return None
    year = context.published.year + {"last": -1, "this": 0, "next": 1}[phrase.word("w")]
    return dated(f"{year:04}-{_month(phrase, 'm'):02}")


@rule("(?P<w>LAST|NEXT|THIS|THIS? PAST|THIS? COMING|EVERY) (?P<m>MONTH) DOT?")
def _month_next(phrase: Phrase, context: Context) -> Found | None:
    if not phrase.capital("m"):
        return None
    month, word = _month(phrase, "m"), phrase.words("w")[-1]
    if word in ("every", "each"):
        return Found("SET", f"XXXX-{month:02}")
    published = context.published.replace(day=1)
    back = (published.month - month) % 12
    if word == "this":
        return dated(f"{published.year:04}-{month:02}")
    if word in ("last", "past"):
        return dated(timex.month_value(timex.shift(published, -(back or 12), "M")))
    return dated(timex.month_value(timex.shift(published, 12 - back, "M")))


@rule("THE WEEK OF {WDAY}? (?P<m>MONTH) DOT? (?P<d>{DAY})".replace("WEEK", "UNIT"))
def _week_of(phrase: Phrase, context: Context) -> Found | None:
    if "week" not in phrase.words(0):
        return None
    return dated(timex.week_value(_day(_month(phrase, "m"), _number_of_day(phrase, "d"), phrase, context)))


# --- weekdays ---------------------------------------------------------------------------------


@rule(
    "(?:EARLY|EARLIER|LATER)?(?P<w>LAST|NEXT|THIS|THIS? PAST|THIS? COMING|THE PREV|THE FOLLOWING)? (?P<d>DOW)"
)
def _weekday(phrase: Phrase, context: Context) -> Found | None:
    if not phrase.capital("d") or phrase.before() in _NAMED_DAYS or phrase.after() in _PAPERS:
        return None
    weekday, published = WEEKDAYS[phrase.word("d")], context.published
    back = timedelta(days=(published.weekday() - weekday) % 7)
    ahead = timedelta(days=(weekday - published.weekday()) % 7)
    words = phrase.words("w")
    which = words[-1] if words else ""
    week = timedelta(days=7)
    if which in ("last", "past"):
        return day_found(published - (back or week))
    if which in ("previous", "preceding", "prior"):
        reference = context.reference(phrase.start)
        anchor = reference.start if reference else published
        return day_found(anchor - timedelta(days=(anchor.weekday() - weekday) % 7 or 7))
    if which in ("next", "coming", "upcoming"):
        return day_found(published + (ahead or week))
    if which in ("following", "ensuing"):
        reference = context.reference(phrase.start)
        anchor = reference.end if reference else published
        return day_found(anchor + timedelta(days=(weekday - anchor.weekday()) % 7 or 7))
    lean = phrase.lean()
    if which == "this" or lean.direction > 0:
        return day_found(published + ahead)
    # "The Council meets on Tuesday", said on a Monday; "police arrest him on Friday" tells of what was.
    if lean.present and ahead * (1 if lean.coming else 1.5) < back:
        return day_found(published + ahead)
    return day_found(published - back)


@rule("(?P<d>DOW) (?:OF)? (?P<w>LAST|THIS|NEXT) (?P<u>UNIT)")
@rule("(?P<w>LAST|THIS|NEXT) (?P<u>UNIT) ON? (?P<d>DOW)")
def _weekday_of_week(phrase: Phrase, context: Context) -> Found | None:
    if phrase.word("u") != "week" or not phrase.capital("d"):
        return None
    monday = context.published - timedelta(days=context.published.weekday())
    weeks = {"last": -1, "this": 0, "next": 1}[phrase.word("w")]
    return day_found(monday + timedelta(days=7 * weeks + WEEKDAYS[phrase.word("d")]))


@rule("(?P<d>DOW) (?P<j>TO|HYPHEN) (?P<e>DOW)")
def _weekdays(phrase: Phrase, context: Context) -> Found | None:
    """ "From Monday through Wednesday"."""
    published = context.published
    first, last = WEEKDAYS[phrase.word("d")], WEEKDAYS[phrase.word("e")]
    start = published - timedelta(days=(published.weekday() - first) % 7)
    if phrase.direction() > 0:
        start = published + timedelta(days=(first - published.weekday()) % 7)
    end = start + timedelta(days=(last - first) % 7)
    return range_found(start.isoformat(), end.isoformat(), split(phrase))


@rule("NUM SLASH NUM")
def _day_with_a_name(phrase: Phrase, context: Context) -> Found | None:
    """Only "the 9/11 attacks": other pairs may be fractions, scores or days in either order."""
    return day_found(date(2001, 9, 11)) if phrase.words(0) == ["9", "/", "11"] else None


@rule("EVERY (?P<o>ORD)? (?P<d>DOW)")
@rule("(?P<d>DOWS)")
def _every_weekday(phrase: Phrase, context: Context) -> Found | None:
    if not phrase.capital("d"):
        return None
    return Found("SET", f"XXXX-WXX-{WEEKDAYS[phrase.word('d')] + 1}")

"""Rules for expressions that count from another time: "last week", "two days later", "for a year", "now"."""

from __future__ import annotations

from datetime import date, timedelta

from events.nlp import timex
from events.nlp.findings import Interval
from events.nlp.temporal_rules import Context, Found, Phrase, dated, day_found, rule
from events.nlp.temporal_words import BREAK, FREQUENCIES, PARTS_OF_DAY, SEASONS, SYMBOLS, UNITS
from events.nlp.word_lists import word_list, word_set

_BEFORE = word_set("last past previous preceding prior")
_BEYOND = word_set("next coming upcoming following ensuing")
# "Today's youth", "in today's world": the age, not the day.
_AGE = word_set("world youth society generation generations economy standards culture life children age era")
_TODAY = {"today": 0, "yesterday": -1, "tomorrow": 1}

_SCALES = word_set("hundred thousand million billion trillion percent cent % times cds")
_FEW, _DOZENS = SYMBOLS["FEW"], SYMBOLS["DOZENS"]
_COUNTED = frozenset(
    SYMBOLS[name] for name in word_list("NUM WNUM FEW UNIT UNITS QTR QTRS SEASON SEASONS WEEKEND")
)


def _unit(phrase: Phrase, group: str = "u") -> str:
    return UNITS[phrase.words(group)[-1]]


def _anchor(phrase: Phrase, context: Context) -> date:
    reference = context.reference(phrase.start)
    return reference.start if reference else context.published


@rule("(?:EARLY|EARLIER|LATER)? (?P<t>TODAY) (?P<p>POD)?")
def _today(phrase: Phrase, context: Context) -> Found | None:
    day = context.published + timedelta(days=_TODAY[phrase.word("t")])
    if phrase.has("p"):
        return _part(day, phrase.word("p"))
    if phrase.after() in ("'s", "’s") and phrase.after(2) in _AGE:
        return None
    return day_found(day)


@rule("THE (?P<u>UNIT) (?P<w>BEFORE|AFTER) (?P<t>TODAY)")
def _day_before_yesterday(phrase: Phrase, context: Context) -> Found | None:
    if phrase.word("u") != "day":
        return None
    step = -1 if phrase.word("w") == "before" else 1
    return day_found(context.published + timedelta(days=_TODAY[phrase.word("t")] + step))


def _part(day: date, part: str) -> Found:
    return Found("TIME", f"{day.isoformat()}T{PARTS_OF_DAY[part]}", timex.interval_of(day.isoformat()))


@rule("(?:EARLY|EARLIER|LATER)? (?P<w>THIS|LAST|THAT|THE NEXT|THE SAME) (?P<p>POD)")
def _this_morning(phrase: Phrase, context: Context) -> Found | None:
    which = phrase.words("w")[-1]
    if which == "this":
        return _part(context.published, phrase.word("p"))
    if which == "last":
        return _part(context.published - timex.ONE_DAY, phrase.word("p"))
    day = _anchor(phrase, context)
    return _part(day + timex.ONE_DAY if which == "next" else day, phrase.word("p"))


@rule("TONIGHT")
def _tonight(phrase: Phrase, context: Context) -> Found | None:
    return _part(context.published, "night")


@rule("OVERNIGHT")
def _overnight(phrase: Phrase, context: Context) -> Found | None:
    day = context.published
    return Found("TIME", f"{day.isoformat()}TNI", Interval(day - timex.ONE_DAY, day, "range"))


@rule("(?:(?P<p>POD)|(?P<e>EARLY) (?P<q>POD))")
def _part_alone(phrase: Phrase, context: Context) -> Found | None:
    """A part of a day that the day stands beside: "Tuesday morning", "on the evening of May 3"."""
    return Found("TIME", "T" + PARTS_OF_DAY[phrase.words(0)[-1]])


@rule("APPROX? (?P<n>NUM) (?P<c>AMPM) TZ?")
@rule("APPROX? (?P<k>CLOCK) (?P<c>AMPM)? TZ?")
def _clock(phrase: Phrase, context: Context) -> Found | None:
    groups = phrase.match.groupdict()
    half = phrase.word("c")[:1] if phrase.has("c") else ""
    word = phrase.word("n") if "n" in groups else phrase.word("k")
    if word.endswith("m"):
        word, half = word[:-2], word[-2]
    hour, _, minute = word.partition(":")
    number = int(hour)
    if number > 24 or int(minute or 0) > 59 or (half and not 1 <= number <= 12):
        return None
    if half:
        number = number % 12 + (12 if half == "p" else 0)
    return Found("TIME", f"T{number:02}:{minute or '00'}")


@rule("(?P<n>NOON)")
def _noon(phrase: Phrase, context: Context) -> Found | None:
    if phrase.before() == "high":
        return None
    return Found("TIME", "T24:00" if phrase.word("n") == "midnight" else "T12:00")


# --- last year, this week ---------------------------------------------------------------------


@rule(
    "(?:EARLY|EARLIER|LATER|THE? END OF)? HYPHEN?"
    "(?P<w>THE? LAST|THIS PAST|THE PAST|THE? PREV|THE? NEXT|THIS? COMING|THE COMING|THE FOLLOWING|THIS|THAT"
    "|THE? SAME|ITS? THE? CURRENT|THE LATEST|THE) FISCAL? COMPARABLE? (?P<u>UNIT|QTR|WEEKEND)"
)
def _relative_unit(phrase: Phrase, context: Context) -> Found | None:
    unit, words = _unit(phrase), phrase.words("w")
    which = words[-1]
    if phrase.capital("u") and phrase.before() in ("“", '"', "`", "'", "‘"):
        # "This Week" between quotation marks is a programme.
        return None
    if unit in ("H", "Min", "S") or (unit == "D" and which not in ("next", "following", "same", "that")):
        return None
    if unit == "Q" and phrase.after() == "-":
        return None
    if unit == "Q":
        return _quarter_named(phrase, context, which)
    if which == "the" and (
        (phrase.words(0)[0] == "the" and unit not in ("WE",)) or phrase.after() in ("of", "that")
    ):
        return _bare_the(phrase, context, unit)
    if which in ("following", "that", "same", "previous", "preceding", "ensuing", "prior") or unit == "D":
        return _from_reference(phrase, context, unit, which)
    if words[0] == "the" and which in ("past", "last", "next", "coming") and unit in ("Y", "E", "C", "M"):
        return _stretch(context, which, 1, unit)
    # The latest year is the one that a report is out for.
    step = -1 if which in _BEFORE or which == "latest" else 1 if which in _BEYOND else 0
    if unit == "WE":
        return _weekend(phrase, context, which)
    return dated(timex.unit_value(timex.shift(context.published, step, unit), unit))


def _weekend(phrase: Phrase, context: Context, which: str) -> Found:
    """The last weekend that began, the coming one where the clause is in the future."""
    published = context.published
    saturday = published - timedelta(days=(published.weekday() - 5) % 7)
    coming = published + timedelta(days=(5 - published.weekday()) % 7)
    ahead = phrase.direction() > 0 or (which == "this" and phrase.direction() == 0)
    if which in ("next", "coming") or (which in ("this", "the") and ahead and published.weekday() < 5):
        saturday = coming
    elif which == "last" and published.weekday() >= 5:
        saturday -= timedelta(days=7)
    return dated(timex.unit_value(saturday, "WE"))


def _bare_the(phrase: Phrase, context: Context, unit: str) -> Found | None:
    words = phrase.words(0)
    if unit == "Y" and phrase.after() in ("ended", "ending"):
        # "Net income for the year ended March 31": twelve months, in no calendar's year.
        return Found("DURATION", "P1Y")
    if words[0] != "the" or len(words) > 2 + ("fiscal" in words):
        return dated(timex.unit_value(context.published, unit))
    if unit == "Y" and phrase.before() in ("of", "for", "in", "during", "later", "earlier", "full"):
        return dated(timex.unit_value(context.published, unit))
    if (
        unit in ("W", "M")
        and phrase.before() in ("in", "during", "for", "of")
        and phrase.after() not in ("of", "that")
    ):
        return dated(timex.unit_value(context.published, unit))
    return None


def _from_reference(phrase: Phrase, context: Context, unit: str, which: str) -> Found | None:
    reference = context.reference(phrase.start)
    if reference is None and which in ("that", "same"):
        return None
    step = {"that": 0, "same": 0, "next": 1, "following": 1, "ensuing": 1}.get(which, -1)
    anchor = reference.start if reference else context.published
    return dated(timex.unit_value(timex.shift(anchor, step, unit), unit))


def _quarter_named(phrase: Phrase, context: Context, which: str) -> Found:
    """ "The quarter" is the one named last, or the last that was over when the article appeared."""
    named = context.last if context.last and "-Q" in context.last else context.quarter
    if named and context.quarter and which == "the" and named[:4] < context.quarter[:4]:
        # A quarter of the year before was only compared with.
        named = context.quarter
    if which in ("the", "that", "same") and named:
        return dated(named)
    if which == "latest" and context.quarter:
        return dated(context.quarter)
    step = {"this": 0, "current": 0, "next": 1, "coming": 1}.get(which, -1)
    return dated(timex.quarter_value(timex.shift(context.published, step, "Q")))


@rule("(?:THE|ITS)? COMPARABLE? (?P<w>LATEST|COMPARABLE|SAME|YEAR) (?P<u>PERIOD|QTR)")
def _period(phrase: Phrase, context: Context) -> Found | None:
    """ "The latest period", "the 1988 quarter": quarters of a report on earnings."""
    quarter = context.quarter or timex.quarter_value(timex.shift(context.published, -1, "Q"))
    if phrase.word("w").isdigit():
        return dated(f"{phrase.word('w')}{quarter[4:]}")
    return dated(quarter)


@rule(
    "(?:THE|ITS)? (?:COMPARABLE|SAME) (?:PERIOD|QTR) (?:OF|IN)?"
    "(?:LAST (?P<u>UNIT)|A (?P<v>UNIT) (?:AGO|EARLIER))"
)
@rule("LAST (?P<u>UNIT) POSS (?P<v>PERIOD|QTR)")
@rule("THE (?P<v>QTR) A (?P<u>UNIT) (?:AGO|EARLIER)")
def _same_period(phrase: Phrase, context: Context) -> Found | None:
    """ "Compared with the same period last year": of the quarter where one was named, else of the year."""
    if "year" not in (phrase.word("u"), phrase.word("v")):
        return None
    if context.quarter is None:
        return dated(f"{context.published.year - 1:04}")
    return dated(f"{int(context.quarter[:4]) - 1:04}{context.quarter[4:]}")


@rule(
    "(?:THE? COMPARABLE?)? (?P<n>UNIT) HYPHEN (?P<w>EARLIER|AGO) (?:(?P<o>ORD) HYPHEN?)? (?P<u>PERIOD|QTR)?"
)
@rule("(?P<n>A UNIT) (?P<w>EARLIER|AGO|BEFORE)")
def _year_earlier(phrase: Phrase, context: Context) -> Found | None:
    """In a report on a quarter, "a year earlier" is the same quarter of the year before."""
    unit = _unit(phrase, "n")
    near = phrase.start - context.quarter_at < 80 or "-" in phrase.words(0)
    if unit == "Y" and context.quarter and near:
        return dated(f"{int(context.quarter[:4]) - 1:04}{context.quarter[4:]}")
    if phrase.word("w") == "ago":
        return _ago(context, 1, unit)
    return _away(phrase, context, 1, unit, -1)


# --- ago, later, earlier ----------------------------------------------------------------------


@rule("{ABOUT} (?P<n>{N}|A|HALF A|{FEW}) (?P<u>{UNITS}) (?P<h>AND A HALF)? (?:OR SO)? AGO")
@rule("{ABOUT} (?P<n>{N}) (?P<h>AND A HALF) (?P<u>{UNITS}) AGO")
def _ago_counted(phrase: Phrase, context: Context) -> Found | None:
    words, unit = phrase.words("n"), _unit(phrase)
    if "couple" in words:
        return _ago(context, 2, unit)
    if any(context.words.symbols[index] in (_FEW, _DOZENS) for index in range(*phrase.match.span("n"))):
        return dated("PAST_REF")
    count = 0.5 if "half" in words else 1 if words[0] in ("a", "an") else phrase.number("n")
    return _ago(context, count + 0.5 * phrase.has("h"), unit)


def _ago(context: Context, count: float, unit: str) -> Found:
    day = timex.shift(context.published, -count, unit)
    if unit == "W" and count == 1:
        return dated(timex.week_value(day), timex.interval_of(day.isoformat()))
    if unit in ("H", "Min", "S"):
        return Found("TIME", day.isoformat())
    return dated(timex.unit_value(day, "Y" if unit in ("E", "C") else unit))


@rule("(?P<u>UNITS) (?:AGO|LATER|EARLIER)")
def _vague_distance(phrase: Phrase, context: Context) -> Found | None:
    """ "Weeks later, it launched a rocket": nobody says how many."""
    return Found("DURATION", timex.duration_value(None, _unit(phrase)))


@rule("{ABOUT} (?P<n>{N}|A|FEW|A FEW|THE) (?P<u>{UNITS}) (?P<w>LATER|EARLIER|BEFORE|AFTER|FOLLOWING)")
def _later(phrase: Phrase, context: Context) -> Found | None:
    words, unit, word = phrase.words("n"), _unit(phrase), phrase.word("w")
    if word in ("after", "before", "following") and phrase.after() not in (".", ",", ";", ""):
        return None
    if any(context.words.symbols[index] == _FEW for index in range(*phrase.match.span("n"))):
        return Found("DURATION", timex.duration_value(None, unit))
    count = 1 if words[0] in ("a", "an", "the") else phrase.number("n")
    return _away(phrase, context, count, unit, 1 if word in ("later", "after", "following") else -1)


def _away(phrase: Phrase, context: Context, count: float, unit: str, sign: int) -> Found:
    day = timex.shift(_anchor(phrase, context), sign * count, unit)
    if unit in ("H", "Min", "S"):
        return Found("DURATION", timex.duration_value(count, unit))
    return dated(timex.unit_value(day, unit))


# --- durations --------------------------------------------------------------------------------


def _stretch(context: Context, which: str, count: float | None, unit: str) -> Found:
    """ "The past three months": so long, and it ends (or begins) on publication."""
    value = timex.duration_value(count, unit)
    if count is None or which not in _BEFORE | _BEYOND:
        return Found("DURATION", value)
    published = context.published
    if which in _BEFORE:
        interval = Interval(timex.shift(published, -count, unit), published, "range")
    else:
        interval = Interval(published, timex.shift(published, count, unit), "range")
    return Found("DURATION", value, interval)


@rule(
    "{ABOUT}"
    "(?:(?:THE|THESE|ITS)? (?P<w>LAST|PAST|PREV|NEXT|COMING|FOLLOWING|ORD|LATEST|CURRENT|SAME)|THE)?"
    "(?P<n>{N}|HALF A|{FEW}) (?:MORE|FISCAL)? HYPHEN? (?P<u>{UNITS})"
)
@rule("{ABOUT} (?P<w>A|A ORD|A MORE) (?P<u>{UNIT}) (?:AND A (?P<h>HALF))?")
@rule("(?:{ABOUT}|A) HALF (?P<w>A|HYPHEN) (?P<u>{UNIT})")
def _duration(phrase: Phrase, context: Context) -> Found | None:
    unit = _unit(phrase)
    if _is_age(phrase) or phrase.before() in ("$", "£", "€"):
        return None
    if unit == "Q" and phrase.words(0)[-2] == "-" and phrase.words("u") == ["quarters"]:
        return None
    if unit in ("Min", "H") and phrase.capital("u"):
        return None
    if phrase.after() == "-" and phrase.after(2) in ("earlier", "ago"):
        return None
    if phrase.after() in ("a", "an", "per") and phrase.after(2) in ("day", "week"):
        # "Guards stood there 24 hours a day".
        return None
    words = phrase.words("n") if "n" in phrase.match.groupdict() else []
    count: float | None = None
    if not words:
        if unit in ("Q", "S", "Min") or phrase.before() in ("such", "quite", "hours") or _is_rate(phrase):
            return None
        count = 0.5 if "half" in phrase.words(0)[:2] else 1.5 if phrase.has("h") else 1
    elif "half" in words:
        count = 0.5
    elif "couple" in words:
        count = 2
    elif not any(context.words.symbols[index] in (_FEW, _DOZENS) for index in range(*phrase.match.span("n"))):
        count = phrase.number("n")
    found = _stretch(context, phrase.word("w") if words else "", count, unit)
    if (
        count is not None
        and phrase.before() == "in"
        and phrase.before(2) != "time"
        and phrase.direction() > 0
        and not _is_span_of_record(phrase)
    ):
        # "Elections will be held in ten days": the length leads to a day.
        day = timex.shift(context.published, count, unit)
        return Found("DURATION", found.value, timex.interval_of(timex.unit_value(day, unit)))
    return found


def _is_span_of_record(phrase: Phrase) -> bool:
    """ "They will arrive for the first talks in eight months" counts back, not ahead."""
    near = [phrase.before(count) for count in range(2, 9)]
    return any(word in ("first", "only", "most", "worst") or word.endswith("est") for word in near)


@rule("A? (?P<u>UNIT) HYPHEN LONG")
def _long(phrase: Phrase, context: Context) -> Found | None:
    """ "A week-long siege"."""
    return Found("DURATION", timex.duration_value(1, _unit(phrase)))


def _is_rate(phrase: Phrase) -> bool:
    """ "$500 million a year", "four flights a week"."""
    before = phrase.before()
    if before in ("million", "billion", "trillion") and phrase.words(0)[-1] == "year":
        # What is given "a year" is annotated, what is sold or flown is not.
        return False
    return before[-1:].isdigit() or before in _SCALES or (before.endswith("s") and len(before) > 5)


def _is_age(phrase: Phrase) -> bool:
    """ "A 34-year-old", "16 years old", "aged 40 years": how old somebody is, no length of time."""
    after = phrase.after()
    return (
        after in ("old", "olds", "older", "younger")
        or (after in ("-", "–") and phrase.after(2) in ("old", "olds"))
        or phrase.before() in ("aged", "age")
    )


@rule("(?P<w>RECENT|COMING|PAST|THESE|THE PAST|THE LAST|FUTURE|LATER|THE COMING|THE NEXT) (?P<u>UNITS|QTRS)")
@rule("THE? (?P<u>UNITS) (?P<w>AHEAD)?")
def _bare_units(phrase: Phrase, context: Context) -> Found | None:
    unit = _unit(phrase)
    word = phrase.words("w")[-1] if phrase.has("w") else ""
    if word in ("recent", "past") and unit in ("Y", "E"):
        return dated("PAST_REF")
    if word == "these":
        return dated("PRESENT_REF") if unit == "D" else None
    if word in ("recent", "coming", "past", "last", "next", "future"):
        return Found("DURATION", timex.duration_value(None, unit))
    if _is_age(phrase) or unit in ("S", "Min"):
        return None
    if word != "ahead" and phrase.before() not in ("for", "in", "within", "through", "over", "of"):
        return None
    return Found("DURATION", timex.duration_value(None, unit))


# --- sets and references ----------------------------------------------------------------------


@rule("EVERY (?P<n>{N}|FEW|ORD)? (?P<u>{UNITS}|WEEKEND)")
def _every(phrase: Phrase, context: Context) -> Found | None:
    if phrase.before() == "of":
        return None
    count = 1.0
    if phrase.has("n"):
        word = phrase.word("n")
        if word in ("other", "second"):
            count = 2
        elif context.words.symbols[phrase.match.start("n")] == _FEW:
            return Found("SET", timex.duration_value(None, _unit(phrase)))
        else:
            count = phrase.number("n")
    if _unit(phrase) == "Q" and count == 1:
        return Found("SET", "P1Q")
    return Found("SET", timex.duration_value(count, _unit(phrase)))


@rule("EVERY (?P<s>SEASON|POD)")
def _every_season(phrase: Phrase, context: Context) -> Found | None:
    word = phrase.word("s")
    if word in SEASONS:
        return Found("SET", f"XXXX-{SEASONS[word]}")
    return Found("SET", f"XXXX-XX-XXT{PARTS_OF_DAY[word]}")


@rule("TIMES A (?P<u>{UNIT})")
def _times_a(phrase: Phrase, context: Context) -> Found | None:
    return Found("SET", timex.duration_value(1, _unit(phrase)))


@rule("(?P<f>FREQ)")
def _frequency(phrase: Phrase, context: Context) -> Found | None:
    """Not the Daily Telegraph: a frequency is written small, or opens its sentence."""
    opens = phrase.start == 0 or phrase.before() in (".", "\n\n", "“", '"')
    if phrase.capital("f") and not opens:
        return None
    return Found("SET", FREQUENCIES[phrase.word("f")])


@rule("RIGHT? NOW|CURRENTLY|CURRENT|THESE UNITS|AT THE (?:TIME|CURRENT TIME)|AT CURRENT")
def _present(phrase: Phrase, context: Context) -> Found | None:
    words = phrase.words(0)
    if words == ["now"] and phrase.after() == "," and phrase.before() in ("", ".", BREAK, '"', "“"):
        # "Now, she said, they would have to choose" tells no time.
        return None
    if words[0] == "these" and words[-1] != "days":
        return None
    if words[-1] == "time" or words == ["present"]:
        return None
    if words[-1] == "present" and phrase.after() not in (".", ",", "", ";"):
        return None
    return dated("PRESENT_REF")


@rule("MORE? RECENTLY|RECENT|THE (?:RECENT|NEAR)? PAST")
def _past(phrase: Phrase, context: Context) -> Found | None:
    """ "In the past" but not "in the past 20 months"."""
    after = context.words.symbols[phrase.match.end() : phrase.match.end() + 1]
    if phrase.words(0)[-1] == "past" and after in _COUNTED:
        return None
    return dated("PAST_REF")


@rule("IN? THE? NEAR? FUTURE|IN FUTURE")
def _future(phrase: Phrase, context: Context) -> Found | None:
    words = phrase.words(0)
    if words == ["future"] or (words[0] != "in" and "the" not in words):
        return None
    return dated("FUTURE_REF")

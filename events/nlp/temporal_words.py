"""The words that tell of time, and a text rewritten as one symbol for each of its words.

Rules match the string of symbols rather than the letters, so each rule reads as a phrase ("THE? LAST
UNIT") and its cost depends on how many words a text has, whatever they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from events.nlp.numerals import CARDINALS, MULTIPLIERS, ORDINALS

OTHER = "_"
BREAK = "|"

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon mondays",
            "tuesday tue tues tuesdays",
            "wednesday wed wednesdays",
            "thursday thu thur thurs thursdays",
            "friday fri fridays",
            "saturday sat saturdays",
            "sunday sun sundays",
        )
    )
    for name in names.split()
}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS_OF_DAY = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
UNITS = {
    **dict.fromkeys(("seconds",), "S"),
    **dict.fromkeys(("minute", "minutes"), "Min"),
    **dict.fromkeys(("hour", "hours"), "H"),
    **dict.fromkeys(("day", "days"), "D"),
    **dict.fromkeys(("week", "weeks"), "W"),
    **dict.fromkeys(("fortnight", "fortnights"), "F"),
    **dict.fromkeys(("weekend", "weekends"), "WE"),
    **dict.fromkeys(("month", "months"), "M"),
    **dict.fromkeys(("quarter", "quarters"), "Q"),
    **dict.fromkeys(("year", "years"), "Y"),
    **dict.fromkeys(("decade", "decades"), "E"),
    **dict.fromkeys(("century", "centuries"), "C"),
}
FREQUENCIES = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "monthly": "P1M",
    "yearly": "P1Y",
}
WORDED_DECADES = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}

_WORDS: dict[str, str] = {
    "DOWA": "mon tue tues wed thu thur thurs fri sat sun",
    "DOWS": " ".join(day for day in WEEKDAYS if day.endswith("days")),
    "DOW": " ".join(day for day in WEEKDAYS if day.endswith("day")),
    "MONTH": " ".join(MONTHS),
    "SEASON": " ".join(SEASONS),
    "SEASONS": "springs summers autumns winters",
    "POD": " ".join(PARTS_OF_DAY),
    "PODS": "mornings afternoons evenings nights",
    "NOON": "noon midday midnight",
    "UNIT": "minute hour day week fortnight month year decade century",
    "UNITS": "seconds minutes hours days weeks fortnights months years decades centuries",
    "WEEKEND": "weekend",
    "QTR": "quarter",
    "QTRS": "quarters",
    "HALF": "half",
    "WNUM": " ".join((*CARDINALS, *MULTIPLIERS)),
    "ORD": " ".join(ORDINALS),
    "WDECADE": " ".join(WORDED_DECADES),
    "A": "a an",
    "THE": "the",
    "THIS": "this",
    "THAT": "that",
    "THESE": "these",
    "ITS": "its their his her our",
    "LAST": "last",
    "PAST": "past",
    "PREV": "previous preceding prior",
    "NEXT": "next",
    "COMING": "coming upcoming",
    "FOLLOWING": "following ensuing",
    "CURRENT": "current present",
    "SAME": "same",
    "LATEST": "latest",
    "AHEAD": "ahead",
    "EVERY": "every each",
    "AGO": "ago",
    "EARLIER": "earlier",
    "LATER": "later",
    "BEFORE": "before",
    "AFTER": "after",
    "EARLY": "early late mid",
    "END": "end beginning start middle close turn",
    "OF": "of",
    "IN": "in",
    "ON": "on",
    "AT": "at by",
    "FOR": "for",
    "FROM": "from",
    "TO": "to through until till thru",
    "AND": "and",
    "OR": "or",
    "SO": "so",
    "BETWEEN": "between",
    "TODAY": "today yesterday tomorrow",
    "TONIGHT": "tonight",
    "OVERNIGHT": "overnight",
    "NOW": "now",
    "RIGHT": "right",
    "CURRENTLY": "currently nowadays presently",
    "RECENT": "recent",
    "RECENTLY": "recently lately",
    "FUTURE": "future",
    "NEAR": "near foreseeable distant immediate not",
    "FEW": "few several couple some many",
    "DOZENS": "dozens hundreds thousands scores",
    "FREQ": " ".join(FREQUENCIES),
    "OLD": "old olds",
    "AGED": "aged age ages",
    "FISCAL": "fiscal financial",
    "COMPARABLE": "comparable corresponding full calendar",
    "APPROX": "about nearly almost around over roughly approximately within just under only",
    "MORE": "more less fewer additional",
    "THAN": "than",
    "LEAST": "least most",
    "TIME": "time moment",
    "PERIOD": "period",
    "TZ": "est edt et gmt utc cet cest bst pst pdt cst cdt local eastern pacific",
    "TIMES": "once twice thrice times",
    "QNUM": "q1 q2 q3 q4",
    "LONG": "long",
    "YEARLONG": "daylong weeklong monthlong yearlong decadelong",
    "CHRISTMAS": "christmas easter thanksgiving halloween",
    "HOLW": "new good palm labor labour memorial veterans boxing election valentine",
    "EVE": "eve",
}
_MARKS = {"-": "HYPHEN", "–": "HYPHEN", "—": "DASH", ",": "COMMA", ".": "DOT", "/": "SLASH"}
_NUMBERS = ("NUM", "BIG", "YEAR", "DECADE", "ISO", "SLASHED", "CLOCK", "AMPM", "POSS")

SYMBOLS = {
    name: chr(0x100 + index)
    for index, name in enumerate(dict.fromkeys((*_WORDS, *_MARKS.values(), *_NUMBERS)))
}
SYMBOL_OF = {
    **{mark: SYMBOLS[name] for mark, name in _MARKS.items()},
    **{word: SYMBOLS[name] for name, words in reversed(_WORDS.items()) for word in words.split()},
}
_TOKEN = re.compile(
    r"\n[^\S\n]*\n|[0-9]{4}-[0-9]{2}-[0-9]{2}(?![\w-])|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}(?!\w)"
    r"|[0-9]{1,2}:[0-9]{2}(?!\w)|['’][0-9]0s\b|['’]s\b|[ap]\.m\b\.?"
    r"|q[1-4](?!\w)|[0-9]+(?:[.,][0-9]+)*(?:[^\W\d_]+)?|[^\W\d_]+|[^\w\s]"
)
_GLUED = re.compile(r"([0-9]+)(st|nd|rd|th|s|am|pm)")
_TO_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words in lower case, where each stands, and the symbols of all in one string."""

    text: str
    words: list[str]
    starts: list[int]
    symbols: str

    def end(self, index: int) -> int:
        """The offset after the word of that index."""
        return self.starts[index] + len(self.words[index])

    def is_capital(self, index: int) -> bool:
        """Whether the word begins with a capital letter in the text."""
        return self.text[self.starts[index]].isupper()


def split_words(text: str) -> Words:
    """Split a text into words; offsets hold in `text` itself, since lowering keeps its length."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = text.translate(_TO_LOWER)
    words: list[str] = []
    starts: list[int] = []
    symbols: list[str] = []
    known = SYMBOL_OF.get
    for match in _TOKEN.finditer(lower):
        word = match[0]
        words.append(word)
        starts.append(match.start())
        symbols.append(known(word) or _symbol_of_other(word))
    return Words(text, words, starts, "".join(symbols))


def _symbol_of_other(word: str) -> str:
    first = word[0]
    if "0" <= first <= "9":
        return _symbol_of_number(word)
    if first == "\n":
        return BREAK
    if first in "'’" and len(word) > 1:
        return SYMBOLS["POSS"] if word[1] == "s" else SYMBOLS["DECADE"]
    if word in ("a.m", "a.m.", "p.m", "p.m.", "am", "pm"):
        return SYMBOLS["AMPM"]
    return OTHER


def _symbol_of_number(word: str) -> str:
    if word.isdigit():
        if len(word) == 4 and "1000" <= word <= "2199":
            return SYMBOLS["YEAR"]
        return SYMBOLS["NUM"] if len(word) <= 4 else SYMBOLS["BIG"]
    if ":" in word:
        return SYMBOLS["CLOCK"]
    if "-" in word:
        return SYMBOLS["ISO"]
    if "/" in word:
        return SYMBOLS["SLASHED"]
    glued = _GLUED.fullmatch(word)
    if glued:
        return _symbol_of_glued(glued[1], glued[2])
    plain = word.replace(",", "").replace(".", "")
    return SYMBOLS["BIG"] if plain.isdigit() else OTHER


def _symbol_of_glued(digits: str, suffix: str) -> str:
    if suffix == "s":
        return SYMBOLS["DECADE"] if digits[-1] == "0" and len(digits) in (2, 4) else OTHER
    if suffix in ("am", "pm"):
        return SYMBOLS["CLOCK"] if len(digits) <= 2 else OTHER
    return SYMBOLS["ORD"] if len(digits) <= 2 else OTHER

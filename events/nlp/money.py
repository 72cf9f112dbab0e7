"""Sums of money: the figure, its currency, its bounds, and whether it is new or a running total."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc

from events.nlp import currencies
from events.nlp.findings import Amount, Basis
from events.nlp.numerals import CARDINALS, number_of
from events.nlp.word_lists import word_set

__all__ = ["find_amounts", "same_sum"]

_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "lakh": 1e5, "million": 1e6, "m": 1e6, "mn": 1e6, "mln": 1e6,
    "mio": 1e6, "crore": 1e7, "billion": 1e9, "b": 1e9, "bn": 1e9, "bln": 1e9, "trillion": 1e12, "tn": 1e12,
    "trn": 1e12, "t": 1e12,
}  # fmt: skip
_LETTER_SCALES = word_set("k m b t mn")
_WORDS = "|".join(sorted((word for word in CARDINALS if word != "zero"), key=len, reverse=True))
_DIGITS = r"[0-9]{1,15}(?:[.,][0-9]{1,15}){0,6}"
_DIGIT = re.compile(r"(?<![0-9])[0-9]")
_FIGURE = re.compile(rf"({_DIGITS})(?![0-9])")
_SCALE = re.compile(
    r"[ \u00a0\u202f-]?(hundred|thousand|million|billion|trillion|lakh|crore|mln|mio|bln|trn|mn|bn|tn|m|k|b"
    r"|t)\b",
    re.IGNORECASE,
)
_SCALE_WORD = re.compile(r"\b(?:hundred|thousand|million|billion|trillion|lakh|crore)\b", re.IGNORECASE)
_SPELLED = re.compile(
    rf"(?<![\w-])((?:half[ -]an?|an?|(?:{_WORDS})"
    rf"(?:[ -](?:and[ -])?(?:{_WORDS}|hundred|a[ -]half)){{0,4}})[ -])$",
    re.IGNORECASE,
)
# "A$18 million"; Australian desks also write "$A18 million".
_SIGN_BEFORE = re.compile(
    rf"(?:(?<![A-Za-z])([A-Z]{{1,3}}))?([{re.escape(currencies.signs())}])((?:US|NZ|HK|A|C|S)?)[ \u00a0]?$"
)
_CODE_BEFORE = re.compile(r"(?<!\w)([A-Z]{3}|Rs\.?|Rp|RM|Tk|kr)[ \u00a0]?$")
_SIGN_AFTER = re.compile(rf"[ \u00a0]?([{re.escape(currencies.signs())}])(?![0-9])")
_WORDS_AFTER = re.compile(
    r"[ \u00a0-](U\.S\.|[A-Za-z]{2,16})(?:[ -]([A-Za-z]{2,16}))?"
    r"(?:[ -]([A-Za-z]{2,16}))?(?:[ -]([A-Za-z]{2,16}))?"
)
_JOINT = re.compile(r"[ \u00a0]?(-|–|—|to|and|or)[ \u00a0]?(?:[A-Z]{1,3})?[^\w\s]?[ \u00a0]?(?=[0-9])")

_PRICE = re.compile(
    r"\s?(?:/|(?:per|an?|each)\s+)(?!year|month|week|day|annum|quarter)(?=(\w+))", re.IGNORECASE
)
# "The krona slid to 11.20 kronor against the dollar."
_RATE = re.compile(
    r"\s(?:against|to|per)\s(?:the|one)\s(?:us\s|u\.s\.\s)?(?:dollar|euro|pound|yen)\b", re.IGNORECASE
)
_PRICED = word_set(
    "barrel share ton tonne ounce gallon litre liter kilo kilogram kg pound bushel megawatt mwh kwh "
    "night ticket hour head person piece mile unit litre stock vote household child"
)
_AID = re.compile(
    r"\s(?:worth\s+of|in)\s(?:[\w’'-]{1,20}\s){0,4}?(?:aid|assistance|funding|funds|loans?|grants?|support|relief|credits?"
    r"|debt|damages?|compensation|spending|subsidies|donations|reparations|investments?|revenues?|weapons)\b",
    re.IGNORECASE,
)
_EXTRA = r"(?:additional|another|further|extra|fresh|new|supplementary)"
_BOUND = (
    r"(?:(?:up|as much|as many|more|less|fewer|at least|nearly|about|almost|around|some|roughly|over)"
    r"\s(?:to\s|as\s|than\s)?)?"
)
_NEW_BEFORE = re.compile(rf"\b{_EXTRA}\s{_BOUND}$", re.IGNORECASE)
_NEW_AFTER = re.compile(
    rf"\s(?:more\b(?!\sthan)|extra\b|(?:in|of|worth\sof)\s(?:{_EXTRA}|more)\s)", re.IGNORECASE
)
_TOTAL_BEFORE = re.compile(
    r"\b(?:total(?:s|ed|led|ing|ling)?(?:\sof)?|altogether|cumulative|combined|overall|in\sall,?"
    r"|(?:bring|brings|bringing|brought|taking|takes|took|raising|raises)\s(?:[\w’'.,-]{1,20}\s){0,12}to)\s"
    rf"(?:an?\s|the\s)?{_BOUND}$",
    re.IGNORECASE,
)
_TOTAL_AFTER = re.compile(
    r"[^.!?;\n$€£]{0,110}?\b(?:in\stotal|in\sall|altogether|so\sfar|to\sdate|since\s(?:the|its|his|her|their|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|[0-9]{4}|russia))\b",
    re.IGNORECASE,
)
_MOST = re.compile(
    r"\b(?:up\sto|as\smuch\sas|at\smost|no\smore\sthan|maximum\sof|less\sthan|under|below)$", re.IGNORECASE
)
_LEAST = re.compile(
    r"\b(?:more\sthan|at\sleast|no\sless\sthan|upwards?\sof|excess\sof|exceeding|exceeds|above|minimum\sof"
    r"|(?<!dispute\s)(?<!row\s)(?<!talks\s)(?<!battle\s)(?<!case\s)over)$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\b(between|from)\s(?:[A-Z]{1,3})?[^\w\s]?$", re.IGNORECASE)
_FILLER = re.compile(rf"(?:\s(?:an?|the))?(?:\s{_EXTRA})?\s?$", re.IGNORECASE)
_CONVERSION = re.compile(
    r"\s?(?:[(\[](?:[^()\[\]]{1,40},)?|,\sor|–|-|—)\s?(?:(?:or|about|around|roughly|approximately|nearly|some|almost|worth|equal(?:ing)?\sto"
    r"|equivalent\sto|over|more\sthan|at\sthe\stime)\s){0,3}[~≈]?",
    re.IGNORECASE,
)
# "A 2,000-pound bomb", "1,000 pounds of cocaine": weight, not sterling.
_WEIGHT_AFTER = re.compile(
    r"[\s-](?:bombs?|warheads?|explosives?|devices?|heavier|lighter|of\s(?!aid|support|funding|public|debt|tax|state|"
    r"government|investment|assistance|taxpayer|damage|military|savings|spending|extra|new|additional))",
    re.IGNORECASE,
)
_SHIFTY = word_set("won real rand dong mark marks sterling lev leu lei crown crowns som pula")
_VERBISH = word_set("the a an by in his her their its more over against back at on seats votes")
_REACH = 160


@dataclass(slots=True)
class _Figure:
    """A number in the text: where it stands, with its sign and scale, and what it comes to."""

    start: int
    end: int
    value: float
    currency: str | None
    known: bool
    scale: str


def find_amounts(text: str, doc: Doc | None = None) -> list[Amount]:
    """The sums of money in a text, in order and not overlapping, offsets in `text`.

    Prices ("$60 a barrel") are no sums. Two currencies for one sum are two amounts: see `same_sum`.
    """
    found: list[Amount] = []
    reached = 0
    for position in _positions(text):
        if position < reached:
            continue
        figure = _figure_at(text, position, reached)
        if figure is None:
            continue
        amount, end = _amount(text, figure)
        if amount is not None:
            found.append(amount)
            reached = end
    return found


def same_sum(first: Amount, second: Amount, text: str) -> bool:
    """Whether the second is the first converted: "5 million yuan ($790,000)"."""
    if first.currency == second.currency or not first.end <= second.start <= first.end + 60:
        return False
    return _CONVERSION.fullmatch(text, first.end, second.start) is not None


def _positions(text: str) -> list[int]:
    """Where a figure may begin: digits, and the scale of a number in words."""
    digits = [match.start() for match in _DIGIT.finditer(text)]
    words = [match.start() for match in _SCALE_WORD.finditer(text)]
    return sorted(digits + words)


def _figure_at(text: str, position: int, reached: int) -> _Figure | None:
    if not "0" <= text[position] <= "9":
        return _spelled_at(text, position, reached)
    start, code, known = _currency_before(text, position)
    if not known and position and text[position - 1].isalnum():
        return None
    if position > 1 and text[position - 1] in ".," and text[position - 2].isdigit():
        return None
    match = _FIGURE.match(text, position)
    if match is None:
        return None
    scale = _SCALE.match(text, match.end())
    word = scale[1].lower() if scale else ""
    value = _value(match[1], bool(scale))
    if value is None:
        return None
    end = scale.end() if scale else match.end()
    return _Figure(start, end, value * _SCALES.get(word, 1), code, known, word)


def _spelled_at(text: str, position: int, reached: int) -> _Figure | None:
    """ "Half a billion", "two and a half million"; also the bare scale of "a billion-dollar package"."""
    scale = _SCALE_WORD.match(text, position)
    if scale is None:
        return None
    lowest = max(reached, position - 60)
    words = _SPELLED.search(text, lowest, position)
    start, value = position, 1.0
    if words is not None:
        start = words.start(1)
        value = _spelled_value(words[1])
    elif (
        text[max(0, position - 6) : position].lower().endswith(("multi-", "multi", "several ", "many "))
        or text[position - 1 : position] not in (" ", "“", '"', "(")
        or text[scale.end() : scale.end() + 1] != "-"
    ):
        return None
    return _Figure(start, scale.end(), value * _SCALES[scale[0].lower()], None, False, scale[0].lower())


def _spelled_value(words: str) -> float:
    parts = words.lower().replace("-", " ").split()
    half = 0.5 if parts[-2:] == ["a", "half"] else 0.0
    if parts[0] == "half":
        return 0.5
    if parts[0] in ("a", "an"):
        return 1.0
    kept = parts[:-2] if half else parts
    return (number_of([part for part in kept if part != "and"]) or 0.0) + half


def _value(digits: str, scaled: bool) -> float | None:
    """1,200 · 1.2 · 1.200.000 · 1,2 (before a scale, as continental writers have it)."""
    groups = re.split("[.,]", digits)
    if len(groups) == 1:
        return float(digits)
    grouped = all(len(group) == 3 for group in groups[1:]) and 1 <= len(groups[0]) <= 3
    if len(groups) == 2:
        comma = "," in digits
        if grouped and (comma or (not scaled and len(groups[0]) < 4 and False)):
            return float("".join(groups))
        if comma and not scaled:
            return None
        return float(".".join(groups))
    last = digits[-len(groups[-1]) - 1]
    if grouped and len(set(re.findall("[.,]", digits))) == 1:
        return float("".join(groups))
    if digits.count(last) == 1:
        return float("".join(groups[:-1]) + "." + groups[-1])
    return None


def _code_before(text: str, position: int) -> re.Match[str] | None:
    match = _CODE_BEFORE.search(text, max(0, position - 6), position)
    if match is None or (match[1] not in currencies.codes() and match[1] not in _SHORT):
        return None
    return match


_SHORT: dict[str, str | None] = {"Rs": "INR", "Rs.": "INR", "Rp": "IDR", "RM": "MYR", "Tk": "BDT", "kr": None}


def _currency_before(text: str, position: int) -> tuple[int, str | None, bool]:
    """Where the figure starts with its sign, the currency, and whether there was any sign at all."""
    sign = _SIGN_BEFORE.search(text, max(0, position - 6), position)
    if sign is not None:
        code = currencies.of_sign(sign[2], sign[1] or sign[3])
        if code is None:
            return sign.start(2), currencies.of_sign(sign[2]), True
        return sign.start(), code, True
    code_match = _code_before(text, position)
    if code_match is not None:
        code = code_match[1]
        return code_match.start(1), _SHORT.get(code, code), True
    return position, None, False


def _amount(text: str, figure: _Figure) -> tuple[Amount | None, int]:
    """The amount that a figure gives, with the offset up to which the text has been used."""
    second = _second_figure(text, figure)
    whole = second or figure
    end, code, known = _currency_after(text, whole)
    if figure.known:
        end, code, known = whole.end if not known or code != figure.currency else end, figure.currency, True
    elif second is not None and second.known:
        end, code, known = second.end, second.currency, True
    if not known:
        if whole.scale in _LETTER_SCALES or not whole.scale or _AID.match(text, whole.end) is None:
            return None, whole.end
        end = whole.end
    if _RATE.match(text, end):
        return None, end
    price = _PRICE.match(text, end)
    if price is not None and ("per" in price[0].lower() or "/" in price[0] or price[1].lower() in _PRICED):
        return None, end
    amount = Amount(figure.start, end, figure.value, code)
    if second is not None:
        low = figure.value if figure.scale else figure.value * _SCALES.get(second.scale, 1)
        amount = replace(amount, value=low, min=low, max=second.value)
        if second.value < low:
            return replace(amount, min=None, max=None), end
    return _bounded(text, replace(amount, basis=_basis(text, amount))), end


def _second_figure(text: str, figure: _Figure) -> _Figure | None:
    """The other end of "$1-2 billion" or "between €3bn and €4bn"; None where there is no stretch."""
    after = figure.end
    joint = _JOINT.match(text, after)
    if joint is None:
        return None
    before = _BETWEEN.search(text, max(0, figure.start - 12), figure.start)
    word = before[1].lower() if before else ""
    if (
        (joint[1] == "and") != (word == "between")
        or joint[1] == "or"
        or (word == "from" and joint[1] == "to")
    ):
        return None
    second = _figure_at(text, joint.end(), 0)
    if second is None or (second.known and figure.known and second.currency != figure.currency):
        return None
    if joint[1] in ("-", "–", "—") and not (second.scale or figure.known):
        return None
    return second


def _currency_after(text: str, figure: _Figure) -> tuple[int, str | None, bool]:
    """The longest name of a currency that follows a figure: "million Hong Kong dollars"."""
    sign = _SIGN_AFTER.match(text, figure.end)
    if sign is not None and not figure.known:
        return sign.end(), currencies.of_sign(sign[1]), True
    match = _WORDS_AFTER.match(text, figure.end)
    if match is None:
        return figure.end, None, False
    if match[1] in currencies.codes():
        return match.end(1), match[1], True
    table = _names()
    for count in (4, 3, 2, 1):
        if match.end(count) < 0:
            continue
        name = text[match.start(1) : match.end(count)].lower().replace("-", " ")
        if name in table and not _means_else(text, name, match.end(count), figure):
            return match.end(count), table[name], True
    return figure.end, None, False


@cache
def _names() -> dict[str, str | None]:
    return currencies.names()


def _means_else(text: str, name: str, end: int, figure: _Figure) -> bool:
    """Whether "pounds" are a weight, and "won" what a party did."""
    if name in ("pound", "pounds"):
        return _WEIGHT_AFTER.match(text, end) is not None
    if name in _SHIFTY:
        following = re.match(r"\s(\w{1,12})", text[end : end + 14])
        return (following is not None and following[1].lower() in _VERBISH) or not (
            figure.scale or figure.value >= 1000
        )
    return False


def _bounded(text: str, amount: Amount) -> Amount:
    before = _before(text, amount.start)
    if amount.min is not None:
        return amount
    if _MOST.search(before):
        return replace(amount, max=amount.value)
    if _LEAST.search(before):
        return replace(amount, min=amount.value)
    return amount


def _before(text: str, start: int) -> str:
    """What stands before a sum, without the article and "additional"."""
    before = text[max(0, start - 60) : start]
    filler = _FILLER.search(before)
    return before[: filler.start()] if filler else before.rstrip()


def _basis(text: str, amount: Amount) -> Basis:
    before = text[max(0, amount.start - _REACH) : amount.start]
    before = re.split(r"[.!?\n]\s", before)[-1]
    if _NEW_BEFORE.search(before) or _NEW_AFTER.match(text, amount.end):
        return "new"
    if _TOTAL_BEFORE.search(before) or _TOTAL_AFTER.match(text, amount.end):
        return "total"
    return "other"

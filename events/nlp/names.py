"""How far the name of a person reaches, and which known office holder bears it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from events.nlp.gazetteer import SUFFIXES, Holder, fold, gazetteer
from events.nlp.titles import is_title
from events.nlp.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet
    from datetime import date

    from events.nlp.mentions import Resolved
    from events.nlp.resolution import Resolution

# "His Royal Highness, Crown Prince Salman": the address is nobody of its own.
HONORIFICS = word_set(
    "royal highness majesty excellency holiness honour honor serene imperial grace eminence"
)


def is_address(text: str) -> bool:
    """Whether the words are a form of address alone: "Royal Highness", "Jr."."""
    words = text.split()
    return all(w.lower() in HONORIFICS or w in SUFFIXES for w in words)


def whole_name(result: Resolution, mention: Resolved) -> tuple[int, int]:
    """The tokens of the whole name that a person's mention begins.

    Takes in what the gazetteer leaves out: "Alejandro Giammattei *Falla*", "Nana Addo *Dankwa Akufo-Addo*",
    "Joseph R. Biden*, Jr.*".
    """
    doc = result.doc
    start, end = mention.start_token, mention.end_token
    ent = result.entity_over(end - 1)
    if ent is not None and ent.label_ == "PERSON" and ent.end > end and ent.start <= start:
        rest = doc[end : ent.end]
        if all(t.pos_ == "PROPN" or t.text in ("-", "bin", "al") for t in rest) and _may_cover(
            result, mention, end, ent.end
        ):
            end = ent.end
    end = _to_head(result, mention, end)
    after = end + 1 if end < len(doc) and doc[end].text == "," else end
    if after < len(doc) and doc[after].text in ("Jr.", "Jr", "Sr.", "Sr"):
        end = after + 1
    return start, end


def _may_cover(result: Resolution, mention: Resolved, start: int, end: int) -> bool:
    """Whether the tokens are free, or only a part of a person's name found twice."""
    return all(m is None or m is mention or m.kind == "person" for m in result.at[start:end])


def _to_head(result: Resolution, mention: Resolved, end: int) -> int:
    """The name goes on to the noun that its last word is a compound of, over names only."""
    doc = result.doc
    for _ in range(3):
        last = doc[end - 1]
        head = last.head.i
        if last.dep_ != "compound" or head < end or head - end > 4:
            return end
        tail = doc[end : head + 1]
        name = all((t.pos_ == "PROPN" and not is_title(t)) or t.text == "-" for t in tail)
        if not name or any(t.ent_type_ not in ("", "PERSON") for t in tail):
            return end
        if not _may_cover(result, mention, end, head + 1):
            return end
        end = head + 1
    return end


def holder_named(name: str, day: date, named: AbstractSet[str], titled: bool) -> Holder | None:
    """The office holder of a full name, also with further names or the family name first.

    "Jair Messias Bolsonaro" is Jair Bolsonaro and "Kishida Fumio" is Fumio Kishida, where a title stands
    before the name or the article names (`named`, ISO codes) the state of an office.
    """
    known = gazetteer().holders.get(name)
    words = _parts(name)
    if known is not None or len(words) < 2:
        return known
    candidates = gazetteer().surnames.get(words[-1], [])
    fitting = [h for h in candidates if _same(words, _parts(h.name))]
    if not fitting and len(words) == 2:
        fitting = [
            h for h in gazetteer().surnames.get(words[0], []) if _parts(h.name) == [words[1], words[0]]
        ]
    fitting = [h for h in fitting if titled or any(o.country in named for o in h.offices)]
    serving = [h for h in fitting if h.in_office(day)] or fitting
    return serving[0] if len(serving) == 1 else None


def _parts(name: str) -> list[str]:
    """The folded words in lower case with the surname last, suffixes and initials left out."""
    words = fold(name).lower().replace("\u2019", "'").split()
    plain = [w.strip(",.") for w in words if w.strip(",") not in _SUFFIXES]
    return [w for w in plain if len(w) > 1]


_SUFFIXES = frozenset(s.lower() for s in SUFFIXES)


def _same(words: list[str], known: list[str]) -> bool:
    """Whether first name and surname agree and no middle name speaks against it."""
    if len(known) < 2 or words[0] != known[0] or words[-1] != known[-1]:
        return False
    middle, other = set(words[1:-1]), set(known[1:-1])
    return not middle or not other or middle <= other or other <= middle


def holder_titled(result: Resolution, start: int, holders: list[Holder]) -> Holder | None:
    """Of namesakes in office, the one whose title stands before the name: "Vice President Harris"."""
    before = " ".join(t.text for t in result.doc[max(0, start - 4) : start])
    held = [(h, o) for h in holders if (o := h.office_on(result.published)) is not None]
    fitting = [(h, o) for h, o in held if before.endswith(o.title)]
    exact = [h for h, o in fitting if o.title != "President" or not before.endswith("Vice President")]
    return exact[0] if len(exact) == 1 else None

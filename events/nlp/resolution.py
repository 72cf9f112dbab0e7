"""How the mentions of one article are found: gazetteer, then named entities, then persons."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc, Span

from events.nlp import capitals, people, places
from events.nlp.findings import Entity, EntityMention
from events.nlp.gazetteer import Entry, Match, fold, gazetteer
from events.nlp.mentions import Resolved
from events.nlp.titles import is_title
from events.nlp.word_lists import word_set

REASONS = {
    "adjective": "nationality",
    "people": "nationality",
    "capital": "capital",
    "seat": "seat of power",
    "body": "state body",
    "name": "",
}

# A town's name before these is the agreement's: nobody met in Paris under the Paris Agreement.
_ACCORDS = word_set(
    "agreement agreements accord accords protocol protocols treaty declaration convention conventions"
)
# The model takes the "Interior" of an interior minister for a body of its own.
_PORTFOLIOS = frozenset(
    {
        "State",
        "Interior",
        "Foreign",
        "Defence",
        "Defense",
        "Justice",
        "Finance",
        "Health",
        "Treasury",
        "Foreign Affairs",
    }
)
_DIVISIONS = word_set("province oblast governorate prefecture county district region city")
_NO_PLACES = word_set("olympic olympics paralympic paralympics mars earth moon internet")
WATERS = word_set("sea ocean gulf strait straits bay channel waters")
_STATE_HEADS = word_set(
    """army military navy forces force troops ministry ministries government administration embassy consulate
    marines treasury presidency"""
)


class Resolution:
    """The growing result for one document: mentions, and arrays from token index to mention."""

    def __init__(self, doc: Doc, published: date) -> None:
        self.doc = doc
        self.published = published
        self.folded = fold(doc.text)
        self.mentions: list[Resolved] = []
        self.at: list[Resolved | None] = [None] * len(doc)
        self.titled: list[Resolved | None] = [None] * len(doc)
        # Read as arrays: making a Token object for every word costs more than all the rest.
        columns = doc.to_array(["IDX", "LENGTH", "POS"])
        self._starts: list[int] = columns[:, 0].tolist()
        self._lengths: list[int] = columns[:, 1].tolist()
        proper = doc.vocab.strings["PROPN"]
        # Asked of a token, the start of its sentence takes a walk through the whole of it.
        self.sentence_start: list[int] = [sent.start for sent in doc.sents for _ in range(len(sent))]
        self.proper: list[int] = [i for i, pos in enumerate(columns[:, 2].tolist()) if pos == proper]
        self._named: Counter[str] = Counter()
        self._ents = {i: ent for ent in doc.ents for i in range(ent.start, ent.end)}

    def token_at(self, offset: int) -> int:
        """The index of the token that covers a character offset."""
        return bisect_right(self._starts, offset) - 1

    def end_of(self, i: int) -> int:
        """The character offset behind a token."""
        return self._starts[i] + self._lengths[i]

    def entity_over(self, i: int) -> Span | None:
        """The model's named entity over a token."""
        return self._ents.get(i)

    def put(self, mention: Resolved) -> None:
        """Let a mention cover its tokens, in place of whatever covered them."""
        for i in range(mention.start_token, mention.end_token):
            before = self.at[i]
            if before is not None and before.country:
                self._named[before.country] -= 1
            if mention.country:
                self._named[mention.country] += 1
            self.at[i] = mention

    def free(self, start: int, end: int) -> bool:
        """Whether no mention covers any of these tokens."""
        return all(m is None for m in self.at[start:end])

    def collect(self) -> None:
        """Gather the mentions that still hold a token, in the order of the text."""
        self.mentions = [
            m for i, m in enumerate(self.at) if m is not None and (i == 0 or self.at[i - 1] is not m)
        ]

    def countries(self) -> set[str]:
        """ISO codes of the states that the article names so far."""
        return {iso for iso, count in self._named.items() if count}

    def entities(self) -> tuple[Entity, ...]:
        """One entity for each key, with its mentions; capitals used for a state also count as places."""
        found: dict[str, list[Resolved]] = {}
        for mention in self.mentions:
            found.setdefault(mention.key, []).append(mention)
        return tuple(self._entity(group) for group in found.values())

    def _entity(self, group: list[Resolved]) -> Entity:
        mentions = tuple(
            EntityMention(self._starts[m.start_token], self.end_of(m.end_token - 1), m.reason) for m in group
        )
        best = next((m for m in group if m.title), group[0])
        country = next((m.country for m in group if m.country), None)
        return Entity(best.kind, best.name, country, best.title, best.affiliation, mentions)


def resolve(doc: Doc, published: date) -> Resolution:
    """Find and link every mention of a parsed document."""
    result = Resolution(doc, published)
    matches = list(gazetteer().find(result.folded))
    countries = {m.entry.country for m in matches if m.entry.kind == "country" and m.entry.country}
    for match in matches:
        if not match.entry.shared or _is_the_known_one(result, match, countries):
            _take_known(result, match)
    for ent in doc.ents:
        _take_named(result, ent)
    places.correct(result)
    people.link(result)
    places.chain(result)
    capitals.settle(result)
    result.collect()
    return result


def _is_the_known_one(result: Resolution, match: Match, countries: set[str]) -> bool:
    """Not "Azerbaijan's Ministry of Defence", "the Norwegian Labour Party", "Social Democrats"."""
    doc, entry = result.doc, match.entry
    start, end = result.token_at(match.start), result.token_at(match.end - 1) + 1
    before = result.at[start - 1] if start else None
    if before is None and start > 1 and doc[start - 1].tag_ == "POS":
        before = result.at[start - 2]
    if before is not None and before.country and before.country != entry.country:
        return False
    if end + 1 < len(doc) and doc[end].lower_ == "of":
        following = gazetteer().lookup(doc[end + 1].text)
        if following is not None and following.country != entry.country:
            return False
    if start > 0 and before is None and doc[start - 1].pos_ == "PROPN" and not is_title(doc[start - 1]):
        return False
    return entry.sort != "party" or not countries or entry.country in countries


def _take_known(result: Resolution, match: Match) -> None:
    start, end = result.token_at(match.start), result.token_at(match.end - 1) + 1
    entry = match.entry
    if entry.kind != "person" and _is_somebodys_name(result, start, end):
        return
    if entry.kind == "place" and not _is_place(result.doc, start, end):
        return
    if entry.kind == "place" and end < len(result.doc) and result.doc[end].lower_ in _DIVISIONS:
        end += 1
        # Damascus province is not the government in Damascus.
        entry = replace(entry, use="name", stands_for=None)
    if entry.name == "Georgia" and entry.use == "name" and places.is_us_state(result.folded):
        entry = places.GEORGIA
    result.put(mention_of(entry, start, end))


def _is_place(doc: Doc, start: int, end: int) -> bool:
    """Not "Nice weather" nor "the Paris Agreement"."""
    if end < len(doc) and doc[end].lower_ in _ACCORDS:
        return False
    return end - start > 1 or doc[start].pos_ == "PROPN" or doc[start].ent_type_ in ("GPE", "LOC")


def mention_of(entry: Entry, start: int, end: int) -> Resolved:
    """The mention that an entry of the gazetteer makes of these tokens."""
    reason = REASONS[entry.use]
    return Resolved(
        entry.kind, entry.name, entry.country, reason, start, end, entry.stands_for, entry.use, entry.sort
    )


def _is_somebodys_name(result: Resolution, start: int, end: int) -> bool:
    """ "Michael Jordan", "Paris Hilton", "Chad Johnson": a larger PERSON whose other words are no title."""
    ent = result.entity_over(start)
    if ent is None or ent.label_ != "PERSON" or (ent.start >= start and ent.end <= end):
        return False
    if start == ent.start and start > 0 and result.doc[start - 1].lower_ == "of":
        return False
    rest = [t for t in ent if not start <= t.i < end]
    # "Georgia Prime Minister Garibashvili" names the state, "Prince Mishal Al-Sabah" only a family.
    return not any(is_title(t) for t in rest if t.i >= end) and any(t.text[:1].isupper() for t in rest)


def _take_named(result: Resolution, ent: Span) -> None:
    start, end = _trimmed(ent)
    if start >= end:
        return
    if ent.label_ == "PERSON":
        people.take_named(result, start, end)
    elif ent.label_ == "ORG":
        _take_organisation(result, start, end)
    elif ent.label_ in ("GPE", "LOC", "FAC"):
        _take_place(result, start, end)


_ARTICLES = frozenset({"the", "a", "an"})


def _trimmed(ent: Span) -> tuple[int, int]:
    """The entity's tokens without a leading article and a trailing possessive."""
    start, end = ent.start, ent.end
    while start < end and (
        ent.doc[start].lower_ in _ARTICLES or ent.doc[start].is_punct or ent.doc[start].is_space
    ):
        start += 1
    while end > start and (
        ent.doc[end - 1].tag_ == "POS" or ent.doc[end - 1].is_punct or ent.doc[end - 1].is_space
    ):
        if ent.doc[end - 1].text.endswith("."):
            break
        end -= 1
    return start, end


def _take_organisation(result: Resolution, start: int, end: int) -> None:
    doc = result.doc
    inside = [m for m in result.at[start:end] if m is not None]
    if any(is_title(t) for t in doc[start:end]) or any(m.kind == "person" for m in inside):
        return
    if doc[start:end].text in _PORTFOLIOS:
        return
    if any(m.end_token > end or m.start_token < start for m in inside):
        return
    if inside and (inside[0].end_token - inside[0].start_token >= end - start):
        return
    if any(m.kind == "organisation" for m in inside) or not doc[start].text[:1].isupper():
        return
    if inside and any(t.text == "," for t in doc[start:end]):
        return
    country = next((m.country for m in inside if m.country), None)
    heads = {doc[end - 1].lower_, doc[start:end].root.lower_}
    body = bool(heads & _STATE_HEADS) and bool(country)
    if inside and not body and not doc[end - 1].text[:1].isupper():
        return
    if _is_dateline(result, start, end):
        _take_place(result, start, end)
        return
    name = " ".join(doc[start:end].text.split())
    use, state = ("body", country) if body else ("name", None)
    result.put(Resolved("organisation", name, country, REASONS[use], start, end, state, use))


def _is_dateline(result: Resolution, start: int, end: int) -> bool:
    """A town in capitals where a sentence begins, which the model takes for a company: "NAYPYITAW/YANGON"."""
    doc = result.doc
    words = doc[start:end].text
    if (
        not words.isupper()
        or len(words) < 5
        or (start != result.sentence_start[start] and not doc[start - 1].is_space)
    ):
        return False
    return places.country_of(words.title()) is not None


def _take_place(result: Resolution, start: int, end: int) -> None:
    doc = result.doc
    inside = [m for m in result.at[start:end] if m is not None]
    if any(m.kind not in ("country", "place") or m.end_token >= end or m.start_token < start for m in inside):
        return
    if {t.lower_ for t in doc[start:end]} <= _NO_PLACES or not doc[start].text[:1].isalnum():
        return
    if not any(t.text[:1].isupper() for t in doc[start:end]):
        return
    name = " ".join(doc[start:end].text.split())
    country = None
    if not WATERS & {t.lower_ for t in doc[start:end]}:
        country = next((m.country for m in inside if m.country), None)
        country = country or places.country_of(name.title() if name.isupper() else name, result.countries())
    result.put(Resolved("place", name, country, "", start, end, sort="named"))

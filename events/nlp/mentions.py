"""One resolved mention of an entity in a parsed article."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc

from events.nlp.findings import EntityKind

# Bodies whose people act for nobody's state: their country is left open.
INTERNATIONAL = frozenset({"alliance", "bloc", "commission", "council", "un", "body", "sport"})

_SPLITTERS = frozenset(
    {
        "backed",
        "led",
        "based",
        "born",
        "made",
        "run",
        "sponsored",
        "brokered",
        "controlled",
        "held",
        "supplied",
    }
)


@dataclass(frozen=True, slots=True)
class Resolved:
    """Words of a document taken for an entity.

    `start_token` and `end_token` bound the words, the end exclusive. `reason` is what the reader is told
    ("capital", "nationality", "seat of power", "surname", "title", "pronoun", …; empty for the entity's own
    name). `stands_for` is the ISO code of the state that the words may act as: a capital, a demonym, an army.
    `use` is how a country's form is used: "name", "adjective", "people", "capital", "seat", "body".
    `sort` is the class of the record: alliance, bloc, court, armed, party, city, region …
    `title` and `affiliation` are those of a person where the text or the gazetteer gives them.
    """

    kind: EntityKind
    name: str
    country: str | None
    reason: str
    start_token: int
    end_token: int
    stands_for: str | None = None
    use: str = "name"
    sort: str = ""
    title: str | None = None
    affiliation: str | None = None

    @property
    def key(self) -> str:
        """The same for every mention of one entity in one article."""
        return f"{self.kind}:{self.name}"

    def within(self, start: int, end: int, reason: str | None = None) -> Resolved:
        """The same entity seen at other words, for another reason where one is given."""
        return replace(
            self, start_token=start, end_token=end, reason=self.reason if reason is None else reason
        )


def is_split_off(doc: Doc, mention: Resolved) -> bool:
    """Whether the mention only says how something is: "Russia-backed rebels", "pro-Russian separatists"."""
    start, end = mention.start_token, mention.end_token
    last = doc[end - 1].lower_
    if any(last.endswith("-" + word) for word in _SPLITTERS):
        return True
    if end + 1 < len(doc) and doc[end].text == "-" and doc[end + 1].lower_ in _SPLITTERS:
        return True
    return start >= 2 and doc[start - 1].text == "-" and doc[start - 2].lower_ in ("pro", "anti", "non")

"""Cut a text into pieces that know which spans cover them, so that a template can mark words up safely.

Displacy-like HTML strings need inline styles and trust in the text. Pieces need neither: a template
escapes each one, and spans may nest, overlap or touch in any way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

PARAGRAPH_BREAK = re.compile(r"\n[ \t\r]*(?:\n[ \t\r]*)+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of a text, what it is ("trigger", "entity", "evidence", "participant") and what it stands for.

    `label` is what a reader is told, `ref` a number or an address that the template links to, `anchor`
    the id by which a link finds the mark.
    """

    start: int
    end: int
    kind: str
    label: str = ""
    ref: str = ""
    family: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under one and the same set of marks.

    `ending` holds the marks that end where the piece does: numbers are set behind them.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    ending: tuple[Mark, ...] = ()

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of the marks above this piece."""
        return frozenset(mark.kind for mark in self.marks)

    def first(self, kind: str) -> Mark | None:
        """The first mark of that kind above this piece."""
        return next((mark for mark in self.marks if mark.kind == kind), None)

    @property
    def trigger(self) -> Mark | None:
        """The trigger that this piece belongs to."""
        return self.first("trigger")

    @property
    def entity(self) -> Mark | None:
        """The entity that this piece names."""
        return self.first("entity") or self.first("participant")

    @property
    def evidence(self) -> tuple[Mark, ...]:
        """The evidence that this piece belongs to."""
        return tuple(mark for mark in self.marks if mark.kind == "evidence")

    @property
    def evidence_refs(self) -> str:
        """The numbers of the events told here, parted by blanks."""
        return " ".join(dict.fromkeys(mark.ref for mark in self.evidence))

    @property
    def numbers(self) -> tuple[Mark, ...]:
        """The triggers that end here: their events' numbers stand behind the word."""
        return tuple(mark for mark in self.ending if mark.kind == "trigger")


def clip(marks: Iterable[Mark], start: int, end: int) -> list[Mark]:
    """Those parts of the marks that lie within `start` and `end`, counted from `start`."""
    return [
        replace(mark, start=max(mark.start, start) - start, end=min(mark.end, end) - start)
        for mark in marks
        if max(mark.start, start) < min(mark.end, end)
    ]


def pieces(text: str, marks: Iterable[Mark]) -> list[Piece]:
    """The whole text, cut wherever a mark starts or ends; the pieces' texts joined are the text.

    Marks outside the text are clipped, empty ones left out. Time grows with marks times their overlap.
    """
    inside = sorted(clip(marks, 0, len(text)), key=lambda mark: (mark.start, -mark.end))
    cuts = sorted({0, len(text)} | {m.start for m in inside} | {m.end for m in inside})
    found: list[Piece] = []
    open_marks: list[Mark] = []
    upcoming = 0
    for start, end in pairwise(cuts):
        open_marks = [mark for mark in open_marks if mark.end > start]
        while upcoming < len(inside) and inside[upcoming].start <= start:
            open_marks.append(inside[upcoming])
            upcoming += 1
        ending = tuple(mark for mark in open_marks if mark.end == end)
        found.append(Piece(text[start:end], tuple(open_marks), ending))
    return found


def paragraphs(text: str, marks: Iterable[Mark]) -> list[list[Piece]]:
    """The pieces by paragraph; blank lines part paragraphs and belong to none."""
    kept = list(marks)
    found: list[list[Piece]] = []
    start = 0
    for gap in [*PARAGRAPH_BREAK.finditer(text), None]:
        end = gap.start() if gap else len(text)
        if text[start:end].strip():
            found.append(pieces(text[start:end], clip(kept, start, end)))
        start = gap.end() if gap else end
    return found


def around(marks: Iterable[Mark], start: int, end: int, focus: int, width: int) -> tuple[int, int]:
    """The part of a sentence of at most `width` characters that shows `focus` with what leads to it.

    A table pasted as text is one "sentence" of thousands of characters; a row of a list shows a part.
    """
    if end - start <= width:
        return start, end
    first = max(start, focus - width // 3)
    first = min([first, *(mark.start for mark in marks if mark.start < first < mark.end)])
    return first, min(end, first + width)


def occurrences(text: str, words: Iterable[str], kind: str) -> list[Mark]:
    """Where any of these wordings stands in the text as whole words, the longest wording first."""
    wanted = sorted({word.strip() for word in words if word.strip()}, key=len, reverse=True)
    if not wanted:
        return []
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, wanted)) + r")(?!\w)")
    return [Mark(found.start(), found.end(), kind) for found in pattern.finditer(text)]

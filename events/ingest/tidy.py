"""Makes pasted text plain: encoding mended, invisible characters gone, every word and line break kept."""

from __future__ import annotations

import hashlib
import re
import unicodedata

import ftfy

# Typographic quotation marks stay: they tell quotes from apostrophes, and readers see them as printed.
MENDING = ftfy.TextFixerConfig(
    unescape_html="auto", uncurl_quotes=False, fix_latin_ligatures=True, explain=False, normalization="NFC"
)

# Zero-width characters, soft hyphens and the marks that turn the direction of writing: none is seen,
# each breaks a word in two for whatever reads it ("Stol\u00adten\u00adberg").
INVISIBLE = re.compile(
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)
SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
BLANK_LINES = re.compile(r"\n{3,}")

# Below this share, stray control characters are a copying accident; above it, the "text" is a file.
BINARY_SHARE = 0.01
MIN_STRANGE = 4


def tidy_text(text: str) -> str:
    """The text as the board shows and counts it.

    Hard wraps stay: a line break is at times the only border between a caption and a sentence.
    """
    text = BLANK_LINES.sub("\n\n", text.replace("\r\n", "\n").replace("\r", "\n"))
    if not text.isascii() or "&" in text:
        text = ftfy.fix_text(text, MENDING)
    text = SPACES.sub(" ", INVISIBLE.sub("", text))
    text = CONTROLS.sub("", text)
    lines = "\n".join(line.rstrip() for line in text.split("\n"))
    return unicodedata.normalize("NFC", BLANK_LINES.sub("\n\n", lines).strip())


def tidy_line(text: str) -> str:
    """A title, outlet or name as one tidy line."""
    return " ".join(tidy_text(text).split())


def content_hash(text: str) -> str:
    """SHA-256 (hex) of the text without case and whitespace.

    All whitespace goes, not only doubled: a page copied another way glues a heading to its paragraph
    ("…says NatoThe alliance…") and is still the same article.
    """
    folded = "".join(unicodedata.normalize("NFKC", text).casefold().split())
    return hashlib.sha256(folded.encode()).hexdigest()


def looks_binary(text: str) -> bool:
    """Whether this is a file's bytes rather than writing: a NUL, or many characters no writing has."""
    if "\0" in text:
        return True
    strange = sum(
        1
        for character in text
        if character == "\ufffd"
        or (unicodedata.category(character) in _NO_WRITING and character not in "\t\n\r\f\v")
    )
    return strange >= MIN_STRANGE and strange > BINARY_SHARE * len(text)


# Controls, surrogates, private use and unassigned.
_NO_WRITING = frozenset({"Cc", "Cs", "Co", "Cn"})

"""Blanks what is glued into pasted news but is not news, keeping every offset where it was."""

from __future__ import annotations

import re

from events.nlp.findings import Span

# The tokenizer takes quadratic time on long runs without a space (spaCy issue 4362).
LONGEST_RUN = 200

_CREDIT = re.compile(
    r"(?:Photo|Photograph|Image|Picture|Credit|Source|Illustration|Video|Graphic)s?"
    r"\s?(?:credit|by|courtesy)?\s?[:/|]\s?[^\n]{0,160}"
)
_SHARING = (
    "Share|Tweet|Print|Email|Save|Follow us|Sign up|Subscribe|Advertisement|ADVERTISEMENT|Listen|Comments?"
    "|Related|Recommended|Most read|Copy link|Facebook|Twitter|WhatsApp|LinkedIn|Telegram"
)
_LINE_NOISE = re.compile(
    r"^[ \t]*(?:"
    r"(?:Read|See|Learn|Find out|Click)\s+(?:more|also|next|here|all)\b[^\n]{0,160}"
    rf"|(?:{_SHARING})\b[^\n.]{{0,30}}"
    r"|(?:By|BY)\s+[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+){0,3}(?:\s*(?:,|and|\|)\s*[^\n.]{0,80})?"
    r"|(?:Published|Updated|Last updated|Posted)(?:\s*:|\s+(?:on|at)\b|[^\n]{0,20}\d)[^\n]{0,60}"
    r"|(?:Getty|Reuters|AFP|AP|EPA|Shutterstock)(?:\s?/\s?[^\n.]{0,80}|\s+(?:Images|Photo)[^\n.]{0,80})"
    r"|(?:©|\(c\))[^\n]{0,120}"
    r"|(?:Reporting|Writing|Editing|Additional reporting)\s+by\s[^\n]{0,200}"
    r")[ \t]*$",
    re.MULTILINE,
)
_AGENCY_SLASHES = re.compile(r"\b(?:Shutterstock|Getty Images|AFP via|EPA-EFE|Profimedia)\b")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
# "VILNIUS, July 11 (Newswire) -", "THE HAGUE, 17 March —", "WASHINGTON (AP) —".
_DATELINE = re.compile(
    r"^[ \t]*[A-Z][A-Z.'’/ -]{2,40}(?:,\s*[A-Z][\w. ]{2,30})?"
    rf"(?:,?\s*(?:\d{{1,2}}\s+{_MONTH}|{_MONTH}\.?\s+\d{{1,2}})(?:,?\s*\d{{4}})?)?\s*(?:\([^)\n]{{2,40}}\))?\s*[-–—]{{1,2}}\s",
    re.MULTILINE,
)
# "BEIRUT The United Nations …": a dateline that lost its dash.
_BARE_DATELINE = re.compile(
    r"^[ \t]*([A-Z]{3,}(?:[ /][A-Z]{3,}){0,2})[ ]+(?=(?:The|A|An|[A-Z][a-z]+|U\.S\.)\s)", re.MULTILINE
)
# "22:15 GMT - Police detained", of a page that is written on as things happen.
_CLOCK_LABEL = re.compile(
    r"^[ \t]*\d{1,2}[:.]\d{2}(?:[ \t]?(?:[ap]\.?m\.?|[A-Z]{2,4}))?[ \t]?[-–—|:](?=[ \t])", re.MULTILINE
)
# "Joseph Biden, Jr. spoke": the parser takes what stands between commas for another person.
_SUFFIX = re.compile(r"(?<=[a-z]),? (?:Jr|Sr)\.(?=[\s,'’])")
_UNSPACED = re.compile(rf"\S{{{LONGEST_RUN + 1},}}")


def mask(text: str) -> tuple[str, tuple[Span, ...]]:
    """The text with what is not news blanked by as many spaces, and the stretches that were blanked.

    The result has the length of the input, so every offset holds in both.
    """
    spans: list[tuple[int, int]] = []
    spans.extend((m.start() + LONGEST_RUN, m.end()) for m in _UNSPACED.finditer(text))
    for pattern in (_LINE_NOISE, _DATELINE, _BARE_DATELINE, _CLOCK_LABEL, _SUFFIX):
        spans.extend(m.span() for m in pattern.finditer(text))
    for match in _AGENCY_SLASHES.finditer(text):
        line = _line_around(text, match.start())
        if line[1] - line[0] <= 200:
            spans.append(line)
    for match in _CREDIT.finditer(text):
        line_start = _line_around(text, match.start())[0]
        # "Jens StoltenbergPhoto: agency": a caption of a few words goes with its credit.
        caption = text[line_start : match.start()]
        short = len(caption) <= 80 and not re.search(r"[.!?]", caption)
        spans.append((line_start if short else match.start(), match.end()))
    if not spans:
        return text, ()
    merged = _merge(spans)
    pieces, last = [], 0
    for start, end in merged:
        pieces.append(text[last:start])
        pieces.append("".join("\n" if c == "\n" else " " for c in text[start:end]))
        last = end
    pieces.append(text[last:])
    return "".join(pieces), tuple(Span(start, end) for start, end in merged)


def _line_around(text: str, position: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    return start, len(text) if end < 0 else end


def _merge(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged

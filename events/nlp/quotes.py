"""Finds what is quoted word for word and who said it."""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.tokens import Doc, Token

from events.nlp.findings import Quote
from events.nlp.frames import agents, surface_subjects

CUES = {
    "say", "tell", "add", "warn", "assure", "insist", "note", "claim", "argue", "state", "declare",
    "announce", "explain", "write", "call", "describe", "ask", "reply", "respond", "stress", "emphasise",
    "emphasize", "continue", "quote", "think", "believe", "remark", "tweet", "post", "urge", "accuse",
    "comment", "recall", "admit", "concede", "promise", "vow", "condemn", "criticise", "criticize", "label",
    "denounce", "predict", "acknowledge", "maintain", "reiterate", "observe", "suggest", "report",
    "confirm", "deny", "demand", "pledge", "joke", "complain", "express", "refer", "dismiss", "praise",
    "hail", "cite", "conclude", "repeat", "answer", "shout", "mention", "caution", "boast", "lament",
    "agree",
}  # fmt: skip
# A paragraph that goes on with the same speaker has no closing mark; hasty typing closes with an opening one.
_QUOTED = re.compile(
    r"“([^“”\n]{1,1500})(?:”|“(?=\s*(?:\n|$))|(?=\n|$))|\"([^\"\n]{1,1500})\"|«([^«»\n]{1,1500})»"
)
Speaker = Callable[[Token], str | None]


def find_quotes(doc: Doc, speaker_of: Speaker) -> tuple[Quote, ...]:
    """Direct quotes in the order of the text; `speaker_of` names whom a phrase's head means.

    A quote with no verb of saying of its own belongs to the one who spoke last in the paragraph.
    """
    found: list[Quote] = []
    for match in _QUOTED.finditer(doc.text):
        group = next(i for i in (1, 2, 3) if match.group(i) is not None)
        start, end = match.span(group)
        cue, speaker = _attribute(doc, match.start(), match.end(), speaker_of)
        if speaker is None and found and (cue or "\n\n" not in doc.text[found[-1].end : start]):
            # "said the head of the alliance" goes on with the one who spoke before.
            speaker = found[-1].speaker
        found.append(Quote(start, end, speaker, cue))
    return tuple(found)


def _attribute(doc: Doc, start: int, end: int, speaker_of: Speaker) -> tuple[str | None, str | None]:
    """The verb of saying and the speaker of a quote that lies at these characters, marks included."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None, None
    inside = set(range(span.start, span.end))
    ranked = []
    for verb in _verbs_near(doc, span.start, span.end):
        subjects = surface_subjects(verb) or agents(verb)
        outside = [s for s in subjects if s.i not in inside]
        if not outside:
            continue
        reaches = any(child.i in inside for child in verb.subtree)
        distance = min(abs(verb.i - span.start), abs(verb.i - span.end))
        ranked.append((not reaches, distance, verb, outside[0]))
    for _, _, verb, subject in sorted(ranked, key=lambda entry: entry[:2]):
        name = speaker_of(subject)
        if name:
            return verb.text, name
    return (ranked[0][2].text, None) if ranked else _according_to(doc, span.start, span.end, speaker_of)


def _verbs_near(doc: Doc, first: int, last: int) -> list[Token]:
    """Verbs of saying outside the quote, in the sentences that it begins and ends in."""
    begin, finish = doc[first].sent.start, doc[min(last, len(doc)) - 1].sent.end
    # “… path.” The tag may fall into a sentence of its own: “…,” said the minister.
    if finish < len(doc) and not doc.text[doc[finish - 1].idx : doc[finish].idx].count("\n"):
        following = doc[finish].sent
        if len(following) and following[0].lower_ in {"said", "says", "told", "added"}:
            finish = following.end
    tokens = [*range(begin, first), *range(last, finish)]
    return [doc[i] for i in tokens if doc[i].lemma_.lower() in CUES and doc[i].pos_ in {"VERB", "AUX"}]


def _according_to(doc: Doc, first: int, last: int, speaker_of: Speaker) -> tuple[str | None, str | None]:
    sentence = doc[first].sent
    for token in sentence:
        if token.lower_ == "according" and not first <= token.i < last:
            for below in token.subtree:
                if below.dep_ == "pobj":
                    return "according to", speaker_of(below)
    return None, None

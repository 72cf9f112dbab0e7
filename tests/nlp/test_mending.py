"""Verbs that the tagger takes for plural nouns are mended, plural nouns are left alone."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from events.nlp.mending import mend
from events.nlp.pipeline import load


def parsed(*rows: tuple[str, str, str, int]) -> Doc:
    """A parse made by hand of (word, tag, label, head) rows."""
    words, tags, deps, heads = zip(*rows, strict=True)
    pos = ["PROPN" if tag == "NNP" else "NOUN" if tag in {"NN", "NNS"} else "X" for tag in tags]
    pos = ["VERB" if tag == "VBZ" else kind for tag, kind in zip(tags, pos, strict=True)]
    return Doc(English().vocab, list(words), pos=pos, tags=list(tags), deps=list(deps), heads=list(heads))


NAMED = parsed(
    ("The", "DT", "det", 2), ("Council", "NNP", "compound", 2), ("elects", "NNS", "ROOT", 2),
    ("Hana", "NNP", "compound", 4), ("Novak", "NNP", "appos", 2), (".", ".", "punct", 2),
)  # fmt: skip
SINGLE = parsed(
    ("A", "DT", "det", 2), ("bus", "NN", "compound", 2), ("crashes", "NNS", "ROOT", 2),
    ("near", "IN", "prep", 2), ("Pau", "NNP", "pobj", 3),
)  # fmt: skip
CHAMBER = parsed(
    ("The", "DT", "det", 2),
    ("parliament", "NN", "compound", 2),
    ("votes", "NNS", "ROOT", 2),
    ("to", "TO", "aux", 4),
    ("leave", "VB", "relcl", 2),
)
MODIFIER = parsed(
    ("The", "DT", "det", 2), ("Court", "NNP", "nmod", 2), ("orders", "VBZ", "ROOT", 2),
    ("Spain", "NNP", "dobj", 2),
)  # fmt: skip


@pytest.mark.parametrize(
    ("doc", "verb", "subject"),
    [(NAMED, 2, "Council"), (SINGLE, 2, "bus"), (MODIFIER, 2, "Court"), (CHAMBER, 2, "parliament")],
)
def test_present_tense_after_its_subject_is_a_verb(doc: Doc, verb: int, subject: str) -> None:
    mend(doc)
    assert doc[verb].pos_ == "VERB"
    assert [child.text for child in doc[verb].children if child.dep_ == "nsubj"] == [subject]
    assert doc[0].head.text == subject


def test_name_behind_a_mended_verb_is_its_object() -> None:
    mend(NAMED)
    assert NAMED[4].dep_ == "dobj"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Street protests in Bangkok.", "protests"),
        ("The bus crashes of last year.", "crashes"),
        ("Widespread floods in Pakistan after heavy rain.", "floods"),
    ],
)
def test_plural_noun_stays_a_noun(text: str, noun: str) -> None:
    doc = load()(text)
    mend(doc)
    assert next(t for t in doc if t.text == noun).pos_ == "NOUN"


@pytest.mark.parametrize(
    ("sentence", "form", "lemma"),
    [
        ("The officers staged a coup.", "staged", "stage"),
        ("The country waged war.", "waged", "wage"),
        ("A court fined the firm.", "fined", "fine"),
        ("The officers stopped a car.", "stopped", "stop"),
    ],
)
def test_lemma_is_the_verbs_own(sentence: str, form: str, lemma: str) -> None:
    from events.nlp.pipeline import load

    doc = load()(sentence)
    mend(doc)
    assert next(token.lemma_ for token in doc if token.text == form) == lemma

"""The attribute ruler with a memory sets what the ruler itself sets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from events.nlp.pipeline import DEFAULT_PIPELINE, pipeline_path
from events.nlp.ruler import remember

pytestmark = pytest.mark.model
SAMPLES = Path(__file__).parents[2] / "events" / "data" / "samples" / "articles.jsonl"
TALK = "There is no doubt. They ain't gonna go, y'all. Let's see who's got it.  C'mon, there's more to it."


def attributes(doc: Doc) -> list[tuple[str, str, str, str, str]]:
    return [(t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_) for t in doc]


def test_remembered_attributes_are_the_rulers_own() -> None:
    texts = [json.loads(line)["text"] for line in SAMPLES.read_text(encoding="utf-8").splitlines()[:25]]
    texts = [*texts, TALK, *texts[:5], TALK, ""]
    bare = spacy.load(pipeline_path(DEFAULT_PIPELINE))
    ours = remember(spacy.load(pipeline_path(DEFAULT_PIPELINE)))
    for expected, found in zip(bare.pipe(texts), ours.pipe(texts), strict=True):
        assert attributes(found) == attributes(expected)


def test_pipeline_without_a_ruler_is_left_alone() -> None:
    assert remember(spacy.blank("en")).pipe_names == []

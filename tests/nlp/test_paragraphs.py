"""Sentences end where paragraphs do."""

from __future__ import annotations

from datetime import date

import pytest

from events.nlp.pipeline import read, read_many

pytestmark = pytest.mark.model

LIVE = """21:02 - The United States imposed sanctions on two officials of the Interior Ministry, it said

19:30 - Georgian Prime Minister Ivane Beridze refused to call new elections and accused foreign agents

18:05 - Police detained 42 protesters in Tbilisi on Sunday"""


def test_no_evidence_goes_from_one_paragraph_into_the_next() -> None:
    day = date(2026, 11, 22)
    for reading in (read(LIVE, day), next(iter(read_many([(LIVE, day)])))):
        sentences = [LIVE[e.start : e.end] for event in reading.events for e in event.evidence]
        assert len(sentences) > 2
        assert not [sentence for sentence in sentences if "\n\n" in sentence.strip()]
        assert not [event.headline for event in reading.events if "18:05" in event.headline]


def test_a_wrapped_line_is_no_end_of_a_sentence() -> None:
    text = "The United States imposed sanctions on officials of\nthe Interior Ministry of Georgia."
    (event,) = read(text, date(2026, 11, 22)).events
    assert (event.type, event.participants[0].name) == ("sanction", "United States")
    assert "\n" in text[event.evidence[0].start : event.evidence[0].end]

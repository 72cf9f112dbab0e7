"""Which of a sentence's times an event takes for its own."""

from __future__ import annotations

from datetime import date

import pytest

from events.nlp.pipeline import read

TUESDAY = date(2023, 6, 13)


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        ("Monday's attack on the port killed three people.", "attack", date(2023, 6, 12)),
        ("The base was hit by three drone attacks over the past two days.", "attack", date(2023, 6, 11)),
        ("Sweden applied to join NATO in May 2022.", "accession", date(2022, 5, 1)),
        ("It was the first meeting between the leaders of China and Japan since 2019.", "meeting", None),
        ("Russia launched its biggest missile attack on Kyiv in three months.", "attack", None),
        ("Russian forces shelled Kyiv on Sunday.", "attack", date(2023, 6, 11)),
        ("France sent tanks to Ukraine ahead of a summit next week.", "aid", None),
        ("France sent tanks to Ukraine last week.", "aid", date(2023, 6, 5)),
    ],
)
def test_an_event_takes_its_own_time_only(text: str, kind: str, start: date | None) -> None:
    (event,) = [one for one in read(text, TUESDAY).events if one.type == kind]
    assert (event.interval and event.interval.start) == start

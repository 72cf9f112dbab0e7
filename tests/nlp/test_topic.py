"""Texts that only sound like politics hold no events."""

from __future__ import annotations

from datetime import date

import pytest

pytestmark = pytest.mark.model


SPORT = """The striker attacked from the left and shot past the goalkeeper in the last match of the season.
The coach condemned the referee, and the club appealed."""
FILM = """In this film the director lays siege to our patience. The actor surrenders to the drama, and the
soundtrack bombards the audience."""
RECIPE = (
    """Peel the onion and let it surrender its sugar in butter. Stir, and the soup brings about a truce."""
)


@pytest.mark.parametrize("text", [SPORT, FILM, RECIPE])
def test_sport_culture_and_kitchen_are_silent(text: str) -> None:
    from events.nlp.pipeline import read

    assert read(text, date(2023, 6, 14)).events == ()


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested the striker of a football club after the match in Turin on Monday.",
        "The director of a film festival in Cairo was sentenced to two years in prison by a court.",
    ],
)
def test_politics_around_sport_and_culture_is_read(text: str) -> None:
    from events.nlp.pipeline import read

    assert [event.type for event in read(text, date(2023, 6, 14)).events] == ["legal"]

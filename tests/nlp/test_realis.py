"""Status of an event from the words around its trigger."""

from __future__ import annotations

import pytest

from events.nlp.realis import realis_of

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "trigger", "status"),
    [
        ("Oslo sent tanks on Monday.", "sent", "happened"),
        ("Oslo sends tanks.", "sends", "happened"),
        ("Oslo has sent tanks.", "sent", "happened"),
        ("Oslo is sending tanks.", "sending", "ongoing"),
        ("Oslo will send tanks.", "send", "scheduled"),
        ("Oslo plans to send tanks.", "send", "scheduled"),
        ("Oslo may send tanks.", "send", "possible"),
        ("Oslo could send tanks.", "send", "possible"),
        ("Oslo wants to send tanks.", "send", "possible"),
        ("If Oslo sends tanks, Kyiv will be glad.", "sends", "possible"),
        ("Oslo did not send tanks.", "send", "denied"),
        ("Oslo refused to send tanks.", "send", "denied"),
        ("Oslo denied sending tanks.", "sending", "denied"),
        ("Oslo called for a ceasefire.", "ceasefire", "possible"),
        ("The upcoming summit in Oslo fills the papers.", "summit", "scheduled"),
        ("No agreement was reached.", "agreement", "denied"),
        ("Both sides reached an agreement.", "agreement", "happened"),
        ("The ongoing invasion of the island costs lives.", "invasion", "ongoing"),
        ("A possible summit fills the papers.", "summit", "possible"),
        ("Oslo will host a summit.", "summit", "scheduled"),
        ("The envoy will travel to Lima for talks.", "talks", "scheduled"),
        ("The envoy flew to Lima for talks.", "talks", "happened"),
    ],
)
def test_status_is_read_from_tense_modals_negation_and_the_verb_above(
    sentence: str, trigger: str, status: str
) -> None:
    from events.nlp.pipeline import load

    doc = load()(sentence)
    token = next(token for token in doc if token.text == trigger)
    assert realis_of(token).status == status

"""Who does what to whom, on sentences that the model parses."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc, Token

from events.nlp.frames import agents, light_verb, objects
from events.nlp.slots import slot

pytestmark = pytest.mark.model
Parse = Callable[[str], Doc]


@pytest.fixture(scope="module")
def parse() -> Parse:
    from events.nlp.pipeline import load

    return load()


def word(doc: Doc, text: str) -> Token:
    return next(token for token in doc if token.text == text)


def texts(tokens: list[Token]) -> list[str]:
    return [token.text for token in tokens]


@pytest.mark.parametrize(
    ("sentence", "verb", "doers", "done_to"),
    [
        ("Oslo sent tanks.", "sent", ["Oslo"], ["tanks"]),
        ("The tanks were sent by Oslo.", "sent", ["Oslo"], ["tanks"]),
        ("Oslo, which had sent tanks, kept silent.", "sent", ["Oslo"], ["tanks"]),
        ("Norway and Denmark sent tanks.", "sent", ["Norway", "Denmark"], ["tanks"]),
        ("Oslo met the envoys and rejected their plan.", "rejected", ["Oslo"], ["plan"]),
        ("Madrid wants to send tanks.", "send", ["Madrid"], ["tanks"]),
        ("Madrid urged Lisbon to send tanks.", "send", ["Lisbon"], ["tanks"]),
        ("A minister convicted of fraud left the country.", "convicted", [], ["minister"]),
        ("The judge accused a firm of selling arms.", "selling", ["firm"], ["arms"]),
        ("Ghana praised the guards hosted by Togo.", "hosted", ["Togo"], ["guards"]),
    ],
)
def test_verb_has_its_logical_subject_and_object(
    parse: Parse, sentence: str, verb: str, doers: list[str], done_to: list[str]
) -> None:
    token = word(parse(sentence), verb)
    assert texts(agents(token)) == doers
    assert texts(objects(token)) == done_to


@pytest.mark.parametrize(
    ("sentence", "noun", "doers"),
    [
        ("Sweden's extradition of the man angered Ankara.", "extradition", ["Sweden"]),
        ("The strike by Israel hit a depot.", "strike", ["Israel"]),
        ("Troops launched an offensive in the east.", "offensive", ["Troops"]),
        ("Stockholm announced the extradition of a man.", "extradition", ["Stockholm"]),
        ("Experts watched an offensive in the east.", "offensive", []),
    ],
)
def test_noun_lends_its_subject_from_possessor_by_phrase_or_light_verb(
    parse: Parse, sentence: str, noun: str, doers: list[str]
) -> None:
    assert texts(slot(word(parse(sentence), noun), "subject")) == doers


def test_light_verb_is_found_through_what_measures_the_act(parse: Parse) -> None:
    verb = light_verb(word(parse("Oslo announced a package of aid."), "aid"))
    assert verb is not None
    assert verb.text == "announced"


def test_verb_of_opinion_is_no_light_verb(parse: Parse) -> None:
    assert light_verb(word(parse("Analysts doubt the offensive."), "offensive")) is None


@pytest.mark.parametrize(
    ("sentence", "trigger", "name", "found"),
    [
        ("Oslo sends aid to Kyiv.", "sends", "to", ["Kyiv"]),
        ("Madrid approved the extradition to Chile of a trader.", "extradition", "object", ["trader"]),
        ("A supporter of the Greens convicted of fraud left.", "convicted", "object", ["supporter"]),
        ("Oslo sends aid to Kyiv.", "aid", "to", ["Kyiv"]),
        ("Talks between Egypt and Sudan began.", "Talks", "between", ["Egypt", "Sudan"]),
        ("The Russian strikes went on.", "strikes", "modifier", ["Russian"]),
        ("The judge gave him a year.", "gave", "dative", ["him"]),
    ],
)
def test_slot_finds_phrases_by_preposition_and_place(
    parse: Parse, sentence: str, trigger: str, name: str, found: list[str]
) -> None:
    assert texts(slot(word(parse(sentence), trigger), name)) == found

"""English is read, however many foreign names it holds; other languages are told by name."""

from __future__ import annotations

import pytest

from events.ingest.language import language_of


@pytest.mark.parametrize(
    "text",
    [
        "Guðlaugur Þór Þórðarson receives Antony Blinken and Jens Stoltenberg in Reykjavik.",
        (
            "Recep Tayyip Erdogan meets Giorgia Meloni, Pedro Sánchez, Ulf Kristersson and Sauli Niinistö on "
            "Tuesday for talks on Sweden, Finland and NATO."
        ),
        "Prime Minister Mateusz Morawiecki said “Polska jest gotowa” after the talks in Warsaw on Monday.",
        "NORWAY TO GIVE UKRAINE MORE AID. PRIME MINISTER JONAS GAHR STØRE VISITS KYIV, OSLO SAYS ON TUESDAY.",
        "((((((((((((((((((((",
        "",
    ],
)
def test_english_is_read(text: str) -> None:
    assert language_of(text).unread_because == ""


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        (
            (
                "Der Bundeskanzler sagte am Dienstag in Berlin, dass Deutschland Kiew weitere Panzer liefern "
                "werde. Die Minister wollen im Juli in Vilnius darüber beraten, wie ein Sprecher mitteilte."
            ),
            "de",
            "German",
        ),
        (
            (
                "De minister was in Den Haag en zei dat Nederland meer wapens zou leveren aan "
                "Oekraïne, die daar om had gevraagd."
            ),
            "nl",
            "Dutch",
        ),
        (
            (
                "Danmarks statsminister sagde tirsdag, at landet for år siden besluttede at sende soldater "
                "ved grænsen og støtter Ukraine med våben."
            ),
            "da",
            "Danish",
        ),
        (
            "Президент сказал во вторник, что саммит пройдет в июле в Вильнюсе.",
            "ru",
            "Russian",
        ),
        (
            "首相は火曜日に、七月にビリニュスで首脳会議が開かれると述べた。",
            "ja",
            "Japanese",
        ),
        (
            (
                "El presidente dijo el martes que la cumbre será en julio y citó “we will do what it takes” "
                "los miembros de la alianza atlántica reunidos en Vilna."
            ),
            "es",
            "Spanish",
        ),
    ],
)
def test_another_language_is_kept_unread_and_named(text: str, code: str, name: str) -> None:
    language = language_of(text)
    assert (language.code, language.unread_because) == (code, f"written in {name}; only English is read")

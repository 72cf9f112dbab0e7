"""Who is meant: persons with their offices and states, and any noun phrase as a participant."""

from __future__ import annotations

from datetime import date

import pytest

from events.nlp.entities import EntityMap, find_entities
from events.nlp.findings import Entity
from events.nlp.pipeline import load

pytestmark = pytest.mark.model

DAY = date(2023, 6, 13)


def read(text: str, published: date = DAY) -> EntityMap:
    return find_entities(load()(text), published)


def person(text: str, published: date = DAY) -> Entity:
    """The first person of a text."""
    return next(e for e in read(text, published).entities if e.kind == "person")


def meant(text: str, words: str, published: date = DAY) -> tuple[str, str, str | None]:
    """Kind, name and country of the phrase that `words` end; its last place in the text counts."""
    found = read(text, published)
    end = text.rindex(words) + len(words)
    token = next(t for t in found.doc if t.idx + len(t.text) == end)
    resolved = found.describe(token)
    return resolved.kind, resolved.name, resolved.country


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("NATO Secretary General Jens Stoltenberg spoke.", "Jens Stoltenberg", None),
        ("Prime Minister of Georgia Irakli Garibashvili spoke.", "Irakli Garibashvili", "GE"),
        ("Danish Prime Minister Mette Frederiksen spoke.", "Mette Frederiksen", "DK"),
        ("Tove Lindqvist, the Swedish trade minister, met Russia's envoy.", "Tove Lindqvist", "SE"),
        ("Swedish trade minister Tove Lindqvist met Russia's envoy.", "Tove Lindqvist", "SE"),
        ("Karim Daoud, a Lebanese aid worker, was held in Turkey.", "Karim Daoud", "LB"),
        ("In Peru, Interior Minister Rosa Quispe resigned.", "Rosa Quispe", "PE"),
        ("Ana Kovac was sworn in as the new president of Croatia, France said.", "Ana Kovac", "HR"),
        ("The US ambassador to Russia Paul Hart was summoned.", "Paul Hart", "US"),
        ("President Volodymyr Zelensky visited Norway and Finland.", "Volodymyr Zelenskyy", "UA"),
        ("UN envoy Maria Bergström flew to Syria.", "Maria Bergström", None),
    ],
)
def test_a_person_acts_for_the_state_that_the_text_or_the_office_gives(
    text: str, name: str, country: str | None
) -> None:
    found = person(text)
    assert (found.name, found.country) == (name, country)


def test_a_later_surname_is_the_same_person() -> None:
    found = read("Tove Lindqvist met Boris Novak in Prague. Lindqvist said that Novak had agreed.")
    assert [e.name for e in found.entities if e.kind == "person"] == ["Tove Lindqvist", "Boris Novak"]
    assert all(len(e.mentions) == 2 for e in found.entities if e.kind == "person")


def test_namesakes_with_other_first_names_stay_apart() -> None:
    found = read("Tove Lindqvist met her rival Karl Lindqvist in Oslo.")
    assert [e.name for e in found.entities if e.kind == "person"] == ["Tove Lindqvist", "Karl Lindqvist"]


def test_a_man_named_like_a_country_is_no_country() -> None:
    found = read("Michael Jordan sued a Chinese company. Jordan said that he was glad.")
    assert {e.name for e in found.entities if e.kind == "country"} == {"China"}
    assert meant("Jordan closed its border with Syria.", "Jordan") == ("country", "Jordan", "JO")


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Russian forces shelled the town.", "Russian forces", ("country", "Russia", "RU")),
        ("Israeli soldiers entered the camp.", "Israeli soldiers", ("country", "Israel", "IL")),
        ("British officials denied it.", "British officials", ("country", "United Kingdom", "GB")),
        ("The Pentagon will send tanks.", "The Pentagon", ("country", "United States", "US")),
        ("Ankara blocked the bid.", "Ankara", ("country", "Turkey", "TR")),
        ("Downing Street declined to comment.", "Downing Street", ("country", "United Kingdom", "GB")),
        ("The Foreign Ministry of China protested.", "China", ("country", "China", "CN")),
        ("The Biden administration sent aid.", "administration", ("country", "United States", "US")),
        ("Maia Sandu's government fell.", "government", ("country", "Moldova", "MD")),
        ("Danish police arrested a man.", "Danish police", ("organisation", "Danish police", "DK")),
        ("Two journalists were killed.", "Two journalists", ("group", "Two journalists", None)),
        ("A Libyan man was arrested.", "Libyan man", ("person", "Libyan man", "LY")),
        ("Citizens of Moldova marched.", "Citizens", ("group", "Citizens of Moldova", "MD")),
        ("Police in Kenya fired on a crowd.", "Police", ("organisation", "Police in Kenya", "KE")),
        ("Two oil tankers burned.", "Two oil tankers", ("other", "Two oil tankers", None)),
    ],
)
def test_a_noun_phrase_names_its_participant(
    text: str, words: str, expected: tuple[str, str, str | None]
) -> None:
    assert meant(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Russia-backed fighters advanced at dawn.", "fighters"),
        ("Pro-Russian separatists attacked, and Poland protested.", "separatists"),
        ("Afghan and Iraqi refugees fled.", "refugees"),
    ],
)
def test_a_phrase_that_is_nobodys_alone_has_no_country(text: str, words: str) -> None:
    assert meant(text, words)[2] is None


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Sweden hopes to join NATO. The alliance meets in July.", "The alliance", "NATO"),
        ("Mali left ECOWAS. The bloc protested.", "The bloc", "Economic Community of West African States"),
        ("Mali held a vote. The country is at war.", "The country", "Mali"),
        ("US President Joe Biden arrived. The US president smiled.", "The US president", "Joe Biden"),
        ("NATO's Jens Stoltenberg arrived. The Norwegian smiled.", "The Norwegian", "Jens Stoltenberg"),
        ("Maia Sandu spoke. She thanked Romania.", "She", "Maia Sandu"),
        ("Maia Sandu spoke. Her country is poor.", "Her country", "Moldova"),
        ("Ukraine sent drones. It denied losses.", "It", "Ukraine"),
        ("The Polish prime minister resigned.", "prime minister", "Mateusz Morawiecki"),
    ],
)
def test_a_description_points_back(text: str, words: str, expected: str) -> None:
    assert meant(text, words)[1] == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It rained all day.", "It"),
        ("Maia Sandu met Mette Frederiksen's aides. He left early.", "He"),
        ("The alliance meets in July.", "The alliance"),
    ],
)
def test_what_points_nowhere_stays_as_it_is(text: str, words: str) -> None:
    assert meant(text, words)[2] is None


def test_leaders_of_several_states_are_several_participants() -> None:
    found = read("French, German and Italian leaders arrived in Kyiv.")
    head = next(t for t in found.doc if t.text == "leaders")
    assert [r.country for r in found.describe_all(head)] == ["FR", "DE", "IT"]
    single = read("French leaders arrived in Kyiv.")
    assert [r.country for r in single.describe_all(single.doc[1])] == ["FR"]


def test_the_same_surname_was_another_holder_before() -> None:
    assert person("Prime Minister Sharif met the envoy.", date(2023, 1, 1)).name == "Shehbaz Sharif"
    assert person("Prime Minister Sharif met the envoy.", date(2015, 1, 1)).name == "Nawaz Sharif"


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        (
            "Sweden and Norway signed. The two countries share a border.",
            "countries",
            ["Sweden", "Norway"],
        ),
        (
            "Maia Sandu met Mark Rutte. Both leaders smiled.",
            "leaders",
            ["Maia Sandu", "Mark Rutte"],
        ),
        ("Sweden and Norway signed. The countries share a border.", "countries", ["Sweden", "Norway"]),
        ("Sweden signed. The countries share a border.", "countries", ["countries"]),
        ("Sweden signed. The two countries share a border.", "countries", ["two countries"]),
        ("Sweden and Norway voted. Two countries abstained.", "countries", ["Two countries"]),
    ],
)
def test_counted_descriptions_are_the_last_named(text: str, words: str, names: list[str]) -> None:
    found = read(text)
    head = next(t for t in found.doc if t.text == words)
    assert [r.name for r in found.describe_all(head)] == names


def test_a_relative_pronoun_is_its_noun() -> None:
    found = read("Maia Sandu, who won the vote, thanked Romania.")
    assert found.describe(next(t for t in found.doc if t.text == "who")).name == "Maia Sandu"


def test_the_government_alone_is_the_state_spoken_of() -> None:
    assert meant("Peru held a vote. The government won.", "government") == ("country", "Peru", "PE")
    assert meant("Arab officials met in Peru.", "officials")[2] is None


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("The Ministry of Defence denied the report.", "Ministry of Defence", "GB"),
        ("Azerbaijan's Ministry of Defence denied the report.", "Ministry of Defence", "AZ"),
        ("Britain votes today, and the Labour Party leads.", "Labour Party", "GB"),
        ("The Norwegian Labour Party leads in Norway.", "Labour Party", "NO"),
    ],
)
def test_a_name_that_several_states_share_is_that_of_the_state_beside_it(
    text: str, words: str, country: str
) -> None:
    assert meant(text, words)[2] == country


def test_a_name_set_after_its_office_has_its_country() -> None:
    text = "Russia's ambassador to the UN, Oleg Petrenko, left Geneva. Poland and Norway protested."
    assert (person(text).name, person(text).country) == ("Oleg Petrenko", "RU")
    assert meant(text, "ambassador")[1] == "Oleg Petrenko"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        (
            "The envoy met King Salman bin Abdulaziz al-Saud of Saudi Arabia.",
            "Salman bin Abdulaziz Al Saud",
            "SA",
        ),
        ("She spoke with President Jair Messias Bolsonaro in May.", "Jair Bolsonaro", "BR"),
        ("She met Prime Minister Kishida Fumio at noon.", "Fumio Kishida", "JP"),
        ("They met His Royal Highness, Crown Prince Nasser Al Rashid of Kuwait.", "Nasser Al Rashid", "KW"),
        ("Vice President Harris spoke in Munich.", "Kamala Harris", "US"),
        (
            "He met the Secretary of the Mongolian National Security Council Dorj Batbold at noon.",
            "Dorj Batbold",
            "MN",
        ),
        ("He met Security Council Secretary Aram Petrosyan of Armenia, France said.", "Aram Petrosyan", "AM"),
    ],
)
def test_the_whole_name_counts_and_finds_who_held_the_office(text: str, name: str, country: str) -> None:
    found = person(text, date(2022, 5, 1))
    assert (found.name, found.country) == (name, country)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Rosa Quispe was the president of Peru for eight years and left in May.", "president of Peru"),
        ("Ana Kovac, the head of the agency since 2019, spoke.", "head of the agency"),
        ("Homeland Security Advisor Dr. Paul Hart spoke.", "Homeland Security Advisor"),
        (
            "Special Representative of the President for Trade Paul Hart spoke.",
            "Special Representative of the President for Trade",
        ),
        ("Spain sent back his former aide, Pablo Salas, in August.", "former aide"),
    ],
)
def test_a_title_is_a_clean_phrase(text: str, title: str) -> None:
    assert person(text).title == title


def test_first_names_that_are_countries_are_no_countries() -> None:
    found = read("Jordan Berger met Chad Miller and Israel Gold in Peru. Jordan and Chad protested.")
    assert [e.name for e in found.entities if e.kind == "country"] == ["Peru", "Jordan", "Chad"]


def test_of_two_namesakes_the_title_says_which_is_meant() -> None:
    found = read(
        "President Iker Castillo and the judge Marta Castillo met. President Castillo left. Castillo spoke."
    )
    names = [m.name for m in found.mentions if m.kind == "person"]
    assert names == ["Iker Castillo", "Marta Castillo", "Iker Castillo", "Iker Castillo"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Moldova urges its citizens to save power.", "citizens", ("group", "citizens of Moldova", "MD")),
        ("Georgia voted. Its neighbours waited.", "neighbours", ("group", "neighbours of Georgia", None)),
        ("Maia Sandu left. Her lawyer objected.", "lawyer", ("person", "lawyer of Maia Sandu", "MD")),
        ("Shots hit an aid worker named Karim Daoud.", "worker", ("person", "Karim Daoud", None)),
        ("Maia Sandu left. Her government fell.", "government", ("country", "Moldova", "MD")),
        (
            "NATO Secretary General Jens Stoltenberg left. The head of the alliance smiled.",
            "The head",
            ("person", "Jens Stoltenberg", None),
        ),
        (
            "Interior Minister Rosa Quispe left Peru. The minister had fallen ill.",
            "The minister",
            ("person", "Rosa Quispe", "PE"),
        ),
        (
            "A blast shook the port of Beirut. Rescuers from Cyprus arrived. The cabinet met.",
            "The cabinet",
            ("organisation", "cabinet", "LB"),
        ),
        (
            "NAYPYITAW/YANGON Myanmar's upper house met.",
            "house",
            ("organisation", "Myanmar's upper house", "MM"),
        ),
    ],
)
def test_what_belongs_to_somebody_named_before(
    text: str, words: str, expected: tuple[str, str, str | None]
) -> None:
    assert meant(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Interior Minister Rosa Quispe left Peru. A minister had fallen ill.", "A minister"),
        ("Interior Minister Rosa Quispe met Trade Minister Ana Rojas. The minister smiled.", "The minister"),
        ("NATO Secretary General Jens Stoltenberg left. The head of the bank smiled.", "The head"),
    ],
)
def test_a_title_that_fits_nobody_or_several_names_nobody(text: str, words: str) -> None:
    assert meant(text, words)[1] not in ("Rosa Quispe", "Ana Rojas", "Jens Stoltenberg")

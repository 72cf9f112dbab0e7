"""One row for one thing in the world."""

from __future__ import annotations

from datetime import date

import pytest

from events.models import Alias, Entity
from events.naming import Namer, find_entity, free_slug
from events.nlp import findings
from tests import readings

pytestmark = pytest.mark.django_db


def name(*entities: findings.Entity, text: str, published_on: date = date(2023, 6, 13)) -> None:
    Namer(readings.article(text, published_on=published_on)).store(entities)


def person(full: str, *mentions: str, text: str, reason: str = "", **more: str) -> findings.Entity:
    return readings.entity(full, *mentions, text=text, reason=reason, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"), ("Jens Stoltenberg", "JENS STOLTENBERG")],
)
def test_a_person_in_two_articles_is_one_entity(one: str, other: str) -> None:
    name(person(one, text=one), text=one)
    name(person(other, text=other + "!"), text=other + "!")
    assert Entity.objects.get().name == one


def test_a_lone_surname_is_nobody_elses() -> None:
    text = "Boris Johnson spoke."
    name(person("Boris Johnson", text=text), text=text)
    name(person("Johnson", text="Johnson won."), text="Johnson won.")
    assert set(Entity.objects.values_list("name", flat=True)) == {"Boris Johnson", "Johnson"}


def test_a_surname_that_the_pipeline_resolved_becomes_an_alias() -> None:
    text = "Boris Johnson spoke, and later he left: Johnson's way."
    name(
        findings.Entity(
            "person",
            "Boris Johnson",
            mentions=(
                findings.EntityMention(0, 13),
                findings.EntityMention(text.index("he "), text.index("he ") + 2, "pronoun"),
                findings.EntityMention(text.rindex("Johnson"), text.rindex("Johnson") + 7, "surname"),
            ),
        ),
        text=text,
    )
    assert list(Alias.objects.values_list("name", flat=True)) == ["Johnson"]


def test_a_country_is_known_by_its_code_and_has_its_slug_from_its_name() -> None:
    name(
        readings.entity(
            "Türkiye", "Ankara", kind="country", country="TR", text="Ankara says", reason="capital"
        ),
        text="Ankara says",
    )
    name(readings.entity("Turkey", kind="country", country="TR", text="Turkey says"), text="Turkey says")
    country = Entity.objects.get()
    assert (country.slug, country.country_code) == ("turkiye", "TR")
    assert list(Alias.objects.values_list("name", flat=True)) == ["Turkey"]


def test_an_organisation_is_found_by_its_other_name() -> None:
    text = "NATO, the North Atlantic Treaty Organization"
    name(
        readings.entity("NATO", "NATO", "North Atlantic Treaty Organization", kind="organisation", text=text),
        text=text,
    )
    found = find_entity("organisation", "North Atlantic Treaty Organization", None)
    assert found is not None
    assert found.name == "NATO"


def test_an_alias_that_two_share_decides_nothing() -> None:
    for slug in ("one", "two"):
        row = Entity.objects.create(kind="organisation", name=f"Central Bank of {slug}", slug=slug)
        Alias.objects.create(entity=row, name="Central Bank")
    assert find_entity("organisation", "Central Bank", None) is None


def test_a_merged_entity_leads_to_the_one_that_stands() -> None:
    kept = Entity.objects.create(kind="person", name="Kyriakos Mitsotakis", slug="a")
    Entity.objects.create(kind="person", name="Kyriákos Mitsotákis", slug="b", merged_into=kept)
    Entity.objects.filter(slug="a").update(name_folded="renamed since")
    assert find_entity("person", "Kyriakos Mitsotakis", None) == kept


def test_places_of_one_name_in_two_countries_are_two() -> None:
    for country in ("LY", "LB"):
        text = f"In Tripoli, {country}."
        name(readings.entity("Tripoli", kind="place", country=country, text=text), text=text)
    assert sorted(Entity.objects.values_list("slug", flat=True)) == ["tripoli", "tripoli-2"]


@pytest.mark.parametrize(
    ("given", "slug"), [("Łódź", "lodz"), ("习近平", "person"), ("J. D. Vance", "j-d-vance")]
)
def test_slugs_are_plain_and_never_empty(given: str, slug: str) -> None:
    assert free_slug("person", given) == slug


def test_the_newest_article_says_what_somebodys_title_is() -> None:
    for day, title in (
        (date(2023, 6, 1), "Foreign Minister"),
        (date(2024, 6, 1), "Prime Minister"),
        (date(2022, 6, 1), "Deputy"),
    ):
        text = f"{title} Jane Example spoke."
        name(person("Jane Example", text=text, title=title), text=text, published_on=day)
    assert Entity.objects.get().title == "Prime Minister"

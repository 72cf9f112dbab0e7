"""The models' own promises."""

from __future__ import annotations

from datetime import date

import pytest

from events.models import Article, Entity, fold_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
        ("U.S.", "US"),
        ("Łódź", "Lodz"),
        ("Jean-Pierre  Lacroix", "Jean Pierre Lacroix"),
    ],
)
def test_spellings_of_one_name_fold_to_the_same(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


@pytest.mark.django_db
def test_an_entity_keeps_its_folded_name_in_step() -> None:
    entity = Entity.objects.create(kind="person", name="Recep Tayyip Erdoğan", slug="recep-tayyip-erdogan")
    assert entity.name_folded == "recep tayyip erdogan"


def test_an_article_without_a_headline_is_called_by_its_day() -> None:
    assert str(Article(published_on=date(2023, 6, 13))) == "Untitled, 13 June 2023"
    assert str(Article(title="Stoltenberg stays", published_on=date(2023, 6, 13))) == "Stoltenberg stays"

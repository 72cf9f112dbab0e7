"""Articles go through the real pipeline into rows, and again without making anything twice."""

from __future__ import annotations

import pytest

from events import tasks
from events.ingest.samples import read_samples
from events.ingest.save import save_article
from events.models import Article, Entity, Event, Evidence, Mention

pytestmark = [pytest.mark.django_db, pytest.mark.model]

# Finland and Sweden apply, Turkey objects, sums are pledged: a few of the first samples hold it all.
SAMPLES = 6


def standing() -> dict[str, str]:
    return dict(Event.objects.standing().values_list("public_id", "headline"))


def test_samples_are_read_and_read_again_alike() -> None:
    for sample in read_samples()[:SAMPLES]:
        tasks.read_article.enqueue(save_article(sample).article.pk)

    assert list(Article.objects.exclude(state="read").values_list("title", "state_reason")) == []
    first, people = standing(), Entity.objects.count()
    assert len(first) >= SAMPLES
    for mention in Mention.objects.select_related("article"):
        words = mention.article.text[mention.start : mention.end]
        assert words.strip() == words != ""
    for evidence in Evidence.objects.select_related("event_mention__article"):
        assert evidence.end <= len(evidence.event_mention.article.text)

    tasks.read_again(Article.objects.all())
    assert (standing(), Entity.objects.count()) == (first, people)


def test_one_country_in_many_articles_is_one_entity() -> None:
    for sample in read_samples()[:SAMPLES]:
        tasks.read_article.enqueue(save_article(sample).article.pk)
    codes = list(Entity.objects.of_kind("country").values_list("country_code", flat=True))
    assert len(codes) == len(set(codes)) > 3
    assert Entity.objects.get(kind="country", country_code="FI").slug == "finland"

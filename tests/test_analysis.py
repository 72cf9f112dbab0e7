"""An article becomes rows, as often as it is read, and never half."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from events import analysis
from events.models import (
    Amount,
    Article,
    ArticleState,
    Entity,
    Event,
    EventMention,
    Evidence,
    Mention,
    Participant,
)
from events.nlp import findings
from tests import readings

pytestmark = pytest.mark.django_db


def read(
    article: Article, monkeypatch: pytest.MonkeyPatch, pipeline: SimpleNamespace | None = None
) -> Article:
    monkeypatch.setattr(analysis, "_pipeline", lambda: pipeline or readings.pipeline(readings.READING))
    analysis.read_article(article.pk)
    return Article.objects.get(pk=article.pk)


def read_again(article: Article, monkeypatch: pytest.MonkeyPatch, reading: findings.Reading) -> Article:
    Article.objects.filter(pk=article.pk).update(state=ArticleState.QUEUED)
    return read(article, monkeypatch, readings.pipeline(reading))


def row_counts() -> list[int]:
    return [m.objects.count() for m in (Event, EventMention, Evidence, Participant, Amount, Mention, Entity)]


def test_a_reading_becomes_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    article = read(readings.article(), monkeypatch)
    event = Event.objects.get()
    assert (article.state, article.stage, article.pipeline_version) == ("read", "stored", "test")
    assert (event.type, event.date_start, event.sort_on) == ("aid", date(2023, 6, 13), date(2023, 6, 13))
    assert [(p.role, p.entity and p.entity.slug) for p in event.participants.all()] == [
        ("donor", "norway"),
        ("recipient", "ukraine"),
    ]
    amount = Amount.objects.get()
    assert (amount.value, amount.currency, amount.wording) == (Decimal(100_000_000), "USD", "$100 million")
    evidence = Evidence.objects.get()
    assert article.text[evidence.trigger_start : evidence.trigger_end] == "give"
    assert Mention.objects.count() == 3
    told = EventMention.objects.get().reading
    assert told["headline"] == event.headline


def test_an_event_without_a_date_sorts_by_its_report(monkeypatch: pytest.MonkeyPatch) -> None:
    undated = findings.Reading(events=(readings.event(interval=None),))
    read(readings.article(), monkeypatch, readings.pipeline(undated))
    event = Event.objects.get()
    assert (event.date_start, event.date_precision, event.sort_on) == (None, "", date(2023, 6, 13))


def test_every_stage_is_on_the_article_while_it_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[str, str]] = []

    def look() -> None:
        row = Article.objects.get()
        seen.append((row.state, row.stage))

    read(readings.article(), monkeypatch, readings.pipeline(readings.READING, during=look))
    assert seen == [("reading", "events")]


def test_reading_again_keeps_addresses_and_makes_nothing_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    article = read(readings.article(), monkeypatch)
    before = Event.objects.get().public_id
    counts = [
        m.objects.count() for m in (Event, EventMention, Evidence, Participant, Amount, Mention, Entity)
    ]
    read_again(article, monkeypatch, readings.READING)
    assert Event.objects.get().public_id == before
    assert counts == [
        m.objects.count() for m in (Event, EventMention, Evidence, Participant, Amount, Mention, Entity)
    ]


def test_an_event_read_better_stays_the_same_event(monkeypatch: pytest.MonkeyPatch) -> None:
    article = read(readings.article(), monkeypatch)
    before = Event.objects.get().public_id
    better = readings.event(
        stage="approved", participants=(readings.participant("donor", "Norway", country="NO"),)
    )
    read_again(article, monkeypatch, findings.Reading(events=(better,), entities=readings.ENTITIES))
    event = Event.objects.get()
    assert (event.public_id, event.stage, event.participants.count()) == (before, "approved", 1)


def test_of_two_acts_of_one_type_each_stays_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    norway = readings.event()
    denmark = readings.event(
        "promised",
        participants=(readings.participant("donor", "Denmark", country="DK"),),
        headline="Denmark pledges",
    )
    article = read(
        readings.article(), monkeypatch, readings.pipeline(findings.Reading(events=(norway, denmark)))
    )
    before = {event.headline: event.public_id for event in Event.objects.all()}
    read_again(article, monkeypatch, findings.Reading(events=(denmark, norway)))
    assert {event.headline: event.public_id for event in Event.objects.all()} == before


def test_an_event_no_longer_found_is_withdrawn_and_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    article = read(readings.article(), monkeypatch)
    before = Event.objects.get().public_id
    read_again(article, monkeypatch, findings.Reading())
    assert not Event.objects.standing().exists()
    assert Event.objects.get().withdrawn_at
    read_again(article, monkeypatch, readings.READING)
    assert Event.objects.standing().get().public_id == before


def test_an_event_that_another_article_tells_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    first = read(readings.article(), monkeypatch)
    second = readings.article(readings.TEXT + " More.", published_on=date(2023, 6, 20))
    EventMention.objects.create(event=Event.objects.get(), article=second, reading={})
    read_again(first, monkeypatch, findings.Reading())
    event = Event.objects.standing().get()
    assert (event.reported_on, event.event_mentions.get().article) == (date(2023, 6, 20), second)


def test_what_goes_wrong_is_on_the_article_and_nowhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    article = read(readings.article(), monkeypatch, readings.pipeline(ValueError("no\nsense")))
    assert (article.state, article.state_reason) == ("failed", "Reading stopped: no sense")
    assert article.attempts == 1
    assert not Entity.objects.exists()


def test_a_fault_while_storing_leaves_no_half_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = replace(readings.event(), evidence=(findings.Evidence(10, 20, findings.Span(1, 3)),))
    reading = findings.Reading(events=(readings.event(), wrong), entities=readings.ENTITIES)
    article = read(readings.article(), monkeypatch, readings.pipeline(reading))
    assert article.state == "failed"
    assert not Event.objects.exists()
    assert not Entity.objects.exists()


def test_a_failed_article_can_be_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    article = read(readings.article(), monkeypatch, readings.pipeline(ValueError("once")))
    article = read(article, monkeypatch)
    assert (article.state, article.state_reason, article.attempts) == ("read", "", 0)


@pytest.mark.parametrize("state", ["reading", "read", "unread"])
def test_an_article_that_does_not_wait_is_left_alone(monkeypatch: pytest.MonkeyPatch, state: str) -> None:
    article = readings.article()
    Article.objects.filter(pk=article.pk).update(state=state)
    assert read(article, monkeypatch).state == state
    assert not Event.objects.exists()


def test_a_reading_that_another_overtook_writes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def overtake() -> None:
        Article.objects.update(attempts=7)

    article = read(readings.article(), monkeypatch, readings.pipeline(readings.READING, during=overtake))
    assert (article.state, article.attempts) == ("reading", 7)
    assert not Event.objects.exists()


def test_an_article_removed_meanwhile_does_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    article = readings.article()
    pipeline = readings.pipeline(readings.READING, during=lambda: Article.objects.all().delete() and None)
    monkeypatch.setattr(analysis, "_pipeline", lambda: pipeline)
    analysis.read_article(article.pk)
    assert not Event.objects.exists()


def test_sums_beyond_all_reason_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    amounts = tuple(
        findings.Amount(0, 5, value, "USD") for value in (1e30, float("inf"), float("nan"), 1.005)
    )
    reading = findings.Reading(events=(readings.event(amounts=amounts),))
    assert read(readings.article(), monkeypatch, readings.pipeline(reading)).state == "read"
    assert [amount.value for amount in Amount.objects.all()] == [Decimal("1.00")]

"""Articles are read beside the pages, and none is forgotten when the process ends."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from django.core.management import call_command
from django.tasks import task, task_backends

from events import analysis, tasks
from events.models import Article, ArticleState
from newsboard import task_backends as thread_backend
from tests import readings

done = threading.Event()
ran: list[tuple[str, int]] = []


@pytest.fixture(autouse=True)
def _pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysis, "_pipeline", lambda: readings.pipeline(readings.READING))


def note(number: int) -> None:
    ran.append((threading.current_thread().name, number))
    if number < 0:
        raise ValueError("negative")
    if number == 3:
        done.set()


@pytest.mark.django_db
def test_a_saved_article_is_read_once_committed(django_capture_on_commit_callbacks: Any) -> None:
    article = readings.article()
    with django_capture_on_commit_callbacks(execute=True):
        tasks.read_soon(article)
        assert Article.objects.get().state == ArticleState.QUEUED
    assert Article.objects.get().state == ArticleState.READ


@pytest.mark.django_db
def test_an_article_in_another_language_is_not_queued(django_capture_on_commit_callbacks: Any) -> None:
    article = readings.article()
    article.state = ArticleState.UNREAD
    with django_capture_on_commit_callbacks() as callbacks:
        tasks.read_soon(article)
    assert callbacks == []


@pytest.mark.django_db
@pytest.mark.parametrize("state", ["queued", "reading"])
def test_what_was_broken_off_is_read_at_the_next_start(state: str) -> None:
    article = readings.article()
    Article.objects.filter(pk=article.pk).update(state=state, attempts=1)
    assert tasks.reconcile() == 1
    assert Article.objects.get().state == ArticleState.READ


@pytest.mark.django_db
def test_the_command_reads_what_was_broken_off(capsys: pytest.CaptureFixture[str]) -> None:
    readings.article()
    call_command("reconcile")
    assert capsys.readouterr().out == "1 articles read, 0 could not be.\n"


@pytest.mark.django_db
def test_an_article_that_ends_the_process_each_time_is_given_up() -> None:
    article = readings.article()
    Article.objects.filter(pk=article.pk).update(state="reading", attempts=analysis.MAX_ATTEMPTS)
    assert tasks.reconcile() == 0
    article.refresh_from_db()
    assert (article.state, article.state_reason) == ("failed", tasks.GAVE_UP)


@pytest.mark.django_db
def test_articles_can_be_read_again_but_not_in_another_language() -> None:
    tasks.read_article.enqueue(readings.article().pk)
    other = readings.article("Another text. " * 20)
    Article.objects.filter(pk=other.pk).update(state="unread")
    assert tasks.read_again(Article.objects.all()) == 1
    assert set(Article.objects.values_list("state", flat=True)) == {"read", "unread"}


def test_the_thread_runs_tasks_in_turn_and_outlives_a_failing_one(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    backend = thread_backend.ThreadBackend("default", {})
    noted = task(note)
    # Django keeps a backend for each thread: the worker's own would run tasks at once.
    other = thread_backend.ThreadBackend("default", {})
    for number in (1, -2):
        backend.enqueue(noted, [number], {})
    other.enqueue(noted, [3], {})
    assert done.wait(5)
    thread_backend.wait()
    assert ran == [("newsboard-tasks", 1), ("newsboard-tasks", -2), ("newsboard-tasks", 3)]
    assert "note failed" in caplog.text


def test_tasks_under_test_run_at_once() -> None:
    assert type(task_backends["default"]).__name__ == "ImmediateBackend"

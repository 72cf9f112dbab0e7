"""Sample articles come in once and go without a trace, and nothing of the user's goes with them."""

from __future__ import annotations

from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from events import analysis
from events.ingest import samples
from events.ingest.samples import Removed, SamplesUnreadable, read_samples, remove_samples
from events.models import Article, Entity, Event, EventMention
from events.nlp import findings
from tests import readings

pytestmark = pytest.mark.django_db

LINE = '{"text": "%s", "published": "2023-06-13", "title": "Norway", "outlet": "Northgate Wire"}\n'


@pytest.fixture(autouse=True)
def _data_folder(tmp_path: Path, settings: Settings) -> None:
    settings.DATA_DIR = tmp_path


@pytest.fixture(autouse=True)
def _pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysis, "_pipeline", lambda: readings.pipeline(readings.READING))


@pytest.fixture
def sample_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "articles.jsonl"
    path.write_text(LINE % readings.TEXT + LINE % (readings.TEXT + " More."), encoding="utf-8")
    monkeypatch.setattr(samples.read_samples, "__defaults__", (path,))
    monkeypatch.setattr(samples.load_samples, "__defaults__", (path,))
    return path


def test_the_samples_that_come_with_the_board_can_be_read() -> None:
    assert len(read_samples()) >= 30


@pytest.mark.parametrize(
    "line",
    [
        "no json",
        '{"published": "2023-06-13"}',
        '{"text": "a", "published": "soon", "title": "", "outlet": ""}',
        "[]",
    ],
)
def test_a_broken_sample_names_its_line(tmp_path: Path, line: str) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text(LINE % "Text" + line, encoding="utf-8")
    with pytest.raises(SamplesUnreadable, match="Line 2"):
        read_samples(path)


@pytest.mark.usefixtures("sample_file")
def test_loading_twice_loads_once() -> None:
    for _ in range(2):
        call_command("load_samples", stdout=StringIO())
    assert Article.objects.samples().filter(state="read").count() == 2
    assert Event.objects.count() == 2


@pytest.mark.usefixtures("sample_file")
def test_if_empty_leaves_a_board_with_articles_alone() -> None:
    readings.article("Another text of the user's own. " * 5)
    call_command("load_samples", "--if-empty", stdout=StringIO())
    assert not Article.objects.samples().exists()


def test_a_missing_file_is_said_plainly(sample_file: Path) -> None:
    sample_file.unlink()
    with pytest.raises(CommandError, match=r"articles\.jsonl cannot be read"):
        call_command("load_samples", stdout=StringIO())


@pytest.mark.usefixtures("sample_file")
def test_removing_leaves_no_trace() -> None:
    call_command("load_samples", stdout=StringIO())
    out = StringIO()
    call_command("remove_samples", stdout=out)
    assert out.getvalue() == "Removed 2 sample articles, 2 events and 3 entities.\n"
    assert [model.objects.count() for model in (Article, Event, Entity)] == [0, 0, 0]


@pytest.mark.usefixtures("sample_file")
def test_what_the_users_own_article_tells_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    call_command("load_samples", stdout=StringIO())
    own_reading = findings.Reading(
        entities=(readings.entity("Norway", kind="country", country="NO", text="Norway"),)
    )
    monkeypatch.setattr(analysis, "_pipeline", lambda: readings.pipeline(own_reading))
    own = readings.article("Norway, in the words of somebody else. " * 5, published_on=date(2023, 7, 1))
    analysis.read_article(own.pk)
    shared = Event.objects.earliest("id")
    EventMention.objects.create(event=shared, article=own, reading={})

    assert remove_samples() == Removed(articles=2, events=1, entities=1)

    shared.refresh_from_db()
    assert (Event.objects.get(), shared.reported_on) == (shared, date(2023, 7, 1))
    # Ukraine still takes part in the event that stays.
    assert set(Entity.objects.values_list("name", flat=True)) == {"Norway", "Ukraine"}


def test_on_a_board_without_samples_there_is_nothing_to_remove() -> None:
    assert remove_samples() == Removed(0, 0, 0)


@pytest.mark.usefixtures("sample_file")
def test_removed_samples_do_not_come_back_by_themselves() -> None:
    call_command("load_samples", if_empty=True, verbosity=0)
    remove_samples()
    call_command("load_samples", if_empty=True, verbosity=0)
    assert not Article.objects.exists()
    call_command("load_samples", verbosity=0)
    assert Article.objects.count() == 2

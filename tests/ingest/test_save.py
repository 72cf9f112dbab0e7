"""An article is stored once, tidied, and waits for its reading."""

from __future__ import annotations

from datetime import date

import pytest

from events.ingest import save
from events.ingest.language import Language, language_of
from events.ingest.limits import count_words
from events.ingest.save import NewArticle, save_article
from events.models import Article
from tests.readings import TEXT

pytestmark = pytest.mark.django_db

DAY = date(2023, 6, 13)
GERMAN = (
    "Der Bundeskanzler sagte am Dienstag in Berlin, dass Deutschland Kiew weitere Panzer liefern werde. "
    "Die Minister wollen im Juli in Vilnius darüber beraten, wie ein Sprecher am Abend mitteilte."
)


def test_an_article_is_stored_and_waits() -> None:
    saved = save_article(
        NewArticle(text=TEXT, published_on=DAY, title=" Norway\n gives more ", outlet="Northgate")
    )
    assert (saved.created, saved.article.state, saved.article.title) == (True, "queued", "Norway gives more")


@pytest.mark.parametrize(
    "again", [TEXT, TEXT.replace(" ", "\n"), f"  {TEXT.upper()}\r\n\r\n", TEXT.replace(". ", ".")]
)
def test_the_same_text_is_the_same_article(again: str) -> None:
    first = save_article(NewArticle(text=TEXT, published_on=DAY, title="Norway gives more"))
    second = save_article(NewArticle(text=again, published_on=date(2024, 1, 1)))
    assert (second.created, second.article) == (False, first.article)
    assert second.why == "The same text is on the board already: “Norway gives more”, published 13 June 2023."


def test_two_requests_at_once_make_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    def meanwhile(text: str) -> Language:
        monkeypatch.setattr(save, "language_of", language_of)
        save_article(NewArticle(text=TEXT, published_on=DAY))
        return language_of(text)

    monkeypatch.setattr(save, "language_of", meanwhile)
    assert not save_article(NewArticle(text=TEXT, published_on=DAY)).created
    assert Article.objects.count() == 1


def test_another_language_is_kept_unread_with_the_reason() -> None:
    saved = save_article(NewArticle(text=GERMAN, published_on=DAY))
    article = Article.objects.get()
    assert (article.state, article.language) == ("unread", "de")
    assert article.state_reason == saved.why == "written in German; only English is read"


def test_what_is_too_long_for_its_column_is_cut() -> None:
    saved = save_article(NewArticle(text=TEXT, published_on=DAY, title="x" * 999, outlet="y" * 999))
    saved.article.full_clean()


@pytest.mark.parametrize(
    ("text", "number"), [("", 0), ("… — !", 0), ("It’s 5 p.m.", 3), ("well-known  fact", 2)]
)
def test_words_are_counted_as_readers_would(text: str, number: int) -> None:
    assert count_words(text) == number

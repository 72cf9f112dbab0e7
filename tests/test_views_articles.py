"""Articles: listing, pasting, the page while and after reading."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client, override_settings

from events.models import Article, ArticleStage, ArticleState, Event
from tests.making import WHITE_HOUSE, make_article, make_board

pytestmark = pytest.mark.django_db
ADD = "/articles/add/"
GERMAN = (
    "Die Bundesregierung hat am Dienstag ein weiteres Paket mit Waffen für die Ukraine angekündigt. Der "
    "Kanzler sagte, die Lieferung werde noch in diesem Monat beginnen und den Verbündeten viel Geld kosten."
)


@pytest.fixture
def queued(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """What is sent to be read, without reading it."""
    ids: list[int] = []
    monkeypatch.setattr("events.tasks._enqueue", ids.append)
    return ids


@pytest.fixture(autouse=True)
def _commit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.db.transaction.on_commit", lambda done, *args, **options: done())


def text_of(response: Any) -> str:
    return str(response.content.decode())


def paste(client: Client, **fields: str) -> Any:
    return client.post(ADD, {"text": WHITE_HOUSE, "published": "2023-06-13", "title": "Arms"} | fields)


def test_a_good_article_is_stored_queued_and_shown(client: Client, queued: list[int]) -> None:
    response = paste(client, outlet="The Harbour Ledger", url="https://outlet.example/arms")
    article = Article.objects.get()
    assert response.headers["Location"] == article.get_absolute_url()
    assert queued == [article.pk]
    assert article.outlet == "The Harbour Ledger"


def test_errors_stand_on_top_and_by_their_fields_and_nothing_is_lost(client: Client) -> None:
    page = text_of(paste(client, url="javascript:alert(1)", published="2999-01-01", title='"><b>Bold'))
    assert "2 things to put right" in page
    assert 'href="#id_url"' in page
    assert 'id="url-error"' in page
    assert page.count('aria-invalid="true"') == 2
    assert "javascript:alert(1)" in page
    assert "&quot;&gt;&lt;b&gt;Bold" in page
    assert "a further $325 million" in page
    assert Article.objects.count() == 0


@pytest.mark.parametrize(
    "text", [WHITE_HOUSE, "\n\n  " + WHITE_HOUSE.replace(" ", "  ").replace("\n", "\r\n")]
)
def test_the_same_article_again_is_not_added(client: Client, queued: list[int], text: str) -> None:
    paste(client)
    known = Article.objects.get()
    page = text_of(paste(client, text=text))
    assert "already; nothing was added" in page
    assert f'href="{known.get_absolute_url()}"' in page
    assert Article.objects.count() == 1
    assert queued == [known.pk]


def test_a_date_in_the_text_comes_back_to_be_confirmed(client: Client, queued: list[int]) -> None:
    text = "Published Tuesday 13 June 2023\n\n" + WHITE_HOUSE
    page = text_of(paste(client, text=text, published=""))
    assert 'value="2023-06-13"' in page
    assert "Found in the text" in page
    assert "13 June 2023</mark>" in page
    assert Article.objects.count() == 0
    assert paste(client, text=text).status_code == 302


def test_a_missing_date_is_asked_for(client: Client) -> None:
    page = text_of(paste(client, published=""))
    assert 'id="published-error"' in page
    assert Article.objects.count() == 0


def test_the_date_is_suggested_while_typing(client: Client) -> None:
    sent = {"text": "Published 13 June 2023\n\nShort.", "published": "", "url": "javascript:1"}
    page = text_of(client.post(f"{ADD}date/", sent, headers={"HX-Request": "true"}))
    assert 'id="published-field"' in page
    assert 'value="2023-06-13"' in page
    assert "error" not in page


def test_another_language_is_kept_unread_with_the_reason(client: Client, queued: list[int]) -> None:
    response = client.post(ADD, {"text": GERMAN, "published": "2023-06-13"}, follow=True)
    assert "written in German" in text_of(response)
    assert Article.objects.get().state == ArticleState.UNREAD
    assert queued == []


def test_markup_in_text_and_title_is_shown_not_executed(client: Client, queued: list[int]) -> None:
    paste(client, text=WHITE_HOUSE + " <script>alert(1)</script>", title="<script>alert(2)</script>")
    Article.objects.update(state=ArticleState.READ)
    page = text_of(client.get(Article.objects.get().get_absolute_url()))
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


@override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=10_000)
def test_what_is_far_too_large_is_refused_with_a_page(client: Client) -> None:
    response = paste(client, text="word " * 5_000)
    assert response.status_code == 413
    assert "too long" in text_of(response)


def test_while_it_is_read_the_stages_show(client: Client) -> None:
    article = make_article(state=ArticleState.READING, stage=ArticleStage.NAMES)
    page = text_of(client.get(article.get_absolute_url()))
    assert 'hx-trigger="every 500ms"' in page
    assert '<noscript><meta http-equiv="refresh" content="1"></noscript>' in page
    assert page.count('class="done"') == 2
    assert page.count('aria-current="step"') == 1
    fragment = text_of(client.get(article.get_absolute_url(), headers={"HX-Request": "true"}))
    assert "<html" not in fragment
    assert "Being read" in fragment


def test_once_it_is_read_nothing_is_asked_again(client: Client) -> None:
    make_board()
    fragment = text_of(client.get(Article.objects.get().get_absolute_url(), headers={"HX-Request": "true"}))
    assert "hx-trigger" not in fragment
    assert "Found here" in fragment


def test_the_text_is_marked_and_numbered_in_step_with_the_events(client: Client) -> None:
    make_board()
    page = text_of(client.get(Article.objects.get().get_absolute_url()))
    for number in range(1, 6):
        assert f'id="t{number}"' in page
        assert f'id="e{number}"' in page
    assert '<mark class="f-aid" data-events="1">pledged</mark>' in page
    assert 'title="Ukraine, because it is the capital">Kyiv</a>' in page
    assert page.index("because it is the capital") < page.index("by nationality")


def test_a_failed_reading_says_why_and_can_be_tried_again(client: Client, queued: list[int]) -> None:
    article = make_article(state=ArticleState.FAILED, state_reason="The model is missing")
    page = text_of(client.get(article.get_absolute_url()))
    assert "The model is missing" in page
    assert "Try again" in page
    assert client.post(f"{article.get_absolute_url()}read-again/").status_code == 302
    assert queued == [article.pk]
    assert client.get(f"{article.get_absolute_url()}read-again/").status_code == 405


def test_quotes_of_odd_shape_do_no_harm(client: Client) -> None:
    quotes = [{"start": 0, "end": 10, "speaker": "Joe Biden"}, {"start": None}, "?", {}]
    article = make_article(quotes=quotes, times=[{"value": "2023-13-45", "start": 1, "end": 5}, None])
    page = text_of(client.get(article.get_absolute_url()))
    assert "<q>WASHINGTON</q>" in page


def test_the_list_shows_state_outlet_and_events(client: Client) -> None:
    make_board()
    make_article(title="Another", state=ArticleState.FAILED)
    page = text_of(client.get("/articles/"))
    assert "2 articles" in page
    assert "The Harbour Ledger" in page
    assert '<td class="state-failed">failed</td>' in page
    assert '<td class="n">5<' in page
    assert "Another" not in text_of(client.get("/articles/?q=nowhere"))
    assert client.get("/articles/?page=99&q=arms").status_code == 200


def test_samples_are_marked_and_can_be_taken_away(client: Client) -> None:
    make_board()
    assert "sample data, invented outlets" in text_of(client.get("/about/dates/"))
    response = client.post("/samples/remove/", follow=True)
    assert "1 sample article taken off the board" in text_of(response)
    assert "Remove the samples" not in text_of(response)
    assert Event.objects.count() == 0


def test_posts_want_a_token() -> None:
    response = Client(enforce_csrf_checks=True).post(ADD, {"text": WHITE_HOUSE})
    assert response.status_code == 403
    assert "The form had become too old" in text_of(response)


@pytest.mark.parametrize(("is_sample", "links"), [(False, 1), (True, 0)])
def test_only_real_articles_lead_to_their_original(client: Client, is_sample: bool, links: int) -> None:
    # The outlets of the samples are invented: their addresses lead nowhere.
    article = make_article(url="https://ledger.example/story", is_sample=is_sample)
    assert text_of(client.get(article.get_absolute_url())).count("https://ledger.example/story") == links

"""Events, entities and the pages that explain the board."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from events.models import Alias, Entity, Event
from tests.making import make_article, make_board, make_entity, tell

pytestmark = pytest.mark.django_db


@pytest.fixture
def board() -> dict[str, Event]:
    return make_board()


def text_of(response: Any) -> str:
    return str(response.content.decode())


def test_an_event_shows_its_evidence_facts_and_sources(client: Client, board: dict[str, Event]) -> None:
    event = board["aid"]
    tell(make_article(title="Second report", outlet="Northgate Wire"), event, "pledged")
    page = text_of(client.get(event.get_absolute_url()))
    assert "2 articles tell of it" in page
    assert "Northgate Wire" in page
    assert "$325 million" in page
    assert "Tuesday 13 June 2023" in page
    assert "from “Washington”" in page
    assert page.count("<mark>pledged</mark>") == 2


def test_an_event_shows_what_came_before_and_after(client: Client, board: dict[str, Event]) -> None:
    page = text_of(client.get(board["meeting"].get_absolute_url()))
    assert "Before and after" not in page
    page = text_of(client.get(board["leadership"].get_absolute_url()))
    assert board["meeting"].get_absolute_url() in page


def test_old_headlines_and_merged_events_lead_on(client: Client, board: dict[str, Event]) -> None:
    event = board["aid"]
    for url in (f"/events/{event.public_id}/", f"/events/{event.public_id}/an-older-headline/"):
        assert client.get(url).headers["Location"] == event.get_absolute_url()
    Event.objects.filter(pk=board["meeting"].pk).update(merged_into=event)
    assert client.get(board["meeting"].get_absolute_url()).headers["Location"] == event.get_absolute_url()
    assert client.get("/events/nothing222/").status_code == 404


def test_a_withdrawn_event_says_so(client: Client, board: dict[str, Event]) -> None:
    Event.objects.filter(pk=board["aid"].pk).update(withdrawn_at=timezone.now())
    assert "no longer on the board" in text_of(client.get(board["aid"].get_absolute_url()))


def test_an_entity_shows_who_it_is_and_whom_it_meets(client: Client, board: dict[str, Event]) -> None:
    chief = Entity.objects.get(slug="jens-stoltenberg")
    Alias.objects.create(entity=chief, name="the Norwegian")
    page = text_of(client.get("/person/jens-stoltenberg/"))
    assert "also called the Norwegian" in page
    assert "Secretary General, NATO" in page
    assert "<b>2 events</b>" in page
    assert 'href="/person/joe-biden/"' in page
    assert "Arms and a farewell tour" in page


def test_an_entity_timeline_can_be_narrowed_to_a_type(client: Client, board: dict[str, Event]) -> None:
    page = text_of(client.get("/country/ukraine/?type=aid"))
    assert "<b>1 event</b>" in page
    fragment = client.get(
        "/country/ukraine/?type=aid", headers={"HX-Request": "true", "HX-Target": "results"}
    )
    assert fragment.headers["HX-Push-Url"] == "/country/ukraine/?type=aid"
    assert "<html" not in text_of(fragment)


def test_a_merged_entity_leads_on(client: Client, board: dict[str, Event]) -> None:
    make_entity("person", "Stoltenberg", merged_into=Entity.objects.get(slug="jens-stoltenberg"))
    assert client.get("/person/stoltenberg/").headers["Location"] == "/person/jens-stoltenberg/"
    assert client.get("/person/nobody/").status_code == 404
    assert client.get("/thing/nobody/").status_code == 404


@pytest.mark.parametrize(
    ("url", "events", "count"),
    [("/countries/", ">1 event<", "5 named"), ("/people/", ">2 events<", "2 named"),
     ("/organisations/", ">2 events<", "1 named")],
)  # fmt: skip
def test_lists_of_entities_count_their_events(
    client: Client, board: dict[str, Event], url: str, events: str, count: str
) -> None:
    page = text_of(client.get(url))
    assert events in page
    assert count in page


def test_lists_can_be_searched_by_any_name(client: Client, board: dict[str, Event]) -> None:
    Alias.objects.create(entity=Entity.objects.get(slug="ukraine"), name="Kyiv")
    page = text_of(client.get("/countries/?q=kyiv"))
    assert "Ukraine" in page
    assert "Sweden" not in page
    assert "Nobody and nothing" in text_of(client.get("/people/?q=%00nobody"))


@pytest.mark.parametrize("url", ["/about/event-types/", "/about/dates/"])
def test_the_board_explains_itself(client: Client, url: str) -> None:
    assert client.get(url).status_code == 200


def test_a_missing_page_is_in_the_house_style(client: Client) -> None:
    response = client.get("/nowhere/")
    assert response.status_code == 404
    assert "Nothing is at this address" in text_of(response)


def test_a_fault_shows_a_page_of_its_own(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("events.views.timeline.board", fail)
    client.raise_request_exception = False
    response = client.get("/")
    assert response.status_code == 500
    assert "Something went wrong" in text_of(response)


@pytest.mark.parametrize("url", ["/", "/articles/add/", "/about/dates/"])
def test_pages_hold_no_inline_script_or_style(client: Client, board: dict[str, Event], url: str) -> None:
    page = text_of(client.get(url))
    assert " style=" not in page
    assert "<style" not in page
    assert "hx-on" not in page
    assert page.count("<script") == page.count("<script src=")


@pytest.mark.parametrize(
    ("title", "country", "shown"),
    [
        ("president", "UA", "President, Ukraine"),
        ("President of Ukraine", "UA", "President of Ukraine"),
        ("", "UA", "Ukraine"),
        ("judge", "", "Judge"),
        ("judge", "ZZ", "Judge"),
    ],
)
def test_a_list_of_people_says_office_and_country(
    client: Client, board: dict[str, Event], title: str, country: str, shown: str
) -> None:
    make_entity("person", "Ana Kovac", title=title, country_code=country)
    assert f'Ana Kovac</a> <span class="soft">{shown}</span>' in text_of(client.get("/people/?q=Kovac"))

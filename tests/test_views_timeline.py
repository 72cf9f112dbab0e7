"""The timeline: whole pages, fragments, filters, paging."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from events import board as board_module
from events.models import Event
from tests.making import JUNE_13, make_article, make_board, make_entity, make_event

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true", "HX-Target": "results"}


@pytest.fixture
def board() -> dict[str, Event]:
    return make_board()


def text_of(response: Any) -> str:
    return str(response.content.decode())


def test_an_empty_board_says_what_to_do(client: Client) -> None:
    page = text_of(client.get("/"))
    assert "Nothing here yet" in page
    assert 'href="/articles/add/"' in page
    assert 'id="search" hidden' in page
    assert "As reported" not in page


def test_a_filter_that_nothing_passes_can_still_be_changed(client: Client) -> None:
    page = text_of(client.get("/?type=aid"))
    assert "No event on this board passes the filter." in page
    assert 'id="search" hidden' not in page


def test_each_event_stands_with_its_evidence(client: Client, board: dict[str, Event]) -> None:
    page = text_of(client.get("/"))
    assert "<b>5 events</b>, newest first" in page
    assert "<mark>pledged</mark>" in page
    assert '<span class="p">Washington</span>' in page
    assert "$325m<small>new</small>" in page
    assert "July 2023" in page
    assert "Fall 2023" in page
    assert "No date" in page
    assert "reported 13 Jun 2023" in page
    assert 'href="/country/ukraine/"' in page
    assert '<span class="sample">sample</span>' in page


def test_events_stand_in_the_order_asked_for(client: Client, board: dict[str, Event]) -> None:
    newest, oldest = (text_of(client.get(f"/{query}")) for query in ("", "?order=oldest"))
    late, early = board["leadership"].headline.replace("’", "’"), board["aid"].headline
    assert newest.index(late) < newest.index(early)
    assert oldest.index(late) > oldest.index(early)


def test_by_report_all_stand_on_the_day_of_report(client: Client, board: dict[str, Event]) -> None:
    page = text_of(client.get("/?by=reported"))
    assert page.count('class="day"') == 1
    assert "was first reported" in page


def test_what_is_to_come_is_set_apart(client: Client, board: dict[str, Event]) -> None:
    assert 'id="upcoming"' not in text_of(client.get("/"))
    soon = timezone.localdate() + timedelta(days=9)
    make_event(
        make_article(title="Another"), "summit", "summit", "A summit to come", day=soon, status="scheduled"
    )
    page = text_of(client.get("/"))
    assert 'id="upcoming"' in page
    assert "and 1 upcoming" in page
    assert page.count(">A summit to come<") == 1


@pytest.mark.parametrize(
    ("sent", "kept"),
    [("?q=&type=aid&from=", "/?type=aid"), ("?q=", "/"), ("?type=&type=aid&country=", "/?type=aid")],
)
def test_empty_parameters_are_dropped(client: Client, board: dict[str, Event], sent: str, kept: str) -> None:
    assert client.get(f"/{sent}").headers["Location"] == kept


@pytest.mark.parametrize("query", ["type=aid", "country=UA&type=aid", "q=arms&order=newest", "nonsense=1"])
def test_other_addresses_are_answered_as_they_are(
    client: Client, board: dict[str, Event], query: str
) -> None:
    assert client.get(f"/?{query}").status_code == 200


def test_a_filter_shows_in_words_and_chips(client: Client, board: dict[str, Event]) -> None:
    page = text_of(client.get("/?type=aid&country=UA"))
    assert "<h1>Aid events about Ukraine</h1>" in page
    assert page.count(", remove this filter") == 2
    assert board["meeting"].headline not in page


def test_what_is_not_understood_is_said(client: Client, board: dict[str, Event]) -> None:
    page = text_of(client.get("/?type=%3Cscript%3E&from=soon&after=later"))
    assert "no such type of event" in page
    assert "a date looks like" in page
    assert "place to go on from" in page
    assert "<script>“" not in page
    assert "“&lt;script&gt;”" in page


def test_htmx_gets_the_changed_parts_only(client: Client, board: dict[str, Event]) -> None:
    response = client.get("/?type=aid&q=", headers=HTMX)
    page = text_of(response)
    assert "<html" not in page
    assert 'id="results"' in page
    assert page.count("hx-swap-oob") == 4
    assert response.headers["HX-Push-Url"] == "/?type=aid"
    assert "HX-Request" in response.headers["Vary"]


def test_typing_replaces_the_address(client: Client, board: dict[str, Event]) -> None:
    response = client.get("/?q=arms&from=&to=", headers=HTMX | {"HX-Trigger-Name": "q"})
    assert response.headers["HX-Replace-Url"] == "/?q=arms"


def test_the_back_button_gets_a_whole_page(client: Client, board: dict[str, Event]) -> None:
    page = text_of(client.get("/?type=aid", headers=HTMX | {"HX-History-Restore-Request": "true"}))
    assert "<html" in page


def test_a_whole_page_swaps_nothing_out_of_place(client: Client, board: dict[str, Event]) -> None:
    assert "hx-swap-oob" not in text_of(client.get("/"))


def test_load_more_goes_on_without_gap_or_double(
    client: Client, board: dict[str, Event], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(board_module, "PAGE_SIZE", 2)
    for order in ("newest", "oldest"):
        url, seen = f"/?order={order}", []
        for _ in range(3):
            shown = client.get(url).context["board"]
            seen += [row.event.pk for day in shown.days for row in day.rows]
            url = f"/?{shown.more_query}"
        assert sorted(seen) == sorted(event.pk for event in board.values())
        assert shown.more_query == ""


def test_htmx_loads_the_next_rows_alone(
    client: Client, board: dict[str, Event], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(board_module, "PAGE_SIZE", 2)
    more = client.get("/").context["board"].more_query
    response = client.get(f"/?{more}", headers=HTMX | {"HX-Target": "more"})
    page = text_of(response)
    assert 'id="results"' not in page
    assert page.count('class="ev ') == 2
    assert "HX-Push-Url" not in response.headers


def test_the_histogram_links_each_month(client: Client, board: dict[str, Event]) -> None:
    page = text_of(client.get("/"))
    assert "from=2023-07-01&amp;to=2023-07-31" in page
    assert 'aria-label="June 2023, 3 events"' in page


def test_nothing_typed_or_stored_is_executed(client: Client) -> None:
    article = make_article("The <script>alert(1)</script> man pledged <b>aid</b> to nobody at all today.")
    make_event(article, "pledged", headline="<img src=x onerror=alert(1)>", day=JUNE_13)
    page = text_of(client.get("/?q=%3Cscript%3Ealert(1)"))
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


@pytest.mark.parametrize(
    "url", ["/", "/?type=aid&country=UA", "/country/ukraine/", "/articles/", "/countries/"]
)
def test_the_number_of_queries_does_not_grow_with_the_events(client: Client, url: str) -> None:
    ukraine = make_entity("country", "Ukraine", "UA")
    counts = []
    for number in (3, 27):
        for n in range(number):
            article = make_article(title=f"Article {number} {n}", outlet=f"Outlet {n}")
            pairs = [
                ("donor", make_entity("country", f"Donor {n}"), "Washington"),
                ("recipient", ukraine, "Ukraine"),
            ]
            make_event(article, "pledged", participants=pairs, day=JUNE_13 - timedelta(days=40 * n), amount=9)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("days_ahead", "status", "said"),
    [(1, "scheduled", "scheduled"), (0, "scheduled", "scheduled"), (-1, "scheduled", "was scheduled"),
     (-1, "possible", "possible")],
)  # fmt: skip
def test_what_was_set_for_a_day_gone_by_is_said_so(
    client: Client, days_ahead: int, status: str, said: str
) -> None:
    day = timezone.localdate() + timedelta(days=days_ahead)
    make_event(make_article(), "pledged", day=day, status=status)
    assert f'<span class="st {status}">{said}</span>' in text_of(client.get("/"))

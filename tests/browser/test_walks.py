"""What people do on the board, in a real browser, with scripts and without."""

from __future__ import annotations

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from events.models import Article, Event
from events.nlp import pipeline
from tests.browser.conftest import OpenPage
from tests.making import WHITE_HOUSE, make_board

AID = """The United States pledged $325 million in military aid to Ukraine on Tuesday, as the war went into \
its second summer. President Joe Biden met NATO Secretary General Jens Stoltenberg at the White House on the \
same day."""
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(scope="module")
def warm_pipeline() -> None:
    """Loads the model before the clock of a page runs."""
    pipeline.load()


@pytest.fixture
def board(live_server: LiveServer) -> dict[str, Event]:
    return make_board()


def no_violations(page: Page) -> None:
    assert page.evaluate("window.violations") == []


def paste(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    page.get_by_role("link", name="Paste an article").first.click()
    page.get_by_label("Text").fill(AID)
    page.get_by_label("Published on").fill("2023-06-13")
    page.get_by_label("Outlet").fill("The Harbour Ledger")
    page.get_by_label("Headline").fill("Arms and a farewell tour")
    page.get_by_role("button", name="Read it").click()


@pytest.mark.model
@pytest.mark.usefixtures("warm_pipeline")
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_paste_see_the_event_filter_by_country_open_the_person(
    open_page: OpenPage, live_server: LiveServer, scripts: bool
) -> None:
    page = open_page(java_script_enabled=scripts)
    paste(page, live_server.url)
    expect(page.get_by_role("heading", level=1)).to_have_text("Arms and a farewell tour")
    expect(page.get_by_role("heading", name="Found here")).to_be_visible(timeout=30_000)
    found = page.get_by_role("link", name=re.compile(r"^United States pledges \$325 million .*Ukraine"))
    headline = found.inner_text()
    found.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(headline)
    expect(page.locator(".quote mark").first).to_be_visible()

    page.get_by_role("link", name="Timeline").click()
    page.get_by_role("complementary", name="Filters").get_by_role("link", name="Ukraine").click()
    page.wait_for_url("**/?country=UA")
    expect(page.get_by_role("heading", level=1)).to_have_text("Events about Ukraine")
    expect(page.get_by_role("link", name=headline)).to_be_visible()

    page.get_by_role("link", name="People", exact=True).click()
    page.get_by_role("link", name="Jens Stoltenberg").click()
    page.wait_for_url("**/person/jens-stoltenberg/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Jens Stoltenberg")
    if scripts:
        no_violations(page)


def test_back_undoes_a_filter(open_page: OpenPage, live_server: LiveServer, board: dict[str, Event]) -> None:
    page = open_page()
    page.goto(live_server.url)
    page.get_by_role("complementary", name="Filters").get_by_role("link", name="Aid").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Aid events")
    expect(page).to_have_url(f"{live_server.url}/?type=aid")
    expect(page.get_by_role("link", name=board["meeting"].headline)).to_have_count(0)
    expect(page.locator("#status")).to_have_text("1 event")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("What happened, by day")
    expect(page.get_by_role("link", name=board["meeting"].headline)).to_be_visible()
    expect(page.get_by_role("navigation", name="Main")).to_have_count(1)
    page.go_forward()
    expect(page.get_by_role("heading", level=1)).to_have_text("Aid events")
    no_violations(page)


def test_typing_filters_at_once_and_keeps_the_caret(
    open_page: OpenPage, live_server: LiveServer, board: dict[str, Event]
) -> None:
    page = open_page()
    page.goto(f"{live_server.url}/?type=aid")
    words = page.get_by_label("Words in the headline or text")
    words.press_sequentially("pledges", delay=20)
    expect(page).to_have_url(f"{live_server.url}/?type=aid&q=pledges")
    expect(words).to_be_focused()
    words.press_sequentially(" nothing", delay=20)
    expect(page.get_by_text("No event on this board passes the filter")).to_be_visible()
    page.get_by_role("link", name="Show all events").click()
    expect(page).to_have_url(f"{live_server.url}/")
    expect(page.locator("#results")).to_be_focused()
    expect(words).to_have_value("")
    # Typing replaced the address of the first page instead of piling up one for each letter.
    assert page.evaluate("history.length") <= 3
    no_violations(page)


def test_dates_narrow_what_the_other_filters_let_through(
    open_page: OpenPage, live_server: LiveServer, board: dict[str, Event]
) -> None:
    page = open_page()
    page.goto(f"{live_server.url}/?organisation=nato")
    page.get_by_label("From").fill("2023-07-01")
    expect(page).to_have_url(f"{live_server.url}/?organisation=nato&from=2023-07-01")
    expect(page.get_by_role("link", name=board["summit"].headline)).to_be_visible()
    expect(page.get_by_role("link", name=board["accession"].headline)).to_have_count(0)
    no_violations(page)


def test_more_events_are_added_below_and_the_address_stays(
    open_page: OpenPage, live_server: LiveServer, board: dict[str, Event], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("events.board.PAGE_SIZE", 2)
    page = open_page()
    page.goto(f"{live_server.url}/?order=oldest")
    for shown in (2, 4, 5):
        expect(page.locator(".ev")).to_have_count(shown)
        if shown < 5:
            page.get_by_role("link", name="Show more events").press("Enter")
            expect(page.locator(".ev").nth(shown).get_by_role("heading").get_by_role("link")).to_be_focused()
    expect(page).to_have_url(f"{live_server.url}/?order=oldest")
    expect(page.get_by_role("link", name="Show more events")).to_have_count(0)
    no_violations(page)


def test_pointing_at_an_event_lights_its_words(
    open_page: OpenPage, live_server: LiveServer, board: dict[str, Event]
) -> None:
    page = open_page(viewport={"width": 1280, "height": 900})
    page.goto(live_server.url + Article.objects.get().get_absolute_url())
    page.locator("#e1").hover()
    expect(page.locator("mark.lit")).to_have_text("pledged")
    page.locator("#t3").focus()
    expect(page.locator("#e3")).to_have_class(re.compile("lit"))
    expect(page.locator("#e1")).not_to_have_class(re.compile("lit"))
    no_violations(page)


def test_the_date_is_found_while_pasting(open_page: OpenPage, live_server: LiveServer) -> None:
    page = open_page()
    page.goto(f"{live_server.url}/articles/add/")
    page.get_by_label("Text").fill("Published Tuesday 13 June 2023\n\n" + WHITE_HOUSE)
    expect(page.get_by_label("Published on")).to_have_value("2023-06-13")
    expect(page.get_by_text("Found in the text:")).to_be_visible()
    no_violations(page)


def test_without_scripts_the_filter_is_a_form_with_a_clean_address(
    open_page: OpenPage, live_server: LiveServer, board: dict[str, Event]
) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{live_server.url}/?type=aid")
    page.get_by_label("Words in the headline or text").fill("pledges")
    page.get_by_role("button", name="Search").click()
    expect(page).to_have_url(f"{live_server.url}/?type=aid&q=pledges")
    expect(page.get_by_role("link", name=board["aid"].headline)).to_be_visible()


def serious(violations: list[dict[str, Any]]) -> list[str]:
    return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in violations]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_pages_have_no_barriers(
    open_page: OpenPage, live_server: LiveServer, board: dict[str, Event], scheme: str, width: int
) -> None:
    page = open_page(color_scheme=scheme, viewport={"width": width, "height": 900})
    urls = [
        "/", "/?type=aid&q=arms&from=soon", Article.objects.get().get_absolute_url(),
        board["aid"].get_absolute_url(), "/country/ukraine/", "/person/jens-stoltenberg/", "/people/",
        "/articles/", "/articles/add/", "/about/event-types/", "/about/dates/",
    ]  # fmt: skip
    found = {}
    for url in urls:
        page.goto(live_server.url + url)
        if barriers := serious(Axe().run(page).response["violations"]):
            found[url] = barriers
        no_violations(page)
        wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        if wider > 0:
            found[url] = [*found.get(url, []), f"{wider} pixels wider than the screen"]
    assert not found

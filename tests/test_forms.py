"""What a pasted article must be, and what is said where it is not."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from events.forms import checked_url, filled_in, looks_like_html
from tests.making import WHITE_HOUSE

GOOD = {"text": WHITE_HOUSE, "published": "2023-06-13"}


def posted(**fields: str) -> QueryDict:
    data = QueryDict(mutable=True)
    data.update(GOOD | fields)
    return data


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("text", "", "empty"),
        ("text", "  \n \t ", "empty"),
        ("text", "Too short to be an article.", "6 words"),
        ("text", "word " * 50_000, "200,000 is the most"),
        ("text", "\x00\x01\x02PK\x03 " + "word " * 30, "looks like a file"),
        ("text", "<html><body>" + "<p>One <b>two</b> three four.</p>" * 20, "HTML source"),
        ("published", "2999-01-01", "has not come yet"),
        ("published", "0202-06-13", "too long ago"),
        ("published", "the other day", "not a date"),
        ("url", "javascript:alert(1)", "https://"),
        ("url", "data:text/html,hello", "https://"),
        ("url", "https:///2023/06/arms", "no site name"),
        ("url", "https://[::1", "not an address"),
        ("url", "nonsense", "not a web address"),
        ("url", "https://outlet.example/" + "a" * 1_000, "1,000 is the most"),
        ("title", "t" * 301, "300 is the most"),
        ("outlet", "o" * 121, "120 is the most"),
        ("title", "a\x00b", "no text has"),
    ],
)
def test_bad_input_is_refused_with_a_message_next_to_its_field(field: str, value: str, said: str) -> None:
    form = filled_in(posted(**{field: value}))
    assert not form.is_valid()
    assert list(form.errors) == [field]
    assert said in str(form.errors[field])
    assert form[field].value() == value


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("text", "(" * 20_000 + " " + WHITE_HOUSE),
        ("text", WHITE_HOUSE + " <script>alert(1)</script> was the whole message, <b>said</b> the hackers."),
        ("title", "<img src=x onerror=alert(1)>"),
        ("url", "outlet.example/2023/06/arms"),
        ("url", "outlet.example:8080/arms"),
        ("url", "HTTPS://outlet.example/arms"),
        ("published", "13 June 2023"),
        ("published", "June 13, 2023"),
        ("outlet", ""),
    ],
)
def test_what_is_odd_but_right_is_taken(field: str, value: str) -> None:
    assert filled_in(posted(**{field: value})).is_valid()


def test_an_article_of_today_is_not_one_of_the_future() -> None:
    assert filled_in(posted(published=datetime.now(UTC).date().isoformat())).is_valid()
    later = (datetime.now(UTC) + timedelta(days=2)).date()
    assert not filled_in(posted(published=later.isoformat())).is_valid()


def test_a_date_found_in_the_text_is_filled_in_and_wants_to_be_confirmed() -> None:
    form = filled_in(posted(text="Published Tuesday 13 June 2023\n\n" + WHITE_HOUSE, published=""))
    assert form.is_valid()
    assert form.awaits_confirmation
    assert form["published"].value() == "2023-06-13"
    assert form.found is not None
    assert form.found.wording in "Tuesday 13 June 2023"
    assert form.found_is_given


def test_a_date_that_was_given_is_not_asked_about_again() -> None:
    form = filled_in(posted(text="Published Tuesday 13 June 2023\n\n" + WHITE_HOUSE, published="2023-06-14"))
    assert form.is_valid()
    assert not form.awaits_confirmation
    assert not form.found_is_given


def test_a_date_in_the_address_is_taken_where_the_text_has_none() -> None:
    form = filled_in(posted(published="", url="https://outlet.example/2023/06/14/arms"))
    assert form.awaits_confirmation
    assert form["published"].value() == "2023-06-14"


def test_a_date_that_is_nowhere_is_asked_for() -> None:
    form = filled_in(posted(published=""))
    assert not form.is_valid()
    assert list(form.errors) == ["published"]


@pytest.mark.parametrize(
    ("text", "is_html"),
    [
        ("<!doctype html><html><body><p>Words</p></body></html>", True),
        ("<div class=a><p>One</p><p>Two</p></div>" * 5, True),
        ("He wrote <b>no</b> and a < b > c.", False),
        (WHITE_HOUSE, False),
        ("<" * 5_000, False),
    ],
)
def test_page_source_is_told_from_text_with_a_few_tags(text: str, is_html: bool) -> None:
    assert looks_like_html(text) is is_html


@given(st.text(max_size=60))
def test_an_address_never_fails_in_other_ways_than_by_saying_so(url: str) -> None:
    with suppress(ValidationError):
        assert checked_url(url).lower().startswith(("http://", "https://"))


@given(
    st.dictionaries(st.sampled_from(["text", "published", "url", "outlet", "title"]), st.text(max_size=200))
)
def test_whatever_is_posted_no_field_fails(fields: dict[str, str]) -> None:
    filled_in(posted(**fields)).is_valid()

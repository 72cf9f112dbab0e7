"""What people paste: an article, checked field by field, with nothing lost of what they typed."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.http import QueryDict
from django.utils.html import format_html

from events.ingest.dates import FoundDate, find_published, published_in_url
from events.ingest.limits import MAX_CHARS, MAX_OUTLET, MAX_TITLE, MAX_URL, MIN_WORDS, count_words
from events.ingest.save import NewArticle, SavedArticle
from events.ingest.tidy import looks_binary, tidy_text
from events.wording import full_day

TAG = re.compile(r"</?[a-zA-Z][^<>]{0,400}>")
HTML_TAGS = 10
HTML_SHARE = 0.05
HTML_START = re.compile(r"\s{0,200}<(?:!doctype|html|head|body|div|article|p)\b", re.IGNORECASE)
EARLIEST = date(1800, 1, 1)
FURTHEST_EAST = timedelta(hours=14)
DATE_FORMS = ["%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%B %d %Y", "%b %d, %Y", "%d.%m.%Y"]


class AsTyped(forms.CharField):
    """Text as it came: not stripped, and characters that no text has are the form's to explain."""

    def __init__(self, **options: Any) -> None:
        super().__init__(strip=False, **options)
        self.validators = []


class ArticleForm(forms.Form):
    """One pasted article.

    `found` is the date that stands in the text, and `found_in_url` the one in the address. Where
    nobody gave a date it is filled in from them, and the form is not accepted before the reader has
    seen it and sends the form again.
    """

    text = AsTyped(widget=forms.Textarea(attrs={"rows": 14}), required=False)
    published = forms.DateField(
        label="Published on",
        required=False,
        input_formats=DATE_FORMS,
        widget=forms.DateInput,
        error_messages={"invalid": "This is not a date; write it as 2023-06-13."},
    )
    title = AsTyped(label="Headline", required=False)
    outlet = AsTyped(label="Outlet", required=False)
    url = AsTyped(label="Address", required=False)

    found: FoundDate | None = None
    found_in_url: date | None = None
    awaits_confirmation = False

    @property
    def found_is_given(self) -> bool:
        """Whether the date in the field is the one found in the text."""
        return self.found is not None and self["published"].value() == self.found.date.isoformat()

    @property
    def published_as_typed(self) -> str:
        """What was given as a date, where a browser's field for dates could not show it again."""
        value = str(self["published"].value() or "")
        return "" if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else value[:60]

    def clean_text(self) -> str:
        """An article of a length that can be read, as it was typed."""
        text: str = self.cleaned_data["text"]
        if not text.strip():
            raise forms.ValidationError("Paste the article's text here; the field is empty.")
        if looks_binary(text):
            raise forms.ValidationError(
                "This looks like a file, not like text. Open it in its own program and copy the words there."
            )
        if len(text) > MAX_CHARS:
            raise forms.ValidationError(
                f"The text has {len(text):,} characters; {MAX_CHARS:,} is the most. Paste one article."
            )
        if looks_like_html(text):
            raise forms.ValidationError(
                "This looks like HTML source; paste the article's text, as the page shows it."
            )
        if (words := count_words(text)) < MIN_WORDS:
            raise forms.ValidationError(
                f"The text has {words} word{'' if words == 1 else 's'}; an article has at least {MIN_WORDS}."
            )
        return text

    def clean_published(self) -> date | None:
        """A day that has come, somewhere on Earth at least."""
        published: date | None = self.cleaned_data["published"]
        if published is None:
            raise forms.ValidationError(
                "Give the day on which the article was published: “on Tuesday” is read against it. "
                "No date was found in the text."
            )
        # Where it is tomorrow already, today's article is no article from the future.
        latest = (datetime.now(UTC) + FURTHEST_EAST).date()
        if published > latest:
            raise forms.ValidationError(
                f"{full_day(published)} has not come yet; give the day of publication."
            )
        if published < EARLIEST:
            raise forms.ValidationError(f"{full_day(published)} is too long ago; check the year.")
        return published

    def clean_url(self) -> str:
        """A web address with its scheme, or nothing."""
        url = " ".join(self.cleaned_data["url"].split())
        if not url:
            return ""
        if len(url) > MAX_URL:
            raise forms.ValidationError(f"The address has {len(url):,} characters; {MAX_URL:,} is the most.")
        return checked_url(url)

    def clean_outlet(self) -> str:
        """One line."""
        return self._short("outlet", MAX_OUTLET)

    def clean_title(self) -> str:
        """One line."""
        return self._short("title", MAX_TITLE)

    def _short(self, field: str, longest: int) -> str:
        value = " ".join(self.cleaned_data[field].split())
        if looks_binary(value):
            raise forms.ValidationError("This holds characters that no text has; type it anew.")
        if len(value) > longest:
            raise forms.ValidationError(f"This has {len(value):,} characters; {longest} is the most.")
        return value

    def new_article(self) -> NewArticle:
        """What is to be stored; only of a valid form."""
        data = self.cleaned_data
        return NewArticle(
            text=data["text"],
            published_on=data["published"],
            title=data["title"],
            outlet=data["outlet"],
            url=data["url"],
        )

    def refuse_known(self, saved: SavedArticle) -> None:
        """Say that the article is there already, with a link to it."""
        known = saved.article
        self.add_error(
            "text",
            forms.ValidationError(
                format_html(
                    'This article is on the board already; nothing was added. See <a href="{}">{}</a>, '
                    "published {}.",
                    known.get_absolute_url(),
                    str(known),
                    full_day(known.published_on),
                )
            ),
        )


def filled_in(posted: QueryDict) -> ArticleForm:
    """The form as posted; where the date is missing, with the one that text or address give."""
    data = posted.copy()
    found = find_published(tidy_text(data.get("text", "")[:MAX_CHARS]))
    in_url = published_in_url(data.get("url", "")) if found is None else None
    day = found.date if found else in_url
    missing = not data.get("published", "").strip()
    if missing and day:
        data["published"] = day.isoformat()
    form = ArticleForm(data)
    form.found, form.awaits_confirmation = found, missing and day is not None
    form.found_in_url = in_url if form.awaits_confirmation else None
    return form


def looks_like_html(text: str) -> bool:
    """Whether somebody pasted a page's source; a few tags in a text are just quoted as they stand."""
    tags = TAG.findall(text)
    if HTML_START.match(text) and len(tags) >= HTML_TAGS // 3:
        return True
    return len(tags) >= HTML_TAGS and sum(map(len, tags)) > HTML_SHARE * len(text)


def checked_url(url: str) -> str:
    """The address with its scheme; ValidationError for what no browser should open as a source."""
    scheme = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):(?!\d)", url)
    if scheme and scheme[1].lower() not in ("http", "https"):
        raise forms.ValidationError("Only addresses that start with https:// or http:// are taken.")
    full = url if scheme else f"https://{url.lstrip('/')}"
    try:
        parts = urlsplit(full)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise forms.ValidationError("This is not an address that a browser can open.") from None
    if not host:
        raise forms.ValidationError(
            "The address has no site name after “https://”. Add it, or leave the field empty."
        )
    if " " in full or ("." not in host.strip(".") and host != "localhost"):
        raise forms.ValidationError("This is not a web address. Correct it, or leave the field empty.")
    return full

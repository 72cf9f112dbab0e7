"""Stores an article once, tidied, however often and however spaced it is pasted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction

from events.ingest.language import language_of
from events.ingest.limits import MAX_AUTHOR, MAX_OUTLET, MAX_TITLE, MAX_URL
from events.ingest.tidy import content_hash, tidy_line, tidy_text
from events.models import Article, ArticleState


@dataclass(frozen=True, slots=True, kw_only=True)
class NewArticle:
    """An article as somebody typed or a file held it."""

    text: str
    published_on: date
    title: str = ""
    outlet: str = ""
    author: str = ""
    url: str = ""
    is_sample: bool = False


@dataclass(frozen=True, slots=True)
class SavedArticle:
    """The row that now stands for the article; `why` says in words what became of it."""

    article: Article
    created: bool
    why: str = ""


def save_article(new: NewArticle) -> SavedArticle:
    """Store `new`, or find the article with the same text.

    A new one is `queued` for reading, or `unread` with the reason where it is not in English. Whether
    the fields are good is the form's business: what is too long here is cut.
    """
    text = tidy_text(new.text)
    fingerprint = content_hash(text)
    if known := Article.objects.filter(content_hash=fingerprint).first():
        return _known(known)
    language = language_of(text)
    article = Article(
        text=text,
        content_hash=fingerprint,
        published_on=new.published_on,
        title=tidy_line(new.title)[:MAX_TITLE],
        outlet=tidy_line(new.outlet)[:MAX_OUTLET],
        author=tidy_line(new.author)[:MAX_AUTHOR],
        url=new.url.strip()[:MAX_URL],
        is_sample=new.is_sample,
        language=language.code,
        state=ArticleState.UNREAD if language.unread_because else ArticleState.QUEUED,
        state_reason=language.unread_because,
    )
    try:
        with transaction.atomic():
            article.save()
    except IntegrityError:
        # The same form sent twice at once: the other request was first.
        return _known(Article.objects.get(content_hash=fingerprint))
    return SavedArticle(article, created=True, why=language.unread_because)


def _known(article: Article) -> SavedArticle:
    day = f"{article.published_on.day} {article.published_on:%B %Y}"
    why = f"The same text is on the board already: “{article}”, published {day}."
    return SavedArticle(article, created=False, why=why)

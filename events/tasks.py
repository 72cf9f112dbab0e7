"""Thin tasks that take ids, and what has to happen with them when the board starts."""

from __future__ import annotations

import logging
import threading
from datetime import date

from django.db import connections, transaction
from django.db.models import QuerySet
from django.tasks import task

from events import analysis
from events.models import Article, ArticleStage, ArticleState

logger = logging.getLogger(__name__)

GAVE_UP = f"The reading was broken off {analysis.MAX_ATTEMPTS} times; it was not tried again"


@task
def read_article(article_id: int) -> None:
    """Read one article."""
    analysis.read_article(article_id)


def read_soon(article: Article) -> None:
    """Queue an article that waits for its reading, once what saved it is committed."""
    if article.state in (ArticleState.QUEUED, ArticleState.FAILED):
        transaction.on_commit(lambda: _enqueue(article.pk))


def read_again(articles: QuerySet[Article]) -> int:
    """Queue articles anew, whatever their state, and return how many; unread ones stay so."""
    ids = list(articles.exclude(state=ArticleState.UNREAD).values_list("id", flat=True))
    Article.objects.filter(id__in=ids).update(
        state=ArticleState.QUEUED, stage=ArticleStage.SAVED, state_reason="", attempts=0
    )
    for article_id in ids:
        _enqueue(article_id)
    return len(ids)


def reconcile() -> int:
    """Queue every article whose reading did not end, and return how many."""
    ids = release_unfinished()
    for article_id in ids:
        _enqueue(article_id)
    return len(ids)


def release_unfinished() -> list[int]:
    """Make articles whose reading did not end ready to be read again; their ids, the oldest first.

    The article's own state is the truth: a queue in memory dies with its process. A reading that does
    still run elsewhere does no harm, since only the last one to claim an article may write.
    """
    unfinished = Article.objects.unfinished()
    unfinished.filter(attempts__gte=analysis.MAX_ATTEMPTS).update(
        state=ArticleState.FAILED, state_reason=GAVE_UP
    )
    unfinished.filter(state=ArticleState.READING).update(state=ArticleState.QUEUED, stage=ArticleStage.SAVED)
    return list(unfinished.order_by("id").values_list("id", flat=True))


def start_in_background() -> None:
    """What a server does as it starts, without keeping the first page waiting."""
    threading.Thread(target=_start, name="newsboard-start", daemon=True).start()


def _start() -> None:
    try:
        if count := reconcile():
            logger.info("%s unfinished articles are queued again", count)
        # The first reader would otherwise wait seconds for the model and the lists of names.
        from events.nlp import pipeline

        pipeline.read("Norway pledged aid to Ukraine on Monday.", date(2023, 1, 2))
    except Exception:
        logger.exception("The board started, but articles cannot be read yet")
    finally:
        connections.close_all()


def _enqueue(article_id: int) -> None:
    read_article.enqueue(article_id)

"""Takes an article through the pipeline into rows: the one bridge between the two."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from events.models import Article, ArticleStage, ArticleState
from events.naming import Namer
from events.nlp import findings
from events.storing import store_events

logger = logging.getLogger(__name__)

# An article that ends the whole process each time (memory, say) must not be tried for ever.
MAX_ATTEMPTS = 3


class Superseded(Exception):
    """Another reading of the same article began, or the article was removed, while this one ran."""


def read_article(article_id: int) -> None:
    """Read a queued or failed article and put what was found on the board.

    Never raises: what goes wrong is on the article, `failed` with a reason, and no row is half written.
    Does nothing for an article that is gone, read, unread or being read.
    """
    article = _claim(article_id)
    if article is None:
        return
    try:
        reading = _run_pipeline(article)
        with transaction.atomic():
            _finish(article, reading)
            namer = Namer(article)
            namer.store(reading.entities)
            store_events(article, reading.events, namer)
    except Superseded:
        logger.info("Article %s: a newer reading took over", article_id)
    except Exception as error:
        logger.exception("Article %s could not be read", article_id)
        _fail(article, error)


def _claim(article_id: int) -> Article | None:
    """Take the article for this reading by one conditional update; None when it is not to be had.

    `attempts` then is this reading's token: whoever claims the article next raises it, and this
    reading's writes no longer apply.
    """
    taken = Article.objects.filter(
        pk=article_id, state__in=[ArticleState.QUEUED, ArticleState.FAILED]
    ).update(
        state=ArticleState.READING,
        stage=ArticleStage.SAVED,
        state_reason="",
        attempts=F("attempts") + 1,
    )
    return Article.objects.filter(pk=article_id).first() if taken else None


def _run_pipeline(article: Article) -> findings.Reading:
    read = _pipeline().read
    reading: findings.Reading = read(
        article.text, article.published_on, article.title, on_stage=_stage_teller(article)
    )
    return reading


def _pipeline() -> Any:
    # Imported here: pages queue articles through this module and must start without spaCy.
    from events.nlp import pipeline

    return pipeline


def _stage_teller(article: Article) -> Callable[[str], None]:
    def tell(stage: str) -> None:
        _ours(article, stage=stage)

    return tell


def _finish(article: Article, reading: findings.Reading) -> None:
    """First in the transaction, so that a reading that was superseded writes nothing at all."""
    _ours(
        article,
        state=ArticleState.READ,
        stage=ArticleStage.STORED,
        state_reason="",
        read_at=timezone.now(),
        attempts=0,
        pipeline_version=_pipeline().VERSION[:40],
        quotes=[
            {"start": quote.start, "end": quote.end, "speaker": quote.speaker, "cue": quote.cue}
            for quote in reading.quotes
        ],
        times=[
            {"start": time.start, "end": time.end, "type": time.type, "value": time.value}
            for time in reading.times
        ],
    )


def _fail(article: Article, error: Exception) -> None:
    reason = f"Reading stopped: {error}" if str(error) else f"Reading stopped: {type(error).__name__}"
    try:
        _ours(article, state=ArticleState.FAILED, state_reason=" ".join(reason.split())[:500])
    except Superseded:
        logger.info("Article %s: a newer reading took over", article.pk)


def _ours(article: Article, **values: object) -> None:
    """Update the article while it is still this reading's; Superseded otherwise."""
    still_ours = Article.objects.filter(pk=article.pk, state=ArticleState.READING, attempts=article.attempts)
    if not still_ours.update(**values):
        raise Superseded

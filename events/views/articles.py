"""Articles: the list of them, pasting one, its page while and after it is read."""

from __future__ import annotations

from datetime import timedelta

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from events import tasks
from events.annotated import annotate
from events.forms import ArticleForm, filled_in
from events.ingest.samples import remove_samples as take_samples_away
from events.ingest.save import save_article
from events.models import Article, ArticleStage, ArticleState
from events.views.timeline import wants_fragment
from events.wording import counted

PAGE_SIZE = 50
SLOW_START = timedelta(seconds=20)


@require_safe
def article_list(request: HttpRequest) -> HttpResponse:
    """Every article, the latest published first."""
    words = request.GET.get("q", "").replace("\0", "").strip()[:200]
    articles = Article.objects.with_event_count().newest_first().defer("text", "quotes", "times")
    if words:
        articles = articles.about(words)
    page = Paginator(articles, PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "events/articles.html", {"page": page, "words": words})


@require_http_methods(["GET", "HEAD", "POST"])
def add_article(request: HttpRequest) -> HttpResponse:
    """The form to paste an article into; a good one is stored, queued and shown."""
    form = filled_in(request.POST) if request.method == "POST" else ArticleForm()
    if form.is_bound and form.is_valid() and not form.awaits_confirmation:
        saved = save_article(form.new_article())
        if saved.created:
            tasks.read_soon(saved.article)
            return redirect(saved.article)
        form.refuse_known(saved)
    latest = Article.objects.with_event_count().order_by("-id").defer("text", "quotes", "times")[:5]
    return render(request, "events/add_article.html", {"form": form, "latest": latest})


@require_POST
def suggest_date(request: HttpRequest) -> HttpResponse:
    """The field of the date while the text is typed: filled in where the text gives one."""
    form = filled_in(request.POST)
    # Nothing was sent off yet: what is still missing is no error.
    form.errors.clear()
    return render(request, "events/add_article.html#published-field", {"form": form})


@require_safe
@vary_on_headers("HX-Request", "HX-History-Restore-Request")
def article(request: HttpRequest, public_id: str) -> HttpResponse:
    """An article with what was found in it; the stages of its reading until that is done."""
    shown = get_object_or_404(Article, public_id=public_id)
    running = shown.state in (ArticleState.QUEUED, ArticleState.READING)
    context = {
        "article": shown,
        "running": running,
        "slow": running and shown.attempts == 0 and timezone.now() - shown.added_at > SLOW_START,
        "stages": stages(shown) if running else [],
        "annotated": None if running else annotate(shown),
    }
    name = "events/article.html#article-page" if wants_fragment(request) else "events/article.html"
    return render(request, name, context)


def stages(shown: Article) -> list[tuple[str, str]]:
    """Each stage of reading in its words, and whether it is "done", "now" or "later".

    A stage is noted as it begins; being saved is no work of the reader, so it is always done.
    """
    order = list(ArticleStage)
    at = max(1, order.index(ArticleStage(shown.stage)))
    now = "now" if shown.state == ArticleState.READING else "later"
    return [
        (str(stage.label), "done" if place < at else now if place == at else "later")
        for place, stage in enumerate(order)
    ]


@require_POST
def read_again(request: HttpRequest, public_id: str) -> HttpResponse:
    """Queue an article for another reading."""
    shown = get_object_or_404(Article, public_id=public_id)
    tasks.read_again(Article.objects.called(public_id))
    return redirect(shown)


@require_POST
def remove_samples(request: HttpRequest) -> HttpResponse:
    """Take the sample articles, and what only they tell of, off the board."""
    removed = take_samples_away().articles
    messages.info(request, f"{counted(removed, 'sample article')} taken off the board.")
    return redirect("timeline")

"""The timeline, which is the board's front page."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import push_url, replace_url
from django_htmx.middleware import HtmxDetails

from events.board import Board, board
from events.facets import facets
from events.filters import Filter, board_events, place_in_address


def wants_fragment(request: HttpRequest) -> bool:
    """Whether only the changed part is asked for; never when the reader comes back by the Back button."""
    htmx: HtmxDetails = request.htmx  # type: ignore[attr-defined]
    return bool(htmx) and not htmx.history_restore_request and not htmx.boosted


def without_empty(request: HttpRequest) -> HttpResponse | None:
    """A redirect to the address without its empty parameters, which forms without JavaScript leave."""
    pairs = [(name, value) for name, values in request.GET.lists() for value in values]
    kept = [(name, value) for name, value in pairs if value.strip()]
    if kept == pairs:
        return None
    kept.sort(key=place_in_address)
    return HttpResponseRedirect(f"{request.path}?{urlencode(kept)}" if kept else request.path)


def swapped(request: HttpRequest, shown: Board, response: HttpResponse) -> HttpResponse:
    """The fragment with its address: typing replaces the one that is there, choosing adds one."""
    query = shown.filter.query_string(problems=())
    url = f"{shown.path}?{query}" if query else shown.path
    typing = request.htmx.trigger_name == "q"  # type: ignore[attr-defined]
    return replace_url(response, url) if typing else push_url(response, url)


@require_safe
@vary_on_headers("HX-Request", "HX-Target", "HX-History-Restore-Request")
def timeline(request: HttpRequest) -> HttpResponse:
    """Every event of the board by day, filtered by the address."""
    fragment = wants_fragment(request)
    if not fragment and (redirect := without_empty(request)):
        return redirect
    chosen = Filter.from_query(request.GET)
    shown = board(request.path, chosen, board_events(), request.GET.get("after", ""), timezone.localdate())
    if fragment and request.htmx.target == "more":  # type: ignore[attr-defined]
        return render(request, "events/board.html#more", {"board": shown})
    context = {
        "board": shown,
        "facets": facets(chosen, board_events()),
        "kept": [pair for pair in chosen.pairs() if pair[0] not in ("q", "from", "to")],
        "swapping": fragment,
    }
    if fragment:
        return swapped(request, shown, render(request, "events/timeline.html#swap", context))
    return render(request, "events/timeline.html", context)

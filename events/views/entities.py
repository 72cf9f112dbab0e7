"""Countries, people, organisations: the lists of them and the page of each."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from events import vocabulary
from events.board import board
from events.entity_page import MOST_LISTED, beside, listed
from events.facets import facet
from events.filters import Filter, board_events
from events.models import Entity
from events.nlp.findings import EntityKind
from events.views.timeline import swapped, wants_fragment, without_empty


@require_safe
def entity_list(request: HttpRequest, kind: EntityKind) -> HttpResponse:
    """Every entity of a kind with the number of its events."""
    words = request.GET.get("q", "").replace("\0", "").strip()[:200]
    entities = Entity.objects.current().of_kind(kind).with_event_count()
    if words:
        entities = entities.called(words)
    found = listed(entities, kind)
    context = {
        "plural": vocabulary.KIND_PLURALS[kind],
        "words": words,
        "total": len(found),
        "most": MOST_LISTED,
        "acting": [each for each in found[:MOST_LISTED] if each.events],
        "named": [each for each in found[:MOST_LISTED] if not each.events],
    }
    return render(request, "events/entity_list.html", context)


@require_safe
@vary_on_headers("HX-Request", "HX-Target", "HX-History-Restore-Request")
def entity(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """Who or what an entity is, its timeline, who it appears with and the articles that name it."""
    shown = get_object_or_404(Entity.objects.select_related("merged_into"), kind=kind, slug=slug)
    if shown.merged_into:
        return redirect(shown.merged_into)
    fragment = wants_fragment(request)
    if not fragment and (redirection := without_empty(request)):
        return redirection
    chosen = Filter.from_query(request.GET)
    own = board_events().with_participant(shown)
    events = board(request.path, chosen, own, request.GET.get("after", ""), timezone.localdate())
    context = {"entity": shown, "board": events, "facet": facet("type", chosen, own), "swapping": fragment}
    if fragment and request.htmx.target == "more":  # type: ignore[attr-defined]
        return render(request, "events/board.html#more", context)
    if fragment:
        return swapped(request, events, render(request, "events/entity.html#swap", context))
    context |= beside(shown, own)
    return render(request, "events/entity.html", context)

"""The page of one event."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from events import vocabulary
from events.board import row
from events.facts import facts, sources
from events.filters import board_events
from events.models import Event
from events.wording import rail_label, when

NEIGHBOURS = 3


@require_safe
def event(request: HttpRequest, public_id: str, slug: str = "") -> HttpResponse:
    """An event with its evidence, facts and neighbours; links to merged ones and old headlines lead on."""
    shown = get_object_or_404(Event.objects.for_lists().select_related("merged_into"), public_id=public_id)
    canonical = shown.merged_into or shown
    if request.path != canonical.get_absolute_url():
        return redirect(canonical, permanent=False)
    related = board_events().sharing_participants(shown)
    context = {
        "event": shown,
        "row": row(shown, "happened"),
        "when": when(shown.date_start, shown.date_end, shown.date_precision),
        "label": rail_label(shown.date_start, shown.date_end, shown.date_precision, shown.reported_on),
        "facts": facts(shown),
        "sources": sources(shown),
        "family": vocabulary.family(shown.type),
        "before": list(reversed(related.before(shown)[:NEIGHBOURS])),
        "after": list(related.following(shown)[:NEIGHBOURS]),
    }
    return render(request, "events/event.html", context)

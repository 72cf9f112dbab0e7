"""Pages that explain the board, and those shown when something goes wrong."""

from __future__ import annotations

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from events import vocabulary


@require_safe
def event_types(request: HttpRequest) -> HttpResponse:
    """What counts as which type of event, from the types' own files."""
    return render(request, "events/about_event_types.html", {"types": vocabulary.all_types().values()})


@require_safe
def dates(request: HttpRequest) -> HttpResponse:
    """How dates are read and shown."""
    return render(request, "events/about_dates.html")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What was sent cannot be taken; what is too large is said to be so."""
    if isinstance(exception, RequestDataTooBig):
        return render(request, "413.html", status=413)
    return render(request, "400.html", status=400)

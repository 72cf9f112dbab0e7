"""Tags that put events, participants and marked text on the page, all of it escaped."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import RequestContext
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from events import vocabulary, wording
from events.board import Board
from events.facts import country_name
from events.highlight import Mark, Piece
from events.models import Article, Entity, Event, Participant

register = template.Library()


@register.simple_tag
def has_samples() -> bool:
    """Whether sample articles are on the board."""
    return Article.objects.samples().exists()


@register.simple_tag(takes_context=True)
def nav_link(context: RequestContext, name: str, label: str) -> SafeString:
    """One entry of the main navigation; the page that is shown is marked."""
    match = getattr(context.get("request"), "resolver_match", None)
    current = mark_safe(' aria-current="page"') if match and match.url_name == name else ""
    return format_html('<li><a href="{}"{}>{}</a></li>', reverse(name), current, label)


@register.simple_tag
def board_link(board: Board, query: str | None = None, **changes: Any) -> SafeString:
    """The attributes of a link that changes what the board shows, with and without JavaScript."""
    own = board.filter.query_string(**changes) if query is None else query
    url = f"{board.path}?{own}" if own else board.path
    return format_html(
        'href="{}" hx-get="{}" hx-target="#results" hx-swap="outerHTML" hx-push-url="true" '
        'hx-indicator="#results"',
        url,
        url,
    )


@register.simple_tag
def participant_link(event_type: str, participant: Participant) -> SafeString:
    """Who took part, linked to their page where they have one, with their role."""
    role = format_html('<span class="role">{}</span>', vocabulary.role_label(event_type, participant.role))
    if participant.entity is None:
        return format_html('<span class="unlinked">{} {}</span>', participant.name, role)
    return format_html(
        '<a href="{}">{} {}</a>', participant.entity.get_absolute_url(), participant.name, role
    )


@register.simple_tag
def sentence(pieces: list[Piece]) -> SafeString:
    """An evidence sentence: the trigger highlighted, participants dotted."""
    return format_html_join("", "{}", ((_in_sentence(piece),) for piece in pieces))


def _in_sentence(piece: Piece) -> str | SafeString:
    shown: str | SafeString = piece.text
    if piece.entity:
        shown = format_html('<span class="p">{}</span>', shown)
    return format_html("<mark>{}</mark>", shown) if piece.trigger else shown


@register.simple_tag
def prose(pieces: list[Piece]) -> SafeString:
    """A paragraph of an article: entities linked, evidence and triggers marked with their events' numbers."""
    return format_html_join("", "{}", ((_in_prose(piece),) for piece in pieces))


def _in_prose(piece: Piece) -> SafeString:
    shown: str | SafeString = piece.text
    if entity := piece.entity:
        shown = format_html('<a class="p" href="{}" title="{}">{}</a>', entity.ref, entity.label, shown)
    if trigger := piece.trigger:
        shown = format_html(
            '<mark class="f-{}" data-events="{}">{}</mark>', trigger.family, trigger.ref, shown
        )
    shown = format_html("{}{}", shown, format_html_join("", "{}", ((_number(m),) for m in piece.numbers)))
    if evidence := piece.evidence:
        shown = format_html(
            '<span class="told f-{}" data-events="{}">{}</span>',
            evidence[0].family,
            piece.evidence_refs,
            shown,
        )
    return shown


def _number(mark: Mark) -> SafeString:
    return format_html(
        '<a class="num"{} href="#e{}" data-events="{}" aria-label="Event {}: {}">{}</a>',
        format_html(' id="{}"', mark.anchor) if mark.anchor else "",
        mark.ref,
        mark.ref,
        mark.ref,
        mark.label,
        mark.ref,
    )


@register.filter
def count(number: int, noun: str) -> str:
    """`1 event`, `1,204 events`; a plural that is no mere -s follows a comma."""
    one, _, many = noun.partition(",")
    return wording.counted(number, one, many)


@register.filter
def full_day(day: Any) -> str:
    """`13 June 2023`"""
    return wording.full_day(day) if day else ""


@register.filter
def date_of(event: Event) -> str:
    """The event's date as exact as it is known, or when it was reported."""
    exact = wording.when(event.date_start, event.date_end, event.date_precision)
    return exact or f"reported {wording.full_day(event.reported_on)}"


@register.filter
def readable(name: str) -> str:
    """Names of modes and stages as words."""
    return vocabulary.readable(name)


@register.simple_tag
def country_link(code: str) -> SafeString | str:
    """The country of an ISO code, linked where it has a page."""
    entity = Entity.objects.current().of_kind("country").in_country(code).first()
    if entity is None:
        return country_name(code)
    return format_html('<a href="{}">{}</a>', entity.get_absolute_url(), entity.name)

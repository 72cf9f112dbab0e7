"""How event types, their roles and statuses are called on the board.

Stored events outlive files: a type whose file was taken away keeps its name, so that no page fails.
"""

from __future__ import annotations

from collections.abc import Mapping

from events.nlp import event_types
from events.nlp.event_types import EventType
from events.nlp.findings import STATUSES

FALLBACK_FAMILY = "state"
# Stages that a reader must not overlook; they stand in the chip of a blocked thing.
HALTED_STAGES = frozenset({"blocked", "rejected", "suspended", "broken", "failed", "cancelled"})
# Why words were taken for somebody, as the end of a sentence: "Kyiv → Ukraine, because it is the capital".
REASONS = {
    "capital": "because it is the capital",
    "seat of power": "because it is a seat of power",
    "state body": "because it is a body of the state",
    "nationality": "by nationality",
    "surname": "by surname",
    "pronoun": "by the pronoun",
    "description": "by description",
    "title": "by title",
    "office": "by office",
    "country spoken of": "as the country spoken of",
    "where it happened": "by where it happened",
}
KIND_PLURALS = {
    "country": "countries",
    "person": "people",
    "organisation": "organisations",
    "place": "places",
    "group": "groups",
}


def all_types() -> Mapping[str, EventType]:
    """Every event type by name."""
    return event_types.load_all()


def readable(name: str) -> str:
    """`hunger_strike` as `hunger strike`."""
    return name.replace("_", " ").strip()


def because(reason: str) -> str:
    """`because it is the capital` for the reason `capital`; empty for none."""
    return REASONS.get(reason, f"because {reason}") if reason else ""


def detail(type_name: str, *names: str) -> str:
    """`military, pledged`: modes and stages that say more than the type's own label does."""
    said = {"", "other", type_label(type_name).casefold()}
    words = [readable(name) for name in names]
    return ", ".join(word for word in words if word.casefold() not in said)


def type_label(name: str) -> str:
    """`Aid`"""
    known = all_types().get(name)
    return known.label if known else readable(name).capitalize()


def family(name: str) -> str:
    """The family of a type, which decides its hue and shape."""
    known = all_types().get(name)
    return known.family if known else FALLBACK_FAMILY


def role_label(type_name: str, role: str) -> str:
    """`donor`, in the words of the type's file."""
    known = all_types().get(type_name)
    found = known.roles.get(role) if known else None
    return found.label if found else readable(role)


def statuses() -> tuple[str, ...]:
    """Every status an event can have."""
    return STATUSES

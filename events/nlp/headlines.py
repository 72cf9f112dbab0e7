"""Composes an event's headline from its type's templates.

"United States pledges $325 million in military aid to Ukraine" comes of the template of pledged aid.

A template holds fields in braces, optional pieces in square brackets (dropped when a field in them is
empty) and verbs as <singular|plural>, chosen by the number of those named by the field before.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_FIELD = re.compile(r"\{(\w+)\}")
_VERB = re.compile(r"<([^|<>]*)\|([^|<>]*)>")
MOST_NAMES = 3


def join_names(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C", "A, B and 4 others"."""
    if len(names) > MOST_NAMES:
        return f"{', '.join(names[: MOST_NAMES - 1])} and {len(names) - MOST_NAMES + 1} others"
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def compose(
    templates: Sequence[tuple[Mapping[str, str], str]],
    facts: Mapping[str, str],
    names: Mapping[str, Sequence[str]],
    plural: Collection[str] = (),
) -> str | None:
    """The first template whose conditions and needed fields the facts meet, filled in, or None.

    `facts` holds mode, stage, status, amount, place; `names` the participants' names by role; `plural` the
    roles whose verb is in the plural though they have one name: "two soldiers".
    """
    fields = {**{k: v for k, v in facts.items() if v}, **{k: join_names(v) for k, v in names.items() if v}}
    for when, template in templates:
        if all(facts.get(key) in value.split("|") for key, value in when.items()):
            text = _fill(template, fields, names, plural)
            if text:
                return text[0].upper() + text[1:]
    return None


def _fill(
    template: str, fields: Mapping[str, str], names: Mapping[str, Sequence[str]], plural: Collection[str]
) -> str | None:
    def optional(match: re.Match[str]) -> str:
        return match.group(1) if all(f in fields for f in _FIELD.findall(match.group(1))) else ""

    text = _OPTIONAL.sub(optional, template)
    wanted = _FIELD.findall(text)
    if any(name not in fields for name in wanted):
        return None
    first = next((name for name in wanted if name in names), None)
    many = first is not None and (len(names[first]) > 1 or first in plural)
    text = _VERB.sub(lambda m: m.group(2 if many else 1), text)
    text = _FIELD.sub(lambda m: fields[m.group(1)], text)
    return re.sub(r"\s{2,}", " ", text).strip()

"""Every example and near-miss of every event type's file is a test; so is every way to get a file wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from events.nlp.event_types import EventTypeError, Example, load, load_all
from events.nlp.findings import Event

EXAMPLES = [
    pytest.param(kind.name, example, id=f"{kind.name}-{number}")
    for kind in load_all().values()
    for number, example in enumerate(kind.examples, 1)
]
NEAR_MISSES = [
    pytest.param(kind.name, example, id=f"{kind.name}-{number}")
    for kind in load_all().values()
    for number, example in enumerate(kind.near_misses, 1)
]


def events_in(example: Example) -> list[Event]:
    """What is read out of an example."""
    from events.nlp.pipeline import read

    return list(read(example.text, date.fromisoformat(example.published), example.title).events)


def stated(event: Event, key: str) -> Any:
    """The value of an event that an example's `expect` names."""
    if key == "date":
        if event.interval is None:
            return ""
        first, last = event.interval.start.isoformat(), event.interval.end.isoformat()
        return first if first == last else f"{first}..{last}"
    if key == "amount":
        return [f"{a.value:.0f} {a.currency}" for a in event.amounts]
    if key == "place":
        return event.place.name if event.place else ""
    if key in {"mode", "stage", "status", "headline", "attribution", "casualties"}:
        return getattr(event, key) or ""
    return sorted(p.name for p in event.participants if p.role == key)


def agrees(event: Event, expect: dict[str, Any]) -> list[str]:
    """What an event says otherwise than expected; nothing when it agrees."""
    wrong = []
    for key, wanted in expect.items():
        found = stated(event, key)
        if key == "amount":
            right = wanted in found
        elif isinstance(wanted, list):
            right = found == sorted(wanted)
        else:
            right = found == wanted
        if not right:
            wrong.append(f"{key}: {found!r}, not {wanted!r}")
    return wrong


@pytest.mark.model
@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_example_is_read_as_its_file_says(name: str, example: Example) -> None:
    found = [event for event in events_in(example) if event.type == name]
    assert found, f"no {name} in: {example.text}"
    complaints = [agrees(event, dict(example.expect or {})) for event in found]
    assert [] in complaints, f"{example.text}\n" + "\n".join(map(str, complaints))


@pytest.mark.model
@pytest.mark.parametrize(("name", "example"), NEAR_MISSES)
def test_near_miss_holds_no_event_of_the_type(name: str, example: Example) -> None:
    found = [event.headline for event in events_in(example) if event.type == name]
    assert not found, f"{found} in: {example.text}"


def test_every_type_has_headlines_for_each_of_its_stages() -> None:
    for kind in load_all().values():
        assert kind.headlines, kind.name


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('label = "Aid"', 'labell = "Aid"', "labell: unknown key"),
        ('family = "aid"', 'family = "help"', "family: 'help' is none of"),
        ('pos = "noun"', 'pos = "particle"', "pos: 'particle' is none of"),
        ('stage = "suspended" }', 'stage = "suspended", }', "cannot be read as TOML"),
        ('label = "Aid"', "", "label: is missing"),
    ],
)
def test_wrong_file_is_refused_with_file_and_key_named(
    tmp_path: Path, old: str, new: str, complaint: str
) -> None:
    source = Path(load.__globals__["FOLDER"] / "aid.toml").read_text(encoding="utf-8")
    assert old in source
    if "TOML" in complaint:
        new = 'stage = "suspended" } }'
    broken = tmp_path / "broken.toml"
    broken.write_text(source.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(EventTypeError) as caught:
        load(broken)
    assert "broken.toml" in str(caught.value)
    assert complaint in str(caught.value)


def test_types_that_yield_to_each_other_are_refused(tmp_path: Path) -> None:
    source = Path(load.__globals__["FOLDER"] / "aid.toml").read_text(encoding="utf-8")
    body = "\n".join(line for line in source.splitlines() if not line.startswith("yields_to"))
    for name, other in (("one", "two"), ("two", "one")):
        (tmp_path / f"{name}.toml").write_text(f'yields_to = ["{other}"]\n{body}', encoding="utf-8")
    with pytest.raises(EventTypeError, match="yields to it in turn"):
        load_all(tmp_path)

"""The event vocabulary: one TOML file a type, loaded and checked."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from events.nlp.findings import STATUSES, EntityKind

FOLDER = Path(__file__).parent / "data" / "event_types"
Reach = Literal["clause", "sentence", "text"]
Family = Literal["aid", "talks", "member", "press", "force", "state", "hazard"]
PartOfSpeech = Literal["verb", "noun", "adjective"]
# Conditions: in one of the slots, one of the alternatives must hold.
Conditions = tuple[tuple[tuple[str, ...], frozenset[str]], ...]


class EventTypeError(ValueError):
    """A type's file cannot be used; the message names the file and the key."""


@dataclass(frozen=True, slots=True)
class Role:
    """A part that somebody plays in events of a type; `kinds` are the kinds of entity that can."""

    name: str
    label: str
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell of the event, and how the roles are filled around them.

    `words` are lemmas, those of a phrase joined by spaces. `needs` and `unless` map a slot to
    alternatives of which one must, or none may, hold. `roles` maps a role to groups of slots: of each
    group the first slot that holds somebody counts, and the groups are added up. A weak trigger gives way
    to any other of its type in the sentence. `plover` is the root of acts that PLOVER counts elsewhere than
    the rest of the type: a court that rejects an appeal rules, and rejects.
    """

    words: tuple[str, ...]
    pos: PartOfSpeech
    needs: Conditions
    unless: Conditions
    roles: Mapping[str, tuple[tuple[str, ...], ...]]
    mode: str | None = None
    stage: str | None = None
    status: str | None = None
    confidence: float = 0.75
    requires: tuple[tuple[str, ...], ...] = ()
    weak: bool = False
    plover: str | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and what must be found in it (`expect`), or nothing of this type where that is None."""

    text: str
    published: str
    expect: Mapping[str, Any] | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class EventType:
    """One kind of event, as its file says."""

    name: str
    label: str
    family: str
    description: str
    roles: Mapping[str, Role]
    triggers: tuple[Trigger, ...]
    headlines: tuple[tuple[Mapping[str, str], str], ...]
    modes: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    mode_words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    stage_words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    default_mode: str | None = None
    default_stage: str | None = None
    stage_by_status: Mapping[str, str] = field(default_factory=dict)
    status_by_stage: Mapping[str, str] = field(default_factory=dict)
    promise: Mapping[str, str] = field(default_factory=dict)
    plover: Mapping[str, Any] = field(default_factory=dict)
    yields_to: tuple[str, ...] = ()
    cancels: tuple[str, ...] = ()
    place_from: tuple[str, ...] = ()
    place_reach: Reach = "clause"
    durative: bool = False
    amounts: bool = False
    casualties: bool = False
    examples: tuple[Example, ...] = ()
    near_misses: tuple[Example, ...] = ()

    def plover_root(self, mode: str | None, stage: str | None, status: str) -> str | None:
        """The PLOVER root code: by several of mode, stage and status at once, by a denial, or by one of them.

        "Refused to meet" is a refusal whatever the stage; "agreed to resign" is assent, "resigned" yields.
        """
        known = {mode, stage, status}
        for words, root in self.plover.get("by_several", {}).items():
            if known.issuperset(words.split()):
                return str(root)
        denied = status if status == "denied" else None
        for key, value in (
            ("by_status", denied), ("by_stage", stage), ("by_mode", mode), ("by_status", status)
        ):  # fmt: skip
            root = self.plover.get(key, {}).get(value)
            if root:
                return str(root)
        return self.plover.get("root")


TOP_KEYS = {
    "label", "family", "description", "roles", "lexicon", "modes", "stages", "mode_words", "stage_words",
    "default_mode", "default_stage", "stage_by_status", "status_by_stage", "promise", "plover", "yields_to",
    "cancels", "place_from", "place_reach", "durative", "amounts", "casualties", "trigger", "headline",
    "example", "near_miss",
}  # fmt: skip
LISTS = ("modes", "stages", "yields_to", "cancels", "place_from")
TABLES = ("stage_by_status", "status_by_stage", "promise", "plover")
TRIGGER_KEYS = {
    "words",
    "pos",
    "needs",
    "unless",
    "roles",
    "mode",
    "stage",
    "status",
    "confidence",
    "requires",
    "weak",
    "plover",
}
EXAMPLE_KEYS = {"text", "published", "title", "expect"}
HEADLINE_KEYS = {"text", "when"}
PLOVER_KEYS = {"root", "by_stage", "by_mode", "by_status", "by_several"}


@cache
def load_all(folder: Path = FOLDER) -> dict[str, EventType]:
    """Every event type by name, in alphabetical order; EventTypeError when a file cannot be used."""
    types = {path.stem: load(path) for path in sorted(folder.glob("*.toml"))}
    for kind in types.values():
        for other in kind.yields_to:
            if other not in types:
                raise EventTypeError(f"{kind.name}.toml: yields_to: there is no type {other!r}")
            if kind.name in types[other].yields_to:
                raise EventTypeError(f"{kind.name}.toml: yields_to: {other!r} yields to it in turn")
    return types


def load(path: Path) -> EventType:
    """One event type from its file; EventTypeError names the file and the key."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise EventTypeError(f"{path.name}: cannot be read as TOML: {error}") from error
    return _Reader(path.name, data).event_type(path.stem)


class _Reader:
    """Turns a parsed file into an EventType, refusing what it does not know."""

    def __init__(self, file: str, data: dict[str, Any]) -> None:
        self.file = file
        self.data = data
        self.check_keys(data, TOP_KEYS, "")
        self.lexicon: dict[str, frozenset[str]] = {}
        for name, words in data.get("lexicon", {}).items():
            self.lexicon[name] = self.words(words)

    def fail(self, key: str, why: str) -> EventTypeError:
        return EventTypeError(f"{self.file}: {key}: {why}")

    def check_keys(self, table: Mapping[str, Any], known: set[str], where: str) -> None:
        for key in table:
            if key not in known:
                raise self.fail(f"{where}{key}", f"unknown key; known are {', '.join(sorted(known))}")

    def need(self, key: str) -> Any:
        if key not in self.data:
            raise self.fail(key, "is missing")
        return self.data[key]

    def words(self, words: list[str]) -> frozenset[str]:
        """Words with every @list replaced by what the lexicon says."""
        found: set[str] = set()
        for word in words:
            if word.startswith("@"):
                if word[1:] not in self.lexicon:
                    raise self.fail(f"lexicon.{word[1:]}", "is used but not defined above its use")
                found |= self.lexicon[word[1:]]
            else:
                found.add(word)
        return frozenset(found)

    def event_type(self, name: str) -> EventType:
        family = self.need("family")
        if family not in get_args(Family):
            raise self.fail("family", f"{family!r} is none of {', '.join(get_args(Family))}")
        modes, stages = tuple(self.data.get("modes", ())), tuple(self.data.get("stages", ()))
        roles = {key: self.role(key, table) for key, table in self.need("roles").items()}
        self.check_keys(self.data.get("plover", {}), PLOVER_KEYS, "plover.")
        self.check_keys(self.data.get("mode_words", {}), set(modes), "mode_words.")
        self.check_keys(self.data.get("stage_words", {}), set(stages), "stage_words.")
        tables: dict[str, Any] = {key: self.data.get(key, {}) for key in TABLES}
        lists: dict[str, Any] = {key: tuple(self.data.get(key, ())) for key in LISTS}
        return EventType(
            name=name,
            label=self.need("label"),
            family=family,
            description=self.need("description"),
            roles=roles,
            triggers=tuple(
                self.trigger(i, t, set(roles), modes, stages) for i, t in enumerate(self.need("trigger"), 1)
            ),
            headlines=tuple(self.headline(i, h) for i, h in enumerate(self.need("headline"), 1)),
            mode_words={k: self.words(v) for k, v in self.data.get("mode_words", {}).items()},
            stage_words={k: self.words(v) for k, v in self.data.get("stage_words", {}).items()},
            default_mode=self.data.get("default_mode"),
            default_stage=self.data.get("default_stage"),
            place_reach=self.reach(),
            durative=self.data.get("durative", False),
            amounts=self.data.get("amounts", False),
            casualties=self.data.get("casualties", False),
            examples=self.examples("example"),
            near_misses=self.examples("near_miss"),
            **tables,
            **lists,
        )

    def examples(self, key: str) -> tuple[Example, ...]:
        return tuple(self.example(i, e, key) for i, e in enumerate(self.data.get(key, ()), 1))

    def reach(self) -> Reach:
        value: Reach = self.data.get("place_reach", "clause")
        if value not in get_args(Reach):
            raise self.fail("place_reach", f"{value!r} is none of {', '.join(get_args(Reach))}")
        return value

    def role(self, name: str, table: dict[str, Any]) -> Role:
        self.check_keys(table, {"label", "kinds"}, f"roles.{name}.")
        kinds = frozenset(table.get("kinds", ("country", "person", "organisation", "group")))
        unknown = kinds - set(get_args(EntityKind))
        if unknown:
            raise self.fail(f"roles.{name}.kinds", f"unknown kind {min(unknown)!r}")
        return Role(name, table.get("label", name), kinds)

    def trigger(
        self,
        index: int,
        table: dict[str, Any],
        roles: set[str],
        modes: tuple[str, ...],
        stages: tuple[str, ...],
    ) -> Trigger:
        where = f"trigger[{index}]."
        self.check_keys(table, TRIGGER_KEYS, where)
        self.check_keys(table.get("roles", {}), roles, f"{where}roles.")
        for key, known in (("mode", modes), ("stage", stages), ("status", STATUSES)):
            if table.get(key) is not None and table[key] not in known:
                raise self.fail(f"{where}{key}", f"{table[key]!r} is none of {', '.join(known)}")
        pos = table.get("pos", "verb")
        if pos not in get_args(PartOfSpeech):
            raise self.fail(f"{where}pos", f"{pos!r} is none of {', '.join(get_args(PartOfSpeech))}")
        if not table.get("words"):
            raise self.fail(f"{where}words", "is missing")
        return Trigger(
            words=tuple(sorted(self.words(table["words"]))),
            pos=pos,
            needs=self.conditions(table.get("needs", {})),
            unless=self.conditions(table.get("unless", {})),
            roles={role: self.slots(slots) for role, slots in table.get("roles", {}).items()},
            mode=table.get("mode"),
            stage=table.get("stage"),
            status=table.get("status"),
            confidence=float(table.get("confidence", 0.75)),
            weak=bool(table.get("weak", False)),
            plover=table.get("plover"),
            requires=tuple(
                tuple(part.strip() for part in one.split("|")) for one in table.get("requires", ())
            ),
        )

    def conditions(self, table: dict[str, list[str]]) -> Conditions:
        return tuple(
            (tuple(slot.strip() for slot in slots.split("|")), self.words(words))
            for slots, words in table.items()
        )

    def slots(self, groups: list[str]) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(slot.strip() for slot in group.split("|")) for group in groups)

    def headline(self, index: int, table: dict[str, Any]) -> tuple[Mapping[str, str], str]:
        self.check_keys(table, HEADLINE_KEYS, f"headline[{index}].")
        return table.get("when", {}), table["text"]

    def example(self, index: int, table: dict[str, Any], kind: str) -> Example:
        self.check_keys(table, EXAMPLE_KEYS, f"{kind}[{index}].")
        if kind == "example" and "expect" not in table:
            raise self.fail(f"example[{index}].expect", "is missing: say what must be found")
        return Example(
            text=table["text"],
            published=table.get("published", "2023-06-14"),
            expect=table.get("expect"),
            title=table.get("title", ""),
        )

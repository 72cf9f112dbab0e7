"""Finds triggers of events and fills their roles, by the patterns of the event types' files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Span, Token

from events.nlp.entities import EntityMap
from events.nlp.event_types import EventType, Trigger
from events.nlp.findings import Amount, EntityKind
from events.nlp.gazetteer import gazetteer
from events.nlp.mentions import Resolved
from events.nlp.referring import context_country
from events.nlp.slots import counted, slot
from events.nlp.titles import is_title

POS_OF = {"verb": {"VERB", "AUX"}, "noun": {"NOUN", "PROPN"}, "adjective": {"ADJ", "VERB", "ADV"}}
TRIGGER_POS = {"VERB", "AUX", "NOUN", "PROPN", "ADJ"}
MAX_PER_ROLE = 30
KIND_TESTS = {
    "%country": {"country"},
    "%person": {"person"},
    "%organisation": {"organisation"},
    "%group": {"group"},
    "%actor": {"country", "person", "organisation"},
    "%someone": {"person", "group"},
    "%place": {"place", "country"},
}


@dataclass(slots=True)
class Candidate:
    """A trigger that matched, with its roles filled; later steps add when, where, how much and how sure."""

    event_type: EventType
    pattern: Trigger
    token: Token
    phrase: Span
    roles: dict[str, list[tuple[Token, Resolved]]] = field(default_factory=dict)

    def everyone(self) -> Iterator[Resolved]:
        """All participants, whatever their role."""
        for filled in self.roles.values():
            for _, resolved in filled:
                yield resolved


Entry = tuple[EventType, Trigger, tuple[str, ...]]


class TriggerIndex:
    """All triggers of all types by the lemma of their head word, so that a text is walked once."""

    def __init__(self, types: Mapping[str, EventType]) -> None:
        by_head: dict[str, list[Entry]] = defaultdict(list)
        self.noun_heads: set[str] = set()
        for event_type in types.values():
            for trigger in event_type.triggers:
                for words in trigger.words:
                    parts = tuple(words.split())
                    head = parts[0] if trigger.pos != "noun" else parts[-1]
                    by_head[head].append((event_type, trigger, parts))
                    if trigger.pos == "noun":
                        self.noun_heads.add(head)
        self.by_head = {
            head: tuple(sorted(known, key=lambda entry: -len(entry[2]))) for head, known in by_head.items()
        }

    def names_act(self, token: Token) -> bool:
        """Whether a noun is the head word of a trigger."""
        return token.pos_ == "NOUN" and token.lemma_.lower() in self.noun_heads

    def known(self, lemma: str, lower: str, pos: str) -> Sequence[Entry]:
        """The triggers whose head word this may be, longest phrases first."""
        found = self.by_head.get(lemma, ())
        if found and pos != "PROPN":
            return found
        if pos not in TRIGGER_POS:
            return ()
        # Names and unknown words have no lemma of their own: "Talks" in a headline.
        keys = {lemma, lower, _singular(lower)} & self.by_head.keys()
        return [entry for key in sorted(keys) for entry in self.by_head[key]]


def matching(
    token: Token, known: Sequence[Entry], words: frozenset[str]
) -> Iterator[tuple[EventType, Trigger, Span]]:
    """Those triggers whose other words stand around their head word; `words` are the sentence's."""
    seen = set()
    pos = token.pos_
    for event_type, trigger, parts in known:
        if id(trigger) in seen or pos not in POS_OF[trigger.pos]:
            continue
        if len(parts) > 1 and not words.issuperset(parts[1:] if trigger.pos != "noun" else parts[:-1]):
            continue
        phrase = _phrase(token, parts, trigger.pos)
        if phrase is not None:
            seen.add(id(trigger))
            yield event_type, trigger, phrase


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") else word


def _phrase(token: Token, parts: tuple[str, ...], pos: str) -> Span | None:
    """The span of a trigger's words around their head, or None when the other words are not there."""
    if len(parts) == 1:
        return token.doc[token.i : token.i + 1]
    if pos == "noun":
        return _noun_phrase(token, parts)
    first = last = token.i
    node = token
    for part in parts[1:]:
        below = next((t for t in _near(node, token) if t.lower_ == part or t.lemma_ == part), None)
        if below is None:
            return None
        first, last = min(first, below.i), max(last, below.i)
        node = below
    return token.doc[first : last + 1] if last - first <= 8 else token.doc[token.i : token.i + 1]


def _near(node: Token, head: Token) -> Iterator[Token]:
    """Where the next word of a verbal phrase may stand: below the last one, or just behind it."""
    yield from node.children
    if node != head:
        yield from head.children
    for child in head.children:
        if child.dep_ in {"dobj", "attr", "acomp", "prep"} and child != node:
            yield from child.children
    if node.i + 1 < len(node.doc):
        yield node.doc[node.i + 1]


def _noun_phrase(token: Token, parts: tuple[str, ...]) -> Span | None:
    first = token.i
    for part in reversed(parts[:-1]):
        above = next((c for c in token.lefts if part in {c.lemma_.lower(), c.lower_}), None)
        if (
            above is None
            and first > 0
            and part in {token.doc[first - 1].lemma_.lower(), token.doc[first - 1].lower_}
        ):
            above = token.doc[first - 1]
        if above is None:
            return None
        first = min(first, above.i)
    return token.doc[first : token.i + 1]


class Matcher:
    """Matches triggers in one article, with what is known of its names and amounts."""

    def __init__(self, doc: Doc, entities: EntityMap, amounts: Iterable[Amount]) -> None:
        self.doc = doc
        self.entities = entities
        self.money = {
            t.i
            for a in amounts
            if (span := doc.char_span(a.start, a.end, alignment_mode="expand"))
            for t in span
        }
        # What is looked up for one trigger is looked up again for the next: all of it is kept.
        self._described: dict[int, Resolved] = {}
        self._slots: dict[tuple[int, str], list[Token]] = {}
        self._words: dict[tuple[str, int], frozenset[str]] = {}
        self._sentence: frozenset[str] = frozenset()

    def describe(self, token: Token) -> Resolved:
        """Who or what the phrase of a head is, looked up once."""
        found = self._described.get(token.i)
        if found is None:
            found = self._described[token.i] = self.entities.describe(token)
        return found

    def slot(self, token: Token, name: str) -> list[Token]:
        """What fills a slot of the token, looked up once."""
        key = (token.i, name)
        found = self._slots.get(key)
        if found is None:
            found = self._slots[key] = slot(token, name)
        return found

    def match(self, index: TriggerIndex, sentence: Span) -> Iterator[Candidate]:
        """Every trigger in a sentence whose conditions hold, with its roles filled."""
        self._sentence = self.words("sentence", sentence.start, lambda: sentence)
        for token in sentence:
            known = index.known(token.lemma_.lower(), token.lower_, token.pos_)
            if not known or token.pos_ not in TRIGGER_POS or self.is_within_name(token):
                continue
            done: set[str] = set()
            for event_type, trigger, phrase in matching(token, known, self._sentence):
                if event_type.name in done or not self.holds(trigger, token):
                    continue
                candidate = Candidate(event_type, trigger, token, phrase)
                candidate.roles = self.fill(event_type, trigger, token)
                if self.has_required(candidate):
                    done.add(event_type.name)
                    yield candidate

    def is_within_name(self, token: Token) -> bool:
        """Whether a word is no word of its own: "National *Rally*", "on *March* 10"."""
        if token.pos_ != "PROPN":
            return False
        named = self.entities.at(token.i)
        if named is None or named.kind not in {"organisation", "person"}:
            return token.ent_type_ == "DATE"
        # "*Cyclone* Mocha" begins with what it is.
        return token.i > named.start_token or named.end_token - named.start_token == 1

    def holds(self, trigger: Trigger, token: Token) -> bool:
        """Whether what must stand around the trigger does, and what may not does not."""
        for names, wanted in trigger.needs:
            if not self.any_of(token, names, wanted):
                return False
        return not any(self.any_of(token, names, wanted) for names, wanted in trigger.unless)

    def any_of(self, token: Token, names: tuple[str, ...], wanted: frozenset[str]) -> bool:
        """Whether something in one of the slots is among the alternatives."""
        for name in names:
            if name == "sentence":
                if not wanted.isdisjoint(self._sentence):
                    return True
            elif name == "phrase":
                if not wanted.isdisjoint(
                    self.words("phrase", token.i, lambda: (t for t in token.subtree if t != token))
                ):
                    return True
            elif name == "comp":
                clauses = self.words("comp", token.i, lambda: _clauses(token))
                if ("*" in wanted and clauses) or not wanted.isdisjoint(clauses):
                    return True
            elif any(self.is_one(filler, wanted) for filler in self.slot(token, name)):
                return True
        return False

    def words(self, what: str, key: int, gather: Callable[[], Iterable[Token]]) -> frozenset[str]:
        """Lemmas and forms of some tokens, gathered once under `what` and `key`."""
        found = self._words.get((what, key))
        if found is None:
            found = self._words[what, key] = frozenset(
                word for token in gather() for word in (token.lemma_.lower(), token.lower_)
            )
        return found

    def is_one(self, filler: Token, wanted: frozenset[str]) -> bool:
        """Whether a phrase is of a wanted kind ("%person", "%money", "*") or built on a wanted word."""
        if "*" in wanted or not wanted.isdisjoint(self.words("name", filler.i, lambda: _core(filler))):
            return True
        if "%money" in wanted and (filler.i in self.money or any(c.i in self.money for c in filler.children)):
            return True
        tests = wanted & KIND_TESTS.keys()
        return bool(tests) and any(self.describe(filler).kind in KIND_TESTS[test] for test in tests)

    def fill(
        self, event_type: EventType, trigger: Trigger, token: Token
    ) -> dict[str, list[tuple[Token, Resolved]]]:
        """The participants of a trigger by role; nobody stands in two roles."""
        taken: set[tuple[str, str | None]] = set()
        filled: dict[str, list[tuple[Token, Resolved]]] = {}
        for role, groups in trigger.roles.items():
            found: list[tuple[Token, Resolved]] = []
            for group in groups:
                for name in group:
                    if name == "title":
                        found.extend(_offices(filled))
                        break
                    new = self.acceptable(token, name, event_type.roles[role].kinds, taken)
                    if new:
                        found.extend(new)
                        break
            if found:
                filled[role] = found[:MAX_PER_ROLE]
        return filled

    def acceptable(
        self, token: Token, name: str, kinds: frozenset[str], taken: set[tuple[str, str | None]]
    ) -> list[tuple[Token, Resolved]]:
        """Those in a slot who can play the role and do not play another yet."""
        found = []
        if name == "context":
            return self.country_of_context(token, taken)
        for filler in map(counted, self.slot(token, name)):
            if name.endswith(("modifier", "within")) and self.entities.at(filler.i) is None:
                continue
            # "thanked those who wrote", "supports its": a pronoun that nobody is found for is nobody.
            if filler.pos_ in {"PRON", "DET"} and self.describe(filler).name.lower() == filler.lower_:
                continue
            if filler == token and name != "self":
                continue
            for resolved in self.described_as(filler, kinds):
                key = (resolved.name, resolved.country)
                if resolved.kind in kinds and resolved.name and key not in taken:
                    taken.add(key)
                    found.append((filler, resolved))
        return found

    def described_as(self, filler: Token, kinds: frozenset[str]) -> tuple[Resolved, ...]:
        """Whom a phrase means: an office by its own words, each state of "French and German leaders"."""
        resolved = self.describe(filler)
        if resolved.kind == "other" and filler.pos_ not in {"NOUN", "PROPN"}:
            return ()
        if filler.ent_type_ in {"DATE", "TIME", "MONEY", "PERCENT"} or (
            kinds == {"other"} and filler.pos_ == "PRON"
        ):
            return ()
        if kinds == {"other"}:
            return (self.as_words(filler, resolved, "other"),)
        if resolved.kind == "country" and "country" not in kinds and resolved.use == "body":
            # "Ghana's finance minister was dismissed": not the state, but who stood for it.
            return (self.as_words(filler, resolved, "person" if is_title(filler) else "group"),)
        return self.entities.describe_all(filler) if filler.pos_ == "NOUN" else (resolved,)

    def as_words(self, filler: Token, resolved: Resolved, kind: EntityKind) -> Resolved:
        """An office or a law, which are named by their own words: "resigned as *Prime Minister of Peru*"."""
        before = [c.i for c in filler.lefts if c.dep_ in {"compound", "amod", "nmod"}]
        first, last = min([resolved.start_token, filler.i, *before]), filler.i
        while first < last and self.doc[first].pos_ in {"DET", "PRON", "PUNCT", "PART"}:
            first += 1
        for child in filler.rights:
            if child.dep_ == "prep" and child.lower_ in {"of", "for", "on", "against"}:
                last = max(last, min(child.right_edge.i, filler.i + 8))
        while last > filler.i and self.doc[last].pos_ in {"ADP", "DET", "PUNCT"}:
            last -= 1
        words = self.doc[first : last + 1]
        return replace(resolved, kind=kind, name=words.text, start_token=first, end_token=last + 1)

    def country_of_context(
        self, token: Token, taken: set[tuple[str, str | None]]
    ) -> list[tuple[Token, Resolved]]:
        """The one country that the text speaks of at a trigger which names none: "after April elections"."""
        code = context_country(self.entities, token.i)
        name = gazetteer().countries.get(code or "")
        if name is None or (name, code) in taken:
            return []
        spoken = [m for m in self.entities.mentions if m.country == code and m.start_token < token.sent.end]
        if not spoken:
            return []
        mention = min(spoken, key=lambda m: abs(m.start_token - token.i))
        taken.add((name, code))
        country = replace(mention, kind="country", name=name, reason=mention.reason or "country spoken of")
        return [(self.doc[mention.start_token], country)]

    def has_required(self, candidate: Candidate) -> bool:
        """Whether of each group of required roles ("donor | amount") one is filled; "party:2" wants two."""
        return all(
            any(
                len(candidate.roles.get(name.removesuffix(":2"), ())) > name.endswith(":2")
                or (name == "amount" and any(t.i in self.money for t in candidate.token.sent))
                for name in group
            )
            for group in candidate.pattern.requires
        )


def _offices(filled: Mapping[str, list[tuple[Token, Resolved]]]) -> list[tuple[Token, Resolved]]:
    """The office that the first of those found so far is said to hold: "*Prime Minister* Orr resigns"."""
    for people in filled.values():
        for head, person in people[:1]:
            if person.kind == "person" and person.title:
                return [(head, replace(person, kind="other", name=_office(person)))]
    return []


def _office(person: Resolved) -> str:
    """ "NATO Secretary General" and "Secretary General of NATO" are one office."""
    title, body = person.title or "", person.affiliation or ""
    if body and title.startswith(f"{body} "):
        return f"{title.removeprefix(body).strip()} of {body}"
    return title


def _clauses(token: Token) -> list[Token]:
    return [child for child in token.children if child.dep_ in {"xcomp", "ccomp", "acl", "advcl"}]


def _core(filler: Token) -> list[Token]:
    """The words that a phrase is built on: its head, what modifies it, and what it is "of" or "in"."""
    found = [filler]
    for child in filler.children:
        if child.dep_ in {"compound", "amod", "nmod"}:
            found.append(child)
        elif child.dep_ == "prep" and child.lower_ in {"of", "in"}:
            for below in child.children:
                if below.dep_ == "pobj":
                    found.append(below)
                    found.extend(m for m in below.children if m.dep_ in {"compound", "amod"})
    return found

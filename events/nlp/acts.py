"""One act told by several words of a sentence is one candidate: "signed a letter to *apply*"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from events.nlp.detector import Candidate

CLAUSES = {"ccomp", "advcl", "relcl", "conj"}
DEFINITE = {"the", "this", "that"}
# Tokens that an average sentence and the one after it hold.
NEXT_SENTENCE = 60


def one_per_act(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates of a sentence without those that tell again what another of their type tells.

    The one that knows more of the parties stands, and takes over the roles that only the other fills.
    """
    kept: list[Candidate] = []
    for candidate in candidates:
        for index, other in enumerate(kept):
            if other.event_type is candidate.event_type and _tell_the_same(other, candidate):
                kept[index] = _joined(other, candidate)
                break
        else:
            kept.append(candidate)
    for candidate in kept:
        rival = _outdone_by(candidate, kept)
        if rival is not None and candidate.pattern.weak:
            for role, filled in candidate.roles.items():
                rival.roles.setdefault(role, filled)
    return [c for c in kept if _outdone_by(c, kept) is None]


def inherit(candidate: Candidate, told: dict[str, Candidate]) -> None:
    """Fill the parties of "*the* summit" from what was told of a summit before; `told` is brought up to date.

    Whoever else is named ("Zelenskyy is also invited to the summit") joins those of the same role.
    """
    token = candidate.token
    name = candidate.event_type.name
    earlier = told.get(name)
    definite = token.pos_ == "NOUN" and any(child.lower_ in DEFINITE for child in token.children)
    if earlier and (_came_of(candidate, earlier) or (definite and _may_mean(candidate, earlier))):
        for role, filled in earlier.roles.items():
            candidate.roles[role] = [*filled, *candidate.roles.get(role, ())]
    elif candidate.roles:
        told[name] = candidate


def _came_of(candidate: Candidate, earlier: Candidate) -> bool:
    """ "A bomb went off in a market. At least 12 people were *killed*." tells what came of the bomb."""
    return candidate.pattern.weak and candidate.token.i - earlier.token.i < NEXT_SENTENCE


def _may_mean(candidate: Candidate, earlier: Candidate) -> bool:
    """Whether "the attack" may be the bombing told of before: no parties of its own, or the same word."""
    if any(child.ent_type_ == "DATE" for child in candidate.token.lefts):
        # "The first attack since the *2016* shootings": another one.
        return False
    same_word = candidate.token.lemma_ == earlier.token.lemma_
    missing = earlier.roles.keys() - candidate.roles.keys()
    return not candidate.roles or (same_word and bool(missing))


def _outdone_by(candidate: Candidate, others: Sequence[Candidate]) -> Candidate | None:
    """ "Four were killed when soldiers opened fire": a weak trigger tells what came of the other."""
    rivals = [c for c in others if c is not candidate and c.event_type is candidate.event_type]
    for rival in rivals:
        if (candidate.pattern.weak and not rival.pattern.weak) or _follows_from(candidate, rival):
            return rival
    return None


def _follows_from(low: Candidate, high: Candidate) -> bool:
    """ "Gunmen opened fire on a bus, *killing* six": what the participle adds is no other act."""
    token = low.token
    modes = {low.pattern.mode, high.pattern.mode} - {None}
    if token.tag_ != "VBG" or token.dep_ != "advcl" or len(modes) > 1:
        return False
    return token.head == high.token or _below(high.token, token.head)


def _tell_the_same(a: Candidate, b: Candidate) -> bool:
    for low, high in ((a.token, b.token), (b.token, a.token)):
        if low.dep_ == "compound" and low.head == high:
            return True
        if _below(low, high):
            # "captured the town after an offensive" tells of two operations.
            return len({a.pattern.mode, b.pattern.mode} - {None, "other"}) < 2 and _parties_agree(a, b)
    return False


def _below(low: Token, high: Token) -> bool:
    """Whether a word depends on another with no clause of its own between."""
    node = low
    while node.head != node and node.dep_ not in CLAUSES:
        node = node.head
        if node == high:
            return True
    return False


def _parties_agree(a: Candidate, b: Candidate) -> bool:
    """Whether no role has quite different parties: "met Abe ahead of talks with Xi" are two meetings."""
    for role, filled in a.roles.items():
        others = {(resolved.name, resolved.country) for _, resolved in b.roles.get(role, ())}
        own = {(resolved.name, resolved.country) for _, resolved in filled}
        if not (others <= own or own <= others):
            return False
    return True


def _joined(first: Candidate, second: Candidate) -> Candidate:
    """The candidate that knows more, the one nearer to the root where both know as much."""
    best, rest = first, second
    if _weight(second) > _weight(first) or (
        _weight(second) == _weight(first) and _below(first.token, second.token)
    ):
        best, rest = second, first
    if rest.pattern.stage in {None, best.pattern.stage}:
        for role, filled in rest.roles.items():
            if len(filled) > len(best.roles.get(role, ())) > 0:
                best.roles[role] = filled
        parties = {resolved.name for resolved in best.everyone()}
        for role, filled in rest.roles.items():
            new = [pair for pair in filled if pair[1].name not in parties]
            if new:
                best.roles.setdefault(role, new)
    return best


def _weight(candidate: Candidate) -> tuple[bool, int, float]:
    return not candidate.pattern.weak, len(candidate.roles), candidate.pattern.confidence

"""One act told by several words of a sentence is one candidate: "signed a letter to *apply*"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from events.nlp.detector import Candidate

CLAUSES = {"ccomp", "advcl", "relcl", "conj"}


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
    return [c for c in kept if not _outdone(c, kept)]


def _outdone(candidate: Candidate, others: Sequence[Candidate]) -> bool:
    """ "Four were killed when soldiers opened fire": the weak trigger tells what came of the other."""
    return candidate.pattern.weak and any(
        other is not candidate and other.event_type is candidate.event_type and not other.pattern.weak
        for other in others
    )


def _tell_the_same(a: Candidate, b: Candidate) -> bool:
    return (_below(a.token, b.token) or _below(b.token, a.token)) and _parties_agree(a, b)


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
        if others and not others & {(resolved.name, resolved.country) for _, resolved in filled}:
            return False
    return True


def _joined(first: Candidate, second: Candidate) -> Candidate:
    """The candidate that knows more, the one nearer to the root where both know as much."""
    best, rest = first, second
    if _weight(second) > _weight(first) or (
        _weight(second) == _weight(first) and _below(first.token, second.token)
    ):
        best, rest = second, first
    for role, filled in rest.roles.items():
        best.roles.setdefault(role, filled)
    return best


def _weight(candidate: Candidate) -> tuple[bool, int, float]:
    return not candidate.pattern.weak, len(candidate.roles), candidate.pattern.confidence

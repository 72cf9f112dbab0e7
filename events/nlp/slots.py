"""Named places around a trigger, which the files of event types fill their roles from.

`subject` and `object` are logical (a passive's by-phrase is its subject), `possessor` and `modifier` stand
before a noun, `whole` is the noun that a compound's part belongs to, `bearer` the one that a phrase with the
trigger hangs on, `retained` what a passive's subject is given, `comp` the verbs of the clauses below,
`governor` the verb that a noun depends on, `within` whoever is named below the trigger. Any preposition is a
slot of its own name, and `X.Y` is slot Y of what fills slot X: "block" has its applicant in
`object.possessor`. Of "clashes between the army and rebels", `between:first` is one side and `between:rest`
the other.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from events.nlp.frames import (
    QUANTITIES,
    agents,
    agents_of_noun,
    behind,
    children,
    is_passive,
    later,
    light_verb,
    objects,
    possessors,
    surface_subjects,
    with_conjuncts,
)


def slot(token: Token, name: str) -> list[Token]:
    """The heads of the phrases in the named slot of a trigger, in the order of preference."""
    if "." in name:
        first, rest = name.split(".", 1)
        return [one for filler in slot(token, first) for one in slot(filler, rest)]
    if name.endswith(":first"):
        return slot(token, name.removesuffix(":first"))[:1]
    if name.endswith(":rest"):
        return slot(token, name.removesuffix(":rest"))[1:]
    find = _SLOTS.get(name)
    return find(token) if find else _around(token, name, _is_verbal(token))


def _is_verbal(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"}


def _governors(token: Token) -> list[Token]:
    above = governor(token)
    return [above] if above is not None else []


def _bearers(token: Token) -> list[Token]:
    """The noun that a phrase with the trigger hangs on: the *leaders* of "leaders at the summit"."""
    prep = token.head
    if token.dep_ == "pobj" and prep.dep_ == "prep" and prep.head.pos_ in {"NOUN", "PROPN"}:
        return with_conjuncts(prep.head)
    return []


def _retained(token: Token) -> list[Token]:
    """What is given in a passive: "was granted *asylum*"."""
    return (
        [one for child in children(token, "dobj") for one in with_conjuncts(child)]
        if is_passive(token)
        else []
    )


def _wholes(token: Token) -> list[Token]:
    """The noun that the trigger modifies: the *package* of "aid package"."""
    return [token.head] if token.dep_ in {"compound", "nmod"} else []


def _within(token: Token) -> list[Token]:
    """Names below and behind the trigger: "aid aimed at strengthening *Ukraine*'s air defences"."""
    return [below for below in token.subtree if below.i > token.i and below.pos_ in {"PROPN", "ADJ"}]


def _datives(token: Token) -> list[Token]:
    return [
        one for child in children(token, "dative") if child.pos_ != "ADP" for one in with_conjuncts(child)
    ]


def _attributes(token: Token) -> list[Token]:
    """Complements: "named X *minister*", "became *president*"."""
    found = [
        one for child in children(token, "attr", "oprd", "acomp", "appos") for one in with_conjuncts(child)
    ]
    return found or behind(token, "as")


def _complements(token: Token) -> list[Token]:
    """The verbs of the clauses below: "applications to *join* the bloc", "agreed to *send* and *pay*"."""
    return [
        one
        for child in children(token, "xcomp", "ccomp", "acl", "relcl", "advcl")
        for one in with_conjuncts(child)
    ]


def _clause_subjects(verb: Token) -> list[Token]:
    """The subjects of what the verb reports or asks for: "urges *Kyiv* to hold talks"."""
    return [
        one
        for child in children(verb, "ccomp", "xcomp", "advcl")
        for subject in children(child, "nsubj", "nsubjpass")
        for one in with_conjuncts(subject)
    ]


def _around(token: Token, name: str, verbal: bool) -> list[Token]:
    """A preposition's slot; phrases attached one step too low or too high by the parser are found too."""
    found = behind(token, name)
    if found:
        return found
    if verbal:
        for child in token.children:
            if child.dep_ in {"dobj", "nsubjpass", "attr"} and (name != "of"):
                found = behind(child, name)
                if found:
                    return found
            if child.dep_ in {"prt", "xcomp", "prep"} and name != "of":
                found = behind(child, name)
                if found:
                    return found
        if token.dep_ == "conj" and token.head.pos_ == "VERB" and name not in {"of", "in", "at", "on"}:
            return []
        return []
    verb = light_verb(token)
    if verb is not None and name not in {"of", "by"}:
        return [one for one in behind(verb, name) if one.i > token.i or name in {"against", "with"}]
    if token.dep_ == "compound" and token.head.pos_ == "NOUN":
        # "an aid package for Ukraine": the phrase hangs on the package.
        return _around(token.head, name, verbal=False)
    return []


def counted(token: Token) -> Token:
    """Those who are meant by a number of them: "dozens of *protesters*", "two of the *soldiers*"."""
    if token.lemma_.lower() in QUANTITIES or (token.pos_ == "NUM" and token.ent_type_ != "DATE"):
        below = behind(token, "of")
        return below[0] if below else token
    return token


def modifiers(noun: Token) -> list[Token]:
    """Adjectives and nouns before a noun, which may name an actor: "Russian strikes", "NATO summit"."""
    found = []
    for child in noun.children:
        if child.dep_ in {"amod", "compound", "nmod"}:
            found.append(child)
            found.extend(one for one in later(child))
            found.extend(
                below for below in child.children if below.dep_ in {"compound", "nmod", "npadvmod", "amod"}
            )
    return found


def governor(noun: Token) -> Token | None:
    """The verb that a noun is an argument of, through prepositions, "of" chains and conjunctions; or None."""
    node = noun
    for _ in range(5):
        head = node.head
        if head == node:
            return None
        if head.pos_ in {"VERB", "AUX"}:
            return head
        node = head
    return None


_SLOTS: dict[str, Callable[[Token], list[Token]]] = {
    "self": lambda token: [token],
    "subject": lambda token: agents(token) if _is_verbal(token) else agents_of_noun(token),
    "surface": surface_subjects,
    "object": lambda token: objects(token) if _is_verbal(token) else behind(token, "of"),
    "dative": _datives,
    "attribute": _attributes,
    "possessor": possessors,
    "modifier": modifiers,
    "clause": _clause_subjects,
    "aux": lambda token: list(children(token, "aux")),
    "negation": lambda token: list(children(token, "neg")),
    "comp": _complements,
    "governor": _governors,
    "whole": _wholes,
    "within": _within,
    "bearer": _bearers,
    "retained": _retained,
}

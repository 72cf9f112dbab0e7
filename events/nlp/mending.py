"""Mends what the tagger often gets wrong in news: a headline's present tense taken for a plural noun."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

NOUNS = {"NOUN", "PROPN"}
BEFORE_NOUNS = {"compound", "nmod"}
# The rules of the lemmatizer cut these to other words: "staged" to "stag", "waged" to "wag".
LEMMAS = {
    form: stem + "e"
    for stem in ("stag", "wag", "fin", "hop", "slat", "snip", "lambast", "tap", "rap")
    for form in (f"{stem}ed", f"{stem}ing", f"{stem}es")
} | {"installed": "install", "installing": "install"}


def mend(doc: Doc) -> None:
    """Make verbs of "The assembly *elects* a president", in place, with their subject and object."""
    for token in doc:
        if token.lower_ in LEMMAS and token.pos_ == "VERB":
            token.lemma_ = LEMMAS[token.lower_]
        if token.dep_ == "ROOT" and token.tag_ in {"NN", "NNS", "NNPS"} and token.text.islower():
            subject = _voter(token) if token.tag_ == "NN" else _subject_of(token) or _voter(token)
            if subject is not None:
                _make_verb(token, subject)
        elif token.tag_ in {"VBZ", "VBD"} and token.dep_ in {"ROOT", "ccomp"}:
            _give_subject(token)


def _lefts(token: Token) -> Iterator[Token]:
    return (child for child in token.lefts if child.pos_ in NOUNS)


def _subject_of(token: Token) -> Token | None:
    """The noun before a supposed plural that shows it to be a verb, or None when it may well be a noun."""
    nouns = list(_lefts(token))
    if not nouns:
        return None
    last = nouns[-1]
    if last.dep_ == "nsubj":
        return last
    if last.dep_ not in BEFORE_NOUNS or last.tag_ in {"NNS", "NNPS"}:
        return None
    # "A bus collapses": no plural stands behind "a".
    # "The assembly elects Hana Novak": a name is no apposition to a plural.
    single = any(child.lower_ in {"a", "an"} for child in token.lefts)
    named = any(child.dep_ == "appos" and child.pos_ == "PROPN" for child in token.rights)
    return last if single or (named and last.pos_ == "PROPN") else None


def _voter(token: Token) -> Token | None:
    """The chamber of "The state parliament *votes* to ban ...", where no other verb stands; or None."""
    nouns = list(_lefts(token))
    after = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    if token.text not in {"vote", "votes"} or not nouns or after not in {"to", "for", "against", "on", "in"}:
        return None
    return nouns[-1] if nouns[-1].dep_ in {"nsubj", *BEFORE_NOUNS} else None


def _make_verb(token: Token, subject: Token) -> None:
    token.pos_, token.tag_ = "VERB", "VBZ"
    _hang_below(token, subject)
    for child in list(token.rights):
        if child.dep_ == "appos":
            child.dep_ = "dobj"
        elif child.dep_ in {"relcl", "acl"} and any(below.tag_ == "TO" for below in child.children):
            child.dep_ = "xcomp"


def _give_subject(verb: Token) -> None:
    """The court of "The court of appeals orders ..." where the parser took it for a modifier of "orders"."""
    deps = {child.dep_ for child in verb.children}
    if deps & {"nsubj", "nsubjpass", "expl", "csubj", "aux", "auxpass"}:
        return
    nouns = [child for child in _lefts(verb) if child.dep_ in BEFORE_NOUNS]
    if nouns:
        _hang_below(verb, nouns[-1])


def _hang_below(verb: Token, subject: Token) -> None:
    """Make a noun the subject of a verb, and all that stood before the verb the noun's own."""
    subject.dep_ = "nsubj"
    for child in list(verb.lefts):
        if child.i < subject.i and child.dep_ in {"det", "amod", "compound", "nmod", "poss", "nummod"}:
            child.head = subject

"""Who does what to whom, read off the dependency parse of a verb or of a noun that names an act.

The labels are those of spaCy's English pipelines (ClearNLP style). Subjects and objects are logical: a
passive's by-phrase is its subject. They are looked for through relative clauses, control verbs, participles,
conjunctions, and verbs that lend their subject to the noun that names the act.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from events.nlp.enumerations import persons_after
from events.nlp.nouns import SINGLE_PERSONS

SUBJECTS = {"nsubj", "nsubjpass", "csubj", "expl"}
RELATIVES = {"who", "which", "that", "whom"}
QUANTITIES = {
    "dozen", "score", "hundred", "thousand", "million", "number", "majority", "handful", "couple", "group",
    "lot", "most", "many", "some", "all", "several", "half", "both", "one", "total",
}  # fmt: skip
# "urge X to go", "accuse X of going": the one who is to go is the object of the verb above.
OBJECT_CONTROL = {
    "ask", "urge", "order", "force", "tell", "allow", "invite", "call", "press", "direct", "instruct",
    "permit", "persuade", "convince", "encourage", "appoint", "name", "elect", "choose", "nominate",
    "require", "accuse", "suspect", "convict", "charge", "oblige", "compel", "authorize", "authorise",
    "help", "want", "request", "command", "beg", "implore", "forbid", "ban", "prevent", "stop", "see",
    "warn", "advise", "pressure", "push", "oppose", "enable", "lead", "cause", "expect", "prohibit",
}  # fmt: skip
# Verbs that lend a noun their subject: "launched an offensive", "announced the extradition".
LIGHT = {
    "launch", "conduct", "carry", "make", "hold", "begin", "start", "open", "stage", "mount", "announce",
    "impose", "give", "provide", "take", "have", "issue", "declare", "sign", "reach", "unveil", "order",
    "approve", "authorize", "authorise", "pledge", "promise", "offer", "send", "deliver", "commit", "do",
    "continue", "maintain", "resume", "commence", "end", "suspend", "cancel", "complete", "undertake",
    "pursue", "seek",
    "plan", "file", "submit", "lodge", "express", "voice", "level", "bring", "execute", "perform", "host",
    "pay", "attend", "join", "hail", "withdraw", "drop", "lift", "extend", "renew", "ratify", "grant",
    "accept", "reject", "block", "face", "conclude", "strike", "negotiate", "finalise", "finalize",
    "prepare", "confirm", "propose", "threaten", "consider", "enter", "organise", "organize", "convene",
    "stop", "halt", "increase", "expand", "step", "boost", "introduce", "tighten", "ease", "broaden",
    "call", "demand", "initiate", "win", "lose", "see", "receive", "get", "secure", "request", "welcome",
    "mark", "lead", "set", "schedule", "postpone", "arrange", "agree", "pass", "deploy", "use", "fulfil",
    "fulfill", "break", "sever", "allege", "place", "put", "levy", "slap", "report", "apply", "revoke",
    "discuss", "oppose", "support", "back", "endorse", "abandon", "trigger", "draw", "spark", "publish",
    "release", "adopt",
}  # fmt: skip


# Whose subject sees, gets or judges the act and does not do it: "Taiwan reported an incursion".
WITNESSING = {
    "be", "report", "face", "see", "receive", "get", "oppose", "support", "back", "endorse", "welcome",
    "hail", "discuss", "demand", "request", "confirm", "allege", "condemn",
}  # fmt: skip


def with_conjuncts(token: Token) -> list[Token]:
    """The token and what is joined to it by "and", "or" or a comma, in the order of the text."""
    return [token, *token.conjuncts] if token.conjuncts and token.dep_ != "conj" else [token, *later(token)]


def later(token: Token) -> list[Token]:
    """Conjuncts below a token that is itself a conjunct."""
    found = []
    for child in token.children:
        if child.dep_ == "conj":
            found.append(child)
            found.extend(later(child))
    return found


def children(token: Token, *deps: str) -> Iterator[Token]:
    """The children that stand in any of these relations."""
    for child in token.children:
        if child.dep_ in deps:
            yield child


def is_passive(verb: Token) -> bool:
    """Whether the verb's surface subject is the one acted upon."""
    if verb.tag_ != "VBN":
        return False
    own = {child.dep_ for child in verb.children}
    if own & {"nsubjpass", "auxpass"}:
        return True
    if own & {"aux", "nsubj"}:
        return False
    if verb.dep_ in {"acl", "advcl", "amod"}:
        return True
    # "is re-elected" is split at its hyphen, which makes the participle a complement of "is".
    if verb.dep_ == "acomp" and verb.head.lemma_ == "be":
        return True
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return is_passive(verb.head) and "dobj" not in own
    # "Sales banned in three states": a headline's participle stands alone.
    return "dobj" not in own and verb.dep_ == "ROOT"


def _antecedent(verb: Token, subject: Token) -> Token:
    """What a relative pronoun stands for: "Ankara, which has blocked ..."."""
    if subject.lower_ in RELATIVES:
        node = verb
        while node.dep_ == "conj":
            node = node.head
        if node.dep_ in {"relcl", "acl", "ccomp"} and node.head.pos_ in {"NOUN", "PROPN", "NUM", "PRON"}:
            return node.head
    return subject


def surface_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """The heads of the phrases that the verb agrees with, own or inherited; empty when there are none."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS and child.dep_ != "expl"]
    if own:
        return [one for subject in own for one in with_conjuncts(_antecedent(verb, subject))]
    if depth > 6:
        return []
    head = verb.head
    dep = verb.dep_
    if dep in {"conj", "advcl", "acomp", "attr"} and head.pos_ in {"VERB", "AUX"}:
        return surface_subjects(head, depth + 1)
    if dep in {"xcomp", "ccomp"} and head.pos_ in {"VERB", "AUX", "ADJ"}:
        return _controllers(head, depth)
    if dep in {"acl", "relcl"} and head.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
        if any(child.tag_ == "TO" for child in verb.children):
            return agents_of_noun(head, depth + 1)
        return with_conjuncts(_member(head) if verb.tag_ == "VBN" else head)
    if dep == "pcomp" and head.dep_ == "prep":
        return _subjects_of_gerund(head, depth)
    return []


def _member(name: Token) -> Token:
    """Who is meant where a participle hangs on a body's name: "a *member* of Hamas killed in Gaza"."""
    preposition = name.head
    person = preposition.head.lemma_.lower() in SINGLE_PERSONS | {"member"}
    hangs = name.dep_ == "pobj" and name.pos_ == "PROPN" and preposition.lower_ == "of"
    return preposition.head if hangs and person else name


def _subjects_of_gerund(preposition: Token, depth: int) -> list[Token]:
    """Who does what stands as "-ing" behind a preposition: "accuses *Minsk* of helping"."""
    above = preposition.head
    if above.pos_ in {"VERB", "AUX"}:
        if preposition.lower_ in {"of", "for", "from", "with"} and above.lemma_ in OBJECT_CONTROL:
            return objects(above) or surface_subjects(above, depth + 1)
        return surface_subjects(above, depth + 1)
    if above.dep_ in {"dobj", "nsubjpass"} and above.head.lemma_ in OBJECT_CONTROL:
        return with_conjuncts(above)
    return agents_of_noun(above, depth + 1) if above.pos_ == "NOUN" else []


def _controllers(head: Token, depth: int) -> list[Token]:
    """Who is to do what the verb `head` speaks of: its object if it is a verb of asking, else its subject."""
    if head.lemma_ in OBJECT_CONTROL:
        if is_passive(head):
            return surface_subjects(head, depth + 1)
        below = [child for child in head.children if child.dep_ in {"dobj", "dative"}]
        if below:
            return [one for child in below for one in with_conjuncts(child)]
        for prep in children(head, "prep"):
            if prep.lower_ in {"on", "upon", "for"}:
                return _pobjects(prep)
    return surface_subjects(head, depth + 1)


def agents(verb: Token, depth: int = 0) -> list[Token]:
    """Those who do it: the subject of an active verb, the by-phrase of a passive one."""
    if is_passive(verb):
        by = [
            child
            for child in verb.children
            if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by")
        ]
        return [one for prep in by for one in _pobjects(prep)]
    return surface_subjects(verb, depth)


def objects(verb: Token) -> list[Token]:
    """Those that it is done to: the object of an active verb, the subject of a passive one."""
    if is_passive(verb):
        return surface_subjects(verb)
    found = [
        one for child in children(verb, "dobj", "oprd") for one in with_conjuncts(_antecedent(verb, child))
    ]
    if found:
        return found
    # "the fighters it hosts": the object of a relative clause is what the clause depends on.
    if verb.dep_ == "relcl" and any(c.dep_ in SUBJECTS and c.lower_ not in RELATIVES for c in verb.children):
        return with_conjuncts(verb.head)
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.head.dep_ != "ROOT":
        return []
    return found


def _pobjects(prep: Token) -> list[Token]:
    found: list[Token] = []
    for child in prep.children:
        if child.dep_ not in {"pobj", "pcomp"}:
            continue
        # "spoke with King Salman to discuss": the parser makes a clause of whom he spoke with.
        named = (
            [c for c in children(child, "nsubj") if c.ent_type_ == "PERSON"] if child.dep_ == "pcomp" else []
        )
        for one in with_conjuncts(named[0] if named else child):
            found.extend(other for other in (one, *persons_after(one)) if other not in found)
    return found


def behind(token: Token, name: str) -> list[Token]:
    """What stands behind the preposition `name` that depends on the token."""
    found = []
    for child in token.children:
        if child.dep_ in {"prep", "agent", "dative"} and child.lower_ == name:
            found.extend(_pobjects(child))
        elif child.dep_ == "prep" and child.lower_ in {"in", "on", "along", "together"}:
            # "on behalf of", "along with": the second preposition hangs below the first.
            for below in child.children:
                if below.dep_ == "prep" and below.lower_ == name:
                    found.extend(_pobjects(below))
                elif below.lower_ in {"margin", "margins", "sidelines"}:
                    # "spoke on the margins of the summit with President Duda"
                    found.extend(
                        one
                        for prep in children(below, "prep")
                        if prep.lower_ == name != "of"
                        for one in _pobjects(prep)
                    )
        elif child.dep_ == "advcl" and name == "with":
            found.extend(_marked(child, name))
    if not found and name == "of" and token.pos_ == "NOUN":
        return _strayed(token)
    return found


def _marked(clause: Token, name: str) -> list[Token]:
    """The person before a purpose: "spoke with former Prime Minister Bennett to congratulate him"."""
    if not any(c.dep_ == "mark" and c.lower_ == name for c in clause.children):
        return []
    return [c for c in children(clause, "nsubj") if c.ent_type_ == "PERSON"]


def _strayed(noun: Token) -> list[Token]:
    """What a noun is "of" where the parser hung it higher or on a name between.

    "approved the extradition to Chile of a *trader*": "of" lands on the verb, or on Chile.
    """
    above = [noun.head] if noun.dep_ in {"dobj", "nsubjpass"} else []
    for node in (noun, *above):
        for child in children(node, "prep"):
            if child.i < noun.i:
                continue
            if child.lower_ == "of" and node != noun:
                return _pobjects(child)
            for name in children(child, "pobj"):
                for below in children(name, "prep"):
                    if child.lower_ in {"to", "from", "by"} and name.pos_ == "PROPN" and below.lower_ == "of":
                        return _pobjects(below)
    return []


def light_verb(noun: Token) -> Token | None:
    """The verb that lends the noun its subject ("launched an offensive"), or None."""
    node = noun
    while node.dep_ == "conj" and node.head.pos_ in {"NOUN", "PROPN"}:
        node = node.head
    # "a series of strikes", "$300 million in aid", "a package worth": the verb governs what measures the act.
    for _ in range(3):
        measured = node.dep_ == "pobj" and node.head.lower_ in {"of", "in", "for"}
        if measured and node.head.head.pos_ in {"NOUN", "NUM", "SYM"}:
            node = node.head.head
        elif (node.dep_ == "compound" and node.head.pos_ == "NOUN") or node.lower_ == "worth":
            node = node.head
    head = node.head
    if (
        node.dep_ == "pobj"
        and head.dep_ == "prep"
        and head.head.pos_ == "VERB"
        and head.head.lemma_
        in {
            "agree",
            "call",
            "engage",
            "embark",
            "vote",
            "participate",
            "decide",
            "announce",
            "work",
            "meet",
            "arrive",
        }
    ):
        return head.head
    if node.dep_ in {"dobj", "nsubjpass", "attr", "oprd"} and head.pos_ in {"VERB", "AUX"}:
        return head if head.lemma_ in LIGHT or head.lemma_ == "be" else None
    return None


def agents_of_noun(noun: Token, depth: int = 0) -> list[Token]:
    """Those who do what the noun names: "Sweden's extradition", "strikes by Russia", "launched a raid"."""
    found = possessors(noun) + behind(noun, "by")
    if found or depth > 6:
        return found
    verb = light_verb(noun)
    if verb is not None and verb.lemma_ not in WITNESSING:
        return agents(verb, depth + 1)
    return []


def possessors(token: Token) -> list[Token]:
    """Whose it is; "the envoy, whose mandate …" says so of what the clause depends on."""
    found = []
    for child in children(token, "poss"):
        if child.lower_ == "whose":
            clause = clause_of(token)
            while clause.dep_ == "conj":
                clause = clause.head
            found.extend(with_conjuncts(clause.head) if clause.dep_ == "relcl" else [])
        else:
            found.extend(with_conjuncts(child))
    return found


def clause_of(token: Token) -> Token:
    """The head of the finite clause that the token stands in."""
    node = token
    while node.dep_ != "ROOT" and not (
        node.pos_ in {"VERB", "AUX"} and node.dep_ in {"ccomp", "advcl", "relcl", "conj", "parataxis"}
    ):
        node = node.head
    return node

"""Whether an event happened, goes on, is set to happen, may happen or is denied, by the words around it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from events.nlp.findings import Status
from events.nlp.frames import light_verb

PLANNING = {
    "plan", "schedule", "intend", "prepare", "agree", "promise", "pledge", "vow", "commit", "set", "expect",
    "decide", "announce", "arrange", "undertake", "aim", "slate", "due", "order", "begin", "ready", "about",
    "invite",
}  # fmt: skip
WISHING = {
    "want", "hope", "wish", "seek", "consider", "propose", "suggest", "call", "urge", "ask", "demand",
    "request", "offer", "threaten", "warn", "ponder", "mull", "weigh", "discuss", "study", "debate",
    "recommend", "appeal", "press", "push", "try", "attempt", "need", "require", "fear", "speculate",
    "allow", "enable", "encourage", "explore", "contemplate", "favour", "favor", "advocate", "insist",
    "likely", "possible", "ready", "willing", "prospect", "possibility", "chance", "risk", "speculation",
    "proposal", "idea", "bid", "effort", "threat", "pressure", "desire", "suggestion", "plea", "able",
    "claim", "accuse", "doubt", "warrant", "oblige", "obligate", "bind", "duty", "obligation", "eligible",
}  # fmt: skip
CLAIMING = {"claim", "accuse", "allege"}
DENYING = {
    "deny", "refuse", "reject", "decline", "fail", "cancel", "avoid", "prevent", "rule", "abandon", "scrap",
    "postpone", "stop", "block", "oppose", "suspend", "halt", "call", "unable", "refusal", "failure",
    "cancellation", "denial", "prohibit", "bar", "forbid",
}  # fmt: skip
DENYING_NOUN_VERBS = {
    "deny",
    "cancel",
    "postpone",
    "scrap",
    "avoid",
    "avert",
    "prevent",
    "rule",
    "reject",
}
ATTENDING = {"attend", "join", "skip", "boycott", "miss", "accept", "leave", "address"}
CALLING_OFF = {"cancel", "postpone", "suspend", "scrap", "abandon", "halt", "stop", "block", "reject"}
FORETOLD = {"due", "scheduled", "planned", "expected", "slated"}
UNSURE = {"likely", "possible", "imminent", "unlikely", "probable", "inevitable"}
MAY = {"may", "might", "could", "would", "should", "can", "ought", "must"}
WILL = {"will", "'ll", "shall", "wo", "’ll"}
COMING_ADJECTIVES = {
    "upcoming",
    "planned",
    "scheduled",
    "forthcoming",
    "next",
    "coming",
    "future",
    "expected",
    "slated",
}
POSSIBLE_ADJECTIVES = {
    "possible", "potential", "proposed", "likely", "future", "hypothetical", "eventual", "threatened",
    "imminent", "prospective", "any", "would-be", "further",
}  # fmt: skip
ONGOING_ADJECTIVES = {
    "ongoing",
    "continuing",
    "continued",
    "current",
    "existing",
    "lasting",
    "present",
    "persistent",
}
DENIED_ADJECTIVES = {
    "cancelled",
    "canceled",
    "postponed",
    "averted",
    "aborted",
    "foiled",
    "abandoned",
    "thwarted",
}
CONDITIONAL = {"if", "unless", "whether", "should", "lest"}
DECIDING = {"decide", "vote", "decision"}
INTENDING = {
    "have",
    "decision",
    "plan",
    "promise",
    "pledge",
    "intention",
    "agreement",
    "commitment",
    "readiness",
}
ACHIEVING = {"help", "use", "claim", "report", "first", "last"}
TRAVELLING = {"travel", "arrive", "fly", "go", "come", "visit", "head", "gather", "meet", "return"}
CONTINUING = {"maintain", "continue", "remain", "keep", "persist", "intensify"}
FINITE = {"VBD", "VBZ", "VBP"}


@dataclass(frozen=True, slots=True)
class Realis:
    """The status of an event and whether it was read from a promise ("will", "plans to")."""

    status: Status
    promised: bool = False


def realis_of(trigger: Token, speech_act: bool = False) -> Realis:
    """Judge a trigger; a speech act (a demand, an accusation) has happened once it is said."""
    if trigger.pos_ in {"VERB", "AUX", "ADJ"}:
        return _of_verb(trigger, speech_act)
    return _of_noun(trigger)


def _negated(token: Token) -> bool:
    return any(
        child.dep_ == "neg" or child.lower_ in {"never", "n't", "not"} for child in token.children
    ) or any(_says_no(child) for child in token.children)


def _denies_another(verb: Token, noun: Token) -> bool:
    """Whether the verb is negated only by the "no" of an argument that the noun is no part of."""
    if any(child.dep_ == "neg" or child.lower_ in {"never", "n't", "not"} for child in verb.children):
        return False
    if verb.lemma_ in DENYING | WISHING or verb.head.lemma_ in DENYING:
        return False
    deniers = [child for child in verb.children if _says_no(child)]
    return bool(deniers) and not any(noun == child or child.is_ancestor(noun) for child in deniers)


def _says_no(child: Token) -> bool:
    """ "No deal was reached", "reached no deal", "no deal"."""
    if child.dep_ == "det":
        return child.lower_ in {"no", "neither"}
    return child.dep_ in {"dobj", "nsubjpass", "nsubj"} and (
        child.lower_ in {"none", "nobody", "nothing"}
        or any(below.dep_ == "det" and below.lower_ == "no" for below in child.children)
    )


def _auxiliaries(verb: Token) -> set[str]:
    own = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if not own and verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"} and verb.tag_ in {"VB", "VBN"}:
        return _auxiliaries(verb.head)
    return own


def _marks(verb: Token) -> set[str]:
    return {child.lower_ for child in verb.children if child.dep_ in {"mark", "advmod"}}


def _of_verb(verb: Token, speech_act: bool) -> Realis:
    negated = _negated(verb)
    auxiliaries = _auxiliaries(verb)
    head = verb.head
    if _marks(verb) & CONDITIONAL:
        return Realis("possible")
    if auxiliaries & WILL:
        return Realis("denied" if negated else "scheduled", promised=True)
    if negated:
        return Realis("denied")
    if auxiliaries & MAY and not ("have" in auxiliaries and speech_act):
        if "would" in auxiliaries and _reported(verb):
            # "said that it would send tanks": the past of "will".
            return Realis("scheduled", promised=True)
        return Realis("possible")
    if _marks(verb) & CONDITIONAL or (
        verb.dep_ in {"conj", "xcomp"} and head.pos_ == "VERB" and _marks(head) & CONDITIONAL
    ):
        return Realis("possible")
    if verb.dep_ in {"xcomp", "ccomp", "acl", "pcomp", "advcl", "conj", "acomp", "relcl"}:
        above = _from_above(verb, auxiliaries)
        if above is not None:
            return above
    if (
        verb.tag_ in {"VBG", "VBZ", "VBP"}
        and auxiliaries & {"is", "are", "'s", "’s", "am"}
        and not speech_act
    ):
        return Realis("ongoing")
    if verb.tag_ == "VBG" and verb.dep_ == "acl" and not speech_act:
        # "soldiers fighting in the east", "planes carrying aid": it went on as the rest was told.
        return Realis("ongoing")
    if verb.tag_ == "VBG" and auxiliaries & {"been"} and not speech_act:
        return Realis("ongoing")
    return Realis("happened")


def _reported(verb: Token) -> bool:
    """ "said that it would send": the past of "will"."""
    node = verb
    while node.dep_ == "conj":
        node = node.head
    return node.dep_ in {"ccomp", "ROOT"} and node.head.pos_ == "VERB" and node.head != node


def _from_above(verb: Token, auxiliaries: set[str]) -> Realis | None:
    """What the verb or noun above says of a clause: "plans to", "refused to", "a threat to"."""
    node = verb
    while node.dep_ == "conj" and node.head.pos_ in {"VERB", "AUX"}:
        if verb.tag_ in FINITE and node.head.tag_ not in FINITE:
            # "scrambled a jet to divert a flight and arrested a man": the arrest was no purpose.
            return None
        node = node.head
    head, dep = node.head, node.dep_
    if dep == "pcomp":
        # "accused of selling", "after selling": only the preposition's own verb tells.
        if (
            head.lower_ in {"of", "for", "from", "against"}
            and head.head.lemma_ in DENYING | WISHING | PLANNING
        ):
            return _judge(head.head, to_infinitive=False)
        return None
    to_infinitive = any(child.tag_ == "TO" for child in node.children)
    if to_infinitive and head.lemma_ in CALLING_OFF and any(child.dep_ == "dobj" for child in head.children):
        # "postponed their games to protest": a purpose is not what is put off.
        return None
    if dep in {"xcomp", "acl", "acomp"} and (to_infinitive or head.lemma_ in DENYING | WISHING):
        return _judge(head, to_infinitive)
    if dep == "ccomp" and head.lemma_ in WISHING | {"deny"} and head.lemma_ not in {"warn", "claim", "call"}:
        if head.lemma_ in CLAIMING:
            return None
        # "demands that prisoners be exchanged": the bare "be" asserts nothing.
        finite = any(child.dep_ in {"aux", "auxpass"} and child.tag_ != "VB" for child in node.children)
        if node.tag_ == "VB" or (node.tag_ == "VBN" and not finite) or to_infinitive or head.lemma_ == "deny":
            return _judge(head, to_infinitive=True)
    if dep == "advcl" and to_infinitive:
        # "met to discuss sending tanks": a purpose need not come true.
        return Realis("possible")
    if dep == "ccomp" and to_infinitive:
        return _judge(head, to_infinitive)
    return None


def _judge(head: Token, to_infinitive: bool) -> Realis:
    """What a verb, noun or adjective says of the act in the clause below it."""
    lemma = head.lemma_.lower()
    if _negated(head) or (lemma in DENYING - {"call", "stop"}) or (lemma == "stop" and not to_infinitive):
        return Realis("denied")
    if head.pos_ in {"VERB", "AUX"} and _auxiliaries(head) & MAY:
        # "may have to retreat": what is done is no surer than the verb above it.
        return Realis("possible")
    decided = head.tag_ == "VBN" and _auxiliaries(head) & {"has", "have", "'s", "’s"}
    if lemma in DECIDING and (decided or head.tag_ in {"VBD", "VBZ", "VBP", "NN"}):
        # "leaders decide to suspend Mali": the decision is the act.
        return Realis("happened")
    if lemma in {"begin", "start"} and head.tag_ in {"VBD", "VBN", "VBZ", "VBP"}:
        return Realis("ongoing") if to_infinitive else Realis("happened")
    if lemma in CONTINUING:
        return Realis("ongoing")
    if lemma == "tell" and to_infinitive:
        # "told him to resign": what somebody is told to do need not be done.
        return Realis("possible")
    if lemma in PLANNING:
        return Realis("scheduled", promised=True)
    if lemma in WISHING:
        return Realis("possible")
    if lemma in INTENDING or (lemma in {"go", "be"} and to_infinitive):
        return Realis("scheduled", promised=True)
    # "a reason to stay", "free to leave": a noun's or an adjective's infinitive need not come true.
    unsure = to_infinitive and head.pos_ in {"NOUN", "ADJ"} and lemma not in ACHIEVING
    return Realis("possible" if unsure else "happened")


def _of_noun(noun: Token) -> Realis:
    adjectives = {c.lower_ for c in noun.children if c.dep_ in {"amod", "det", "compound", "nmod"}}
    verb = light_verb(noun)
    if adjectives & DENIED_ADJECTIVES or "no" in adjectives:
        return Realis("denied")
    if verb is not None:
        judged = _of_noun_with(verb, noun)
        if judged.status != "happened":
            return judged
    if adjectives & COMING_ADJECTIVES:
        return Realis("scheduled")
    if adjectives & POSSIBLE_ADJECTIVES:
        return Realis("possible")
    if adjectives & ONGOING_ADJECTIVES:
        return Realis("ongoing")
    return _noun_from_above(noun, verb)


def _of_noun_with(verb: Token, noun: Token) -> Realis:
    """What the verb that governs a noun says of it: "cancelled the visit", "is considering a loan"."""
    judged = _of_verb(verb, speech_act=False)
    if judged.status == "denied" and _denies_another(verb, noun):
        # "No charges were brought over the shootings": there were shootings.
        judged = Realis("happened")
    lemma = verb.lemma_
    if lemma in ATTENDING and judged.status == "denied":
        # "Putin will not attend the summit in Bali": it takes place without him.
        judged = Realis("scheduled" if judged.promised else "happened")
    if lemma in DENYING_NOUN_VERBS and judged.status == "happened":
        return Realis("denied")
    if lemma in CONTINUING and judged.status in {"happened", "scheduled"}:
        return Realis("ongoing")
    if judged.status not in {"happened", "ongoing"}:
        return judged
    if lemma in {"authorize", "authorise", "plan", "schedule"}:
        return Realis("scheduled")
    if lemma in {"propose", "consider", "seek", "demand", "threaten", "request", "call"}:
        return Realis("possible")
    return judged


def _noun_from_above(noun: Token, verb: Token | None) -> Realis:
    """ "called for a ceasefire", "ahead of the summit", "plans for a visit"."""
    head = noun.head
    if noun.dep_ == "pobj" and head.dep_ == "prep":
        above = head.head
        if head.lower_ in {"for", "to", "of", "on", "about"} and above.lemma_.lower() in WISHING | PLANNING:
            lemma = above.lemma_.lower()
            if lemma in {"plan", "schedule", "prepare", "preparation"}:
                return Realis("scheduled")
            return Realis("possible")
        if head.lower_ in {"amid", "amidst"}:
            return Realis("ongoing")
        if head.lower_ == "for" and above.lemma_ in TRAVELLING:
            # "will travel to Lima for talks": the talks are as sure as the journey.
            return _of_verb(above, speech_act=False)
        # "Before his arrest he lived abroad": whose act it was is told of one that came.
        owned = any(child.dep_ == "poss" and child.pos_ == "PRON" for child in noun.children)
        if (head.lower_ == "of" and head.head.lower_ in {"ahead", "eve"}) or (
            head.lower_ in {"before", "ahead"} and not owned
        ):
            return Realis("scheduled")
    if verb is None and noun.dep_ in {"nsubj", "nsubjpass"} and head.pos_ in {"VERB", "AUX"}:
        judged = _of_verb(head, speech_act=False)
        if head.lemma_ in CONTINUING and judged.status in {"happened", "scheduled"}:
            return Realis("ongoing")
        if judged.status in {"scheduled", "possible"}:
            return judged
        said = {child.lower_ for child in head.children if child.dep_ in {"acomp", "oprd"}}
        if said & UNSURE:
            # "A new election is likely."
            return Realis("possible")
        if said & FORETOLD:
            return Realis("scheduled")
    return Realis("happened")

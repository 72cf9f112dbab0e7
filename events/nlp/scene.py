"""Where an event took place, and who belongs there because they are met there."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from events.nlp.detector import Candidate
from events.nlp.entities import EntityMap
from events.nlp.findings import EntityKind, Participant, Place
from events.nlp.gazetteer import gazetteer
from events.nlp.slots import slot

LOCATIVES = {"in", "at", "near", "on", "outside", "around", "inside", "into", "across", "throughout", "off"}
DEPTH = 2
SENTENCES_BACK = 2
# "protesters in Warsaw" are Poland's; "gunmen", "tourists" and "aid workers" may be anybody's.
LOCAL = {
    "protester", "protestor", "demonstrator", "marcher", "rioter", "striker", "resident", "voter",
    "soldier", "officer", "policeman", "policewoman", "police", "civilian", "rebel", "force", "troop",
    "citizen", "villager", "prisoner", "inmate", "family", "student", "pupil", "teacher", "lawmaker",
    "legislator", "official", "opposition", "separatist", "militia", "pedestrian", "worker", "farmer",
    "court", "government", "authority", "parliament", "prosecutor", "judge", "minister", "cabinet", "junta",
    "regime", "man", "woman", "teenager", "people", "crowd", "leader", "politician", "critic", "activist",
    "supporter", "opponent", "miner", "driver", "suspect", "army", "military", "tribe", "tribesman",
    "child", "member", "candidate", "party", "coalition", "commission",
}  # fmt: skip
ANYBODYS = ("gunm", "assailant", "tourist", "refugee", "migrant", "aid worker", "social worker", "journalist")


def localised(participant: Participant, place: Place | None) -> Participant:
    """The participant with the country of the event's place, where nothing else says whose they are."""
    if place is None or place.country is None or participant.country or participant.kind == "country":
        return participant
    described = (
        participant.name[:1].islower() or participant.name[:1].isdigit() or participant.kind == "group"
    )
    words = [singular(word) for word in participant.name.lower().split()]
    anybodys = any(word in participant.name.lower() for word in ANYBODYS)
    if participant.kind == "other" or (described and LOCAL & set(words) and not anybodys):
        return replace(participant, country=place.country, reason=participant.reason or "where it happened")
    return participant


def singular(word: str) -> str:
    """The singular of a regular plural: "protesters", "families"."""
    irregular = {
        "men": "man",
        "women": "woman",
        "policemen": "policeman",
        "children": "child",
        "gunmen": "gunman",
    }
    if word in irregular:
        return irregular[word]
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


class Scene:
    """Where the events of one article take place."""

    def __init__(self, doc: Doc, entities: EntityMap) -> None:
        self.doc = doc
        self.text = doc.text
        self.entities = entities

    def place_of(self, candidate: Candidate) -> Place | None:
        """Where: said of the trigger, of the words above it, of a party, in the sentence, or just before."""
        token = candidate.token
        place = self._below(token) or self._of_parties(candidate)
        node = token
        while place is None and node.head != node and node.dep_ not in {"ccomp", "relcl"}:
            node = node.head
            place = self._below(node)
        reach = candidate.event_type.place_reach
        if place is None and reach in {"sentence", "text"}:
            place = self._in_sentence(token)
        if place is None and reach == "text":
            place = self._before(token)
        return place

    def _before(self, token: Token) -> Place | None:
        """Where the last sentences were: a fire "in Lagos", then "38 people were arrested"."""
        if any(self.entities.place_at(other.i) for other in token.sent):
            return None
        start = token.sent.start
        for _ in range(SENTENCES_BACK):
            if start == 0:
                return None
            sentence = self.doc[start - 1].sent
            for other in reversed(sentence):
                place = self._at(other) if other.dep_ == "pobj" and other.head.lower_ in LOCATIVES else None
                if place is not None and self._is_scene(other):
                    return place
            start = sentence.start
        return None

    def _of_parties(self, candidate: Candidate) -> Place | None:
        """The first country or place in one of the roles or slots that the type names as its scene."""
        for name in candidate.event_type.place_from:
            heads = [head for head, _ in candidate.roles.get(name, ())]
            for head in heads if name in candidate.event_type.roles else slot(candidate.token, name):
                place = self._at(head)
                if place is not None:
                    return place
                below = self._below(head)
                if below is not None:
                    return below
        return None

    def _at(self, token: Token) -> Place | None:
        mention = self.entities.at(token.i)
        if token.dep_ == "pobj" and token.head.lower_ == "on" and mention and mention.stands_for:
            # "called on Moscow": whoever is addressed is no place.
            return None
        where = self.entities.place_at(token.i)
        return Place(where[0], where[1], token.idx, token.idx + len(token.text)) if where else None

    def _below(self, node: Token, depth: int = 0) -> Place | None:
        """What a preposition of place says of the node or of its arguments."""
        nested = []
        for child in node.children:
            if child.dep_ in {"prep", "advmod"} and child.lower_ in LOCATIVES:
                for below in child.children:
                    if below.dep_ == "pobj":
                        place = self._at(below)
                        if place is not None:
                            return place
                        nested.append(below)
            elif child.dep_ in {"dobj", "nsubjpass", "attr", "prep", "agent", "nsubj"} and depth < DEPTH:
                nested.extend(child.children if child.dep_ in {"prep", "agent"} else [child])
        if depth < DEPTH:
            for child in nested:
                found = self._below(child, depth + 1)
                if found is not None:
                    return found
        return None

    def _is_scene(self, token: Token) -> bool:
        """Whether a country is named for itself, not for whose something is: "the *US* president"."""
        mention = self.entities.at(token.i)
        return (
            mention is not None and mention.use != "seat" and token.dep_ not in {"compound", "amod", "nmod"}
        )

    def _in_sentence(self, token: Token) -> Place | None:
        """The nearest place behind a preposition of place in the sentence, or else its only country."""
        best: Place | None = None
        named: dict[str, Place] = {}
        for other in token.sent:
            place = self._at(other)
            if place is None or not self._is_scene(other):
                continue
            if other.dep_ == "pobj" and other.head.lower_ in LOCATIVES:
                if best is None or abs(place.start - token.idx) < abs(best.start - token.idx):
                    best = place
            elif place.country:
                named.setdefault(place.country, place)
        return best or (next(iter(named.values())) if len(named) == 1 else None)

    def struck(self, place: Place) -> Participant:
        """Where it was, as that which it happened to: "a storm in Fiji" befell Fiji."""
        whole = gazetteer().countries.get(place.country or "") == place.name
        kind: EntityKind = "country" if whole else "place"
        words = self.text[place.start : place.end]
        return Participant("place", kind, place.name, place.country, words, place.start, place.end)

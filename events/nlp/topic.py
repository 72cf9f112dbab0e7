"""Tells sport, culture, kitchen and weather from politics: their attacks and truces are no events."""

from __future__ import annotations

from spacy.tokens import Doc

SPORT = {
    "goal", "striker", "midfielder", "goalkeeper", "defender", "referee", "coach", "league", "championship",
    "semi-final", "semifinal", "quarter-final", "quarterfinal", "innings", "wicket", "batsman", "touchdown",
    "quarterback", "playoff", "play-off", "tournament", "kick-off", "half-time", "halftime", "penalty",
    "scorer", "teammate", "substitute", "tennis", "golf", "cricket", "rugby", "football", "basketball",
    "baseball", "hockey", "lap", "podium", "medal", "olympic", "olympics", "champion", "club", "pitch",
    "season", "match", "fixture", "stadium", "sprint", "racket", "serve", "knockout", "heavyweight",
    "offside", "corner", "derby",
}  # fmt: skip
CULTURE = {
    "film", "movie", "director", "actor", "actress", "screenplay", "drama", "comedy", "thriller", "novel",
    "album", "singer", "guitar", "concert", "orchestra", "opera", "gallery", "painter", "sculpture",
    "exhibition", "festival", "soundtrack", "score", "chorus", "lyric", "poem", "poet", "episode", "sequel",
    "trailer", "cinema", "stream", "debut", "cast", "audience", "star", "theatre", "theater", "ballet",
    "fashion", "designer",
}  # fmt: skip
HOUSEHOLD = {
    "recipe", "oven", "saucepan", "butter", "flour", "sugar", "onion", "garlic", "soup", "dough", "roast",
    "simmer", "spoon", "tablespoon", "teaspoon", "stir", "garden", "umbrella", "drizzle", "sunshine",
    "thunder", "cloud", "degree", "forecast", "shower", "breeze", "peel", "bake", "dish", "cook", "cream",
    "salt", "pepper", "bread",
}  # fmt: skip
POLITICS = {
    "government", "minister", "president", "parliament", "army", "troop", "soldier", "military", "police",
    "court", "sanction", "election", "vote", "ceasefire", "embassy", "ambassador", "diplomat", "treaty",
    "summit", "senate", "senator", "congress", "lawmaker", "rebel", "militant", "missile", "airstrike",
    "prosecutor", "judge", "ministry", "protester", "protest", "activist", "refugee", "arrest", "arrested",
    "killed", "kill", "war", "invasion", "nato", "parliamentary", "opposition", "coup", "terrorist",
    "terrorism", "hostage", "humanitarian", "foreign", "border", "chancellor", "king", "governor", "mayor",
    "republic", "union", "bomb", "shooting", "law", "bill", "legislation", "prison", "sentence", "jail",
    "pandemic", "outbreak", "earthquake", "flood", "suspect", "charge", "doping", "ban", "boycott",
    "strike",
}  # fmt: skip
ENOUGH = 3
MOST_POLITICS = 1


def is_elsewhere(doc: Doc) -> bool:
    """Whether a text holds three words of one such field and at most one of politics, war or justice."""
    words = {token.lemma_.lower() for token in doc} | {token.lower_ for token in doc}
    if len(words & POLITICS) > MOST_POLITICS:
        return False
    return any(len(words & field) >= ENOUGH for field in (SPORT, CULTURE, HOUSEHOLD))

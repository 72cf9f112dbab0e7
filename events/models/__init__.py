"""What the board stores: articles, who they name, what happened and where that was read."""

from events.models.articles import Article, ArticleQuerySet, ArticleStage, ArticleState
from events.models.entities import Alias, Entity, EntityQuerySet, Mention, fold_name
from events.models.events import Amount, Event, EventMention, EventQuerySet, Evidence, Participant
from events.models.public_ids import PUBLIC_ID_ALPHABET, PUBLIC_ID_LENGTH, new_public_id

__all__ = [
    "PUBLIC_ID_ALPHABET",
    "PUBLIC_ID_LENGTH",
    "Alias",
    "Amount",
    "Article",
    "ArticleQuerySet",
    "ArticleStage",
    "ArticleState",
    "Entity",
    "EntityQuerySet",
    "Event",
    "EventMention",
    "EventQuerySet",
    "Evidence",
    "Mention",
    "Participant",
    "fold_name",
    "new_public_id",
]

"""Articles as they were pasted, and how far the reading of each has come."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.urls import reverse

from events.models.public_ids import new_public_id
from events.wording import full_day

if TYPE_CHECKING:
    from events.models.entities import Entity


class ArticleState(models.TextChoices):
    """How far the reading of an article has come."""

    QUEUED = "queued", "queued"
    READING = "reading", "being read"
    READ = "read", "read"
    UNREAD = "unread", "not read"
    FAILED = "failed", "failed"


class ArticleStage(models.TextChoices):
    """The step that a reading is at, shown while it runs."""

    SAVED = "saved", "Saved"
    SENTENCES = "sentences", "Sentences"
    NAMES = "names", "People, countries, organisations"
    TIMES = "times", "Dates and amounts"
    EVENTS = "events", "Events"
    STORED = "stored", "On the board"


class ArticleQuerySet(models.QuerySet["Article"]):
    """Articles, in the words of the field."""

    def newest_first(self) -> Self:
        """By publication, the latest first."""
        return self.order_by("-published_on", "-id")

    def unfinished(self) -> Self:
        """Those whose reading has not ended, in whatever way."""
        return self.filter(state__in=[ArticleState.QUEUED, ArticleState.READING])

    def samples(self) -> Self:
        """Those that came with Newsboard."""
        return self.filter(is_sample=True)

    def naming(self, entity: Entity) -> Self:
        """Those in which `entity` is named."""
        return self.filter(id__in=entity.mentions.values("article"))

    def called(self, public_id: str) -> Self:
        """The one with this public id."""
        return self.filter(public_id=public_id)

    def about(self, words: str) -> Self:
        """Those with these words in title, outlet or text."""
        return self.filter(
            models.Q(title__icontains=words)
            | models.Q(outlet__icontains=words)
            | models.Q(text__icontains=words)
        )

    def with_event_count(self) -> Self:
        """Each with `event_count`: how many events of the board it tells of."""
        standing = models.Q(event_mentions__event__merged_into=None, event_mentions__event__withdrawn_at=None)
        return self.annotate(event_count=models.Count("event_mentions", filter=standing))


class Article(models.Model):
    """A news article as it was pasted, and how far its reading has come.

    `text` is the text as shown: every offset on the board counts its characters.
    """

    public_id = models.CharField(max_length=16, unique=True, default=new_public_id, editable=False)
    title = models.CharField(max_length=300, blank=True)
    outlet = models.CharField(max_length=120, blank=True, db_index=True)
    author = models.CharField(max_length=200, blank=True)
    url = models.URLField(max_length=1000, blank=True)
    published_on = models.DateField(db_index=True)
    text = models.TextField()
    content_hash = models.CharField(
        max_length=64, unique=True, editable=False, help_text="SHA-256 of the text, folded"
    )
    language = models.CharField(max_length=8, default="en")
    is_sample = models.BooleanField(default=False, db_index=True)
    state = models.CharField(
        max_length=8, choices=ArticleState.choices, default=ArticleState.QUEUED, db_index=True
    )
    stage = models.CharField(max_length=10, choices=ArticleStage.choices, default=ArticleStage.SAVED)
    state_reason = models.CharField(
        max_length=500, blank=True, help_text="Why it is not read, or what went wrong"
    )
    attempts = models.PositiveSmallIntegerField(default=0)
    pipeline_version = models.CharField(max_length=40, blank=True)
    added_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True, blank=True)
    quotes = models.JSONField(default=list, blank=True, help_text="start, end, speaker and cue of each quote")
    times = models.JSONField(default=list, blank=True, help_text="TIMEX3 expressions with offsets")

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-published_on", "-id"]

    def __str__(self) -> str:
        return self.title or f"Untitled, {full_day(self.published_on)}"

    def get_absolute_url(self) -> str:
        """The address of its page."""
        return reverse("article", args=[self.public_id])

"""What happened, who took part in it, and the sentences that say so."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.text import slugify

from events.models.articles import Article
from events.models.entities import Entity
from events.models.public_ids import new_public_id
from events.nlp.findings import STATUSES


class EventQuerySet(models.QuerySet["Event"]):
    """Events, in the words of the field."""

    def standing(self) -> Self:
        """Those on the board: neither merged into another nor withdrawn by a later reading."""
        return self.filter(merged_into=None, withdrawn_at=None)

    def of_type(self, *types: str) -> Self:
        """Of any of these types."""
        return self.filter(type__in=types)

    def in_country(self, *codes: str) -> Self:
        """Those with a participant of, or a place in, any of these countries (ISO codes)."""
        taking_part = Participant.objects.filter(country_code__in=codes).values("event")
        return self.filter(models.Q(id__in=taking_part) | models.Q(place_country_code__in=codes))

    def with_participant(self, entity: Entity) -> Self:
        """Those in which `entity` takes part (for a country: also whoever acts for it)."""
        if entity.kind == Entity.Kind.COUNTRY and entity.country_code:
            return self.in_country(entity.country_code)
        return self.filter(id__in=Participant.objects.filter(entity=entity).values("event"))

    def between(self, first: date | None, last: date | None) -> Self:
        """Those whose interval, or else their day of report, touches the given days, both inclusive."""
        events = self
        if first:
            events = events.alias(until=Coalesce("date_end", "reported_on")).filter(until__gte=first)
        if last:
            events = events.alias(since=Coalesce("date_start", "reported_on")).filter(since__lte=last)
        return events

    def upcoming(self, today: date) -> Self:
        """Scheduled for a time that is not over on `today`."""
        return self.filter(status="scheduled", date_end__gte=today)

    def told_by(self, article: Article) -> Self:
        """Those that this article tells of."""
        return self.filter(id__in=EventMention.objects.filter(article=article).values("event"))

    def sharing_participants(self, event: Event) -> Self:
        """Others in which at least two of those who take part in `event` do so too, or its only one."""
        ids = set(event.participants.exclude(entity=None).values_list("entity", flat=True))
        same = models.Q(participants__entity__in=ids)
        shared = models.Count("participants__entity", filter=same, distinct=True)
        return self.exclude(id=event.pk).alias(shared=shared).filter(shared__gte=max(1, min(2, len(ids))))

    def before(self, event: Event) -> Self:
        """The nearest first, those that stand earlier on the timeline than `event`."""
        earlier = models.Q(sort_on__lt=event.sort_on) | models.Q(sort_on=event.sort_on, id__lt=event.pk)
        return self.filter(earlier).order_by("-sort_on", "-id")

    def following(self, event: Event) -> Self:
        """The nearest first, those that stand later on the timeline than `event`."""
        later = models.Q(sort_on__gt=event.sort_on) | models.Q(sort_on=event.sort_on, id__gt=event.pk)
        return self.filter(later).order_by("sort_on", "id")

    def for_lists(self) -> Self:
        """With everything that a row of a list shows, in a fixed number of queries."""
        return self.prefetch_related(
            "participants__entity", "amounts", "event_mentions__article", "event_mentions__evidence"
        )


class Event(models.Model):
    """One happening, with the facts that its event mentions agree on."""

    class Status(models.TextChoices):
        """Whether it took place."""

        HAPPENED = "happened", "happened"
        ONGOING = "ongoing", "ongoing"
        SCHEDULED = "scheduled", "scheduled"
        POSSIBLE = "possible", "possible"
        DENIED = "denied", "denied"

    public_id = models.CharField(max_length=16, unique=True, default=new_public_id, editable=False)
    type = models.CharField(max_length=40, db_index=True, help_text="The name of an event type's file")
    mode = models.CharField(max_length=40, blank=True)
    stage = models.CharField(max_length=40, blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, db_index=True)
    headline = models.CharField(max_length=400)
    date_start = models.DateField(null=True, blank=True)
    date_end = models.DateField(null=True, blank=True)
    date_precision = models.CharField(max_length=8, blank=True)
    reported_on = models.DateField()
    sort_on = models.DateField(help_text="When it happened, or else when it was first reported")
    place_name = models.CharField(max_length=200, blank=True)
    place_country_code = models.CharField(max_length=2, blank=True)
    casualties = models.JSONField(default=dict, blank=True)
    attribution = models.CharField(max_length=200, blank=True)
    plover = models.CharField(max_length=20, blank=True)
    confidence = models.FloatField()
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged_from"
    )
    withdrawn_at = models.DateTimeField(
        null=True, blank=True, help_text="When a later reading no longer found it"
    )

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-sort_on", "-id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(status__in=STATUSES), name="event_status_known"),
            models.CheckConstraint(
                condition=models.Q(date_start=None, date_end=None, date_precision="")
                | models.Q(date_start__lte=models.F("date_end")) & ~models.Q(date_precision=""),
                name="event_date_whole",
            ),
            models.CheckConstraint(
                condition=models.Q(confidence__gte=0, confidence__lte=1), name="event_confidence_share"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["-sort_on", "-id"], name="event_by_day"),
            models.Index(fields=["type", "-sort_on", "-id"], name="event_by_type_day"),
            models.Index(fields=["-reported_on", "-id"], name="event_by_report"),
            models.Index(fields=["place_country_code", "-sort_on"], name="event_by_place"),
        ]

    def __str__(self) -> str:
        return self.headline

    def get_absolute_url(self) -> str:
        """The address of its page; the slug is for people, the id alone finds it."""
        return reverse("event", args=[self.public_id, slugify(self.headline)[:80] or "event"])


class EventMention(models.Model):
    """What one article tells of an event, as the pipeline read it.

    `reading` keeps the facts as read, in the form of the `extract` command, so that an event can be
    composed anew from its mentions at any time.
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="event_mentions")
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="event_mentions")
    reading = models.JSONField()

    class Meta:
        ordering: ClassVar = ["article__published_on", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["event", "article"], name="event_mention_once")
        ]

    def __str__(self) -> str:
        return f"{self.event} in {self.article}"


class Evidence(models.Model):
    """The sentence of an article that tells of an event, and the words in it that do."""

    event_mention = models.ForeignKey(EventMention, on_delete=models.CASCADE, related_name="evidence")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    trigger_start = models.PositiveIntegerField()
    trigger_end = models.PositiveIntegerField()

    class Meta:
        ordering: ClassVar = ["start"]
        verbose_name_plural = "evidence"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(start__lte=models.F("trigger_start"))
                & models.Q(trigger_start__lt=models.F("trigger_end"))
                & models.Q(trigger_end__lte=models.F("end")),
                name="evidence_holds_trigger",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event_mention} at {self.start}"


class Participant(models.Model):
    """Who takes part in an event, in which role; `entity` is None for those known only by description.

    `reason` says why the words were taken for the entity ("capital", "nationality", "surname").
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="participants")
    entity = models.ForeignKey(
        Entity, null=True, blank=True, on_delete=models.SET_NULL, related_name="participations"
    )
    role = models.CharField(max_length=40)
    kind = models.CharField(max_length=12)
    name = models.CharField(max_length=200)
    country_code = models.CharField(max_length=2, blank=True)
    wording = models.CharField(max_length=300, blank=True, help_text="The words it was read from")
    reason = models.CharField(max_length=60, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["position", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["event", "role", "kind", "name"], name="participant_once")
        ]
        indexes: ClassVar = [
            models.Index(fields=["country_code", "event"], name="participant_by_country"),
            models.Index(fields=["entity", "event"], name="participant_by_entity"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.role})"


class Amount(models.Model):
    """A sum of money that an event is about, in its own currency and wording."""

    class Basis(models.TextChoices):
        """What the figure counts."""

        NEW = "new", "new"
        TOTAL = "total", "total"
        OTHER = "other", "other"

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="amounts")
    value = models.DecimalField(max_digits=24, decimal_places=2)
    value_min = models.DecimalField(max_digits=24, decimal_places=2, null=True, blank=True)
    value_max = models.DecimalField(max_digits=24, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=3, blank=True, help_text="ISO 4217; empty when not said")
    basis = models.CharField(max_length=5, choices=Basis.choices, default=Basis.OTHER)
    wording = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return self.wording or f"{self.value} {self.currency}".strip()

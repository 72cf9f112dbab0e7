"""Who and what articles name, under which names and at which places of the text."""

from __future__ import annotations

import unicodedata
from typing import Any, ClassVar, Self

from django.db import models
from django.urls import reverse

from events.models.articles import Article
from events.nlp.findings import EntityKind

# Letters that Unicode does not take apart into a base and an accent: "Duda meets Ömer Çelik in Łódź".
UNDECOMPOSED = str.maketrans({"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D"})


def fold_name(name: str) -> str:
    """The name without accents, case, full stops and double spaces: what two spellings share.

    "Recep Tayyip Erdoğan" and "Recep Tayyip Erdogan", "U.S." and "US" fold to the same.
    """
    decomposed = unicodedata.normalize("NFKD", name.translate(UNDECOMPOSED))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c) and c != ".")
    return " ".join(bare.replace("’", "'").replace("-", " ").casefold().split())


class EntityQuerySet(models.QuerySet["Entity"]):
    """Entities, in the words of the field."""

    def of_kind(self, kind: EntityKind) -> Self:
        """Countries, persons, organisations, places or groups."""
        return self.filter(kind=kind)

    def current(self) -> Self:
        """Those that were not merged into another."""
        return self.filter(merged_into=None)

    def in_country(self, *codes: str) -> Self:
        """Those of any of these countries (ISO codes)."""
        return self.filter(country_code__in=codes)

    def called(self, words: str) -> Self:
        """Those whose name, or one of whose other names, holds these words."""
        by_alias = Alias.objects.filter(name__icontains=words).values("entity")
        return self.filter(models.Q(name__icontains=words) | models.Q(id__in=by_alias))

    def with_event_count(self) -> Self:
        """Each with `event_count`: in how many events of the board it takes part itself."""
        standing = models.Q(participations__event__merged_into=None, participations__event__withdrawn_at=None)
        number = models.Count("participations__event", filter=standing, distinct=True)
        return self.annotate(event_count=number)


class Entity(models.Model):
    """Somebody or something that articles name: one row for one thing in the world."""

    class Kind(models.TextChoices):
        """What an entity is."""

        COUNTRY = "country", "country"
        PERSON = "person", "person"
        ORGANISATION = "organisation", "organisation"
        PLACE = "place", "place"
        GROUP = "group", "group"

    kind = models.CharField(max_length=12, choices=Kind.choices)
    name = models.CharField(max_length=200)
    name_folded = models.CharField(max_length=200, editable=False)
    slug = models.SlugField(max_length=120)
    country_code = models.CharField(
        max_length=2, blank=True, db_index=True, help_text="ISO 3166-1 alpha-2, plus XK"
    )
    title = models.CharField(max_length=200, blank=True, help_text="Office or title as last read")
    affiliation = models.CharField(max_length=200, blank=True)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged_from"
    )

    objects = EntityQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "entities"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "slug"], name="entity_kind_slug"),
            models.CheckConstraint(
                condition=~models.Q(merged_into=models.F("id")), name="entity_not_merged_into_itself"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["kind", "name_folded"])]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the folded name in step with the name."""
        self.name_folded = fold_name(self.name)[:200]
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """The address of its page."""
        return reverse("entity", args=[self.kind, self.slug])


class Alias(models.Model):
    """Another name under which an entity was read."""

    entity = models.ForeignKey(Entity, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=200)
    name_folded = models.CharField(max_length=200, editable=False)

    class Meta:
        verbose_name_plural = "aliases"
        constraints: ClassVar = [models.UniqueConstraint(fields=["entity", "name"], name="alias_entity_name")]
        indexes: ClassVar = [models.Index(fields=["name_folded"])]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the folded name in step with the name."""
        self.name_folded = fold_name(self.name)[:200]
        super().save(*args, **kwargs)


class Mention(models.Model):
    """One place in an article where an entity is named, and why it was taken for it."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="mentions")
    entity = models.ForeignKey(Entity, on_delete=models.CASCADE, related_name="mentions")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    reason = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering: ClassVar = ["article", "start"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="mention_not_empty"),
            models.UniqueConstraint(fields=["article", "start", "end"], name="mention_article_span"),
        ]

    def __str__(self) -> str:
        return f"{self.entity} at {self.start}"

"""Every row of the board in Django's admin, for looking up and for putting right."""

from __future__ import annotations

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from events import tasks
from events.models import Alias, Amount, Article, Entity, Event, EventMention, Evidence, Mention, Participant
from events.wording import counted

admin.site.site_header = "Newsboard"
admin.site.site_title = "Newsboard"
admin.site.index_title = "Everything on the board"


class AliasInline(admin.TabularInline):
    """Other names of an entity."""

    model = Alias
    extra = 0


class ParticipantInline(admin.TabularInline):
    """Who takes part in an event."""

    model = Participant
    extra = 0
    raw_id_fields = ("entity",)


class AmountInline(admin.TabularInline):
    """The sums that an event is about."""

    model = Amount
    extra = 0


class EventMentionInline(admin.TabularInline):
    """The articles that tell of an event."""

    model = EventMention
    extra = 0
    fields = ("article",)
    raw_id_fields = ("article",)
    show_change_link = True


class EvidenceInline(admin.TabularInline):
    """The sentences that tell of an event."""

    model = Evidence
    extra = 0


@admin.register(Article)
class ArticleAdmin(admin.ModelAdmin):
    """Articles and how far their reading came."""

    list_display = ("__str__", "outlet", "published_on", "state", "language", "is_sample", "added_at")
    list_filter = ("state", "is_sample", "language", "outlet")
    search_fields = ("title", "text", "url", "public_id")
    date_hierarchy = "published_on"
    # Every offset on the board counts the characters of the text, which so must stay as it is.
    readonly_fields = (
        "public_id", "text", "content_hash", "attempts", "pipeline_version", "added_at", "read_at", "quotes",
        "times",
    )  # fmt: skip
    actions = ("read_again",)

    @admin.action(description="Read the selected articles again", permissions=["change"])
    def read_again(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        """Queue the chosen articles."""
        count = tasks.read_again(queryset)
        self.message_user(request, f"{counted(count, 'article')} queued to be read again.", messages.SUCCESS)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Articles come in by the board's own form, which tidies and checks them."""
        return False


@admin.register(Entity)
class EntityAdmin(admin.ModelAdmin):
    """Countries, persons, organisations, places and groups."""

    list_display = ("name", "kind", "country_code", "title", "affiliation", "merged_into")
    list_filter = ("kind", "country_code")
    search_fields = ("name", "name_folded", "aliases__name", "slug")
    raw_id_fields = ("merged_into",)
    list_select_related = ("merged_into",)
    # The slug stands in links that people keep.
    readonly_fields = ("slug", "name_folded")
    inlines = (AliasInline,)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Entities come from articles."""
        return False


@admin.register(Event)
class EventAdmin(admin.ModelAdmin):
    """What happened."""

    list_display = (
        "headline",
        "type",
        "stage",
        "status",
        "sort_on",
        "reported_on",
        "confidence",
        "withdrawn_at",
    )
    list_filter = ("type", "status", "stage", "date_precision", ("withdrawn_at", admin.EmptyFieldListFilter))
    search_fields = ("headline", "public_id", "participants__name", "place_name")
    date_hierarchy = "sort_on"
    raw_id_fields = ("merged_into",)
    readonly_fields = ("public_id",)
    inlines = (ParticipantInline, AmountInline, EventMentionInline)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Events come from articles."""
        return False


class Offsets(admin.ModelAdmin):
    """Rows that point into an article's text: for looking at."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """They come from readings."""
        return False


@admin.register(EventMention)
class EventMentionAdmin(Offsets):
    """What one article tells of an event."""

    list_display = ("event", "article")
    list_select_related = ("event", "article")
    search_fields = ("event__headline", "article__title")
    raw_id_fields = ("event", "article")
    readonly_fields = ("reading",)
    inlines = (EvidenceInline,)


@admin.register(Evidence)
class EvidenceAdmin(Offsets):
    """Sentences and trigger words."""

    list_display = ("event_mention", "start", "end", "trigger_start", "trigger_end")
    list_select_related = ("event_mention__event", "event_mention__article")
    search_fields = ("event_mention__event__headline",)
    raw_id_fields = ("event_mention",)


@admin.register(Mention)
class MentionAdmin(Offsets):
    """Where entities are named."""

    list_display = ("entity", "article", "start", "end", "reason")
    list_select_related = ("entity", "article")
    list_filter = ("reason", "entity__kind")
    search_fields = ("entity__name",)
    raw_id_fields = ("article", "entity")


@admin.register(Participant)
class ParticipantAdmin(Offsets):
    """Who takes part in what."""

    list_display = ("name", "role", "kind", "country_code", "event")
    list_select_related = ("event",)
    list_filter = ("role", "kind")
    search_fields = ("name", "event__headline")
    raw_id_fields = ("event", "entity")


@admin.register(Amount)
class AmountAdmin(Offsets):
    """Sums of money."""

    list_display = ("wording", "value", "currency", "basis", "event")
    list_select_related = ("event",)
    list_filter = ("basis", "currency")
    search_fields = ("wording", "event__headline")
    raw_id_fields = ("event",)


@admin.register(Alias)
class AliasAdmin(admin.ModelAdmin):
    """Other names."""

    list_display = ("name", "entity")
    list_select_related = ("entity",)
    search_fields = ("name", "entity__name")
    raw_id_fields = ("entity",)
    readonly_fields = ("name_folded",)

"""Finds or makes the one row that stands for whoever or whatever an article names."""

from __future__ import annotations

from datetime import date

from django.utils.text import slugify

from events.models import Alias, Article, Entity, Mention, fold_name
from events.nlp import findings

# Mentions for these reasons call an entity by a name; the others ("capital", "nationality") name
# something else that stands for it, and "Kyiv" is no alias of Ukraine.
NAMING_REASONS = frozenset({"", "surname"})
KINDS = frozenset(Entity.Kind.values)


class Namer:
    """The entities of one article's reading as rows, made where they are new.

    Runs inside the transaction that stores the reading. `published` decides whether a title read here
    is newer than the one on the row.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self._rows: dict[tuple[str, str, str], Entity] = {}

    def row(self, kind: str, name: str, country: str | None) -> Entity | None:
        """The row of something named in this article; None for what is known only by description.

        A participant is looked up among the entities read; a country by its code is always a row.
        """
        known = self._rows.get(_key(kind, name, country))
        if known is None and kind == "country" and country:
            known = self._rows[_key(kind, name, country)] = self._find_or_make(kind, name, country)
        return known

    def store(self, entities: tuple[findings.Entity, ...]) -> None:
        """Write rows, aliases and mentions for the entities of a reading; earlier mentions go."""
        Mention.objects.filter(article=self.article).delete()
        mentions: dict[tuple[int, int], Mention] = {}
        for read in entities:
            if read.kind not in KINDS or not read.name.strip():
                continue
            row = self._find_or_make(read.kind, read.name, read.country)
            self._rows[_key(read.kind, read.name, read.country)] = row
            self._describe(row, read)
            self._remember_names(row, read)
            for mention in read.mentions:
                # Two entities may claim the same words ("Georgia"); the first keeps them.
                mentions.setdefault(
                    (mention.start, mention.end),
                    Mention(
                        article=self.article,
                        entity=row,
                        start=mention.start,
                        end=mention.end,
                        reason=mention.reason[:60],
                    ),
                )
        Mention.objects.bulk_create(mentions.values())

    def _find_or_make(self, kind: str, name: str, country: str | None) -> Entity:
        name = " ".join(name.split())[:200]
        found = find_entity(kind, name, country)
        if found:
            return found
        row = Entity(kind=kind, name=name, country_code=country or "", slug=free_slug(kind, name))
        row.save()
        return row

    def _describe(self, row: Entity, read: findings.Entity) -> None:
        """Take over country, title and affiliation, unless a later article told them already."""
        if not (read.country or read.title or read.affiliation):
            return
        stale = _named_after(row, self.article.published_on)
        changed = []
        for field, value, limit in (
            ("country_code", read.country, 2),
            ("title", read.title, 200),
            ("affiliation", read.affiliation, 200),
        ):
            old = getattr(row, field)
            if value and value[:limit] != old and not (old and (stale or field == "country_code")):
                setattr(row, field, value[:limit])
                changed.append(field)
        if changed:
            row.save(update_fields=changed)

    def _remember_names(self, row: Entity, read: findings.Entity) -> None:
        text = self.article.text
        names = {
            " ".join(text[m.start : m.end].split())[:200] for m in read.mentions if m.reason in NAMING_REASONS
        } | {read.name[:200]}
        names = {name for name in names if name and name.casefold() != row.name.casefold()}
        known = set(Alias.objects.filter(entity=row, name__in=names).values_list("name", flat=True))
        for name in sorted(names - known):
            Alias.objects.create(entity=row, name=name)


def find_entity(kind: str, name: str, country: str | None) -> Entity | None:
    """The row that these words name, by country code, by name or by alias; None where there is none.

    An alias that several rows share decides nothing. Nor does a lone word for a person: that one
    article's "Johnson" is Boris Johnson does not make the next article's so.
    """
    rows = Entity.objects.filter(kind=kind)
    if kind == Entity.Kind.COUNTRY and country:
        return _standing(rows.filter(country_code=country).order_by("id").first())
    folded = fold_name(name)[:200]
    if kind == Entity.Kind.PLACE and country:
        # Tripoli in Libya is not Tripoli in Lebanon.
        rows = rows.filter(country_code__in=["", country])
    if found := rows.filter(name_folded=folded).order_by("merged_into", "id").first():
        return _standing(found)
    if kind == Entity.Kind.PERSON and " " not in folded:
        return None
    called = {_standing(row) for row in rows.filter(aliases__name_folded=folded)[:10]}
    return called.pop() if len(called) == 1 else None


def free_slug(kind: str, name: str) -> str:
    """A slug that no other entity of the kind has: `jens-stoltenberg`, then `jens-stoltenberg-2`."""
    stem = slugify(fold_name(name))[:110] or kind
    taken = set(Entity.objects.filter(kind=kind, slug__startswith=stem).values_list("slug", flat=True))
    slug, number = stem, 1
    while slug in taken:
        number += 1
        slug = f"{stem}-{number}"
    return slug


def _key(kind: str, name: str, country: str | None) -> tuple[str, str, str]:
    return (kind, "", country) if kind == "country" and country else (kind, fold_name(name), "")


def _standing(row: Entity | None) -> Entity | None:
    """The row itself, or the one that it was merged into."""
    seen: set[int] = set()
    while row and row.merged_into and row.pk not in seen:
        seen.add(row.pk)
        row = row.merged_into
    return row


def _named_after(row: Entity, day: date) -> bool:
    return Mention.objects.filter(entity=row, article__published_on__gt=day).exists()

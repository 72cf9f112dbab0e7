"""Reads the articles whose reading was broken off."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from events import analysis, tasks
from events.models import Article


class Command(BaseCommand):
    help = "Read every article whose reading did not end. A server does this itself as it starts."

    def handle(self, *args: Any, **options: Any) -> None:
        ids = tasks.release_unfinished()
        for article_id in ids:
            # Here and not through the queue, which would die with this command.
            analysis.read_article(article_id)
        unread = Article.objects.filter(id__in=ids).exclude(state="read").count()
        self.stdout.write(f"{len(ids) - unread} articles read, {unread} could not be.")

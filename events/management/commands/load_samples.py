"""Puts the sample articles on the board and reads them."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from events import analysis
from events.ingest.samples import SamplesUnreadable, are_unwanted, load_samples
from events.models import Article, ArticleState


class Command(BaseCommand):
    help = "Put the sample articles on the board and read them; those that are there already are left alone."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--if-empty",
            action="store_true",
            help="do nothing when there are articles, or the samples were removed before",
        )

    def handle(self, *args: Any, if_empty: bool, verbosity: int, **options: Any) -> None:
        if if_empty and (Article.objects.exists() or are_unwanted()):
            return
        created = read = 0
        try:
            for saved in load_samples():
                created += saved.created
                article = saved.article
                if article.state in (ArticleState.QUEUED, ArticleState.FAILED):
                    analysis.read_article(article.pk)
                    read += 1
                    article.refresh_from_db()
                    if verbosity:
                        self.stdout.write(f"{article.get_state_display()}: {article} ({article.outlet})")
                    if article.state == ArticleState.FAILED:
                        self.stderr.write(self.style.ERROR(article.state_reason))
        except SamplesUnreadable as error:
            raise CommandError(str(error)) from error
        if verbosity:
            self.stdout.write(self.style.SUCCESS(f"{created} sample articles added, {read} read."))

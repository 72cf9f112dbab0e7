"""Takes the sample articles off the board."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from events.ingest.samples import remove_samples


class Command(BaseCommand):
    help = "Remove the sample articles with all that was read from them only."

    def handle(self, *args: Any, **options: Any) -> None:
        removed = remove_samples()
        self.stdout.write(
            f"Removed {removed.articles} sample articles, {removed.events} events "
            f"and {removed.entities} entities."
        )

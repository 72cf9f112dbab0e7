"""Brings the board up to date and serves it on this machine: what `make run` does, in one process."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Migrate, load the sample articles if the board is empty, and serve it on this machine."
    # The server checks; doing so for each step would triple the time to the first page.
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args: Any, port: int, **options: Any) -> None:
        call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
        call_command("load_samples", if_empty=True, skip_checks=True)
        self.stdout.write(self.style.SUCCESS(f"The board is at http://127.0.0.1:{port}/ (Ctrl-C stops it)"))
        self.stdout.flush()
        call_command("runserver", f"127.0.0.1:{port}", use_reloader=False, verbosity=1)

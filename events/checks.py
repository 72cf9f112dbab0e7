"""System checks: the pipeline is installed, the data files can be used, the database is sound."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import checks
from django.db import connection

# Up to and including 3.51.2 a checkpoint at the wrong moment can damage a WAL database that several
# connections write to; see "The WAL-Reset Bug" at https://sqlite.org/wal.html.
SOUND_SQLITE = (3, 51, 3)


def register_all() -> None:
    """Make `manage.py check` and every start run these."""
    for check in (check_pipeline, check_event_types, check_samples):
        checks.register(check, "newsboard")
    # With the database's own checks: `migrate` and `check --database default` show it.
    checks.register(check_sqlite, checks.Tags.database)


def check_pipeline(**_: Any) -> list[checks.CheckMessage]:
    """The configured pipeline is there (it is not loaded: that takes seconds)."""
    name = settings.PIPELINE
    if _pipeline_is_there(name):
        return []
    return [
        checks.Error(
            f"The English language pipeline {name!r} is not installed, so no article can be read.",
            hint="pip install -r requirements.txt, or name an installed pipeline in NEWSBOARD_PIPELINE.",
            id="newsboard.E001",
        )
    ]


def check_event_types(**_: Any) -> list[checks.CheckMessage]:
    """Every file of an event type says what it may and nothing else."""
    from events.nlp import event_types

    return _report(event_types.load_all, "An event type's file cannot be used", "newsboard.E002")


def check_samples(**_: Any) -> list[checks.CheckMessage]:
    """The sample articles can be read."""
    from events.ingest import samples

    return _report(samples.read_samples, "The sample articles cannot be used", "newsboard.E003")


def check_sqlite(**_: Any) -> list[checks.CheckMessage]:
    """SQLite is new enough to be trusted with a board that many write to."""
    if connection.vendor != "sqlite" or sqlite3.sqlite_version_info >= SOUND_SQLITE:
        return []
    return [
        checks.Info(
            f"SQLite {sqlite3.sqlite_version} can, rarely, damage a database that several write to.",
            hint="Keep backups; the fault is mended in SQLite 3.51.3.",
            id="newsboard.I001",
        )
    ]


def _pipeline_is_there(name: str) -> bool:
    if (Path(name) / "meta.json").is_file():
        return True
    try:
        return find_spec(name) is not None
    except (ImportError, ValueError):
        return False


def _report(use: Callable[[], object], what: str, check_id: str) -> list[checks.CheckMessage]:
    try:
        use()
    except Exception as error:
        return [checks.Error(f"{what}: {error}", id=check_id)]
    return []

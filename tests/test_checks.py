"""The system checks say what is missing and what to do about it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from events import checks
from events.ingest import samples
from events.nlp import event_types


@pytest.mark.parametrize("name", ["no_such_pipeline", "no.such.pipeline", "/no/such/folder"])
def test_a_missing_pipeline_is_said_with_the_remedy(settings: Settings, name: str) -> None:
    settings.PIPELINE = name
    (found,) = checks.check_pipeline()
    assert (found.id, name in found.msg, "pip install" in (found.hint or "")) == (
        "newsboard.E001",
        True,
        True,
    )


def test_a_folder_with_a_pipeline_will_do(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text("{}")
    settings.PIPELINE = str(tmp_path)
    assert checks.check_pipeline() == []


@pytest.mark.parametrize(
    ("module", "function", "check", "number"),
    [
        (event_types, "load_all", checks.check_event_types, "E002"),
        (samples, "read_samples", checks.check_samples, "E003"),
    ],
)
def test_a_broken_data_file_is_an_error(
    monkeypatch: pytest.MonkeyPatch, module: object, function: str, check: object, number: str
) -> None:
    def broken() -> None:
        raise ValueError("aid.toml: unknown key 'verbs'")

    assert check() == []  # type: ignore[operator]
    monkeypatch.setattr(module, function, broken)
    (found,) = check()  # type: ignore[operator]
    assert (found.id, "unknown key 'verbs'" in found.msg) == (f"newsboard.{number}", True)


@pytest.mark.parametrize(("version", "number"), [((3, 51, 2), 1), ((3, 51, 3), 0), ((3, 53, 0), 0)])
def test_an_old_sqlite_is_told(
    monkeypatch: pytest.MonkeyPatch, version: tuple[int, int, int], number: int
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", version)
    assert len(checks.check_sqlite()) == number

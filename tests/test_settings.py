"""The environment is understood or refused by name; production refuses what is only right on a laptop."""

from __future__ import annotations

import os
import secrets
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from newsboard import environment

ROOT = Path(__file__).resolve().parent.parent
KEY = secrets.token_urlsafe(50)
PRODUCTION = {
    "NEWSBOARD_ENV": "production",
    "NEWSBOARD_SECRET_KEY": KEY,
    "NEWSBOARD_ALLOWED_HOSTS": "board.example",
}


def manage(tmp_path: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run manage.py with these variables and no others of Newsboard's."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("NEWSBOARD", "DJANGO", "DATABASE"))
    }
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={**kept, "NEWSBOARD_DATA_DIR": str(tmp_path), **variables},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_production_passes_every_deploy_check(tmp_path: Path) -> None:
    ran = manage(tmp_path, "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert ran.returncode == 0, ran.stderr
    assert "no issues" in ran.stdout + ran.stderr or "INFOS" in ran.stderr


def test_without_any_variable_the_board_is_this_machines_alone(tmp_path: Path) -> None:
    show = "from django.conf import settings as s; print(s.DEBUG, s.PRODUCTION, s.ALLOWED_HOSTS)"
    ran = manage(tmp_path, "shell", "-v0", "-c", show)
    assert ran.stdout == "False False ['localhost', '127.0.0.1', '[::1]']\n", ran.stderr
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("variables", "named"),
    [
        (PRODUCTION | {"NEWSBOARD_SECRET_KEY": ""}, "NEWSBOARD_SECRET_KEY is not set"),
        (PRODUCTION | {"NEWSBOARD_SECRET_KEY": "django-insecure-" + KEY}, "NEWSBOARD_SECRET_KEY is too weak"),
        (PRODUCTION | {"NEWSBOARD_ALLOWED_HOSTS": ""}, "NEWSBOARD_ALLOWED_HOSTS is not set"),
        (PRODUCTION | {"NEWSBOARD_DEBUG": "true"}, "NEWSBOARD_DEBUG must be false"),
        ({"NEWSBOARD_DEBUG": "false"}, "NEWSBOARD_ALLOWED_HOSTS is not set"),
        ({"NEWSBOARD_ALLOWED_HOSTS": "board.example"}, "NEWSBOARD_SECRET_KEY is not set"),
        (
            {"NEWSBOARD_DEBUG": "true", "NEWSBOARD_ALLOWED_HOSTS": "board.example"},
            "NEWSBOARD_ALLOWED_HOSTS names",
        ),
        ({"NEWSBOARD_DEBUG": "perhaps"}, "NEWSBOARD_DEBUG is 'perhaps'"),
        ({"NEWSBOARD_ENV": "staging"}, "NEWSBOARD_ENV is 'staging'"),
        ({"NEWSBOARD_TASKS": "redis"}, "NEWSBOARD_TASKS is 'redis'"),
        (
            {"NEWSBOARD_CSRF_TRUSTED_ORIGINS": "board.example"},
            "NEWSBOARD_CSRF_TRUSTED_ORIGINS: board.example",
        ),
        ({"DATABASE_URL": "mysql://localhost/board"}, "DATABASE_URL must start with"),
    ],
)
def test_what_cannot_be_right_is_refused_by_name(
    tmp_path: Path, variables: dict[str, str], named: str
) -> None:
    ran = manage(tmp_path, "check", **variables)
    assert ran.returncode != 0
    assert f"ImproperlyConfigured: {named}" in ran.stderr


def test_a_folder_that_cannot_be_made_is_refused_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("NEWSBOARD_DATA_DIR", str(tmp_path / "file" / "folder"))
    with pytest.raises(ImproperlyConfigured, match="NEWSBOARD_DATA_DIR"):
        environment.directory("NEWSBOARD_DATA_DIR", tmp_path)


def test_the_secret_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEWSBOARD_SECRET_KEY", raising=False)
    first = environment.secret_key(production=False, data_dir=tmp_path)
    assert environment.secret_key(production=False, data_dir=tmp_path) == first
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("", "default"),
        ("sqlite:///var/board.sqlite3", "var/board.sqlite3"),
        ("sqlite:////srv/a%20b.db", "/srv/a b.db"),
    ],
)
def test_sqlite_is_set_up_for_readers_beside_a_writer(
    monkeypatch: pytest.MonkeyPatch, url: str, name: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    database = environment.database(Path("default"))
    assert database["NAME"] == name
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in database["OPTIONS"]["init_command"]


def test_postgresql_is_read_from_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://desk:p%40ss@db.example:5433/board?sslmode=require")
    database = environment.database(Path("default"))
    assert [database[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")] == [
        "board", "desk", "p@ss", "db.example", "5433", {"sslmode": "require"},
    ]  # fmt: skip


@pytest.mark.parametrize(
    "url",
    [
        "sqlite://board",
        "sqlite:///",
        "postgres://desk:secret@db.example",
        "postgres://desk:secret@db:x/board",
        "x",
    ],
)
def test_an_address_that_is_none_is_refused_without_its_password(
    monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL") as refused:
        environment.database(Path("default"))
    assert "secret" not in str(refused.value)

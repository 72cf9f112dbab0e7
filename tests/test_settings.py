"""The environment is understood or refused by name; production refuses what is only right on a laptop."""

from __future__ import annotations

import os
import re
import runpy
import secrets
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

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


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An environment without any variable of Newsboard's but the data folder."""
    for name in list(os.environ):
        if name.startswith(("NEWSBOARD", "DJANGO", "DATABASE_URL")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("NEWSBOARD_DATA_DIR", str(tmp_path))
    return tmp_path


def settings(monkeypatch: pytest.MonkeyPatch, **variables: str) -> dict[str, Any]:
    """The settings as they come out under these variables."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return runpy.run_path(str(ROOT / "newsboard" / "settings.py"))


@pytest.mark.usefixtures("bare")
def test_production_passes_every_deploy_check(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in PRODUCTION.items():
        monkeypatch.setenv(name, value)
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 0, ran.stderr
    assert "no issues" in ran.stdout


def test_without_any_variable_the_board_is_this_machines_alone(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = settings(monkeypatch)
    assert (found["DEBUG"], found["PRODUCTION"]) == (False, False)
    assert found["ALLOWED_HOSTS"] == ["localhost", "127.0.0.1", "[::1]"]
    assert stat.S_IMODE((bare / "secret_key").stat().st_mode) == 0o600


@pytest.mark.usefixtures("bare")
def test_production_is_served_by_https_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    found = settings(monkeypatch, **PRODUCTION)
    secure = ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS")
    assert all(found[name] for name in secure)
    assert "Manifest" in found["STORAGES"]["staticfiles"]["BACKEND"]
    assert "SECURE_PROXY_SSL_HEADER" not in found


@pytest.mark.usefixtures("bare")
def test_nothing_inline_may_run(monkeypatch: pytest.MonkeyPatch) -> None:
    policy = settings(monkeypatch)["SECURE_CSP"]
    assert policy["default-src"] == ["'none'"]
    assert not any("unsafe" in source for sources in policy.values() for source in sources)


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
@pytest.mark.usefixtures("bare")
def test_what_cannot_be_right_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], named: str
) -> None:
    with pytest.raises(ImproperlyConfigured, match=f"^{re.escape(named)}"):
        settings(monkeypatch, **variables)


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

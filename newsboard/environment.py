"""Reads Newsboard's environment variables: each is understood or refused by name, never guessed."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE = ("1", "true", "yes", "on")
FALSE = ("0", "false", "no", "off")
LOOPBACK_HOSTS = ("localhost", "127.0.0.1", "[::1]")
MIN_SECRET_LENGTH = 50
MIN_SECRET_CHARACTERS = 5

# IMMEDIATE is the decisive one: with the default (DEFERRED) a transaction that reads before it writes
# fails at once with "database is locked" however long the timeout. No mmap: it gained nothing measurable
# and makes a damaged file worse.
SQLITE_OPTIONS: dict[str, Any] = {
    "timeout": 20,
    "transaction_mode": "IMMEDIATE",
    "init_command": (
        "PRAGMA journal_mode=WAL;"
        "PRAGMA synchronous=NORMAL;"
        "PRAGMA cache_size=-20000;"
        "PRAGMA temp_store=MEMORY;"
        "PRAGMA journal_size_limit=67108864"
    ),
}


def text(name: str, default: str = "") -> str:
    """The variable, stripped; `default` where it is unset or empty."""
    return os.environ.get(name, "").strip() or default


def choice(name: str, allowed: tuple[str, ...], default: str) -> str:
    """One of the `allowed` words. Raises ImproperlyConfigured on any other."""
    value = text(name, default).lower()
    if value not in allowed:
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be one of {', '.join(allowed)}.")
    return value


def boolean(name: str, default: bool | None) -> bool | None:
    """True, False, or `default` where unset. Raises ImproperlyConfigured on words that are neither."""
    value = text(name).lower()
    if not value:
        return default
    if value not in TRUE + FALSE:
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be true or false.")
    return value in TRUE


def words(name: str) -> list[str]:
    """A comma-separated list without empty members."""
    return [word.strip() for word in text(name).split(",") if word.strip()]


def directory(name: str, default: Path) -> Path:
    """A folder, made (0700) where missing. Raises ImproperlyConfigured where that cannot be."""
    path = Path(text(name, str(default))).expanduser().resolve()
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(
            f"{name}: {path} cannot be used as a folder ({error.strerror})."
        ) from error
    return path


def secret_key(production: bool, data_dir: Path) -> str:
    """The key that signs sessions and forms: from NEWSBOARD_SECRET_KEY, or in development from a file.

    Raises ImproperlyConfigured in production where it is missing or weak.
    """
    key = text("NEWSBOARD_SECRET_KEY")
    if not key and production:
        raise ImproperlyConfigured(
            "NEWSBOARD_SECRET_KEY is not set, and a board that others can reach needs its own. "
            'Make one with: python -c "import secrets; print(secrets.token_urlsafe(50))"'
        )
    if not key:
        return _kept_secret(data_dir / "secret_key")
    weak = len(key) < MIN_SECRET_LENGTH or len(set(key)) < MIN_SECRET_CHARACTERS
    if production and (weak or key.startswith("django-insecure-")):
        raise ImproperlyConfigured(
            f"NEWSBOARD_SECRET_KEY is too weak: it needs {MIN_SECRET_LENGTH} characters or more, "
            'not repeated ones, and not starting with "django-insecure-".'
        )
    return key


def _kept_secret(path: Path) -> str:
    """The secret in `path`, written there once with permissions 0600."""
    try:
        if not path.exists():
            _write_secret(path)
    except OSError as error:
        raise ImproperlyConfigured(
            f"NEWSBOARD_DATA_DIR: {path} cannot be written ({error.strerror}); name a folder that can be, "
            "or set NEWSBOARD_SECRET_KEY."
        ) from error
    try:
        key = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ImproperlyConfigured(f"NEWSBOARD_DATA_DIR: {path} cannot be read; delete it.") from error
    if len(key) < MIN_SECRET_LENGTH:
        raise ImproperlyConfigured(f"NEWSBOARD_DATA_DIR: {path} holds no whole key; delete it.")
    return key


def _write_secret(path: Path) -> None:
    """Write a new secret to `path`, whole or not at all, unless another process was first."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(50))
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def database(default: Path) -> dict[str, Any]:
    """Django's settings for the database that DATABASE_URL names; a SQLite file at `default` without it.

    `sqlite:///relative.sqlite3`, `sqlite:////absolute.sqlite3`, `postgres://user:password@host:port/name`.
    Raises ImproperlyConfigured on anything else, without repeating the password.
    """
    url = text("DATABASE_URL")
    if not url:
        return _sqlite(str(default))
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise ImproperlyConfigured("DATABASE_URL cannot be read as an address.") from error
    if parts.scheme == "sqlite":
        path = unquote(parts.path).removeprefix("/")
        if parts.netloc or not path:
            raise ImproperlyConfigured("DATABASE_URL must be sqlite:///path with three or four slashes.")
        return _sqlite(path)
    if parts.scheme not in ("postgres", "postgresql"):
        raise ImproperlyConfigured("DATABASE_URL must start with sqlite:/// or postgres://.")
    name = unquote(parts.path).removeprefix("/")
    if not name:
        raise ImproperlyConfigured("DATABASE_URL names no database: postgres://user:password@host/name.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def _sqlite(path: str) -> dict[str, Any]:
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": path, "OPTIONS": dict(SQLITE_OPTIONS)}

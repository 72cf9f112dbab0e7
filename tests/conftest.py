"""What every test shares."""

from __future__ import annotations

import os

# Playwright's synchronous interface runs an event loop in the test's own thread, where Django would
# otherwise refuse every query.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

"""The WSGI entry point; the only place that starts reading in the background, since only servers load it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsboard.settings")
application = get_wsgi_application()

from events.tasks import start_in_background  # noqa: E402 (its models need the set-up above)

start_in_background()

"""The ASGI entry point; starts reading in the background as wsgi does."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsboard.settings")
application = get_asgi_application()

from events.tasks import start_in_background  # noqa: E402 (its models need the set-up above)

start_in_background()

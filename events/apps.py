"""The one application of the board."""

from django.apps import AppConfig


class EventsConfig(AppConfig):
    """Articles, who they name and what happened."""

    name = "events"
    verbose_name = "Newsboard"

    def ready(self) -> None:
        """Register the system checks."""
        from events.checks import register_all

        register_all()

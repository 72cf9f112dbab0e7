"""Every model has its admin pages, which keep the board's addresses and offsets as they are."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from events import analysis
from events.models import Article, Entity, Event
from tests import readings

pytestmark = pytest.mark.django_db
MODELS = [model._meta.model_name for model in apps.get_app_config("events").get_models()]


@pytest.fixture
def staff(monkeypatch: pytest.MonkeyPatch) -> Client:
    monkeypatch.setattr(analysis, "_pipeline", lambda: readings.pipeline(readings.READING))
    analysis.read_article(readings.article().pk)
    row = Entity.objects.get(slug="norway")
    row.aliases.create(name="Kingdom of Norway")
    client = Client()
    client.force_login(User.objects.create_superuser("desk", "desk@board.example", "x"))
    return client


@pytest.mark.parametrize("model", MODELS)
def test_every_model_has_a_list_with_search_and_a_page(staff: Client, model: str) -> None:
    listed = reverse(f"admin:events_{model}_changelist")
    assert staff.get(listed, {"q": "Norway"}).status_code == 200
    row = apps.get_model("events", model).objects.first()
    assert row is not None
    assert staff.get(reverse(f"admin:events_{model}_change", args=[row.pk])).status_code == 200


@pytest.mark.parametrize(
    ("model", "field"),
    [(Article, "text"), (Article, "public_id"), (Event, "public_id"), (Entity, "slug")],
)
def test_what_links_and_offsets_hang_on_cannot_be_edited(staff: Client, model: type, field: str) -> None:
    row = model.objects.first()  # type: ignore[attr-defined]
    page = staff.get(reverse(f"admin:events_{model.__name__.lower()}_change", args=[row.pk])).content.decode()
    assert f'name="{field}"' not in page
    assert f"field-{field}" in page


def test_articles_can_be_read_again_from_their_list(staff: Client) -> None:
    listed = reverse("admin:events_article_changelist")
    chosen = {"action": "read_again", "_selected_action": [Article.objects.get().pk]}
    response = staff.post(listed, chosen, follow=True)
    assert "1 article queued to be read again." in response.content.decode()
    assert Article.objects.get().state == "read"


def test_the_admin_keeps_the_boards_policy(staff: Client) -> None:
    response = staff.get(reverse("admin:index"))
    assert "unsafe" not in response["Content-Security-Policy"]
    assert "script-src 'self'" in response["Content-Security-Policy"]

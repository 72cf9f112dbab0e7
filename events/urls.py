"""The addresses of the board's pages."""

from django.urls import path, re_path

from events.views import about, articles, entities, happenings, timeline

urlpatterns = [
    path("", timeline.timeline, name="timeline"),
    path("articles/", articles.article_list, name="articles"),
    path("articles/add/", articles.add_article, name="add_article"),
    path("articles/add/date/", articles.suggest_date, name="suggest_date"),
    path("articles/<slug:public_id>/", articles.article, name="article"),
    path("articles/<slug:public_id>/read-again/", articles.read_again, name="read_again"),
    path("samples/remove/", articles.remove_samples, name="remove_samples"),
    path("events/<slug:public_id>/", happenings.event, name="event_by_id"),
    path("events/<slug:public_id>/<slug:slug>/", happenings.event, name="event"),
    path("countries/", entities.entity_list, {"kind": "country"}, name="countries"),
    path("people/", entities.entity_list, {"kind": "person"}, name="people"),
    path("organisations/", entities.entity_list, {"kind": "organisation"}, name="organisations"),
    re_path(
        r"^(?P<kind>country|person|organisation|place|group)/(?P<slug>[-\w]+)/$",
        entities.entity,
        name="entity",
    ),
    path("about/event-types/", about.event_types, name="about_event_types"),
    path("about/dates/", about.dates, name="about_dates"),
]

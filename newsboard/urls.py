"""Every address of the board."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("events.urls")),
]

handler400 = "events.views.about.bad_request"

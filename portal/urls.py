"""The young person's pages, and the pages of staff that cross apps."""

from django.urls import path

from portal.views import design, helping, leaving

app_name = "portal"
urlpatterns = [
    path("hide/", leaving.hide, name="hide"),
    path("help-and-people/", helping.people_to_talk_to, name="help"),
    path("getting-back-in/", helping.forgotten, name="forgotten"),
    path("design/", design.design, name="design"),
]

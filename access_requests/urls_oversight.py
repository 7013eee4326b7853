"""How requests are answered, in figures."""

from django.urls import URLPattern, path

from access_requests.views import oversight

urlpatterns: list[URLPattern] = [
    path("work/requests/figures/", oversight.figures, name="request_figures"),
]

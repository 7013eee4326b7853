"""Personal data breaches and their 72 hours."""

from django.urls import URLPattern, path

from access_requests.views import breaches

urlpatterns: list[URLPattern] = [
    path("work/breaches/", breaches.breaches, name="breaches"),
    path("work/breaches/report/", breaches.report, name="report_breach"),
    path("work/breaches/<uuid:breach_id>/", breaches.one, name="breach"),
]

"""What moves the clock of a request."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

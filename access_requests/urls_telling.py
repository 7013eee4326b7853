"""Letters and messages about a request."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

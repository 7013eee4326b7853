"""Following a request: signed in, and by reference and one-time code."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

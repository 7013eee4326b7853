"""The officers' board and the page of one request."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

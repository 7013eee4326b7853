"""Gathering the pack, bringing files in, and putting it in order."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

"""Asking for a file: signed in, by the public form, by somebody at the council, for somebody else."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

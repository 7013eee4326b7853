"""Personal data breaches and their 72 hours."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

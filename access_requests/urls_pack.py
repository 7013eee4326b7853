"""Reading the pack, the second check, giving the answer, and the reading room."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

"""How requests are answered, in figures."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

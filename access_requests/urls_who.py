"""Who asks: identity, vouching, authority, the child's own view, and whose record it is."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

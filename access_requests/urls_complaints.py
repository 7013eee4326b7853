"""Complaints, and looking at an answer again."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

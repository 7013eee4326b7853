"""Where was searched, and who was consulted."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

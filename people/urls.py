"""Signing in and out."""

urlpatterns: list = []

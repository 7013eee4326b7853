"""The portal with its pages loaded before the server forks, so that a process that follows a killed one answers at once."""

from django.urls import get_resolver

from config.wsgi import application

__all__ = ["application"]

LOADED = len(get_resolver().reverse_dict)

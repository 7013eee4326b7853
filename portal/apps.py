from django.apps import AppConfig


class PortalConfig(AppConfig):
    """The young person's pages and the cross-app staff pages."""

    name = "portal"

from django.apps import AppConfig


class AccessRequestsConfig(AppConfig):
    """Show me my file: the journey of a subject access request."""

    name = "access_requests"

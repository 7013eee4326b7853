from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Who did or looked at what."""

    name = "audit"
    verbose_name = "Audit"

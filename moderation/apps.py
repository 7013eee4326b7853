from django.apps import AppConfig


class ModerationConfig(AppConfig):
    """A worker reads, answers and decides; and decides what to share."""

    name = "moderation"

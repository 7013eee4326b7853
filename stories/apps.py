from django.apps import AppConfig


class StoriesConfig(AppConfig):
    """The young person's own words."""

    name = "stories"

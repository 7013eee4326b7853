from django.apps import AppConfig


class OwnstoryConfig(AppConfig):
    """The installation itself: settings, checks and the house's own commands."""

    name = "config"
    verbose_name = "Ownstory"

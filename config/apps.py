from django.apps import AppConfig

from config import checks


class OwnstoryConfig(AppConfig):
    """The installation itself: settings, checks and the house's own commands."""

    name = "config"
    verbose_name = "Ownstory"
    checks_module = checks  # imported so that Django runs them

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Who signs in, who the children are, who may see whom, what a worker owes."""

    name = "people"
    verbose_name = "People"

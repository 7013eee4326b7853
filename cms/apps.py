"""The help pages, the glossary, the people to talk to and the council's hours: what a content editor writes."""

from django.apps import AppConfig


class CmsConfig(AppConfig):
    """Wagtail kept in its box: this app knows nothing of children, and others read it only through cms.queries."""

    name = "cms"
    verbose_name = "Words and numbers"

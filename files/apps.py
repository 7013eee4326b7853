from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Sealed originals, safe copies."""

    name = "files"

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Sealed originals, scans, safe copies."""

    name = "files"
    verbose_name = "Files"

from django.apps import AppConfig


class OfficialFileConfig(AppConfig):
    """The council's record about one child: entries are only ever added."""

    name = "official_file"

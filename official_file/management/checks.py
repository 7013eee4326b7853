"""What a command that reads and writes records makes sure of before it begins."""

from django.core.checks import Tags

# The settings, the models and the database. Not the pages, which it does not show: reading them all takes longer than
# everything else it does to begin, and as much memory again. `manage.py check` and the web server still look at them.
OF_RECORDS = (Tags.security, Tags.models, Tags.database, Tags.compatibility, Tags.caches, Tags.files, Tags.translation)

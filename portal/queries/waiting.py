"""What waits for a worker to read first, said to the person it is about: how many, and sorry when it is late."""

from datetime import datetime

from django.utils.translation import gettext

from official_file.late_sharing import we_are_late
from people.models import Child
from portal.queries.news import waiting_in_words


def waiting_sentence(child: Child, at: datetime) -> str:
    """How many things wait, and nothing else about them; that we are late, when something new or asked for is. "" when nothing waits."""
    said = waiting_in_words(child)
    if said and we_are_late(child, at):
        return f"{said} {gettext('We are late. Sorry.')}"
    return said

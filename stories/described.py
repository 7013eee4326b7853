"""What others wrote about what was sent, for searching: what a photo shows, what a recording says, the words in another language."""

from collections.abc import Sequence
from uuid import UUID

from stories.models import Description, Translation


def words_about_entries(ids: Sequence[UUID]) -> dict[UUID, list[str]]:
    """By entry, every such text of the contributions that are in the file as these. Named in settings.WORDS_BESIDE_ENTRIES."""
    found: dict[UUID, list[str]] = {}
    if not ids:
        return found
    described = Description.objects.filter(attachment__contribution__entry__in=ids).order_by("at")
    translated = Translation.objects.filter(contribution__entry__in=ids).order_by("at")
    for entry, text in (
        *described.values_list("attachment__contribution__entry", "text"),
        *translated.values_list("contribution__entry", "text"),
    ):
        found.setdefault(entry, []).append(text)
    return found

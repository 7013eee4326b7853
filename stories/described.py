"""Every word that was sent and that others wrote about it, for searching: captions, taps, what a photo shows, what a recording says."""

from collections.abc import Sequence
from uuid import UUID

from stories.models import Contribution, Description, Translation

WITH_ALL_WORDS = ("attachments__descriptions", "translations")  # to be prefetched for `everything_said`


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


def everything_said(one: Contribution) -> str:
    """The words of a contribution that is not in the file yet, and all that stands with them, a line each."""
    sent = list(one.attachments.all())
    own = [one.words, *(str(tap["words"]) for tap in one.board), one.about_person_words]
    own += [text for row in sent for text in (row.caption, row.in_words)]
    others = [said.text for row in sent for said in row.descriptions.all()] + [said.text for said in one.translations.all()]
    return "\n".join(text for text in (*own, *others) if text.strip())

"""Words about an entry that are kept above the file: what somebody wrote of a photo, how words read in another language.

The file knows nothing of who keeps them. Each of settings.WORDS_BESIDE_ENTRIES names a function that tells them:

    words_beside(ids: Sequence[UUID]) -> Mapping[UUID, Sequence[str]]

All of them may be read by the person the entry is about. Who adds some calls `official_file.searching.index_entries` after it.
"""

from collections.abc import Sequence
from uuid import UUID

from django.conf import settings
from django.utils.module_loading import import_string


def further_words(ids: Sequence[UUID]) -> dict[UUID, list[str]]:
    """Those of each entry that has some."""
    found: dict[UUID, list[str]] = {}
    if not ids:
        return found
    for name in settings.WORDS_BESIDE_ENTRIES:
        for entry, texts in import_string(name)(ids).items():
            found.setdefault(entry, []).extend(texts)
    return found

"""How somebody likes their pages: theirs to choose and to change, of which nobody else is told."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from people.models import ReadingPreference, User

CHOSEN = frozenset({"level", "order", "size", "colours", "easy_letters", "print_points", "fold_notes"})


@transaction.atomic
def keep_preferences(*, wishes: Mapping[str, Any], language: str = "", by: User, now: datetime) -> ReadingPreference:
    """Keep these of `by`'s own preferences, and leave the others as they are. `language`: the one to read in from now on.

    Raises ValidationError for a value that nobody can choose, and KeyError for something that is no preference.
    """
    if unknown := wishes.keys() - CHOSEN:
        raise KeyError(sorted(unknown)[0])
    kept = ReadingPreference.objects.select_for_update().filter(pk=by.pk).first() or ReadingPreference(user=by)
    for name, value in wishes.items():
        setattr(kept, name, value)
    kept.clean_fields(exclude=["user"])
    kept.save()
    ReadingPreference.objects.filter(pk=by.pk).update(changed_at=now)
    if language and language != by.language:
        by.language = language
        by.save(update_fields=["language"])
    return kept

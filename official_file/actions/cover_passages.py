"""Cover passages of an entry by the decision that opens it. Part of `open_entry`."""

from collections.abc import Sequence
from datetime import datetime

from official_file.covered import whole_text
from official_file.covering import Passage
from official_file.covering_rules import places_of
from official_file.models import CoveredPassage, Sharing
from people.models import User


def cover_passages(*, sharing: Sharing, passages: Sequence[Passage], by: User, now: datetime) -> list[CoveredPassage]:
    """Keep each place where the words stand. Whether it is allowed was checked by the verb that calls this."""
    text, made, seen = whole_text(sharing.entry), [], set[tuple[int, int]]()
    for one in passages:
        for start, end in places_of(one.words, text):
            if (start, end) not in seen:
                seen.add((start, end))
                values = {"label": one.label, "ground": one.ground, "reason": one.reason.strip()}
                made.append(
                    CoveredPassage.objects.create(
                        entry=sharing.entry, sharing=sharing, start=start, end=end, by=by, by_name=by.who(now).name, at=now, **values
                    )
                )
    return made

"""Cover passages of an entry by the decision that opens it. Part of `open_entry`."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from official_file.covered import Cover, cover_of, label_in_words, whole_text
from official_file.covering import Passage, carried, check_passages
from official_file.covering_rules import Covered, places_of
from official_file.mentioned import people_of
from official_file.models import CoveredPassage, Entry, Sharing
from people.errors import NotAllowed
from people.models import User


def passages_to_cover(entry: Entry, chosen: Sequence[Passage] | None) -> list[Passage]:
    """What the new decision covers: what was chosen, else what is covered now. Raises NotAllowed for what may not be covered."""
    if chosen is None:
        if cover_of(entry).lost:
            raise NotAllowed("cover_again", _("Its paper was read anew. Look again at what is covered in it, and choose it once more."))
        return carried(entry)
    if chosen:
        check_passages(entry, chosen, people_of(entry.child))
    return list(chosen)


def as_cover(passages: Sequence[Passage]) -> Cover:
    """How it reads with these covered."""
    return Cover(tuple(Covered(one.words, label_in_words(one.label)) for one in passages))


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

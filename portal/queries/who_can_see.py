"""Who can see which part of a record: by role and by name, for the young person it is about. The same rule that opens it."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import gettext, gettext_noop

from people.models import Child
from people.querysets import readers_by_arm
from people.reach import Reader, readers_of, readers_with
from people.roles import Permission

NEAR = ("allocated", "manager", "access_team")  # who reads what was limited: official_file/models/now.py
WHY = {
    "allocated": gettext_noop("works with you"),
    "manager": gettext_noop("manages your worker"),
    "cover": gettext_noop("stands in for your worker"),
    "access_team": gettext_noop("helps people who have no worker"),
    "emergency": gettext_noop("opened it in an emergency"),
}
OTHERWISE = gettext_noop("was asked to look at something")


@dataclass(frozen=True, slots=True)
class Area:
    """One part of a record. `nobody`: what to say instead of names, when nobody who works for us sees it. `same`: as the first area."""

    title: str
    text: str
    readers: list[tuple[str, str, str]]
    nobody: str
    same: bool = False


def areas_of(child: Child, at: datetime) -> list[Area]:
    """Each area with who can see it now: name, role, and why. `same`: they stand in full in the first area."""
    everyone = readers_of(child, at)
    near = {pk for arm, ids in readers_by_arm(child, at).items() if arm in NEAR for pk in ids}
    readers = readers_with(child, Permission.READ_CONTRIBUTIONS, at)
    areas = [
        _area(gettext("My story, my people, my papers and my plans"), gettext("All that is in your file here."), everyone),
        _area(gettext("About me"), gettext("What you tell about yourself. New workers read it first."), everyone),
        _area(gettext("My health, my school, courts and money"), gettext("These parts have no other readers."), everyone),
        _area(gettext("Words I sent"), gettext("The person you chose reads them first. These people can read them:"), readers),
        _area(
            gettext("Words that only a few may read"),
            gettext("Some of your words are for your worker and their manager only."),
            [one for one in everyone if one.user.pk in near],
        ),
        Area(
            gettext("Drafts, what I set aside, what I never want to see"),
            "",
            [],
            gettext("Only you. Nobody who works for us can see these."),
        ),
    ]
    return [areas[0], *(replace(one, same=bool(one.readers) and one.readers == areas[0].readers) for one in areas[1:])]


def _area(title: str, text: str, readers: list[Reader]) -> Area:
    named = [(str(one.user), gettext(one.role), gettext(WHY.get(one.why, OTHERWISE))) for one in readers]
    return Area(title, text, named, "" if named else gettext("Nobody just now."))

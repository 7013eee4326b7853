"""What somebody tried to destroy or take away while a request for the file was open: for the officer's page, and for all of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext, gettext_noop

from access_requests.audit_chain import ABOUT
from access_requests.models import AccessRequest
from official_file.models import RetentionHold, TriedChange
from people.models import Child, User
from people.roles import display_name

LATELY = timedelta(days=14)
WHAT = {
    "propose_disposal": gettext_noop("proposed to destroy an entry"),
    "dispose": gettext_noop("was about to destroy an entry that somebody else had proposed"),
    "lift_hold": gettext_noop("tried to lift the hold that keeps everything"),
}


@dataclass(frozen=True, slots=True)
class Try:
    """One try, in words. Nothing came of it."""

    who: str
    role: str
    what: str
    at: datetime
    child: Child


def tries_about(request: AccessRequest) -> list[Try]:
    """What was tried on this record since this request keeps it, newest first."""
    hold = RetentionHold.objects.filter(about_type=ABOUT, about_id=request.pk, child=request.child_id).first()
    if hold is None:
        return []
    return _in_words(TriedChange.objects.filter(child=hold.child_id, at__gte=hold.placed_at))


def tried_lately(user: User, at: datetime) -> list[Child]:
    """Those in this user's reach of whose record something was tried in the last days, so that somebody finds out why."""
    lately = TriedChange.objects.filter(at__gt=at - LATELY, child__in=Child.objects.visible_to(user, at))
    return list(Child.objects.filter(pk__in=lately.values("child")).order_by("known_as"))


def all_tries(user: User, at: datetime) -> list[Try]:
    """Every try on a record in this user's reach, newest first."""
    return _in_words(TriedChange.objects.filter(child__in=Child.objects.visible_to(user, at)))


def _in_words(rows: QuerySet[TriedChange]) -> list[Try]:
    found = rows.select_related("child").order_by("-at")
    return [Try(one.by_name, display_name(one.by_role), gettext(WHAT[one.what]), one.at, one.child) for one in found]

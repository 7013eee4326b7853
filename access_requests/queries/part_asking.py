"""The part of a request's page about what they asked for. Shown by templates/access_requests/part_asking.html."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext

from access_requests.asking import CONTACT, Asker, Route, steps_for
from access_requests.asking_choices import HOWS, WHATS, words_of
from access_requests.models import AccessRequest
from access_requests.permissions import can, check_handles
from access_requests.queries.asked import Asked, asked_lines
from access_requests.queries.contact import Contact, contact_of
from law.working_time import london_day
from people.models import User

APART = frozenset({"reach", "dates", "received", "who"})  # shown in their own way above the rest


@dataclass(frozen=True, slots=True)
class AskingPart:
    """Everything they said. `contact` is None for those who check: they write to nobody. `how`: the way they like best, in words."""

    came: str
    pages: list[Asked]
    contact: Contact | None
    how: str
    summary: str
    earlier: AccessRequest | None
    may_give_code: bool


def part(request: AccessRequest, user: User, now: datetime) -> AskingPart:
    """What stands in it for this member of staff."""
    handles = can(check_handles, user, request, now)
    contact = contact_of(request) if handles else None
    route, asker = Route(request.route), Asker(request.asker)
    steps = tuple(step for step in steps_for(route, asker) if step.slug not in APART)
    said = {key: value for key, value in request.answers.items() if key not in CONTACT}
    return AskingPart(
        came=_came(request),
        pages=[page for page in asked_lines(said, steps, route, asker) if not page.is_empty],
        contact=contact,
        how=gettext(words_of(HOWS, contact.how)) if contact and contact.how else "",
        summary=gettext(words_of(WHATS, said["what"])) if said.get("what") else gettext("They did not say how much they want."),
        earlier=_earlier(request, user, now),
        may_give_code=handles and request.requester_id is None,
    )


def _came(request: AccessRequest) -> str:
    """How and when it came, in sentences: the day it reached us, and who wrote it down when that was not they."""
    day = date_format(request.received_on, "j F Y")
    how = str(request.answers.get("received_how") or "")
    said = [gettext("It reached us on %(day)s.") % {"day": day}, str(request.get_route_display()) + "."]
    if how:
        said.append(gettext("How: %(how)s.") % {"how": how.rstrip(".")})
    if request.taken_by:
        written = date_format(london_day(request.sent_at), "j F Y")
        said.append(gettext("%(who)s wrote it down on %(day)s.") % {"who": request.taken_by, "day": written})
    return " ".join(said)


def _earlier(request: AccessRequest, user: User, now: datetime) -> AccessRequest | None:
    found: AccessRequest | None = AccessRequest.objects.visible_to(user, now).filter(pk=request.follows_id).first()
    return found

"""The part of a request's page about letters and messages. Shown by templates/access_requests/part_telling.html."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext, ngettext

from access_requests.letters.kinds import LETTERS, LetterKind
from access_requests.letters.posting import HOWS
from access_requests.models import AccessRequest, LetterPosted, RequestLetter, RequestMessage
from access_requests.permissions import can, check_handles
from access_requests.queries.contact import contact_of
from access_requests.queries.telling import letters_by_hand
from law.calendar_words import say_date
from law.working_time import london_day
from people.models import User


@dataclass(frozen=True, slots=True)
class LetterLine:
    """One letter in the list, and how it left on paper."""

    row: RequestLetter
    name: str
    how: str


@dataclass(frozen=True, slots=True)
class Telling:
    """What stands in the part.

    `read`: whether they have seen what was written last. `on_paper`: they asked for paper. `kinds`: letters to be sent by hand.
    """

    messages: list[RequestMessage]
    letters: list[LetterLine]
    read: str
    on_paper: bool
    may_write: bool
    kinds: list[tuple[str, str]]
    summary: str
    waits: bool


def part(request: AccessRequest, user: User, now: datetime) -> Telling:
    """What was said in both directions, and what can be said now."""
    messages = list(request.messages.order_by("at"))
    letters = [_line(one) for one in request.letters.order_by("-at")]
    may = can(check_handles, user, request, now)
    return Telling(
        messages=messages,
        letters=letters,
        read=_read(request, messages),
        on_paper=contact_of(request).how == "post",
        may_write=may,
        kinds=kinds_now(request, now) if may and request.ended_at is None else [],
        summary=_summary(messages, letters),
        waits=bool(messages) and messages[-1].from_requester,
    )


def kinds_now(request: AccessRequest, now: datetime) -> list[tuple[str, str]]:
    """The letters an officer can send by hand now, that were not sent yet."""
    sent = set(request.letters.filter(about_id__isnull=True).values_list("kind", flat=True))
    return [(str(kind), gettext(LETTERS[kind].to_staff)) for kind in letters_by_hand(request, now) if kind not in sent]


def posted_in_words(letter: RequestLetter) -> str:
    """How and when a letter left on paper, for staff; "" when it did not."""
    posted = LetterPosted.objects.filter(letter=letter).first()
    if posted is None:
        return ""
    said = f"{gettext(HOWS.get(posted.how, posted.how))}, {say_date(london_day(posted.at), gettext)}, {posted.by_name}"
    return f"{said}, {posted.tracking}" if posted.tracking else said


def _line(letter: RequestLetter) -> LetterLine:
    return LetterLine(letter, gettext(LETTERS[LetterKind(letter.kind)].to_staff), posted_in_words(letter))


def _read(request: AccessRequest, messages: list[RequestMessage]) -> str:
    """Until when they have read what we wrote."""
    ours = [one for one in messages if not one.from_requester]
    if not ours:
        return ""
    seen = request.requester_seen_at
    if seen and seen >= ours[-1].at:
        return gettext("They have read it, on %(day)s.") % {"day": say_date(london_day(seen), gettext)}
    return gettext("They have not read your last message yet.")


def _summary(messages: list[RequestMessage], letters: list[LetterLine]) -> str:
    if messages and messages[-1].from_requester:
        return gettext("They wrote, and nobody has answered")
    said = ngettext("%(count)s letter", "%(count)s letters", len(letters)) % {"count": len(letters)}
    return f"{said}, {ngettext('%(count)s message', '%(count)s messages', len(messages)) % {'count': len(messages)}}"

"""Telling somebody without an account that something is new on the page of their request, and never what: by e-mail or as a text.

Only by a way they gave, not to those who said that they come back by themselves, and not to those who named days to be left alone:
a machine cannot read which. Told once, they are not told again within a day while they have not looked. Nothing is sent at night.
"""

from datetime import datetime, time, timedelta
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils.translation import override
from django_tasks import task

from access_requests.models import AccessRequest
from access_requests.queries.contact import Contact, contact_of
from access_requests.queries.following import can_be_followed
from people.errors import NotAllowed
from people.models import ContactWay
from people.telling.addresses import kinds_offered, read_address
from people.telling.quiet import after_quiet
from people.telling.sms import texts
from people.telling.words import something_new

A_DAY = timedelta(days=1)
NIGHT_FROM, NIGHT_UNTIL = time(20), time(8)
Way = tuple[str, str]


def tell_soon(request: AccessRequest, now: datetime) -> None:
    """Tell them in the background, in the morning if it is night. Call it on commit, after what is new was stored."""
    if way_of(request, now) is None or _knows(request, now):
        return
    at = after_quiet(now, NIGHT_FROM, NIGHT_UNTIL)
    job = say_something_new.using(run_after=at) if at > now and say_something_new.get_backend().supports_defer else say_something_new
    job.enqueue(str(request.pk), now.isoformat())


@task()
def say_something_new(request_id: str, since: str) -> bool:
    """Send it, unless they have looked since. Returns whether it was sent. Raises OSError when it could not be."""
    told_at = datetime.fromisoformat(since)
    request = AccessRequest.objects.select_related("child").filter(pk=UUID(request_id)).first()
    way = way_of(request, told_at) if request else None
    if request is None or way is None or (request.requester_seen_at and request.requester_seen_at > told_at):
        return False
    with override(request.language):
        message = something_new(_link())
    kind, address = way
    if kind == ContactWay.Kind.SMS:
        texts().send(address, message.text)
    else:
        EmailMessage(message.subject, message.text, settings.DEFAULT_FROM_EMAIL, [address]).send()
    return True


def way_of(request: AccessRequest, now: datetime) -> Way | None:
    """The one way to tell them, or None: an account has ways of its own, and some do not want to be told."""
    contact = contact_of(request)
    if request.requester_id or contact.by_code or contact.not_on or not can_be_followed(request, now):
        return None
    return _text_way(contact) if contact.how == "text" else _mail_way(contact) if contact.how in ("email", "") else None


def _text_way(contact: Contact) -> Way | None:
    if ContactWay.Kind.SMS not in kinds_offered():
        return None
    try:
        return ContactWay.Kind.SMS, read_address(ContactWay.Kind.SMS, contact.phone)
    except NotAllowed:  # what was written is no number one can send to
        return None


def _mail_way(contact: Contact) -> Way | None:
    return (ContactWay.Kind.EMAIL, contact.email) if contact.email and ContactWay.Kind.EMAIL in kinds_offered() else None


def _knows(request: AccessRequest, now: datetime) -> bool:
    """Whether something else of the last day waits for them already: then they were told."""
    since = max(filter(None, (now - A_DAY, request.requester_seen_at)))
    letters = request.letters.exclude(kind="acknowledged").filter(at__gt=since, at__lt=now)
    return letters.exists() or request.messages.filter(from_requester=False, at__gt=since, at__lt=now).exists()


def _link() -> str:
    return settings.PORTAL_URL.rstrip("/") + reverse("access_requests:status_door") if settings.PORTAL_URL else ""

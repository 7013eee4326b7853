"""A new code for somebody who lost theirs, to where they said we can reach them: it says nothing but the code."""

from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext, override

from access_requests.actions.make_status_code import make_status_code
from access_requests.models import AccessRequest, StatusCode
from access_requests.queries.contact import Contact, contact_of
from access_requests.queries.following import can_be_followed
from people.errors import NotAllowed
from people.models import ContactWay
from people.telling.addresses import kinds_offered, read_address
from people.telling.sms import texts


def send_status_code(*, reference: str, now: datetime) -> bool:
    """Make one and send it. Whether it was sent: not for a reference that is nobody's, nor to somebody we can only write to on paper.

    Raises OSError when it could not be sent. The caller says the same to everybody.
    """
    request = AccessRequest.objects.select_related("child").filter(reference=reference).first()
    if request is None or not can_be_followed(request, now):
        return False
    way = _way(contact_of(request))
    if way is None:
        return False
    with override(request.language):
        _send(*way, make_status_code(request=request, way=way[0], now=now))
    return True


def _way(contact: Contact) -> tuple[str, str] | None:
    offered = kinds_offered()
    if contact.phone and ContactWay.Kind.SMS in offered and (contact.how == "text" or not contact.email):
        try:
            return StatusCode.Way.SMS, read_address(ContactWay.Kind.SMS, contact.phone)
        except NotAllowed:  # what was written is no number one can send to: perhaps there is an e-mail address
            pass
    return (StatusCode.Way.EMAIL, contact.email) if contact.email and ContactWay.Kind.EMAIL in offered else None


def _send(way: str, address: str, code: str) -> None:
    text = gettext("Your code is %(code)s. It works once, for one hour. If you did not ask for it, you can forget this message.")
    text %= {"code": code}
    if way == StatusCode.Way.SMS:
        texts().send(address, text)
    else:
        EmailMessage(gettext("Your code"), text, settings.DEFAULT_FROM_EMAIL, [address]).send()

"""A way to be told that something is new: given, proved with a code, stopped."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import override

from people.encryption import encrypt
from people.errors import NotAllowed
from people.models import ContactWay, User
from people.telling.addresses import kinds_offered, read_address
from people.telling.sending import send_message
from people.telling.words import code as code_message

SALT = "people.contact_way"
HALF_AN_HOUR = timedelta(minutes=30)
BETWEEN = timedelta(minutes=1)
MOST_TRIES = 5


def add_contact_way(*, kind: str, address: str, by: User, now: datetime) -> ContactWay:
    """Send a code to this address. Used for nothing else until the code comes back. One of each kind: a new one takes its place.

    Raises NotAllowed when it is no address, when the last code is younger than a minute, and when it could not be sent.
    Nothing goes into the audit: whether and where they are told is theirs alone.
    """
    if by.is_staff or kind not in kinds_offered():
        raise NotAllowed("not_offered", _("We cannot tell you in that way. Choose another."))
    digits = f"{secrets.randbelow(1_000_000):06}"
    with transaction.atomic():
        way = _keep(kind, read_address(kind, address), digits, by, now)
    try:
        with override(by.language):
            send_message(way, code_message(digits))
    except OSError as unsent:
        raise NotAllowed("not_sent", _("The code could not be sent just now. Try again later.")) from unsent
    return way


@transaction.atomic
def prove_contact_way(*, way: ContactWay, code: str, by: User, now: datetime) -> ContactWay:
    """The code came back: from now on they are told there. A wrong one is counted, and the way comes back unproved.

    Raises NotAllowed for an old one, and after five wrong ones.
    """
    way = ContactWay.objects.select_for_update().get(pk=way.pk, user=by)
    if way.proved_at:
        return way
    if not way.code_digest or way.code_until is None or way.code_until <= now or way.code_tries >= MOST_TRIES:
        raise NotAllowed("old_code", _("That code does not work any more. Ask for a new one."))
    if not constant_time_compare(way.code_digest, _digest(way, code)):
        ContactWay.objects.filter(pk=way.pk).update(code_tries=way.code_tries + 1)
        return way
    way.proved_at, way.code_digest, way.code_until = now, "", None
    way.save(update_fields=["proved_at", "code_digest", "code_until"])
    return way


@transaction.atomic
def stop_contact_way(*, way: ContactWay, by: User, now: datetime) -> None:
    """Forget this address. Nobody is told at it again. `now` changes nothing."""
    ContactWay.objects.filter(pk=way.pk, user=by).delete()


def _keep(kind: str, address: str, digits: str, by: User, now: datetime) -> ContactWay:
    before = ContactWay.objects.select_for_update().filter(user=by, kind=kind).first()
    if before and before.proved_at is None and before.added_at > now - BETWEEN:
        raise NotAllowed("too_soon", _("We sent you a code just now. Wait a minute before you ask for another."))
    if before:
        before.delete()
    way = ContactWay(user=by, kind=kind, sealed_address=encrypt(address), added_at=now, code_until=now + HALF_AN_HOUR)
    way.code_digest = _digest(way, digits)
    way.save()
    return way


def _digest(way: ContactWay, code: str) -> str:
    digits = "".join(sign for sign in code if sign.isdecimal())
    return salted_hmac(SALT, f"{way.pk}:{digits}", algorithm="sha256").hexdigest()

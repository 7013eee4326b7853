"""Addresses somebody may be told at: read from what was typed, stored encrypted, shown in part."""

import phonenumbers
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from people.encryption import decrypt
from people.errors import NotAllowed
from people.models import ContactWay

COUNTRY = "GB"
LONGEST = 254


def read_address(kind: str, typed: str) -> str:
    """The address as it is used. Raises NotAllowed, saying what to do, when it is none."""
    typed = typed.strip()
    return _number(typed) if kind == ContactWay.Kind.SMS else _email(typed)


def address_of(way: ContactWay) -> str:
    """The address, whole."""
    return decrypt(way.sealed_address)


def in_part(way: ContactWay) -> str:
    """Enough of it to know which it is, on a page that somebody else may see: "a...@example.org", "... 123"."""
    address = address_of(way)
    if way.kind == ContactWay.Kind.SMS:
        return f"... {address[-3:]}"
    name, _at, host = address.rpartition("@")
    return f"{name[:1]}...@{host}"


def kinds_offered() -> list[str]:
    """The ways this council has set up."""
    offered = []
    if settings.EMAIL_BACKEND != "django.core.mail.backends.dummy.EmailBackend":
        offered.append(ContactWay.Kind.EMAIL.value)
    if settings.SMS_BACKEND:
        offered.append(ContactWay.Kind.SMS.value)
    return offered


def _email(typed: str) -> str:
    try:
        validate_email(typed)
    except ValidationError as wrong:
        raise NotAllowed("no_address", _("This does not look like an e-mail address. It needs an @ in the middle.")) from wrong
    if len(typed) > LONGEST:
        raise NotAllowed("no_address", _("This e-mail address is too long. Look at it once more."))
    return typed


def _number(typed: str) -> str:
    wrong = NotAllowed("no_number", _("This does not look like a phone number. Write it with all its digits, like 07700 900123."))
    try:
        number = phonenumbers.parse(typed, COUNTRY)
    except phonenumbers.NumberParseException as unread:
        raise wrong from unread
    if not phonenumbers.is_possible_number(number) or len(typed) > LONGEST:
        raise wrong
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))

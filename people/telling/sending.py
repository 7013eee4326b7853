"""Putting one message on its way: by e-mail or as a text."""

from django.conf import settings
from django.core.mail import EmailMessage

from people.models import ContactWay
from people.telling.addresses import address_of
from people.telling.sms import texts
from people.telling.words import Message


def send_message(way: ContactWay, message: Message) -> None:
    """Send it to where this way leads. Raises OSError (an SMTP error is one) when it could not be sent."""
    if way.kind == ContactWay.Kind.SMS:
        texts().send(address_of(way), message.text)
        return
    EmailMessage(message.subject, message.text, settings.DEFAULT_FROM_EMAIL, [address_of(way)]).send()

"""What is said outside the portal: that something is new, and nothing else. Somebody else may hold the phone.

No name, no word of a record, not what the service is called, and never the word "care": an address with it is left out.
"""

from dataclasses import dataclass

from django.utils.translation import gettext

NEVER = "care"


@dataclass(frozen=True, slots=True)
class Message:
    """A subject (for e-mail) and a text."""

    subject: str
    text: str


def something_new(link: str = "") -> Message:
    """Something is waiting to be read."""
    text = gettext("Something new is waiting for you. Read it when you want to. You do not have to.")
    return Message(gettext("Something new for you"), _with(link, text))


def to_fill_in(link: str = "") -> Message:
    """There is a page they may fill in (R38)."""
    text = gettext("There is a page you can fill in, if you want to. You can leave it empty too.")
    return Message(gettext("A page for you"), _with(link, text))


def once_more(link: str = "") -> Message:
    """The one reminder."""
    text = gettext("Something is still waiting for you. We will not ask again.")
    return Message(gettext("Something is still waiting"), _with(link, text))


def code(digits: str) -> Message:
    """The code that proves that this address is theirs."""
    text = gettext("Your code is %(code)s. It works for half an hour. If you did not ask for it, you can forget this message.")
    return Message(gettext("Your code"), text % {"code": digits})


def _with(link: str, text: str) -> str:
    return f"{text}\n{link}" if link and NEVER not in link.lower() else text

"""How pure rules speak: English messages marked for translation, and a callable that translates them.

Pure rules import no Django. They mark a message with `gettext_noop` (the name `makemessages` looks for) where it is
written, and take `translate` where it is said. Messages are whole sentences or whole phrases with `{name}` places.

    MESSAGE = gettext_noop("Someone will read this {when}.")
    fill(MESSAGE, translate=django_gettext, when="on Monday at 9am")
"""

from collections.abc import Callable

Translate = Callable[[str], str]


def gettext_noop(message: str) -> str:
    """Mark `message` for translation where it is written; returned unchanged."""
    return message


def identity(message: str) -> str:
    """The translation used when none is given: English as written."""
    return message


def fill(message: str, translate: Translate = identity, **places: object) -> str:
    """Translate the whole message, then put the values in their places. Raises KeyError for a place without a value."""
    return translate(message).format(**places)

"""By which way a person talked with whoever asked. Only the way is written down, and whether they were reached."""

from law.wording import gettext_noop

WAYS: dict[str, str] = {
    "phone": gettext_noop("By phone"),
    "video": gettext_noop("By video"),
    "visit": gettext_noop("Face to face"),
    "email": gettext_noop("By e-mail"),
    "text": gettext_noop("By text message"),
    "letter": gettext_noop("By letter"),
    "here": gettext_noop("By a message here"),
}

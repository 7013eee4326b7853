"""A young person uses their one-time code: they get an account of their own, or get back into it."""

from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from people.errors import NotAllowed
from people.join_codes import digest_of
from people.models import Child, JoinCode, User

WRONG_CODE = _("That code does not work. Check each letter, or ask your worker for a new one. A code works once, for one week.")
TAKEN = _("Somebody else has that user name. Add a number, or choose another.")


def find_code(*, code: str, now: datetime) -> JoinCode:
    """The code's row. Raises NotAllowed, with one sentence for every way of being wrong, so that guessing learns nothing."""
    found = (
        JoinCode.objects.select_related("child")
        .filter(digest=digest_of(code), used_at__isnull=True, cancelled_at__isnull=True, expires_at__gt=now)
        .first()
    )
    if found is None or found.child.died_on:
        raise NotAllowed("wrong_code", WRONG_CODE)
    return found


@transaction.atomic
def join(*, code: str, username: str, passphrase: str, now: datetime) -> User:
    """Make the account, tie it to the child, use the code up. Somebody who joined before gets a new name and passphrase.

    Raises NotAllowed for a code that does not work or a name that is somebody else's, and
    django.core.exceptions.ValidationError for a passphrase that is easy to guess.
    """
    row = JoinCode.objects.select_for_update().get(pk=find_code(code=code, now=now).pk)
    child = Child.objects.select_for_update().get(pk=row.child_id)
    username = username.strip()
    if User.objects.filter(username__iexact=username).exclude(pk=child.user_id).exists():
        raise NotAllowed("name_taken", TAKEN)
    event = Event.ACCOUNT_REJOINED if child.user else Event.ACCOUNT_JOINED
    user = child.user or User(kind=User.Kind.YOUNG_PERSON, display_name=child.known_as)
    user.username = username
    validate_password(passphrase, user)
    user.set_password(passphrase)
    _store(user)
    child.user = user
    child.save(update_fields=["user"])
    used = JoinCode.objects.filter(pk=row.pk, used_at__isnull=True).update(used_at=now)
    if used != 1:
        raise NotAllowed("wrong_code", WRONG_CODE)
    record(event, child=child.pk, by=user.who(), at=now)
    return user


def _store(user: User) -> None:
    """Raises NotAllowed when somebody took the name in the same moment."""
    try:
        with transaction.atomic():
            user.save()
    except IntegrityError as taken:
        raise NotAllowed("name_taken", TAKEN) from taken

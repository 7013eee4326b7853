"""Somebody tried to destroy or take away what a hold keeps: refused, and kept for good (DPA 2018 s 173).

    @keeps_tries("dispose", "proposal")
    @transaction.atomic
    def dispose(*, proposal, by, now): ...

The refusal rolls back everything its verb did. So the try is written after that, in a transaction of its own, and the refusal goes on
to whoever asked. Put the decorator outside of the verb's transaction, and on the verb that calls it as well if that has one too:
the inner try goes with the outer transaction, and the outer decorator writes the same try once more.
"""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import transaction

from audit.events import Event
from audit.record import record
from audit.who import Who
from official_file.models import TriedChange
from official_file.retention import Held
from people.models import User

Params = ParamSpec("Params")
Made = TypeVar("Made")
ABOUT = "tried_change"


def keeps_tries(what: str, thing: str) -> Callable[[Callable[Params, Made]], Callable[Params, Made]]:
    """Keep every refusal of this verb because a hold stands. `what`: its name in TRIED; `thing`: the argument it is about."""

    def decorate(verb: Callable[Params, Made]) -> Callable[Params, Made]:
        @wraps(verb)
        def wrapped(*args: Params.args, **kwargs: Params.kwargs) -> Made:
            try:
                return verb(*args, **kwargs)
            except Held as refusal:
                keep_try(refusal, what=what, about=kwargs[thing], by=kwargs["by"], now=kwargs["now"])  # type: ignore[arg-type]
                raise

        return wrapped

    return decorate


@transaction.atomic
def keep_try(refusal: Held, *, what: str, about: Any, by: User | Who, now: datetime) -> TriedChange:
    """Write the try down, once: who, what, about which thing, when."""
    who, hold = by if isinstance(by, Who) else by.who(now), refusal.hold
    stored = {
        "hold": hold,
        "child_id": hold.child_id,
        "what": what,
        "about_type": about._meta.verbose_name.replace(" ", "_"),
        "about_id": about.pk,
        "by_id": who.user_id,
        "by_name": who.name,
        "by_role": who.role,
        "at": now,
    }
    tried, made = TriedChange.objects.get_or_create(pk=refusal.try_id, defaults=stored)
    if made:
        record(Event.CHANGE_TRIED, child=hold.child_id, by=who, at=now, about_type=ABOUT, about_id=tried.pk, facts={"what": what})
    return tried

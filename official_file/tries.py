"""Somebody tried to destroy or take away what a hold keeps: refused, and kept for good (DPA 2018 s 173).

    @keeps_tries("dispose", "proposal")
    @transaction.atomic
    def dispose(*, proposal, by, now): ...

The refusal rolls back everything its verb did. So the try is written after that, in a transaction of its own, and the refusal goes on
to whoever asked. Put the decorator outside of the verb's transaction, and on the verb that calls it as well if that has one too:
the inner try goes with the outer transaction, and the outer decorator writes the same try once more.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast

from official_file.actions.keep_try import keep_try
from official_file.retention import Held

Params = ParamSpec("Params")
Made = TypeVar("Made")


def keeps_tries(what: str, thing: str) -> Callable[[Callable[Params, Made]], Callable[Params, Made]]:
    """Keep every refusal of this verb because a hold stands. `what`: its name; `thing`: the argument it is about."""

    def decorate(verb: Callable[Params, Made]) -> Callable[Params, Made]:
        @wraps(verb)
        def wrapped(*args: Params.args, **kwargs: Params.kwargs) -> Made:
            try:
                return verb(*args, **kwargs)
            except Held as refusal:
                given = cast(dict[str, Any], kwargs)
                keep_try(refusal=refusal, what=what, about=given[thing], by=given["by"], now=given["now"])
                raise

        return wrapped

    return decorate

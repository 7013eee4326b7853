"""Asking again later: the next request begins with what was said the first time, and follows it."""

from typing import Any

from access_requests.asking import BY_SLUG
from access_requests.models import AccessRequest
from access_requests.queries.contact import contact_of

NOT_AGAIN = frozenset({"want_to_know", "what", "years", "received_how"})  # they may want something else this time


def said_before(earlier: AccessRequest) -> dict[str, Any]:
    """The answers a new draft begins with: theirs of last time, how to reach them, and which request it follows."""
    contact = contact_of(earlier)
    reach = {question.key: getattr(contact, question.key) for slug in ("reach", "dates") for question in BY_SLUG[slug].questions}
    answers = {key: value for key, value in earlier.answers.items() if key not in NOT_AGAIN}
    return {**answers, **reach, "asker": earlier.asker, "follows": str(earlier.pk)}

""" "I do not understand these words": a person who does is found, on the urgent clock, until somebody has understood them."""

from datetime import datetime

from django.db import transaction

from moderation.actions.lock import lock_contribution
from moderation.looking_after import check_can_interpret
from people.models import Task, User
from stories.actions.find_interpreter import find_interpreter
from stories.meanings import THE_WORDS
from stories.models import Contribution


@transaction.atomic
def ask_for_interpreter(*, contribution: Contribution, part: str = THE_WORDS, by: User, now: datetime) -> Task:
    """Owe it that somebody understands this part: "words", or the id of a recording. Raises NotAllowed; see `find_interpreter`."""
    contribution = lock_contribution(contribution=contribution, by=by, now=now)
    check_can_interpret(by, contribution, part, now)
    return find_interpreter(contribution=contribution, part=part, by=by.who(now), now=now)

"""The verbs of what a young person says and is asked, for `every_verb.py`: this is wrong, may we share this, papers, letters."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from moderation.actions.answer_wrong import answer_wrong
from moderation.actions.ask_another_about_wrong import ask_another_about_wrong, hand_over_wrong
from moderation.actions.take_longer_over_wrong import take_longer_over_wrong
from official_file.actions.correct_entry import Correction, correct_entry
from official_file.actions.open_entry import open_entry
from official_file.actions.say_this_is_wrong import say_this_is_wrong
from official_file.models import Entry, Rectification
from people.models import Task
from tests.cast import NOW, Cast
from tests.factories.entries import an_entry

Verb = Callable[[], Any]
LONG_BEFORE = date(2020, 1, 8)
WHY = "We asked your school. It was a Tuesday."


def an_open_visit(cast: Cast, author: str = "Somebody Else") -> Entry:
    """Words about Amara that are open to her."""
    visit = an_entry(cast.amara, "visit", LONG_BEFORE, text="You refused.", facts={"title": "A visit"}, author_name=author)
    open_entry(entry=visit, with_them=True, by=cast.ben, now=NOW)
    return visit


def said_wrong_task(cast: Cast, author: str = "Somebody Else") -> Task:
    """Amara says that they are wrong."""
    return say_this_is_wrong(child=cast.amara, entry=an_open_visit(cast, author), by=cast.amara.user, now=NOW)


def answered_wrong(cast: Cast) -> Rectification:
    """Ben left it as it was, and said why."""
    task = said_wrong_task(cast)
    return answer_wrong(task=task, outcome="beside", explanation=WHY, by=cast.ben, now=NOW)[0]


def _correct(cast: Cast) -> Verb:
    return partial(correct_entry, entry=an_open_visit(cast), correction=Correction(text="You were ill."), by=cast.ben, now=NOW)


ANSWERS: dict[str, Callable[[Cast], Verb]] = {
    "say_this_is_wrong": lambda cast: partial(say_this_is_wrong, child=cast.amara, entry=an_open_visit(cast), by=cast.amara.user, now=NOW),
    "correct_entry": _correct,
    "answer_wrong": lambda cast: partial(answer_wrong, task=said_wrong_task(cast), outcome="beside", explanation=WHY, by=cast.ben, now=NOW),
    "take_longer_over_wrong": lambda cast: partial(take_longer_over_wrong, task=said_wrong_task(cast), why=WHY, by=cast.ben, now=NOW),
    "ask_another_about_wrong": lambda cast: partial(ask_another_about_wrong, said=answered_wrong(cast), by=cast.amara.user, now=NOW),
    "hand_over_wrong": lambda cast: partial(hand_over_wrong, task=said_wrong_task(cast, "Ben Hughes"), by=cast.ben, now=NOW),
}

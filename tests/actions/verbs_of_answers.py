"""The verbs of what a young person says and is asked, for `every_verb.py`: this is wrong, may we share this, papers, letters."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from audit.who import THE_PORTAL
from moderation.actions.answer_wrong import answer_wrong
from moderation.actions.ask_another_about_wrong import ask_another_about_wrong, hand_over_wrong
from moderation.actions.take_longer_over_wrong import take_longer_over_wrong
from official_file.actions.answer_about_sharing import answer_about_sharing
from official_file.actions.ask_before_sharing import ask_before_sharing
from official_file.actions.ask_for_paper import ask_for_paper, remind_of_papers
from official_file.actions.correct_entry import Correction, correct_entry
from official_file.actions.open_entry import open_entry
from official_file.actions.record_paper import record_paper
from official_file.actions.say_this_is_wrong import say_this_is_wrong
from official_file.actions.say_what_was_shared import say_what_was_shared, withdraw_question
from official_file.actions.write_to_child import write_to_child
from official_file.models import AskedBefore, Entry, Rectification
from official_file.sharing_questions import Question
from people.actions.write_about_part import write_about_part
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


QUESTION = Question("That you want help with reading.", "your school", "So that a teacher can help you.", "school")


def a_question(cast: Cast, question: Question = QUESTION) -> AskedBefore:
    """Ben asks Amara before he tells her school."""
    return ask_before_sharing(child=cast.amara, question=question, by=cast.ben, now=NOW)


def an_open_letter(cast: Cast) -> Entry:
    """A letter about her life that Ben wrote, read with her."""
    said = {"kind": "letter", "title": "How you came to us", "text": "Dear Amara,\nyou came in May.", "letter_type": "life"}
    return write_to_child(child=cast.amara, **said, opens=True, with_them=True, by=cast.ben, now=NOW)


def a_passport(cast: Cast, *, held_by: str = "us", until: date | None = date(2027, 1, 4)) -> Entry:
    """Ben writes down who has her passport."""
    return record_paper(child=cast.amara, paper="passport", held_by=held_by, expires_on=until, by=cast.ben, now=NOW)


def _remind(cast: Cast) -> Verb:
    a_passport(cast)
    return partial(remind_of_papers, by=THE_PORTAL, now=NOW)


def _correct(cast: Cast) -> Verb:
    return partial(correct_entry, entry=an_open_visit(cast), correction=Correction(text="You were ill."), by=cast.ben, now=NOW)


ANSWERS: dict[str, Callable[[Cast], Verb]] = {
    "say_this_is_wrong": lambda cast: partial(say_this_is_wrong, child=cast.amara, entry=an_open_visit(cast), by=cast.amara.user, now=NOW),
    "correct_entry": _correct,
    "answer_wrong": lambda cast: partial(answer_wrong, task=said_wrong_task(cast), outcome="beside", explanation=WHY, by=cast.ben, now=NOW),
    "take_longer_over_wrong": lambda cast: partial(take_longer_over_wrong, task=said_wrong_task(cast), why=WHY, by=cast.ben, now=NOW),
    "ask_another_about_wrong": lambda cast: partial(ask_another_about_wrong, said=answered_wrong(cast), by=cast.amara.user, now=NOW),
    "ask_before_sharing": lambda cast: partial(ask_before_sharing, child=cast.amara, question=QUESTION, by=cast.ben, now=NOW),
    "answer_about_sharing": lambda cast: partial(
        answer_about_sharing, asked=a_question(cast), answer="no", words="Not my teacher.", by=cast.amara.user, now=NOW
    ),
    "say_what_was_shared": lambda cast: partial(
        say_what_was_shared, asked=a_question(cast), shared=False, outcome="We told nobody.", by=cast.ben, now=NOW
    ),
    "withdraw_question": lambda cast: partial(withdraw_question, asked=a_question(cast), by=cast.ben, now=NOW),
    "record_paper": lambda cast: partial(record_paper, child=cast.amara, paper="passport", held_by="us", by=cast.ben, now=NOW),
    "ask_for_paper": lambda cast: partial(ask_for_paper, child=cast.amara, paper="passport", by=cast.amara.user, now=NOW),
    "remind_of_papers": _remind,
    "write_about_part": lambda cast: partial(
        write_about_part, child=cast.amara, topic="food", words="No pork.", by=cast.amara.user, now=NOW
    ),
    "hand_over_wrong": lambda cast: partial(hand_over_wrong, task=said_wrong_task(cast, "Ben Hughes"), by=cast.ben, now=NOW),
}

"""The verbs of plain words and of the table of sentences, for tests/actions/every_verb.py."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

from official_file.actions.approve_sentences import approve_sentences
from official_file.actions.ask_second_look import ask_second_look, give_second_look
from official_file.actions.keep_plain_draft import keep_plain_draft
from official_file.actions.let_them_check import answer_words, let_them_check
from official_file.actions.open_entry import open_entry
from official_file.actions.publish_plain_draft import publish_plain_draft
from official_file.actions.write_key_summary import write_key_summary
from official_file.actions.write_what_they_said import Said, write_what_they_said
from official_file.models import Entry, PlainDraft
from official_file.plain_language.table import digest
from people.models import User
from tests.cast import NOW, Cast
from tests.factories.entries import an_entry

BEFORE = NOW - timedelta(minutes=30)


def a_visit(cast: Cast, *, opened: bool = False) -> Entry:
    """A visit that Ben wrote about."""
    visit = an_entry(cast.amara, "visit", date(2020, 1, 8), text="We walked by the river.", facts={"title": "A walk"})
    if opened:
        open_entry(entry=visit, with_support=False, with_them=True, because="", by=cast.ben, now=BEFORE)
    return visit


def a_draft_of_words(cast: Cast, text: str = "You walked by the river with Ben.", *, opened: bool = False) -> PlainDraft:
    """Plain words that Ben is writing."""
    words = {"text": text}
    return keep_plain_draft(
        entry=a_visit(cast, opened=opened), level="plain", language="en-gb", words=words, version=0, by=cast.ben, now=BEFORE
    )


def amara(cast: Cast) -> User:
    """Her account."""
    assert cast.amara.user
    return cast.amara.user


def asked_of_joan(cast: Cast) -> PlainDraft:
    """Words that Joan was asked to look over."""
    draft = a_draft_of_words(cast)
    ask_second_look(draft=draft, of=cast.joan, by=cast.ben, now=BEFORE)
    return draft


def shown_to_amara(cast: Cast) -> PlainDraft:
    """Words that Amara was asked to check."""
    return let_them_check(draft=a_draft_of_words(cast, opened=True), by=cast.ben, now=BEFORE)


WORDS: dict[str, Callable[[Cast], Callable[[], Any]]] = {
    "write_key_summary": lambda cast: partial(write_key_summary, entry=a_visit(cast), what_it_is="About a walk.", by=cast.ben, now=NOW),
    "publish_plain_draft": lambda cast: partial(publish_plain_draft, draft=a_draft_of_words(cast), by=cast.ben, now=NOW),
    "ask_second_look": lambda cast: partial(ask_second_look, draft=a_draft_of_words(cast), of=cast.joan, by=cast.ben, now=NOW),
    "give_second_look": lambda cast: partial(give_second_look, draft=asked_of_joan(cast), fine=True, by=cast.joan, now=NOW),
    "let_them_check": lambda cast: partial(let_them_check, draft=a_draft_of_words(cast, opened=True), by=cast.ben, now=NOW),
    "answer_words": lambda cast: partial(
        answer_words, draft=shown_to_amara(cast), fine=False, words="It was the sea.", by=amara(cast), now=NOW
    ),
    "write_what_they_said": lambda cast: partial(
        write_what_they_said, child=cast.amara, said=Said(date(2020, 1, 8), "What you said", "I want a dog."), by=cast.ben, now=NOW
    ),
    "approve_sentences": lambda cast: partial(approve_sentences, read_digest=digest(), by=cast.joan, now=NOW),
}

SILENT_WORDS = {"keep_plain_draft": "a draft is its writer's; publishing it writes the line"}

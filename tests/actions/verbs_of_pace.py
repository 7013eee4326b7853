"""The verbs of pace, for `every_verb.py`: what a reader chooses for themselves, what an entry is about, reading together."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from official_file.actions.ask_for_company import ask_for_company, read_alone_after_all
from official_file.actions.read_together import end_reading_together, start_reading_together
from official_file.actions.say_themes import say_themes
from official_file.models import Entry
from tests.cast import NOW, Cast
from tests.factories.entries import an_entry

Verb = Callable[[], Any]
LONG_BEFORE = date(2020, 1, 8)


def _open_home(cast: Cast) -> Entry:
    return an_entry(cast.amara, "home", LONG_BEFORE, facts={"place": "U4"})


def _visit(cast: Cast) -> Entry:
    return an_entry(cast.amara, "visit", LONG_BEFORE, text="We talked.", facts={"title": "A visit"})


def _running(cast: Cast) -> Verb:
    together = start_reading_together(child=cast.amara, minutes=30, by=cast.ben, now=NOW)
    return partial(end_reading_together, together=together, by=cast.ben, now=NOW)


def _alone(cast: Cast) -> Verb:
    entry = _open_home(cast)
    ask_for_company(child=cast.amara, entry=entry, by=cast.amara.user, now=NOW)
    return partial(read_alone_after_all, child=cast.amara, entry=entry, by=cast.amara.user, now=NOW)


PACE: dict[str, Callable[[Cast], Verb]] = {
    "say_themes": lambda cast: partial(say_themes, entry=_visit(cast), themes=["violence"], by=cast.ben, now=NOW),
    "start_reading_together": lambda cast: partial(start_reading_together, child=cast.amara, minutes=30, by=cast.ben, now=NOW),
    "end_reading_together": _running,
    "ask_for_company": lambda cast: partial(ask_for_company, child=cast.amara, entry=_open_home(cast), by=cast.amara.user, now=NOW),
    "read_alone_after_all": _alone,
}

THEIRS = "a choice of the reader's own: a line in the audit, which staff read, would tell them that one was made"
SILENT_PACE = {
    "never_show": THEIRS,
    "show_again": THEIRS,
    "set_aside": THEIRS,
    "take_back": THEIRS,
    "keep_place": THEIRS,
    "let_place_go": THEIRS,
    "note_read_together": "what was opened is kept for both beside the reading together, which wrote its line when it began",
}

"""Easy words, what stands at the head of a document, words a young person is asked to check, and the table of sentences approved."""

from typing import Any

from official_file.actions.approve_plain_version import HowWritten, approve_plain_version
from official_file.actions.approve_sentences import approve_sentences
from official_file.actions.keep_plain_draft import keep_plain_draft
from official_file.actions.let_them_check import let_them_check
from official_file.actions.write_key_summary import write_key_summary
from official_file.levels import EASY, FIRST_LANGUAGE, PLAIN
from official_file.plain_language.table import digest
from people.actions.keep_preferences import keep_preferences
from portal.management.demonstration.council import Council, read

WRITTEN_DAYS_AGO, ASKED_DAYS_AGO = 6, 2


def approve_the_sentences(council: Council) -> None:
    """A manager has read the table of sentences before anybody joins."""
    by = council.staff[read("plain_words.json")["approved_by"]]
    approve_sentences(read_digest=digest(), by=by, now=council.at_work(council.people["staff_from_days_ago"] - 1))


def write_for_levels(council: Council) -> None:
    """Workers wrote easy words and what stands at the head; one young person is asked whether new words fit."""
    words = read("plain_words.json")
    workers = {one["child"]: council.staff[one["worker"]] for one in council.people["young_people"]}
    then = council.at_work(WRITTEN_DAYS_AGO)
    for number, key, (text, pictures) in _each(words["easy"]):
        how = HowWritten(level=EASY, pictures=tuple(pictures))
        approve_plain_version(entry=council.record(number, key), text=text, how=how, by=workers[number], now=then)
    for number, key, (what, decided, following) in _each(words["heads"]):
        said = {"what_it_is": what, "what_was_decided": decided, "what_happens_next": following}
        write_key_summary(entry=council.record(number, key), by=workers[number], now=then, **said)
    asked = council.at_work(ASKED_DAYS_AGO)
    for number, key, text in _each(words["to_check"]):
        draft = keep_plain_draft(
            entry=council.record(number, key),
            level=PLAIN,
            language=FIRST_LANGUAGE,
            words={"text": text},
            version=None,
            by=workers[number],
            now=asked,
        )
        let_them_check(draft=draft, by=workers[number], now=asked)
    for number in words["easy_readers"]:
        keep_preferences(wishes={"level": EASY}, by=council.account(number), now=then)


def _each(by_child: dict[str, dict[str, Any]]) -> list[tuple[str, str, Any]]:
    """(child, record, what is written) for every line."""
    return [(number, key, written) for number, keys in by_child.items() for key, written in keys.items()]

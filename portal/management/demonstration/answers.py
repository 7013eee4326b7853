"""What the young people say is wrong and are asked before it is shared; their papers and letters; what they tell part by part."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from audit.who import THE_PORTAL
from law.working_time import london_day
from moderation.actions.answer_wrong import answer_wrong
from moderation.actions.claim import claim
from moderation.actions.file_words import file_words
from moderation.actions.look import look
from official_file.actions.answer_about_sharing import answer_about_sharing
from official_file.actions.ask_before_sharing import ask_before_sharing
from official_file.actions.ask_for_paper import remind_of_papers
from official_file.actions.correct_entry import Correction
from official_file.actions.explain_gap import explain_gap
from official_file.actions.record_paper import record_paper
from official_file.actions.say_what_was_shared import say_what_was_shared
from official_file.actions.write_to_child import write_to_child
from official_file.gaps import gap_by_key
from official_file.sharing_questions import Question
from people.actions.read_about_me import read_about_me
from people.actions.write_about_part import write_about_part
from people.models import Task, TaskKind, User
from people.reach import worker_of
from portal.management.demonstration.council import Council, read
from stories.actions.save_draft import Start, save_draft
from stories.actions.send import Choices, send
from stories.draft_order import Stamp

A_MOMENT = timedelta(minutes=6)


def say_and_answer(council: Council) -> None:
    """Everything of answers.json, in the order in which it happened to each of them."""
    said = read("answers.json")
    for one in said["about_parts"]:
        _tell(council, one)
    for one in said["letters"]:
        _write(council, one)
    for one in said["questions"]:
        _ask(council, one)
    for one in said["gaps"]:
        _explain(council, one)
    for one in said["wrong"]:
        _say_wrong(council, one)
    for one in said["papers"]:
        _paper(council, one)
    remind_of_papers(by=THE_PORTAL, now=council.now)


def _tell(council: Council, one: dict[str, Any]) -> None:
    child, at = council.child(one["child"]), council.days_ago(8.5)
    told = {"topic": one["topic"], "words": one["words"], "rather_not_say": one["rather_not_say"]}
    write_about_part(child=child, **told, by=council.account(one["child"]), now=at)
    worker = worker_of(child, at)
    if worker:
        read_about_me(child=child, by=worker, now=at + A_MOMENT)


def _write(council: Council, one: dict[str, Any]) -> None:
    letter = {"kind": "letter", "title": one["title"], "text": one["text"], "letter_type": one["type"], "opens": True, "with_them": True}
    write_to_child(child=council.child(one["child"]), **letter, by=council.staff[one["by"]], now=council.at_work(one["days_ago"]))


def _ask(council: Council, one: dict[str, Any]) -> None:
    """The question, and where it was answered and done, these as well."""
    by, at = council.staff[one["by"]], council.at_work(one["days_ago"])
    question = Question(one["what"], one["with_whom"], one["why"], one["topic"], (at + timedelta(days=one["answer_by_days"])).date())
    asked = ask_before_sharing(child=council.child(one["child"]), question=question, by=by, now=at)
    if one["answer"]:
        at = max(council.days_ago(one["answered_days_ago"]), at + A_MOMENT)
        answer_about_sharing(asked=asked, answer=one["answer"], words=one["words"], by=council.account(one["child"]), now=at)
        at = max(council.at_work(one["done_days_ago"]), at + A_MOMENT)
        say_what_was_shared(asked=asked, shared=one["answer"] == "yes", outcome=one["outcome"], by=by, now=at)


def _explain(council: Council, one: dict[str, Any]) -> None:
    """Why years are missing, in the words of who looked for them."""
    child, at = council.child(one["child"]), council.at_work(one["days_ago"])
    gap = gap_by_key(child, one["key"], london_day(at))
    if gap is None:
        raise ValueError(f"Nothing is missing there: {one['key']}")
    explain_gap(child=child, gap=gap, reason=one["reason"], shown=True, words=one["words"], by=council.staff[one["by"]], now=at)


def _say_wrong(council: Council, one: dict[str, Any]) -> None:
    """They say what is wrong in their own words; their worker puts it right beside the old version, and their words in the file."""
    child, user, entry = council.child(one["child"]), council.account(one["child"]), council.record(one["child"], one["about"])
    at = council.days_ago(one["days_ago"])
    draft = save_draft(
        child=child, draft_id=uuid4(), words=one["words"], stamp=Stamp(), start=Start(about=entry, kind="wrong"), by=user, now=at
    )
    send(draft=draft, choices=Choices(kind="wrong"), by=user, now=at + A_MOMENT)
    task = Task.objects.open().get(kind=TaskKind.ENTRY_IS_WRONG, about_type="entry", about_id=entry.pk)
    old, new = one["instead"]
    then, worker = max(council.at_work(one["answered_days_ago"]), at + 2 * A_MOMENT), worker_of(child, at)
    if worker is None or old not in entry.text:
        raise ValueError(f"What is to be put right in {one['about']} is not there, or nobody is there to do it.")
    right = Correction(text=entry.text.replace(old, new))
    answer_wrong(task=task, outcome="corrected", explanation=one["explanation"], correction=right, by=worker, now=then)
    look(contribution=draft, by=worker, now=then)
    file_words(reading=claim(contribution=draft, by=worker, now=then), reply=one["reply"], by=worker, now=then + A_MOMENT)


def _paper(council: Council, one: dict[str, Any]) -> None:
    until = (council.now + timedelta(days=one["days_left"])).date() if one["days_left"] else None
    by: User = council.staff[one["by"]]
    what = {"paper": one["paper"], "held_by": one["held_by"], "expires_on": until}
    record_paper(child=council.child(one["child"]), **what, by=by, now=council.at_work(9))

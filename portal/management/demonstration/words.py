"""What the young people send, and what becomes of it: drafts, waiting, urgent, filed, talked about, not added."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4, uuid5

from audit.who import THE_PORTAL
from files.actions.make_copies import make_copies
from moderation.actions.answer_flags import answer_flags
from moderation.actions.claim import claim
from moderation.actions.confirm_proposal import confirm_proposal
from moderation.actions.file_words import file_words
from moderation.actions.look import look
from moderation.actions.open_media import open_media
from moderation.actions.propose_limit import propose_limit
from moderation.actions.propose_not_adding import propose_not_adding
from moderation.actions.talk_first import talk_first
from moderation.models import Reading, RiskOutcome
from official_file.actions.ask_for_chapter import ask_for_chapter
from official_file.actions.not_about_me import not_about_me
from official_file.models import EntryNow
from people.actions.take_emergency_access import take_emergency_access
from people.models import User
from portal.actions.look import look_at_entry, look_at_file
from portal.management.demonstration.council import FOLDER, Council
from stories.actions.add_media import add_media
from stories.actions.change_media import Said, describe_media
from stories.actions.save_draft import Start, Taps, save_draft
from stories.actions.send import Choices, send
from stories.actions.send_worry import send_worry
from stories.draft_order import Stamp
from stories.flags import open_flags
from stories.models import Contribution

MEDIA = FOLDER / "media"
A_MOMENT = timedelta(minutes=6)
JUST_NOW = 0.03  # days: about forty minutes


def write_and_answer_all(council: Council, workers: Mapping[str, User]) -> None:
    """Every contribution of the demonstration. `workers`: who answers, by the young person's number."""
    for one in council.words["contributions"]:
        _write_and_answer(council, one, workers[one["child"]])


def _write_and_answer(council: Council, one: dict[str, Any], worker: User) -> None:
    """One contribution, from the first word to wherever it stands today."""
    sent = _write(council, one)
    answer = one.get("then")
    if sent.sent_at is None or not answer:
        return
    at = max(council.at_work(answer["days_ago"]), sent.sent_at + A_MOMENT)
    look(contribution=sent, by=worker, now=at)
    for attachment in sent.attachments.all():  # nothing is answered unseen and unheard
        open_media(attachment=attachment, by=worker, now=at)
    if open_flags(sent):  # words that may mean danger and, read by a person, do not
        answer_flags(contribution=sent, outcome=RiskOutcome.Outcome.FALSE_ALARM, by=worker, now=at)
    reading = claim(contribution=sent, by=worker, now=at)
    _answer(council, reading, answer, worker)


def look_in_an_emergency(council: Council) -> None:
    """A colleague who is not their worker had to open a record one night; the young person sees it too."""
    for one in council.words["emergencies"]:
        user, child, at = council.staff[one["by"]], council.child(one["child"]), council.days_ago(one["days_ago"])
        take_emergency_access(child=child, reason=one["reason"], by=user, now=at)
        look_at_file(child=child, by=user, now=at + A_MOMENT)


def look_around(council: Council) -> None:
    """The looks that a young person finds under "Who has looked"."""
    for one in council.words["looks"]:
        user, child = council.staff[one["by"]], council.child(one["child"])
        at = council.at_work(one["days_ago"])
        look_at_file(child=child, by=user, now=at)
        for key in one["keys"]:
            look_at_entry(entry=council.record(one["child"], key), by=user, now=at + A_MOMENT)


def ask(council: Council) -> None:
    """What young people asked for besides: a part of their story, and that somebody else's paper goes."""
    for one in council.words["asks"]:
        child, user = council.child(one["child"]), council.account(one["child"])
        home = EntryNow.objects.get(child=child, kind="home", day=one["home_from"], superseded_by__isnull=True).entry
        ask_for_chapter(child=child, first_entry=home, by=user, now=council.days_ago(one["days_ago"]))
    for one in council.words["not_about_me"]:
        child, user = council.child(one["child"]), council.account(one["child"])
        entry = council.record(one["child"], one["about"])
        not_about_me(child=child, entry=entry, words=one["words"], by=user, now=council.days_ago(one["days_ago"]))


def _write(council: Council, one: dict[str, Any]) -> Contribution:
    """Write it, and send it unless it stays a draft."""
    child, user = council.child(one["child"]), council.account(one["child"])
    about = council.record(one["child"], one["about"]) if one["about"] else None
    at = council.days_ago(one["days_ago"] or JUST_NOW)
    if one.get("urgent"):
        return send_worry(child=child, draft_id=uuid4(), words=one["words"], hide=False, by=user, now=at)
    start, taps = Start(about=about, kind=one["kind"]), Taps(tuple(one["taps"])) if "taps" in one else None
    draft = save_draft(child=child, draft_id=uuid4(), words=one["words"], stamp=Stamp(), start=start, taps=taps, by=user, now=at)
    for number, sent in enumerate(one.get("media", ())):
        _add(draft, sent, number, user, at)
    if one.get("draft"):
        return draft
    return send(draft=draft, choices=Choices(kind=one["kind"], helped_by=one.get("helped_by", "")), by=user, now=at + A_MOMENT)


def _add(draft: Contribution, sent: Mapping[str, Any], number: int, user: User, at: datetime) -> None:
    """A drawing or a recording of theirs, made ready at once, so that it shows and plays without waiting for a background worker."""
    upload, content = uuid5(draft.pk, str(number)), (MEDIA / sent["file"]).read_bytes()
    added = add_media(draft=draft, upload=upload, content=content, name=sent["file"], by=user, now=at)
    said = Said(caption=sent["caption"], in_words=sent["in_words"], is_drawing=bool(sent.get("drawing")))
    describe_media(attachment=added, said=said, by=user, now=at)
    make_copies(making=added.making, by=THE_PORTAL, now=at)


def _answer(council: Council, reading: Reading, answer: dict[str, Any], worker: User) -> None:
    """The worker's decision, and the second person's where there is one."""
    at = max(council.at_work(answer["days_ago"]), reading.claimed_at) + A_MOMENT
    if answer["do"] == "file":
        file_words(reading=reading, reply=answer["reply"], by=worker, now=at)
    elif answer["do"] == "talk":
        talk_first(reading=reading, reply=answer["reply"], by=worker, now=at)
    elif answer["do"] == "limit":  # and waits for the second person, so that there is something to confirm
        propose_limit(reading=reading, reply=answer["reply"], explanation=answer["explanation"], by=worker, now=at)
    else:
        proposal = propose_not_adding(
            reading=reading, reason=answer["reason"], reply=answer["reply"], explanation=answer["explanation"], by=worker, now=at
        )
        second = council.staff[answer["confirmed_by"]]
        later = max(council.at_work(answer["confirmed_days_ago"]), at + A_MOMENT)
        look(contribution=proposal.contribution, by=second, now=later)
        confirm_proposal(decision=proposal, by=second, now=later)

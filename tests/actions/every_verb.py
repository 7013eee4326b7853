"""Every verb there is, ready to be done: name -> a function of the cast that does what comes before and returns the verb itself.

`test_every_verb.py` fails when a verb is added under an `actions/` folder and is named neither here nor among those that leave
no line in the audit.
"""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import Any
from uuid import uuid4

from django.db import transaction

from audit.who import THE_PORTAL
from moderation.actions.add_note import add_note
from moderation.actions.claim import claim
from moderation.actions.confirm_proposal import confirm_proposal
from moderation.actions.file_words import file_words
from moderation.actions.keep_failure import TRIES_BEFORE_A_TASK, keep_failure
from moderation.actions.keep_receipt import keep_receipt
from moderation.actions.look import look
from moderation.actions.propose_limit import propose_limit
from moderation.actions.propose_not_adding import propose_not_adding
from moderation.actions.release import release
from moderation.actions.reply import reply
from moderation.actions.return_proposal import return_proposal
from moderation.actions.send_again import send_again
from moderation.actions.talk_first import talk_first
from moderation.actions.tell_managers_of_overdue import tell_managers_of_overdue
from moderation.models import WriteBack
from moderation.way_back.places import Receipt
from official_file.actions.append import append_entry
from official_file.actions.approve_plain_version import approve_plain_version
from official_file.actions.ask_for_chapter import ask_for_chapter
from official_file.actions.ask_for_document import ask_for_document, finish_search
from official_file.actions.ask_to_look_again import ask_to_look_again
from official_file.actions.confirm_connection import confirm_connection
from official_file.actions.confirm_withholding import confirm_withholding
from official_file.actions.dispose import decline_disposal, dispose
from official_file.actions.explain_gap import explain_gap
from official_file.actions.hold_entry import hold_entry
from official_file.actions.keep_longer import keep_longer
from official_file.actions.leave_unconfirmed import leave_unconfirmed
from official_file.actions.make_routine_rule import make_routine_rule
from official_file.actions.make_statement import make_statement
from official_file.actions.mark_section import mark_section
from official_file.actions.name_connection import name_connection
from official_file.actions.not_about_me import not_about_me
from official_file.actions.open_appraisals import open_appraisals
from official_file.actions.open_chapter import open_chapter
from official_file.actions.open_entry import open_entry
from official_file.actions.part_source import part_source
from official_file.actions.place_hold import lift_hold, place_hold
from official_file.actions.propose_disposal import propose_disposal
from official_file.actions.return_withholding import return_withholding
from official_file.actions.say_it_happened import say_it_happened
from official_file.actions.say_one_event import say_one_event
from official_file.actions.say_two_events import say_two_events
from official_file.actions.settle_look_again import settle_look_again
from official_file.actions.settle_not_mine import settle_not_mine
from official_file.actions.take_back_answer import take_back_answer
from official_file.actions.told_them import told_them
from official_file.actions.withhold_entry import withhold_entry
from official_file.actions.write_to_child import write_to_child
from official_file.actions.write_together import write_together
from official_file.drafts import EntryDraft, SourceRef
from official_file.gaps import Found, GapsOf
from official_file.models import Connection, DisposalProposal, Entry, RetentionHold, Sharing
from official_file.plain_language.when import When
from official_file.retention import reckon_retention
from official_file.together import Together
from people.actions.acknowledge_notice import acknowledge_notice
from people.actions.add_first_staff import add_first_staff
from people.actions.add_name import add_name
from people.actions.add_staff import add_staff
from people.actions.add_team import add_team
from people.actions.allocate import allocate
from people.actions.answer_match import answer_match
from people.actions.answer_task import answer_task
from people.actions.ask_to_talk import ask_to_talk
from people.actions.cancel_join_code import cancel_join_code
from people.actions.change_known_as import change_known_as
from people.actions.change_staff import change_staff
from people.actions.close_staff import close_staff
from people.actions.close_way_in import close_way_in
from people.actions.correct_name import correct_name
from people.actions.end_allocation import end_allocation
from people.actions.end_cover import end_cover
from people.actions.end_name import end_name
from people.actions.join import join
from people.actions.make_join_code import FreshCode, make_join_code
from people.actions.record_cover import record_cover
from people.actions.record_readiness import record_readiness
from people.actions.reset_sign_in import reset_sign_in
from people.actions.search_for_record import search_for_record
from people.actions.take_emergency_access import take_emergency_access
from people.actions.write_about_me import write_about_me
from people.doubting import doubt_match
from people.models import Child, ChildName, Cover, DoubtfulMatch, Membership, Relationship, Task, TaskKind, Team
from portal.actions.ask_for_paper_copy import ask_for_paper_copy
from portal.actions.ask_for_why import ask_for_why
from portal.actions.export_file import ON_THE_SERVER, export_again, export_file
from portal.actions.get_copy import get_copy
from portal.actions.look import hand_out_original, look_at_entry, look_at_file
from portal.actions.look_by_searching import look_by_searching
from portal.actions.take_back_paper_copy import take_back_paper_copy
from portal.actions.take_in_export import take_in_export
from portal.copies import Copy
from stories.actions.ask_again import ask_again
from stories.actions.send import Choices, send
from stories.actions.send_worry import send_worry
from stories.actions.withdraw import withdraw
from stories.lifecycle import Status
from tests.actions.verbs_of_answers import ANSWERS
from tests.actions.verbs_of_books import BOOKS, SILENT_BOOKS
from tests.actions.verbs_of_bytes import SILENT_BYTES
from tests.actions.verbs_of_media import SILENT_MEDIA
from tests.actions.verbs_of_moderation import MODERATION, SILENT_MODERATION
from tests.actions.verbs_of_pace import PACE, SILENT_PACE
from tests.actions.verbs_of_plans import PLANS, SILENT_PLANS
from tests.actions.verbs_of_requests import REQUESTS, SILENT_REQUESTS
from tests.actions.verbs_of_words import SILENT_WORDS, WORDS
from tests.cast import NOW, Cast, tie
from tests.factories.contributions import a_draft, a_proposal_not_to_add, a_proposal_to_limit, a_reading, a_sent, contribution_at
from tests.factories.entries import an_entry
from tests.factories.joining import a_joined_home, a_possible_duplicate

Verb = Callable[[], Any]
TODAY, SOON = NOW.date(), date(2026, 12, 1)
LONG_BEFORE = date(2020, 1, 8)


def _ask_on_paper(cast: Cast) -> Any:
    copy = Copy("story", "", "plain", 18, "en-gb")
    return ask_for_paper_copy(child=cast.amara, copy=copy, words="My story.", about_id=cast.amara.pk, by=cast.amara.user, now=NOW)


def _home(cast: Cast) -> Entry:
    return an_entry(cast.amara, "home", LONG_BEFORE, facts={"place": "U4"})


def _visit(cast: Cast) -> Entry:
    return an_entry(cast.amara, "visit", LONG_BEFORE, text="We talked.", facts={"title": "A visit"})


def _news(cast: Cast) -> Entry:
    return an_entry(cast.amara, "home", date(2026, 11, 9), facts={"place": "U4"})


def _held_for(cast: Cast) -> Entry:
    made = hold_entry(entry=_visit(cast), event="Nan has told her", reason="Nan wants to.", by=cast.ben, now=NOW - timedelta(minutes=1))
    return made.entry


def _withheld(cast: Cast) -> Sharing:
    given = {"ground": "SH_SELF", "review_on": SOON, "reason": "It would harm."}
    return withhold_entry(entry=_visit(cast), by=cast.ben, now=NOW - timedelta(minutes=1), **given)


def _confirmed(cast: Cast) -> Sharing:
    return confirm_withholding(sharing=_withheld(cast), by=cast.joan, now=NOW).sharing


def _look_again(cast: Cast) -> Task:
    return ask_to_look_again(sharing=_confirmed(cast), by=cast.amara.user, now=NOW)


def _asked(cast: Cast) -> Task:
    return ask_to_talk(child=cast.amara, about_type="file", about_id=cast.amara.pk, by=cast.amara.user, now=NOW)


def _not_mine(cast: Cast) -> Task:
    return not_about_me(child=cast.amara, entry=_home(cast), by=cast.amara.user, now=NOW)


def _together(cast: Cast) -> Verb:
    tie(cast.noor, cast.ben, "social_worker")
    said = Together("visit", LONG_BEFORE, "A visit", "We talked.", {})
    return partial(write_together, children=[cast.amara, cast.noor], said=said, by=cast.ben, now=NOW)


def _disposal(cast: Cast) -> DisposalProposal:
    settle_not_mine(task=_not_mine(cast), theirs=False, words="You are right.", reason="Another boy.", by=cast.imani, now=NOW)
    return DisposalProposal.objects.get()


def _gap(cast: Cast) -> Found:
    _home(cast)
    return GapsOf(cast.amara, TODAY).found[0]


def _search(cast: Cast) -> Task:
    return ask_for_document(child=cast.amara, gap=_gap(cast), words="In the cellar.", by=cast.ben, now=NOW)


def _hold(cast: Cast) -> RetentionHold:
    return place_hold(child=cast.amara, ground="claim", reason="A claim.", by=cast.ben, now=NOW)


def _appraisals(cast: Cast) -> Verb:
    Child.objects.filter(pk=cast.amara.pk).update(date_of_birth=date(1950, 1, 1))
    reckon_retention()
    return partial(open_appraisals, by=THE_PORTAL, now=NOW)


def _appraisal(cast: Cast) -> Task:
    _appraisals(cast)()
    return Task.objects.get(kind=TaskKind.APPRAISE_RECORD)


def _doubtful(cast: Cast) -> DoubtfulMatch:
    return doubt_match(source="ssd", key="P1", child=cast.amara, why="born_differs", now=NOW)


def _ready(cast: Cast) -> Child:
    asked = {"decided_with": "Her carer", "safe_phone": True, "sits_with": "Her carer", "why_written_by": SOON}
    record_readiness(child=cast.amara, by=cast.ben, now=NOW, **asked)
    return cast.amara


def _code(cast: Cast) -> FreshCode:
    return make_join_code(child=_ready(cast), by=cast.ben, now=NOW)


def _join(cast: Cast) -> Verb:
    return partial(join, code=_code(cast).code, username="bluefox7", passphrase="otter-candle-bridge", now=NOW)


def _cover(cast: Cast) -> Cover:
    return record_cover(worker=cast.ben, covering=cast.carys, starts=TODAY, ends=SOON, by=cast.joan, now=NOW)


def _propose(cast: Cast, verb: Callable[..., Any], **more: Any) -> Verb:
    return partial(verb, reading=a_reading(a_sent(cast.amara), cast.ben), reply="Thank you.", by=cast.ben, now=NOW, **more)


def _east() -> Team:
    return Team.objects.get(name="East")


def _unread(cast: Cast) -> Verb:
    Child.objects.filter(pk=cast.amara.pk).update(notice_acknowledged_at=None)
    return partial(acknowledge_notice, child=cast.amara, by=cast.amara.user, now=NOW)


def _nobody_manages(_cast: Cast) -> Verb:
    Membership.objects.filter(role="account_manager").delete()
    return partial(add_first_staff, username="first", display_name="First", team="Office", now=NOW)


def _overdue(cast: Cast) -> Verb:
    a_sent(cast.amara, now=NOW.replace(month=10))
    return partial(tell_managers_of_overdue, by=THE_PORTAL, now=NOW)


def _way_back(cast: Cast, tries: int = 0) -> WriteBack:
    row = WriteBack.objects.get(contribution=contribution_at(Status.FILED, cast))
    WriteBack.objects.filter(pk=row.pk).update(attempts=tries)
    return row


def _out() -> Path:
    return Path(mkdtemp(prefix="ownstory-test-")) / "out"


def _an_export_from_elsewhere(_cast: Cast) -> Verb:
    out = _out()
    with transaction.atomic():
        export_file(child=Child.objects.create(known_as="Zoe"), out=out, by=ON_THE_SERVER, now=NOW, pdf=False)
        transaction.set_rollback(True)
    return partial(take_in_export, folder=out, by=ON_THE_SERVER, now=NOW)


def _tie(cast: Cast) -> Relationship:
    return Relationship.objects.get(child=cast.amara, user=cast.ben)


def _connection(cast: Cast) -> Connection:
    return Connection.objects.create(child=cast.amara, source="case_notes", key="c1", names=["Grace"], relation="your mum")


def _known(cast: Cast) -> Connection:
    return confirm_connection(connection=_connection(cast), by=cast.ben, now=NOW)


def _later(cast: Cast) -> Connection:
    return leave_unconfirmed(connection=_connection(cast), answer=Connection.Answer.LATER, ask_again_on=SOON, by=cast.ben, now=NOW)


def _name(cast: Cast) -> ChildName:
    return ChildName.objects.create(child=cast.amara, name="Amara Okafor", kind=ChildName.Kind.LEGAL)


def _statement(cast: Cast) -> Verb:
    an_entry(cast.amara, "came_into_care", LONG_BEFORE)
    return partial(make_statement, child=cast.amara, by=cast.ben, now=NOW)


def _new_entry() -> EntryDraft:
    return EntryDraft("home", When(LONG_BEFORE), SourceRef("ssda903", "h"), facts={"place": "U4"})


VERBS: dict[str, Callable[[Cast], Verb]] = {
    # the young person
    "acknowledge_notice": _unread,
    "join": _join,
    "write_about_me": lambda cast: partial(write_about_me, child=cast.amara, words="I like trains.", by=cast.amara.user, now=NOW),
    "send": lambda cast: partial(send, draft=a_draft(cast.amara), choices=Choices(urgent=True), by=cast.amara.user, now=NOW),
    "send_worry": lambda cast: partial(
        send_worry, child=cast.amara, draft_id=uuid4(), words="I am scared.", hide=False, by=cast.amara.user, now=NOW
    ),
    "withdraw": lambda cast: partial(withdraw, contribution=a_sent(cast.amara), by=cast.amara.user, now=NOW),
    "ask_again": lambda cast: partial(ask_again, contribution=contribution_at(Status.NOT_ADDED, cast), by=cast.amara.user, now=NOW),
    "ask_to_talk": lambda cast: partial(
        ask_to_talk, child=cast.amara, about_type="entry", about_id=_home(cast).pk, by=cast.amara.user, now=NOW
    ),
    "ask_for_why": lambda cast: partial(ask_for_why, child=cast.amara, by=cast.amara.user, now=NOW),
    "ask_for_chapter": lambda cast: partial(ask_for_chapter, child=cast.amara, first_entry=_home(cast), by=cast.amara.user, now=NOW),
    "ask_for_paper_copy": lambda cast: partial(_ask_on_paper, cast),
    "take_back_paper_copy": lambda cast: partial(take_back_paper_copy, task=_ask_on_paper(cast), by=cast.amara.user, now=NOW),
    "not_about_me": lambda cast: partial(not_about_me, child=cast.amara, entry=_home(cast), by=cast.amara.user, now=NOW),
    # words that were sent
    "look": lambda cast: partial(look, contribution=a_sent(cast.amara), by=cast.ben, now=NOW),
    "claim": lambda cast: partial(claim, contribution=a_sent(cast.amara), by=cast.ben, now=NOW),
    "release": lambda cast: partial(release, reading=a_reading(a_sent(cast.amara), cast.ben), by=cast.ben, now=NOW),
    "reply": lambda cast: partial(reply, contribution=a_sent(cast.amara), text="Hello.", by=cast.ben, now=NOW),
    "add_note": lambda cast: partial(add_note, contribution=a_sent(cast.amara), text="A note.", by=cast.ben, now=NOW),
    "file_words": lambda cast: _propose(cast, file_words, note="A note."),
    "talk_first": lambda cast: _propose(cast, talk_first),
    "propose_limit": lambda cast: _propose(cast, propose_limit, explanation="A friend."),
    "propose_not_adding": lambda cast: _propose(cast, propose_not_adding, reason="technical", explanation="Broken."),
    "confirm_proposal": lambda cast: partial(
        confirm_proposal, decision=a_proposal_to_limit(a_sent(cast.amara), cast.ben), by=cast.joan, now=NOW
    ),
    "return_proposal": lambda cast: partial(
        return_proposal, decision=a_proposal_not_to_add(a_sent(cast.amara), cast.ben), sentence="Why?", by=cast.joan, now=NOW
    ),
    "tell_managers_of_overdue": _overdue,
    "keep_receipt": lambda cast: partial(
        keep_receipt, write_back=_way_back(cast), receipt=Receipt("x", NOW.isoformat(), ""), package_sha256="", by=THE_PORTAL, now=NOW
    ),
    "keep_failure": lambda cast: partial(
        keep_failure, write_back=_way_back(cast, TRIES_BEFORE_A_TASK - 1), why="Full.", by=THE_PORTAL, now=NOW
    ),
    # copies
    "get_copy": lambda cast: partial(get_copy, child=cast.amara, by=cast.amara.user, now=NOW),
    "export_file": lambda cast: partial(export_file, child=cast.amara, out=_out(), by=ON_THE_SERVER, now=NOW, pdf=False),
    "export_again": lambda cast: partial(export_again, child=cast.amara, out=_out(), by=ON_THE_SERVER, now=NOW, pdf=False),
    "take_in_export": _an_export_from_elsewhere,
    "send_again": lambda cast: partial(send_again, write_back=_way_back(cast), by=cast.ben, now=NOW),
    # the official file
    "append_entry": lambda cast: partial(append_entry, child=cast.amara, draft=_new_entry(), by=THE_PORTAL, now=NOW),
    "approve_plain_version": lambda cast: partial(approve_plain_version, entry=_visit(cast), text="Ben came.", by=cast.ben, now=NOW),
    "confirm_connection": lambda cast: partial(confirm_connection, connection=_connection(cast), by=cast.ben, now=NOW),
    "leave_unconfirmed": lambda cast: partial(
        leave_unconfirmed, connection=_connection(cast), answer=Connection.Answer.NOT_KNOWN, by=cast.ben, now=NOW
    ),
    "take_back_answer": lambda cast: partial(take_back_answer, connection=_later(cast), by=cast.ben, now=NOW),
    "make_statement": _statement,
    "name_connection": lambda cast: partial(name_connection, connection=_known(cast), own_word="Mum", by=cast.amara.user, now=NOW),
    "add_name": lambda cast: partial(add_name, child=cast.amara, name="Joy", kind="former", by=cast.ben, now=NOW),
    "end_name": lambda cast: partial(end_name, name=_name(cast), ends=TODAY, by=cast.ben, now=NOW),
    "correct_name": lambda cast: partial(
        correct_name, name=_name(cast), to="Amara Bello", kind="legal", starts=None, ends=None, by=cast.ben, now=NOW
    ),
    "change_known_as": lambda cast: partial(change_known_as, child=cast.amara, known_as="Ama", on=TODAY, by=cast.ben, now=NOW),
    "open_entry": lambda cast: partial(open_entry, entry=_visit(cast), by=cast.ben, now=NOW),
    "open_chapter": lambda cast: partial(open_chapter, child=cast.amara, entries=[_visit(cast)], by=cast.ben, now=NOW),
    "told_them": lambda cast: partial(told_them, entry=_news(cast), by=cast.ben, now=NOW),
    "make_routine_rule": lambda cast: partial(
        make_routine_rule, kind="home", days=120, reason="Moves are told in person.", by=cast.joan, now=NOW
    ),
    "say_it_happened": lambda cast: partial(say_it_happened, entry=_held_for(cast), by=cast.ben, now=NOW),
    "hold_entry": lambda cast: partial(hold_entry, entry=_visit(cast), until=SOON, reason="Court first.", by=cast.ben, now=NOW),
    "withhold_entry": lambda cast: partial(
        withhold_entry, entry=_visit(cast), ground="SH_SELF", review_on=SOON, reason="It would harm.", by=cast.ben, now=NOW
    ),
    "write_to_child": lambda cast: partial(
        write_to_child, child=cast.amara, kind="why_letter", title="Why", text="Dear Amara.", opens=True, by=cast.ben, now=NOW
    ),
    "propose_disposal": lambda cast: partial(
        propose_disposal,
        entry=Entry.objects.get(pk=_not_mine(cast).about_id),
        ground="wrong_person",
        reason="A boy.",
        by=cast.imani,
        now=NOW,
    ),
    "confirm_withholding": lambda cast: partial(confirm_withholding, sharing=_withheld(cast), by=cast.joan, now=NOW),
    "return_withholding": lambda cast: partial(
        return_withholding, sharing=_withheld(cast), reason="It would not harm.", by=cast.joan, now=NOW
    ),
    "ask_to_look_again": lambda cast: partial(ask_to_look_again, sharing=_confirmed(cast), by=cast.amara.user, now=NOW),
    "settle_look_again": lambda cast: partial(settle_look_again, task=_look_again(cast), stays=False, words="Yes.", by=cast.david, now=NOW),
    "settle_not_mine": lambda cast: partial(settle_not_mine, task=_not_mine(cast), theirs=True, words="Yours.", by=cast.imani, now=NOW),
    "say_one_event": lambda cast: partial(say_one_event, duplicate=a_possible_duplicate(cast.amara), by=cast.ben, now=NOW),
    "say_two_events": lambda cast: partial(say_two_events, duplicate=a_possible_duplicate(cast.amara), by=cast.ben, now=NOW),
    "part_source": lambda cast: partial(part_source, source=a_joined_home(cast.amara), reason="A note.", by=cast.ben, now=NOW),
    "write_together": _together,
    "dispose": lambda cast: partial(dispose, proposal=_disposal(cast), by=cast.tom, now=NOW),
    "decline_disposal": lambda cast: partial(decline_disposal, proposal=_disposal(cast), reason="It is hers.", by=cast.tom, now=NOW),
    "explain_gap": lambda cast: partial(explain_gap, child=cast.amara, gap=_gap(cast), reason="lost", shown=True, by=cast.ben, now=NOW),
    "mark_section": lambda cast: partial(mark_section, child=cast.amara, section="money", blank="never_asked", by=cast.ben, now=NOW),
    "ask_for_document": lambda cast: partial(
        ask_for_document, child=cast.amara, gap=_gap(cast), words="In the cellar.", by=cast.ben, now=NOW
    ),
    "finish_search": lambda cast: partial(finish_search, task=_search(cast), by=cast.ben, now=NOW),
    "place_hold": lambda cast: partial(place_hold, child=cast.amara, ground="claim", reason="A claim.", by=cast.ben, now=NOW),
    "lift_hold": lambda cast: partial(lift_hold, hold=_hold(cast), why="It is over.", by=cast.joan, now=NOW),
    "open_appraisals": _appraisals,
    "keep_longer": lambda cast: partial(keep_longer, task=_appraisal(cast), reason="Asked for.", by=cast.imani, now=NOW),
    # staff and their children
    "look_at_file": lambda cast: partial(look_at_file, child=cast.amara, by=cast.ben, now=NOW),
    "look_by_searching": lambda cast: partial(look_by_searching, children=[cast.amara], by=cast.ben, now=NOW),
    "hand_out_original": lambda cast: partial(hand_out_original, entry=_home(cast), by=cast.ben, now=NOW),
    "look_at_entry": lambda cast: partial(look_at_entry, entry=_home(cast), by=cast.ben, now=NOW),
    "search_for_record": lambda cast: partial(search_for_record, found=[cast.amara], by=cast.carys, now=NOW),
    "take_emergency_access": lambda cast: partial(take_emergency_access, child=cast.amara, reason="She rang.", by=cast.carys, now=NOW),
    "answer_match": lambda cast: partial(answer_match, match=_doubtful(cast), same=True, by=cast.ben, now=NOW),
    "answer_task": lambda cast: partial(answer_task, task=_asked(cast), outcome="We talked.", by=cast.ben, now=NOW),
    "record_readiness": lambda cast: partial(
        record_readiness, child=cast.amara, decided_with="x", safe_phone=True, sits_with="y", why_written_by=SOON, by=cast.ben, now=NOW
    ),
    "make_join_code": lambda cast: partial(make_join_code, child=_ready(cast), by=cast.ben, now=NOW),
    "close_way_in": lambda cast: partial(close_way_in, child=cast.amara, by=cast.ben, now=NOW),
    "cancel_join_code": lambda cast: partial(cancel_join_code, code=_code(cast).row, by=cast.ben, now=NOW),
    "allocate": lambda cast: partial(
        allocate, child=cast.amara, user=cast.carys, role="social_worker", starts=TODAY, replaces=True, by=cast.joan, now=NOW
    ),
    "end_allocation": lambda cast: partial(end_allocation, relationship=_tie(cast), last=TODAY, by=cast.joan, now=NOW),
    "record_cover": lambda cast: partial(
        record_cover, worker=cast.ben, covering=cast.carys, starts=TODAY, ends=SOON, by=cast.joan, now=NOW
    ),
    "end_cover": lambda cast: partial(end_cover, cover=_cover(cast), by=cast.joan, now=NOW),
    "add_first_staff": _nobody_manages,
    "add_staff": lambda cast: partial(
        add_staff, username="new", display_name="New", role="social_worker", team=_east(), by=cast.ruth, now=NOW
    ),
    "add_team": lambda cast: partial(add_team, name="North", by=cast.ruth, now=NOW),
    "change_staff": lambda cast: partial(change_staff, user=cast.ben, role="content_editor", team=_east(), by=cast.ruth, now=NOW),
    "close_staff": lambda cast: partial(close_staff, user=cast.ben, by=cast.ruth, now=NOW),
    "reset_sign_in": lambda cast: partial(reset_sign_in, user=cast.ben, by=cast.ruth, now=NOW),
    **ANSWERS,
    **(PACE | PLANS | BOOKS | WORDS | MODERATION | REQUESTS),
}

# Verbs that leave no line of their own, and why.
SILENT: dict[str, str] = {
    # the young person's own, of which nobody in staff is told
    "save_draft": "a draft is its author's alone",
    "locked_draft": "reads and locks",
    "throw_away": "a draft is its author's alone",
    "hide": "a choice for their own phone, which staff never see",
    "stop_hiding": "a choice for their own phone, which staff never see",
    "see_answers": "what they read is their own business",
    "see_what_we_call_you": "what they read is their own business",
    # a worker's own
    "keep_reply": "an answer that was not sent is its writer's alone",
    "keep_preferences": "how somebody likes their pages is their own business",
    "read_about_me": "the worker's own tick; opening the page is written down as a look",
    # parts of other verbs, which write the line
    "ask_second_person": "part of propose_limit and propose_not_adding",
    "decide": "part of the four choices",
    "put_in_file": "part of file_words and confirm_proposal",
    "lock": "reads and locks",
    "tie_together": "part of import_export, after take_in_export has written its line",
    "owe_way_back": "part of put_in_file",
    "lease": "which worker sends a package; the receipt or the failure writes the line",
    "append_entries": "part of append_entry and of the importers, which write one line for each child",
    "write_decision": "part of the verbs of the opening desk; it writes their line",
    "ask_to_confirm": "part of withhold_entry and settle_not_mine",
    "ask_somebody_else": "part of ask_to_look_again",
    "end_old_question": "part of every new decision; finish_task writes its line",
    "write_check": "part of confirm_withholding and return_withholding",
    "give_back": "part of return_withholding and settle_look_again",
    "is_health": "answers a question",
    "cover_passages": "part of open_entry, which writes the line",
    "find_code": "answers a question",
    "keep_gone_task": "part of every decision; finish_task writes its line",
    "is_acted_on": "answers a question",
    "make_task": "part of the verbs that owe something",
    "finish_task": "part of answer_task and others; it writes their line",
    "finish_owed": "part of the verbs of the reading desk",
    "tell_author": "a notice without content",
    "write_end": "part of end_cover and end_ties; it writes a line for each child",
    "end_ties": "part of change_staff and close_staff; it writes a line for each child",
    "keep_content_editors": "part of add_staff, change_staff and close_staff",
    **(SILENT_BYTES | SILENT_PACE | SILENT_PLANS | SILENT_BOOKS | SILENT_WORDS | SILENT_MODERATION | SILENT_MEDIA),
    **SILENT_REQUESTS,
}

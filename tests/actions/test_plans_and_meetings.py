"""Plans in versions, what a young person says of them, meetings, their sheets and their summaries."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from audit.who import THE_PORTAL
from moderation.actions.tell_managers_of_overdue import tell_managers_of_overdue
from official_file.actions.answer_plan import answer_plan
from official_file.actions.chase_meetings import chase_meetings
from official_file.actions.keep_meeting import add_meeting, cancel_meeting, tell_of_meeting
from official_file.actions.open_entry import open_entry
from official_file.actions.write_plan import Written, write_plan
from official_file.actions.write_summary import InShort, write_summary
from official_file.meetings import known_to
from official_file.models import Entry, Meeting, PlanAnswer
from official_file.plan_rules import How, PlanItem, items_in
from official_file.plans import versions_for_staff, versions_for_subject
from people.errors import NotAllowed
from people.models import Task, TaskKind
from portal.queries.staff_meetings import staff_meeting
from stories.actions.save_draft import Start, save_draft
from stories.actions.send_sheet import send_sheet
from stories.draft_order import Stamp
from stories.models import Contribution
from stories.prompts import BY_SLUG
from stories.sheets import Answering, next_draft_id
from tests.cast import NOW, Cast
from tests.factories.entries import an_entry

SOON, LATER = date(2026, 12, 2), NOW + timedelta(days=60)
SWIM = PlanItem(need="To swim", do="Ask the club", who="Ben")
VISIT = PlanItem(need="To see her aunt", do="Ring her", who="Ben")


def a_plan(cast: Cast, *, of: Entry | None = None, items: tuple[PlanItem, ...] = (SWIM, VISIT), at: datetime = NOW) -> Entry:
    """A plan that Ben writes and opens beside Amara."""
    return write_plan(child=cast.amara, written=Written("Our plan", items=items), of=of, opens=True, with_them=True, by=cast.ben, now=at)


def a_meeting(cast: Cast, on: date = SOON, *, they_know: bool = True, at: datetime = NOW) -> Meeting:
    """A review of Amara's."""
    return add_meeting(child=cast.amara, kind="review", on=on, they_know=they_know, by=cast.ben, now=at)


def written(cast: Cast, meeting: Meeting, slug: str, words: str) -> Contribution:
    """What Amara wrote to one question."""
    user = cast.amara.user
    pk = next_draft_id(user, meeting, slug)
    sheet, stamp = Answering(meeting, BY_SLUG[slug]), Stamp(0, "t", 1)
    return save_draft(
        child=cast.amara, draft_id=pk, words=words, stamp=stamp, start=Start(kind=BY_SLUG[slug].kind, sheet=sheet), by=user, now=NOW
    )


@pytest.mark.need("R12")
def test_a_new_version_takes_the_place_of_the_old_and_both_stay_readable_numbered_with_what_changed(cast: Cast) -> None:
    first = a_plan(cast)
    swim, visit = items_in(first.facts)
    second = a_plan(cast, of=first, items=(replace(swim, happened="She swims."), visit), at=NOW + timedelta(hours=1))
    for versions in (versions_for_subject(cast.amara.user, second.pk, LATER), versions_for_staff(second)):
        assert [(one.number, one.entry) for one in versions] == [(1, first), (2, second)]
        assert [(one.how, one.item.need) for one in versions[1].changed] == [(How.DONE, "To swim")]


def test_a_version_that_is_closed_is_not_there_and_takes_no_number(cast: Cast) -> None:
    first = a_plan(cast)
    closed = write_plan(child=cast.amara, written=Written("Our plan", items=(SWIM,)), of=first, by=cast.ben, now=NOW)
    third = a_plan(cast, of=closed, items=(VISIT,), at=NOW + timedelta(hours=1))
    found = versions_for_subject(cast.amara.user, third.pk, LATER)
    assert [(one.number, one.entry.pk) for one in found] == [(1, first.pk), (2, third.pk)]
    assert [one.number for one in versions_for_staff(third)] == [1, 2, 3]
    assert versions_for_subject(cast.noor.user, third.pk, LATER) == []


def test_a_version_that_says_nothing_new_or_tells_of_tomorrow_is_refused(cast: Cast) -> None:
    first = a_plan(cast)
    with pytest.raises(NotAllowed, match="nothing_new"):
        a_plan(cast, of=first, items=items_in(first.facts))
    with pytest.raises(NotAllowed, match="no_need"):
        a_plan(cast, items=())


@pytest.mark.need("R48")
def test_what_they_say_of_a_version_is_kept_with_it_and_the_newest_counts(cast: Cast) -> None:
    plan, amara = a_plan(cast), cast.amara.user
    said = answer_plan(entry=plan, answer="disagree", words="Not Tuesdays.\n", by=amara, now=LATER)
    assert answer_plan(entry=plan, answer="disagree", words="Not Tuesdays.\n", by=amara, now=LATER) == said
    task = Task.objects.open().get(kind=TaskKind.PLAN_ANSWER, about_id=plan.pk)
    assert (task.for_user, task.words) == (cast.ben, "Not Tuesdays.\n")
    answer_plan(entry=plan, answer="agree", by=amara, now=LATER + timedelta(hours=1))
    assert [one.answer for one in PlanAnswer.objects.filter(entry=plan)] == ["disagree", "agree"]
    assert not Task.objects.open().filter(kind=TaskKind.PLAN_ANSWER).exists()


def test_nobody_answers_a_plan_that_is_not_open_to_them_or_is_somebody_elses(cast: Cast) -> None:
    closed = an_entry(cast.amara, "plan", date(2026, 5, 1), text="A plan.", facts={"title": "A plan"})
    for who in (cast.amara.user, cast.noor.user, cast.ben):
        with pytest.raises(NotAllowed):
            answer_plan(entry=closed, answer="agree", by=who, now=NOW)


@pytest.mark.need("R92")
def test_a_meeting_is_on_a_day_near_enough_and_is_put_down_once(cast: Cast) -> None:
    with pytest.raises(NotAllowed, match="day_long_passed"):
        a_meeting(cast, NOW.date() - timedelta(days=366))
    with pytest.raises(NotAllowed, match="day_too_far"):
        a_meeting(cast, date(2030, 1, 1))
    assert a_meeting(cast) == a_meeting(cast)


def test_a_meeting_that_was_held_is_put_down_and_owes_its_summary(cast: Cast) -> None:
    meeting = a_meeting(cast, NOW.date() - timedelta(days=2), they_know=False)
    assert staff_meeting(meeting, cast.ben, NOW).owes_summary
    chase_meetings(by=THE_PORTAL, now=NOW)
    assert Task.objects.open().get(about_id=meeting.pk).kind == TaskKind.REVIEW_SUMMARY, "nobody can tell them beforehand any more"


def test_a_meeting_nobody_told_them_of_is_not_there_and_the_worker_is_asked_to_tell(cast: Cast) -> None:
    meeting = a_meeting(cast, they_know=False)
    assert not known_to(cast.amara.user, cast.amara, NOW).exists()
    assert (chase_meetings(by=THE_PORTAL, now=NOW), chase_meetings(by=THE_PORTAL, now=NOW)) == (1, 0)
    task = Task.objects.open().get(kind=TaskKind.PREPARE_MEETING)
    assert (task.for_user, task.about_id) == (cast.ben, meeting.pk)
    tell_of_meeting(meeting=meeting, by=cast.ben, now=NOW)
    assert known_to(cast.amara.user, cast.amara, NOW).get() == meeting
    assert not Task.objects.open().filter(kind=TaskKind.PREPARE_MEETING).exists()


@pytest.mark.need("R16")
def test_a_summary_is_chased_until_it_is_open_to_them(cast: Cast) -> None:
    meeting = a_meeting(cast)
    after = datetime(2026, 12, 4, 9, tzinfo=NOW.tzinfo)
    assert (chase_meetings(by=THE_PORTAL, now=after), chase_meetings(by=THE_PORTAL, now=after)) == (1, 0)
    task = Task.objects.open().get(kind=TaskKind.REVIEW_SUMMARY)
    assert task.due_at.date() == meeting.summary_due == date(2027, 1, 4)  # twenty working days
    assert tell_managers_of_overdue(by=THE_PORTAL, now=LATER) == 1
    given = {"title": "Your review", "text": "We talked about swimming.", "in_short": InShort("This is your review.")}
    entry = write_summary(meeting=meeting, by=cast.ben, now=LATER, **given)
    chase_meetings(by=THE_PORTAL, now=LATER)
    assert Task.objects.open().filter(kind=TaskKind.REVIEW_SUMMARY).exists()  # written is not read
    with pytest.raises(NotAllowed, match="already_done"):
        write_summary(meeting=meeting, by=cast.ben, now=LATER, **given)
    from_ben(cast, entry)
    chase_meetings(by=THE_PORTAL, now=LATER + timedelta(days=7))
    assert not Task.objects.open().filter(kind=TaskKind.REVIEW_SUMMARY).exists()


def test_a_review_that_a_source_says_was_held_is_chased_and_its_notes_are_the_summary(cast: Cast) -> None:
    an_entry(cast.amara, "review_held", date(2026, 11, 2), facts={"code": "PN1"})
    an_entry(cast.amara, "review_held", date(2019, 11, 4), facts={"code": "PN1"})
    chase_meetings(by=THE_PORTAL, now=NOW)
    meeting = Meeting.objects.get()
    assert (meeting.on, meeting.summary) == (date(2026, 11, 2), None)
    assert not known_to(cast.amara.user, cast.amara, NOW).exists()  # the fact is not open to her, so the meeting is not there
    notes = an_entry(cast.amara, "review_minutes", date(2026, 11, 2), text="We met.", facts={"title": "Your review"})
    chase_meetings(by=THE_PORTAL, now=NOW)
    meeting.refresh_from_db()
    assert meeting.summary == notes


def test_a_meeting_that_is_called_off_owes_nothing(cast: Cast) -> None:
    meeting = a_meeting(cast, they_know=False)
    chase_meetings(by=THE_PORTAL, now=NOW)
    cancel_meeting(meeting=meeting, by=cast.ben, now=NOW)
    assert not Task.objects.open().filter(about_id=meeting.pk).exists()
    assert chase_meetings(by=THE_PORTAL, now=LATER) == 0


@pytest.mark.need("R37", "R36")
def test_a_sheet_is_sent_whole_word_for_word_and_once(cast: Cast) -> None:
    meeting, amara = a_meeting(cast), cast.amara.user
    want, good = written(cast, meeting, "want", "To swim\n\n again"), written(cast, meeting, "good", "The rabbit.")
    written(cast, meeting, "hard", "  ")
    sent = send_sheet(meeting=meeting, versions={"want": 1, "good": 1}, by=amara, now=NOW)
    again = send_sheet(meeting=meeting, versions={}, by=amara, now=NOW)
    assert {one.pk for one in sent} == {one.pk for one in again} == {want.pk, good.pk}
    assert {(one.kind, one.prompt, one.words) for one in sent} == {("want", "want", "To swim\n\n again"), ("think", "good", "The rabbit.")}
    assert Task.objects.open().filter(kind=TaskKind.READ_CONTRIBUTION, for_user=cast.ben).count() == 2
    assert next_draft_id(amara, meeting, "want") != want.pk  # more can be added: it is another contribution


def test_a_sheet_is_not_sent_when_its_words_changed_since_they_were_shown(cast: Cast) -> None:
    meeting = a_meeting(cast)
    written(cast, meeting, "want", "To swim")
    written(cast, meeting, "good", "The rabbit.")
    with pytest.raises(NotAllowed, match="changed_since"):
        send_sheet(meeting=meeting, versions={"want": 1, "good": 9}, by=cast.amara.user, now=NOW)
    assert not Contribution.objects.filter(sent_at__isnull=False).exists()
    with pytest.raises(NotAllowed):
        send_sheet(meeting=meeting, versions={}, by=cast.noor.user, now=NOW)


def from_ben(cast: Cast, entry: Entry) -> None:
    """Ben opens it beside Amara."""
    open_entry(entry=entry, with_them=True, by=cast.ben, now=LATER)

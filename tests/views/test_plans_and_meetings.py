"""Pages of plans and meetings: for the young person short first, for staff with what is late; nothing of what is closed."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from official_file.actions.keep_meeting import add_meeting
from official_file.actions.open_entry import open_entry
from official_file.actions.write_plan import Written, write_plan
from official_file.models import Entry, Meeting
from official_file.plain_language.when import Precision
from official_file.plan_rules import PartDay, PlanItem, items_in
from people.models import Task, TaskKind
from stories.models import Contribution
from tests.actions.test_covering import RAY
from tests.cast import NOW, Cast
from tests.cast import sign_in as signed_in
from tests.factories.entries import an_entry

pytestmark = pytest.mark.django_db
MAY = PartDay(date(2026, 5, 1), Precision.MONTH)
LATE = PlanItem(need="A dentist she likes", strength="Brave", do="Find one", who="Ben", by=MAY)
NEXT_WEEK = date(2026, 11, 26)


def sign_in(user: Any) -> Client:
    """A browser of this person's own."""
    client = Client()
    signed_in(client, user)
    return client


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    """The day of the cast."""
    with time_machine.travel(NOW, tick=False):
        yield


def a_plan(cast: Cast, *items: PlanItem, opens: bool = True, of: Entry | None = None) -> Entry:
    """A plan that Ben writes."""
    written = Written("Our plan", strengths="Kind to rabbits", items=items or (LATE,))
    return write_plan(child=cast.amara, written=written, of=of, opens=opens, with_them=opens, by=cast.ben, now=NOW)


def a_meeting(cast: Cast, **more: object) -> Meeting:
    """A review next week."""
    return add_meeting(child=cast.amara, kind="review", on=NEXT_WEEK, by=cast.ben, now=NOW, **{"they_know": True, **more})


@pytest.mark.need("R15", "R21", "R28")
def test_a_plan_is_short_first_and_says_honestly_what_is_late(cast: Cast) -> None:
    plan = a_plan(cast)
    amara = sign_in(cast.amara.user)
    for address in (reverse("portal:my_plans"), reverse("portal:plan", args=[plan.pk]), reverse("portal:entry", args=[plan.pk])):
        page = amara.get(address).content.decode()
        for words in ("A dentist she likes", "Find one", "Brave", "This was due in May 2026. Nobody has written what happened."):
            assert words in page, (address, words)
        assert '<details class="more plan-item">' in page  # the full length is one touch away, never first
    assert "Kind to rabbits" in amara.get(reverse("portal:plan", args=[plan.pk])).content.decode()


@pytest.mark.need("R12")
def test_a_new_version_shows_what_changed_and_the_old_one_is_still_there(cast: Cast) -> None:
    first = a_plan(cast)
    (item,) = items_in(first.facts)
    ben = sign_in(cast.ben)
    data = {"title": "Our plan", "strengths": "", "text": "", "opens": "with_them", "item-TOTAL_FORMS": "2", "item-INITIAL_FORMS": "1"}
    data |= {"item-0-key": item.key, "item-0-need": item.need, "item-0-do": item.do, "item-0-who": "Joan", "item-0-by": "July 2026"}
    data |= {"item-0-happened": "She likes Mr Patel.", "item-0-happened_on": "3 August 2026", "item-1-need": "To swim"}
    answer = ben.post(reverse("portal:next_plan", args=[first.pk]), {**data, "item-0-strength": "Brave", "do": "keep"})
    second = Entry.objects.latest("recorded_at", "position")
    assert answer["Location"] == reverse("portal:staff_entry", args=[second.pk])
    amara = sign_in(cast.amara.user)
    page = amara.get(reverse("portal:plan", args=[second.pk])).content.decode()
    for words in ("Version 2", "What happened is written now:", "Added:", "To swim", "<del", "May 2026", "July 2026", "3 August 2026"):
        assert words in page, words
    old = amara.get(reverse("portal:plan", args=[first.pk])).content.decode()
    assert "This is version 1. It does not count any more." in old
    assert "Mr Patel" not in old


def test_beside_a_new_plan_stand_those_there_are_in_their_newest_version(cast: Cast) -> None:
    first = a_plan(cast)
    second = a_plan(cast, of=first)
    page = sign_in(cast.ben).get(reverse("portal:write_plan", args=[cast.amara.pk])).content.decode()
    assert reverse("portal:next_plan", args=[second.pk]) in page
    assert reverse("portal:next_plan", args=[first.pk]) not in page


@pytest.mark.need("R92")
def test_what_is_wrong_in_a_plan_is_said_and_everything_typed_stays(cast: Cast) -> None:
    data = {"title": "", "strengths": "Art", "text": "Before", "opens": "not_yet", "item-TOTAL_FORMS": "2", "item-INITIAL_FORMS": "0"}
    data |= {"item-0-need": "To swim", "item-0-by": "soonish", "item-1-do": "Ring the club"}
    ben, address = sign_in(cast.ben), reverse("portal:write_plan", args=[cast.amara.pk])
    answer = ben.post(address, {**data, "do": "keep"})
    page = answer.content.decode()
    assert answer.status_code == 422
    said = ("Write a heading", "We need a date like 4 May 2026", "Write what is needed.")
    for words in (*said, "soonish", "Ring the club", "Before", "Art"):
        assert words in page, words
    more = ben.post(address, {**data, "do": "add"})
    assert more.status_code == 200
    assert 'name="item-2-need"' in more.content.decode()
    assert "soonish" in more.content.decode()
    assert not Entry.objects.filter(child=cast.amara).exists()


@pytest.mark.need("R48", "M19")
def test_they_say_what_they_think_or_say_nothing_which_weighs_the_same(cast: Cast) -> None:
    plan = a_plan(cast)
    amara, address = sign_in(cast.amara.user), reverse("portal:plan_answer", args=[plan.pk])
    assert "Say nothing" in amara.get(address).content.decode()
    assert amara.post(address, {"answer": "", "words": "Hm."}).status_code == 422
    amara.post(address, {"answer": "talk", "words": "Not <b>Tuesday</b>"})
    assert "Not &lt;b&gt;Tuesday" in amara.get(reverse("portal:entry", args=[plan.pk])).content.decode()
    ben = sign_in(cast.ben)
    task = Task.objects.get(kind=TaskKind.PLAN_ANSWER)
    assert "wants to talk about it" in ben.get(reverse("portal:desk")).content.decode()
    assert "Not &lt;b&gt;Tuesday" in ben.get(reverse("portal:task", args=[task.pk])).content.decode()
    assert "On 18 November 2026 they said: I want to talk." in ben.get(reverse("portal:staff_entry", args=[plan.pk])).content.decode()


@pytest.mark.need("R37", "R23", "R36")
def test_a_sheet_is_written_question_by_question_sent_in_one_go_and_read_at_the_meeting(cast: Cast) -> None:
    meeting, amara = a_meeting(cast), sign_in(cast.amara.user)
    sheet = reverse("stories:prepare", args=[meeting.pk])
    assert sheet in amara.get(reverse("portal:my_plans")).content.decode()
    for slug, words in (("want", "To swim\r\n again"), ("good", "The rabbit")):
        page = amara.get(reverse("stories:prepare_write", args=[meeting.pk, slug]))
        fields = {name: page.context["form"][name].value() for name in ("draft", "meeting", "prompt", "version", "tab", "turn")}
        assert amara.post(reverse("stories:save"), {**fields, "words": words, "then": "list"})["Location"] == sheet
    send = reverse("stories:prepare_send", args=[meeting.pk])
    assert "Ben Hughes" in amara.get(send).content.decode()
    amara.post(send, {"shown-want": "1", "shown-good": "1"})
    amara.post(send, {"shown-want": "1", "shown-good": "1"})
    sent = Contribution.objects.filter(meeting=meeting, sent_at__isnull=False)
    assert sorted(sent.values_list("kind", "words")) == [("think", "The rabbit"), ("want", "To swim\n again")]
    for reader in (cast.ben, cast.david):
        page = sign_in(reader).get(reverse("portal:meeting", args=[meeting.pk])).content.decode()
        assert "To swim\n again" in page
        assert "What do I want to happen?" in page
    reading = sign_in(cast.ben).get(reverse("moderation:reading", args=[sent.get(kind="want").pk])).content.decode()
    assert "What do I want to happen?" in reading


def test_a_sheet_says_first_that_it_is_no_asylum_interview_to_whom_it_applies(cast: Cast) -> None:
    meeting, amara, notice = a_meeting(cast), sign_in(cast.amara.user), "This is not your asylum interview."
    sheet, send = (reverse(name, args=[meeting.pk]) for name in ("stories:prepare", "stories:prepare_send"))
    page = amara.get(reverse("stories:prepare_write", args=[meeting.pk, "want"]))
    fields = {name: page.context["form"][name].value() for name in ("draft", "meeting", "prompt", "version", "tab", "turn")}
    amara.post(reverse("stories:save"), {**fields, "words": "To swim", "then": "list"})
    for address in (sheet, send):
        assert notice not in amara.get(address).content.decode()
    came = an_entry(cast.amara, "immigration", date(2026, 11, 10), facts={"status": "asylum"})
    open_entry(entry=came, by=cast.ben, now=NOW, with_them=True)
    for address in (sheet, send):
        assert notice in amara.get(address).content.decode(), address


def test_a_sheet_of_somebody_else_or_of_a_meeting_not_told_is_not_there(cast: Cast) -> None:
    hidden = a_meeting(cast, they_know=False)
    for user in (cast.amara.user, cast.noor.user):
        for name, more in (("prepare", ()), ("prepare_send", ()), ("prepare_write", ("want",))):
            assert sign_in(user).get(reverse(f"stories:{name}", args=[hidden.pk, *more])).status_code == 404
    page = sign_in(cast.amara.user).get(reverse("portal:my_plans")).content.decode()
    assert "We have not told you of a meeting." in page


def test_nothing_of_a_closed_plan_or_of_a_meeting_from_a_closed_entry_shows(cast: Cast) -> None:
    closed = a_plan(cast, opens=False)
    fact = an_entry(cast.amara, "review_held", date(2026, 11, 2), facts={"code": "PN1"})
    notes = an_entry(cast.amara, "review_minutes", date(2026, 11, 2), text="They spoke of Ray.", facts={"title": "Notes of Ray"})
    Meeting.objects.create(child=cast.amara, kind="review", on=date(2026, 11, 2), entry=fact, summary=notes, made_at=NOW)
    amara = sign_in(cast.amara.user)
    page = amara.get(reverse("portal:my_plans")).content.decode()
    for words in ("A dentist", "Our plan", "2 November", "Ray"):
        assert words not in page, words
    assert amara.get(reverse("portal:plan", args=[closed.pk])).status_code == 404
    assert amara.get(reverse("portal:plan_answer", args=[closed.pk])).status_code == 404


def test_what_is_covered_in_a_plan_is_a_label_in_its_items_too(cast: Cast) -> None:
    plan = a_plan(cast, PlanItem(need="To see Ray", do="Ask Ray first", who="Ben"), opens=False)
    open_entry(entry=plan, covered=[RAY], with_them=True, by=cast.ben, now=NOW)
    for name in ("my_plans", "plan", "entry"):
        page = sign_in(cast.amara.user).get(reverse(f"portal:{name}", args=[] if name == "my_plans" else [plan.pk])).content.decode()
        assert "Ray" not in page, name
        assert "To see [" in page, name


@pytest.mark.need("R16")
def test_a_late_summary_is_said_to_be_late_and_is_there_once_it_is_open(cast: Cast) -> None:
    meeting = a_meeting(cast)
    with time_machine.travel(NOW + timedelta(days=60), tick=False):
        page = sign_in(cast.amara.user).get(reverse("portal:my_plans")).content.decode()
        assert "What was said on 26 November 2026 should be here by now. It is late. Sorry." in page
        ben = sign_in(cast.ben)
        given = {"title": "Your review", "what_it_is": "This is your review.", "what_was_decided": "You swim.", "text": "We met."}
        ben.post(reverse("portal:meeting_summary", args=[meeting.pk]), {**given, "what_happens_next": "", "opens": "with_them"})
        meeting.refresh_from_db()
        page = sign_in(cast.amara.user).get(reverse("portal:my_plans")).content.decode()
        assert reverse("portal:entry", args=[meeting.summary_id]) in page
        assert "You swim." in sign_in(cast.amara.user).get(reverse("portal:entry", args=[meeting.summary_id])).content.decode()


@pytest.mark.need("M23")
def test_a_reviewing_officer_sees_the_last_months_on_one_page(cast: Cast) -> None:
    an_entry(cast.amara, "missing_episode", date(2026, 10, 3), facts={"code": "M", "talk_offered": 1})
    an_entry(cast.amara, "visit_held", date(2026, 9, 3))
    an_entry(cast.amara, "came_into_care", date(2017, 3, 3))
    an_entry(cast.amara, "visit", date(2025, 1, 3), text="Long ago.", facts={"title": "A visit long ago"})
    a_plan(cast, opens=False)
    page = sign_in(cast.david).get(reverse("portal:last_months", args=[cast.amara.pk])).content.decode()
    for words in ("Missing episodes", "3 October 2026", "A dentist she likes", "Nobody has written what happened", "You came into care"):
        assert words in page, words
    assert "A visit long ago" not in page
    assert page.count('class="story story--beside"') == 2  # what happened, and why: in two columns where there is room
    three = sign_in(cast.david).get(reverse("portal:last_months", args=[cast.amara.pk]), {"months": "3"})
    assert three.context["page"].months == 3


def test_a_meeting_is_put_down_told_and_called_off_on_its_pages(cast: Cast) -> None:
    ben, address = sign_in(cast.ben), reverse("portal:meetings", args=[cast.amara.pk])
    assert ben.post(address, {"kind": "review", "on": "2025-11-01"}).status_code == 422
    ben.post(address, {"kind": "conference", "on": "2026-11-30", "chaired_by": "David"})
    meeting = Meeting.objects.get()
    assert "They have not been told." in ben.get(address).content.decode()
    ben.post(reverse("portal:meeting_told", args=[meeting.pk]))
    assert "30 November" in sign_in(cast.amara.user).get(reverse("portal:my_plans")).content.decode()
    ben.post(reverse("portal:meeting_cancel", args=[meeting.pk]))
    assert "This one will not happen." in sign_in(cast.amara.user).get(reverse("portal:my_plans")).content.decode()

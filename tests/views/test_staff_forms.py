"""What staff send from their pages: each verb by its form, and what is typed stays when something needs changing."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from official_file.actions.ask_for_chapter import ask_for_chapter
from official_file.actions.not_about_me import not_about_me
from official_file.models import Connection, Disposal, DisposalProposal, Entry, EntryNow
from official_file.models.now import State
from people.actions.ask_to_talk import ask_to_talk
from people.models import Child, Cover, EmergencyAccess, JoinCode, Membership, Readiness, Relationship, Task, Team, User
from tests.cast import LONG_AGO, NOW, Cast, sign_in
from tests.factories.entries import an_entry, now_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _wednesday() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def visit(cast: Cast) -> Entry:
    """Notes of a visit, which wait for a worker."""
    return an_entry(cast.amara, "visit", date(2024, 2, 3), text="We walked by the river.", facts={"title": "Visit at home"})


@pytest.fixture
def ben(client: Client, cast: Cast) -> Client:
    """Ben's browser."""
    return sign_in(client, cast.ben)


def read(client: Client, name: str, *ids: object) -> str:
    """The page's text."""
    return client.get(reverse(name, args=ids)).content.decode()


def send(client: Client, view: str, /, *ids: object, **given: object) -> tuple[int, str]:
    """Send a form: the status, and where it leads or what it says."""
    answer = client.post(reverse(view, args=ids), given)
    return answer.status_code, answer.headers.get("Location", "") or answer.content.decode()


# --- one entry ----------------------------------------------------------------------------------------------


def test_a_worker_opens_an_entry_and_the_page_says_when_they_can_read_it(ben: Client, visit: Entry) -> None:
    assert "When somebody is there to talk to: now" in read(ben, "portal:staff_entry", visit.pk)
    status, where = send(ben, "portal:entry_open", visit.pk, how="with_support", when="later")
    assert (status, where) == (302, reverse("portal:staff_entry", args=[visit.pk]))
    assert "Decided. Open to them, to read together." in read(ben, "portal:staff_entry", visit.pk)


def test_on_a_friday_afternoon_the_page_says_monday(ben: Client, visit: Entry) -> None:
    with time_machine.travel(NOW + timedelta(days=2, hours=4), tick=False):
        client = sign_in(Client(), User.objects.get(username="ben"))
        assert "on Monday at 9am" in read(client, "portal:staff_entry", visit.pk)
        send(client, "portal:entry_open", visit.pk, how="shared", when="later")
        assert "Opens on Monday at 9am." in read(client, "portal:staff_entry", visit.pk)


def test_holding_asks_for_a_day_to_come_and_keeps_what_was_typed(ben: Client, visit: Entry) -> None:
    status, page = send(ben, "portal:entry_hold", visit.pk, until="2026-01-01", reason="After we have seen her nan")
    assert status == 422
    assert "Choose a day to come." in page
    assert "After we have seen her nan" in page
    status, _where = send(ben, "portal:entry_hold", visit.pk, until="2026-12-01", reason="After we have seen her nan")
    assert (status, now_of(visit).state) == (302, State.HELD)
    assert "Held until 1 December 2026." in read(ben, "portal:child", visit.child_id)


def test_withholding_refuses_a_reason_that_is_none_and_keeps_what_was_typed(ben: Client, visit: Entry) -> None:
    given = {"ground": "TP_PRIVATE", "reason": "She is too young for this.", "review_on": "2027-02-01"}
    status, page = send(ben, "portal:entry_withhold", visit.pk, **given)
    assert status == 422
    assert "Age alone is not a reason to withhold." in page
    assert "She is too young for this." in page
    assert "It tells of another" not in page
    status, _where = send(ben, "portal:entry_withhold", visit.pk, **{**given, "reason": "It tells of another adult."})
    assert (status, now_of(visit).state) == (302, State.WITHHELD)


def test_only_grounds_that_a_worker_may_choose_are_offered(ben: Client, visit: Entry) -> None:
    page = read(ben, "portal:staff_entry", visit.pk)
    assert 'value="TP_PRIVATE"' in page
    assert 'value="PR_ABUSE"' not in page
    assert 'value="ADOPTION"' not in page


@pytest.mark.need("R97")
def test_plain_words_are_kept_and_the_phone_shows_them(ben: Client, visit: Entry) -> None:
    status, page = send(ben, "portal:entry_plain", visit.pk, text="")
    assert (status, "Write one or two plain sentences first." in page) == (422, True)
    send(ben, "portal:entry_plain", visit.pk, text="You walked by the river with Priya.")
    assert "You walked by the river with Priya." in read(ben, "portal:entry_preview", visit.pk)
    assert now_of(visit).state == State.WAITING  # writing opens nothing


@pytest.mark.need("M22")
def test_the_page_says_how_hard_the_words_are_and_which_to_avoid(ben: Client, visit: Entry) -> None:
    words = "Your placement with your sibling ended because contact was terminated by the Local Authority."
    status, page = send(ben, "portal:entry_plain", visit.pk, text=words)
    assert (status, "Publish anyway" in page) == (422, True)
    assert "<q>placement</q>: better <strong>home</strong>" in page
    assert "<q>sibling</q>: better <strong>brother or sister</strong>" in page
    send(ben, "portal:entry_plain", visit.pk, text=words, anyway="1")
    page = read(ben, "portal:staff_entry", visit.pk)
    assert 'Not "placement" but:' in page


def test_news_is_opened_by_i_have_told_them(ben: Client, cast: Cast) -> None:
    home = an_entry(cast.amara, "home", date(2026, 11, 2), facts={"place": "U4", "provider": "PR1", "rne": "P"})
    assert "I have told them" in read(ben, "portal:staff_entry", home.pk)
    assert send(ben, "portal:entry_told", home.pk, when="later")[0] == 302
    assert "I have told them" not in read(ben, "portal:staff_entry", home.pk)


def test_health_asks_how_they_know(ben: Client, cast: Cast) -> None:
    checks = an_entry(cast.amara, "health_check", date(2025, 3, 31), facts={"teeth_check": 1})
    assert "They already know this, because" in read(ben, "portal:staff_entry", checks.pk)
    status, page = send(ben, "portal:entry_open", checks.pk, how="shared", when="later", because="")
    assert status == 422
    assert "Write how they already know it" in page
    assert send(ben, "portal:entry_open", checks.pk, how="shared", when="later", because="We went together.")[0] == 302


@pytest.mark.parametrize("name", ["entry_open", "entry_hold", "entry_withhold", "entry_told", "plain_keep"])
def test_a_verb_of_an_entry_answers_only_those_who_may_open(cast: Cast, visit: Entry, name: str) -> None:
    """Her reviewing officer reads; strangers and colleagues get the answer for nothing; nobody sends it by its address."""
    for user in (cast.david, cast.carys, cast.dev, cast.ellie, cast.ruth, cast.imani):
        assert sign_in(Client(), user).post(reverse(f"portal:{name}", args=[visit.pk]), {}).status_code == 404
    assert sign_in(Client(), cast.ben).get(reverse(f"portal:{name}", args=[visit.pk])).status_code == 405


@pytest.mark.parametrize("name", ["hold", "withhold"])
def test_what_was_put_off_is_back_on_the_list_when_its_day_has_come(cast: Cast, ben: Client, visit: Entry, name: str) -> None:
    until = {"until": "2026-12-01", "reason": "After we have seen her nan"}
    again = {"ground": "TP_PRIVATE", "reason": "It tells of another adult.", "review_on": "2026-12-01"}
    assert send(ben, f"portal:entry_{name}", visit.pk, **(until if name == "hold" else again))[0] == 302
    for days, back in ((12, False), (13, True)):  # 30 November, 1 December
        with time_machine.travel(NOW + timedelta(days=days), tick=False):
            client = sign_in(Client(), cast.ben)
            assert (str(visit.pk) in read(client, "portal:opening", cast.amara.pk)) is back
            assert ("Waiting to be opened" in read(client, "portal:desk")) is back


# --- a chapter ----------------------------------------------------------------------------------------------


def test_a_chapter_they_asked_for_is_opened_in_one_go_and_answered(ben: Client, cast: Cast, visit: Entry) -> None:
    home = an_entry(cast.amara, "home", date(2024, 1, 1), facts={"place": "U4", "provider": "PR1", "rne": "S"})
    reason = an_entry(cast.amara, "move_reason", date(2024, 1, 1), facts={"code": "CARPL"})
    task = ask_for_chapter(child=cast.amara, first_entry=home, by=cast.amara.user, now=NOW)
    page = read(ben, "portal:opening", cast.amara.pk)
    assert "asked to read this part" in page
    chapter = re.search(r'name="chapter" value="([^"]+)"', page)
    assert chapter
    status, page = send(ben, "portal:open_ticked", cast.amara.pk, chapter=chapter[1], how="shared", when="later")
    assert (status, "Tick what you have read" in page) == (422, True)
    ticked = [str(visit.pk), str(reason.pk), "not-an-id"]
    status, where = send(ben, "portal:open_ticked", cast.amara.pk, chapter=chapter[1], how="shared", when="later", entry=ticked)
    assert status == 302
    assert {now_of(visit).state, now_of(reason).state} == {State.SHARED}
    assert send(ben, "portal:task", task.pk, outcome="It is open now. I am there on Friday.")[0] == 302
    assert Task.objects.get(pk=task.pk).outcome == "It is open now. I am there on Friday."


def test_what_leaves_no_trace_is_not_on_the_opening_desk(ben: Client, cast: Cast, visit: Entry) -> None:
    hidden = an_entry(cast.amara, "home", date(2023, 1, 1), facts={"place": "A5", "provider": "PR1", "rne": "P"})
    page = read(ben, "portal:opening", cast.amara.pk)
    assert str(hidden.pk) not in page
    assert "1 entry has rules of its own" in page


def test_an_entry_that_is_named_in_the_form_but_is_another_childs_is_not_opened(ben: Client, cast: Cast) -> None:
    other = an_entry(cast.noor, "note", date(2024, 1, 1), text="About Noor.")
    send(ben, "portal:open_ticked", cast.amara.pk, chapter="", how="shared", when="later", entry=[str(other.pk)])
    assert EntryNow.objects.get(pk=other.pk).state == State.WAITING


def test_a_worker_confirms_that_they_know_of_somebody(ben: Client, cast: Cast) -> None:
    person = Connection.objects.create(child=cast.amara, source="case_notes", key="c1", names=["Grace"], relation="your mum")
    elsewhere = Connection.objects.create(child=cast.noor, source="case_notes", key="c2", names=["Sam"], relation="your dad")
    assert send(ben, "portal:confirm_known", cast.amara.pk, person.pk)[0] == 302
    assert send(ben, "portal:confirm_known", cast.amara.pk, elsewhere.pk)[0] == 404
    assert "that they know of this person." in read(ben, "portal:people_in_life", cast.amara.pk)


# --- inviting and writing -----------------------------------------------------------------------------------


def test_a_young_person_is_invited_in_two_steps_and_the_code_is_shown_once(ben: Client, cast: Cast) -> None:
    child = Child.objects.create(known_as="Kit", date_of_birth=date(2014, 5, 6))
    Relationship.objects.create(child=child, user=cast.ben, role="social_worker", starts=LONG_AGO)
    given = {"decided_with": "Her carer and David", "sits_with": "Her carer", "safe_phone_note": "Her own", "why_written_by": "2026-12-01"}
    status, page = send(ben, "portal:invite", child.pk, **given)
    assert (status, "Without a safe phone" in page, "Her carer and David" in page) == (422, True, True)
    assert send(ben, "portal:invite", child.pk, **given, safe_phone="on")[0] == 302
    assert Readiness.objects.get(child=child).sits_with == "Her carer"
    _status, page = send(ben, "portal:join_code", child.pk)
    code = re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}", page)
    assert code
    assert "data:image/svg+xml" in page
    assert code[0] not in read(ben, "portal:invite", child.pk)
    row = JoinCode.objects.get(child=child)
    assert send(ben, "portal:cancel_join_code", child.pk, row.pk)[0] == 302
    assert JoinCode.objects.get(child=child).cancelled_at


def test_no_day_is_asked_when_the_why_is_written(ben: Client, cast: Cast) -> None:
    given = {"title": "What happened", "text": "Dear Amara,\nyou came to us in spring.", "opens": "later"}
    assert send(ben, "portal:write_why", cast.amara.pk, **given)[0] == 302
    letter = EntryNow.objects.get(kind="why_letter")
    assert letter.opens_at == NOW
    assert letter.entry.text == "Dear Amara,\nyou came to us in spring."
    page = read(ben, "portal:invite", cast.amara.pk)
    assert "why_written_by" not in page


def test_a_letter_that_names_somebody_unknown_is_not_lost_and_not_filed(ben: Client, cast: Cast) -> None:
    Connection.objects.create(child=cast.amara, source="case_notes", key="c1", names=["Theo Okafor"], relation="your brother")
    given = {"title": "What happened", "text": "Theo stayed with your nan.", "opens": "later"}
    status, page = send(ben, "portal:write_why", cast.amara.pk, **given)
    assert status == 422
    assert "Theo stayed with your nan." in page
    assert not EntryNow.objects.filter(kind="why_letter").exists()
    assert send(ben, "portal:write_why", cast.amara.pk, **{**given, "opens": "not_yet"})[0] == 302


def test_a_pen_picture_is_written_and_kept(ben: Client, cast: Cast) -> None:
    given = {"title": "About you now", "text": "You make people laugh.", "opens": "with_them"}
    send(ben, "portal:write_pen_picture", cast.amara.pk, **given)
    assert "You make people laugh." in read(ben, "portal:child", cast.amara.pk)


# --- tasks and disposal -------------------------------------------------------------------------------------


def test_a_talk_is_answered_with_a_sentence(ben: Client, cast: Cast, visit: Entry) -> None:
    task = ask_to_talk(child=cast.amara, about_type="entry", about_id=visit.pk, words="Why?", by=cast.amara.user, now=NOW)
    status, page = send(ben, "portal:task", task.pk, outcome="")
    assert (status, "Write a sentence for them" in page) == (422, True)
    assert send(ben, "portal:task", task.pk, outcome="Let us talk on Friday.")[0] == 302
    assert "Let us talk on Friday." in read(ben, "portal:task", task.pk)
    assert sign_in(Client(), cast.carys).get(reverse("portal:task", args=[task.pk])).status_code == 404


def test_something_that_is_not_theirs_goes_by_way_of_two_people(cast: Cast) -> None:
    wrong = an_entry(cast.noor, "visit", date(2024, 2, 3), text="Jordan showed me his bike.")
    task = not_about_me(child=cast.noor, entry=wrong, words="Who is Jordan?", by=cast.noor.user, now=NOW)
    imani, tom = sign_in(Client(), cast.imani), sign_in(Client(), cast.tom)
    assert "says that something is not about them" in read(imani, "portal:desk")
    status, page = send(imani, "portal:task", task.pk, theirs="no", words="You were right.", reason="")
    assert (status, "Write how you know" in page, "You were right." in page) == (422, True, True)
    send(imani, "portal:task", task.pk, theirs="no", words="You were right.", reason="Another boy.")
    proposal = DisposalProposal.objects.get()
    assert "somebody proposed to destroy an entry" in read(tom, "portal:desk")
    assert "Jordan showed me his bike." in read(tom, "portal:disposal", proposal.pk)
    assert imani.get(reverse("portal:disposal", args=[proposal.pk])).status_code == 404  # settled: no longer in reach
    status, page = send(tom, "portal:disposal", proposal.pk, no="no", reason="")
    assert (status, "Write why not" in page) == (422, True)
    assert send(tom, "portal:disposal", proposal.pk, yes="yes")[0] == 302
    assert Disposal.objects.count() == 1
    assert sign_in(Client(), cast.dev).get(reverse("portal:staff_entry", args=[wrong.pk])).status_code == 404


# --- emergencies --------------------------------------------------------------------------------------------


def test_an_emergency_asks_for_a_whole_name_or_number_and_a_reason(cast: Cast) -> None:
    carys = sign_in(Client(), cast.carys)
    assert carys.get(reverse("portal:emergency_take", args=[cast.amara.pk])).status_code == 404  # an id alone opens nothing
    assert "No record has exactly" in send(carys, "portal:emergency", words="Ama")[1]
    assert "Amara" in send(carys, "portal:emergency", words="900001")[1]
    status, page = send(carys, "portal:emergency_take", cast.amara.pk, reason="")
    assert (status, "Write why you need" in page) == (422, True)
    assert send(carys, "portal:emergency_take", cast.amara.pk, reason="She rang from a station.")[0] == 302
    assert EmergencyAccess.objects.get().reason == "She rang from a station."
    page = read(carys, "portal:child", cast.amara.pk)
    assert "Invite" not in page


# --- staff, teams, allocation, cover ------------------------------------------------------------------------


def test_an_account_manager_adds_somebody_and_sees_the_first_passphrase_once(cast: Cast) -> None:
    ruth = sign_in(Client(), cast.ruth)
    east = Team.objects.get(name="East")
    given = {"display_name": "Mo Ali", "username": "mo", "role": "social_worker", "team": str(east.pk)}
    status, page = send(ruth, "portal:staff_add", **{**given, "username": "BEN"})
    assert (status, "already signs in with that name" in page, "Mo Ali" in page) == (422, True, True)
    _status, page = send(ruth, "portal:staff_add", **given)
    passphrase = re.search(r"[a-z]+-[a-z]+-[a-z]+(?=</dd>)", page)
    assert passphrase
    mo = User.objects.get(username="mo")
    assert mo.check_password(passphrase[0])
    assert passphrase[0] not in read(ruth, "portal:staff_person", mo.pk)
    assert "Mo Ali" in read(ruth, "portal:staff_people")


def test_an_account_manager_changes_closes_and_helps_back_in(cast: Cast) -> None:
    ruth, east = sign_in(Client(), cast.ruth), Team.objects.get(name="East")
    assert send(ruth, "portal:staff_person", cast.carys.pk, role="team_manager", team=str(east.pk))[0] == 302
    assert Membership.objects.active(NOW).get(user=cast.carys).role == "team_manager"
    assert "Make a new first passphrase" in read(ruth, "portal:staff_person", cast.carys.pk)
    assert "can sign in again" in send(ruth, "portal:staff_reset_sign_in", cast.carys.pk)[1]
    assert send(ruth, "portal:staff_close", cast.carys.pk)[0] == 302
    assert "Account closed" in read(ruth, "portal:staff_people")
    assert "This is you." in read(ruth, "portal:staff_person", cast.ruth.pk)
    status, page = send(ruth, "portal:staff_close", cast.ruth.pk)
    assert (status, "Nobody can do this for themselves" in page) == (403, True)
    assert ruth.get(reverse("portal:staff_person", args=[cast.amara.user.pk])).status_code == 404


def test_teams_are_made_once(cast: Cast) -> None:
    ruth = sign_in(Client(), cast.ruth)
    assert send(ruth, "portal:teams", name="South")[0] == 302
    status, page = send(ruth, "portal:teams", name="south")
    assert (status, "There is a team with that name." in page) == (422, True)


def test_a_manager_allocates_and_ends(cast: Cast) -> None:
    joan = sign_in(Client(), cast.joan)
    assert "Amara" in read(joan, "portal:allocation")
    worker = f"{cast.carys.pk}:social_worker"
    assert send(joan, "portal:allocate", cast.amara.pk, worker=worker, starts="2026-11-18", replaces="on")[0] == 302
    assert "Ben Hughes" in read(joan, "portal:allocate", cast.amara.pk)
    tie = Relationship.objects.get(user=cast.carys)
    assert send(joan, "portal:end_allocation", tie.pk, last="")[0] == 403
    assert send(joan, "portal:end_allocation", tie.pk, last="2026-11-18")[0] == 302
    assert "Idris" in send(joan, "portal:allocation", words="900003")[1]
    assert "Noor" not in send(joan, "portal:allocation", words="900002")[1]
    assert joan.get(reverse("portal:allocate", args=[cast.noor.pk])).status_code == 404


def test_cover_is_recorded_and_ended(cast: Cast) -> None:
    joan = sign_in(Client(), cast.joan)
    given = {"worker": str(cast.ben.pk), "covering": str(cast.carys.pk), "starts": "2026-11-23", "ends": "2026-11-20"}
    status, page = send(joan, "portal:cover", **given)
    assert (status, "its last day is not before its first" in page) == (422, True)
    assert send(joan, "portal:cover", **{**given, "ends": "2026-11-27"})[0] == 302
    page = read(joan, "portal:cover")
    assert "Carys Pugh for Ben Hughes" in page
    assert "23 November 2026 to 27 November 2026" in page
    assert send(joan, "portal:end_cover", Cover.objects.get().pk)[0] == 302
    gwen = sign_in(Client(), cast.gwen)
    assert send(gwen, "portal:cover", **{**given, "ends": "2026-11-27"})[0] == 422  # not her team: not a choice


def test_what_is_needed_to_hold_or_withhold_is_said_in_words_before_it_is_sent(ben: Client, visit: Entry) -> None:
    page = re.sub(r"<[^>]+>", "", read(ben, "portal:staff_entry", visit.pk))
    assert page.count("(needed)") == 4
    for label in ("Why it waits", "The ground in law", "Why it fits", "Look again on"):
        assert f"{label} (needed)" in page
    assert "One of the first three is needed." in page

"""Withholding by two people, and what its subject is told: that something is there, why, and how to ask somebody else."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from audit.events import Event
from audit.models import AuditEvent
from audit.who import NIGHTLY_IMPORT
from official_file.actions.append import append_entry
from official_file.actions.ask_to_look_again import ask_to_look_again
from official_file.actions.confirm_withholding import confirm_withholding
from official_file.actions.open_entry import open_entry
from official_file.actions.return_withholding import return_withholding
from official_file.actions.settle_look_again import settle_look_again
from official_file.actions.withhold_entry import withhold_entry
from official_file.drafts import EntryDraft, SourceRef
from official_file.models import Entry, EntryNow, Sharing, SharingCheck
from official_file.models.now import State
from official_file.plain_language.when import When
from official_file.projection import rebuild, refresh
from official_file.withheld import withheld_from
from people.errors import NotAllowed
from people.models import Task, TaskKind, User
from tests.cast import NOW, Cast, sign_in
from tests.factories.entries import an_entry, now_of
from tests.refusals import refused

pytestmark = [pytest.mark.django_db, pytest.mark.database]
LATER = NOW + timedelta(minutes=1)
EVEN_LATER = NOW + timedelta(minutes=2)
AGAIN = date(2027, 2, 1)
SOMETHING = "There is something here that we cannot show you."
SOFT = "share this part right now. You can ask someone new to look at it again."
SECRETS = ("Zebrafinch", "Wombatwords", "Pangolinreason", "Ben Hughes", "Joan Mills", "Priya", "3 February", "2019-06-07", "7 June")


@pytest.fixture(autouse=True)
def today() -> object:
    """Pages are read a little after the decisions."""
    with time_machine.travel(NOW + timedelta(hours=1), tick=False):
        yield


@pytest.fixture
def note(cast: Cast) -> Entry:
    """Something closed, in the chapter that begins in 2018."""
    an_entry(cast.amara, "home", date(2018, 3, 4), facts={"place": "U4", "provider": "PR1", "rne": "S"})
    return an_entry(cast.amara, "note", date(2019, 6, 7), text="Wombatwords.", facts={"title": "Zebrafinch"})


def withheld(entry: Entry, by: User, ground: str = "TP_PRIVATE") -> Sharing:
    """A worker's decision."""
    return withhold_entry(entry=entry, ground=ground, review_on=AGAIN, reason="Pangolinreason", by=by, now=NOW)


def agreed(entry: Entry, cast: Cast, ground: str = "TP_PRIVATE", second: str = "joan") -> Sharing:
    """A decision of Ben's that somebody confirmed."""
    made = withheld(entry, cast.ben, ground)
    confirm_withholding(sharing=made, by=getattr(cast, second), now=LATER)
    return made


def page(user: User | None, address: str = "/my-story/?by=time") -> str:
    """What this reader gets."""
    assert user
    return sign_in(Client(), user).get(address).content.decode()


def test_it_closes_at_once_and_a_second_person_owes_an_answer(cast: Cast, note: Entry) -> None:
    made = withheld(note, cast.ben)
    assert now_of(note).state == State.WITHHELD
    task = Task.objects.get(kind=TaskKind.CONFIRM_DECISION)
    assert (task.about_type, task.about_id, task.for_user) == ("sharing", made.pk, cast.joan)


def test_what_the_manager_withheld_goes_to_the_reviewing_officer(cast: Cast, note: Entry) -> None:
    made = withheld(note, cast.joan)
    assert Task.objects.get(kind=TaskKind.CONFIRM_DECISION).for_user == cast.david
    with refused("same_person"):
        confirm_withholding(sharing=made, by=cast.joan, now=LATER)
    with refused("same_person"):
        return_withholding(sharing=made, reason="No.", by=cast.joan, now=LATER)
    confirm_withholding(sharing=made, by=cast.david, now=LATER)


@pytest.mark.need("R66")
def test_confirming_is_written_down_and_ends_the_question(cast: Cast, note: Entry) -> None:
    made = agreed(note, cast)
    check = SharingCheck.objects.get(sharing=made)
    assert (check.agrees, check.by_name, check.by_role, check.decided_by) == (True, "Joan Mills", "team_manager", cast.ben)
    assert AuditEvent.objects.get(event=Event.WITHHOLDING_CONFIRMED).by_name == "Joan Mills"
    assert not Task.objects.open().filter(kind=TaskKind.CONFIRM_DECISION).exists()
    with refused("not_waiting"):
        return_withholding(sharing=made, reason="No.", by=cast.david, now=EVEN_LATER)


@pytest.mark.parametrize("name", ["ben", "carys", "dev", "gwen", "imani", "tom", "ruth", "sana"])
def test_nobody_else_confirms(cast: Cast, note: Entry, name: str) -> None:
    made = withheld(note, cast.ben)
    with pytest.raises(NotAllowed):
        confirm_withholding(sharing=made, by=getattr(cast, name), now=LATER)
    assert not SharingCheck.objects.exists()


def test_the_database_knows_the_two_people_as_well(cast: Cast, note: Entry) -> None:
    made = withheld(note, cast.ben)
    given = {"sharing": made, "decided_by": cast.ben, "by_name": "Ben", "by_role": "social_worker", "at": NOW}
    with pytest.raises(IntegrityError), transaction.atomic():
        SharingCheck.objects.create(agrees=True, by=cast.ben, **given)
    with pytest.raises(IntegrityError), transaction.atomic():
        SharingCheck.objects.create(agrees=False, by=cast.joan, **given)


def test_sent_back_it_waits_for_the_worker_and_the_index_can_be_rebuilt(cast: Cast, note: Entry) -> None:
    made = withheld(note, cast.ben)
    with refused("no_reason"):
        return_withholding(sharing=made, reason=" ", by=cast.joan, now=LATER)
    return_withholding(sharing=made, reason="She knows this. Hold it until Monday.", by=cast.joan, now=LATER)
    assert now_of(note).state == State.WAITING
    assert AuditEvent.objects.filter(event=Event.WITHHOLDING_RETURNED).count() == 1
    assert not Task.objects.open().filter(kind=TaskKind.CONFIRM_DECISION).exists()
    before = list(EntryNow.objects.order_by("pk").values())
    rebuild(Entry.objects.filter(child=cast.amara).select_related("payload").order_by("position"))
    assert list(EntryNow.objects.order_by("pk").values()) == before


def test_what_was_sent_back_opens_by_no_rule_in_its_next_version(cast: Cast) -> None:
    """Tomorrow's import must not open what a worker has still to read."""
    facts = {"place": "U4", "provider": "PR1", "rne": "S"}
    home = an_entry(cast.amara, "home", date(2018, 3, 4), facts=facts)
    return_withholding(sharing=withheld(home, cast.ben), reason="Say it with her.", by=cast.joan, now=LATER)
    for number in (1, 2):
        source = SourceRef("ssda903", f"again/{number}")
        draft = EntryDraft("home", When(date(2018, 3, 4)), source, facts={**facts, "rne": "P"}, supersedes=home.pk)
        home = append_entry(child=cast.amara, draft=draft, by=NIGHTLY_IMPORT, now=EVEN_LATER)
        assert now_of(home).state == State.WAITING
        assert refresh(home).state == State.WAITING
    assert page(cast.amara.user).count("foster") == 0


def test_a_new_decision_ends_the_old_question(cast: Cast, note: Entry) -> None:
    made = withheld(note, cast.ben)
    open_entry(entry=note, by=cast.ben, now=LATER)
    assert not Task.objects.open().filter(kind=TaskKind.CONFIRM_DECISION).exists()
    with refused("not_waiting"):
        confirm_withholding(sharing=made, by=cast.joan, now=EVEN_LATER)


def test_the_next_version_of_what_was_confirmed_is_told_of_once(cast: Cast, note: Entry) -> None:
    agreed(note, cast)
    source = SourceRef("case_notes", "newer")
    draft = EntryDraft("note", When(date(2019, 6, 7)), source, facts={"title": "Zebrafinch"}, text="More.", supersedes=note.pk)
    newer = append_entry(child=cast.amara, draft=draft, by=NIGHTLY_IMPORT, now=EVEN_LATER)
    assert now_of(newer).state == State.WITHHELD
    assert page(cast.amara.user).count(SOMETHING) == 1
    open_entry(entry=newer, by=cast.ben, now=EVEN_LATER)
    assert SOMETHING not in page(cast.amara.user)


# --- what its subject is told ------------------------------------------------------------------------------


@pytest.mark.need("R66")
def test_a_confirmed_withholding_is_told_in_its_chapter_with_the_reason_and_nothing_else(cast: Cast, note: Entry) -> None:
    assert SOMETHING not in page(cast.amara.user)
    made = withheld(note, cast.ben)
    assert SOMETHING not in page(cast.amara.user)
    confirm_withholding(sharing=made, by=cast.joan, now=LATER)
    said = page(cast.amara.user)
    assert said.count(SOMETHING) == 1
    assert said.index("part-2018-03-04") < said.index(SOMETHING)
    assert "This part is private information about someone else." in said
    assert "It was decided by a social worker on 18 November 2026. It will be looked at again by 1 February 2027." in said
    assert not [word for word in (*SECRETS, str(note.pk)) if word in said]


def test_a_soft_ground_says_only_that_we_cannot_and_offers_a_talk(cast: Cast, note: Entry) -> None:
    agreed(note, cast, "SH_SELF")
    said = page(cast.amara.user)
    assert SOFT in said
    assert "Ask to talk about this" in said
    assert not [word for word in (*SECRETS, SOMETHING, "harm", "social worker on") if word in said]


@pytest.mark.need("R61")
def test_a_ground_that_would_tell_leaves_no_trace(cast: Cast, note: Entry) -> None:
    """Neither its reason nor a button, on any page."""
    made = Sharing.objects.create(
        entry=note, decision="withheld", ground="PR_WISHES", review_on=AGAIN, by=cast.ben, by_name="B", by_role="social_worker", at=NOW
    )
    refresh(note)
    confirm_withholding(sharing=made, by=cast.joan, now=LATER)
    assert withheld_from(cast.amara, NOW.date()) == []
    for address in ("/my-story/?by=time", "/my-story/?by=section&in=helpers", "/why/"):
        assert not [word for word in (*SECRETS, SOMETHING, SOFT, "look again", "not-shown") if word in page(cast.amara.user, address)]


def test_adoption_leaves_no_trace_however_it_is_withheld(cast: Cast, note: Entry) -> None:
    assert note
    hidden = an_entry(cast.amara, "home", date(2019, 1, 1), facts={"place": "A5", "provider": "PR1", "rne": "P"})
    agreed(hidden, cast)
    assert SOMETHING not in page(cast.amara.user)


def test_sections_and_why_show_it_where_it_belongs(cast: Cast, note: Entry) -> None:
    reason = an_entry(cast.amara, "reason_for_care", date(2018, 3, 4), facts={"code": "N1"})
    agreed(note, cast)
    assert SOMETHING not in page(cast.amara.user, "/why/")
    agreed(reason, cast)
    assert page(cast.amara.user, "/why/").count(SOMETHING) == 1
    assert page(cast.amara.user, "/my-story/?by=section&in=why_in_care").count(SOMETHING) == 1
    section = now_of(note).section
    assert SOMETHING in page(cast.amara.user, f"/my-story/?by=section&in={section}")
    assert SOMETHING not in page(cast.amara.user, "/my-story/?by=section&in=money")


def test_nobody_else_reads_it_as_the_young_person_does(cast: Cast, note: Entry) -> None:
    made = agreed(note, cast)
    assert SOMETHING not in page(cast.noor.user)
    for name in ("kept_back_again", "kept_back_talk"):
        for user in (cast.noor.user, cast.carys, cast.ben):
            assert user
            assert sign_in(Client(), user).post(reverse(f"portal:{name}", args=[made.pk])).status_code == 404
    assert not Task.objects.filter(kind__in=(TaskKind.LOOK_AGAIN, TaskKind.TALK)).exists()


def test_the_story_asks_no_more_questions_for_what_it_cannot_show(cast: Cast, note: Entry) -> None:
    assert cast.amara.user
    client, counts = sign_in(Client(), cast.amara.user), []
    for _turn in range(2):
        with CaptureQueriesContext(connection) as asked:
            client.get("/my-story/?by=time")
        counts.append(len(asked))
        if len(counts) == 1:
            agreed(note, cast)
    assert counts[0] == counts[1] <= 15


# --- asking somebody else ----------------------------------------------------------------------------------


@pytest.mark.need("R66")
@pytest.mark.parametrize(("second", "other"), [("joan", "david"), ("david", "joan")])
def test_another_look_goes_to_somebody_who_did_not_decide(cast: Cast, note: Entry, second: str, other: str) -> None:
    made = agreed(note, cast, second=second)
    assert cast.amara.user
    client = sign_in(Client(), cast.amara.user)
    for _twice in range(2):
        assert client.post(reverse("portal:kept_back_again", args=[made.pk])).status_code == 302
    task = Task.objects.get(kind=TaskKind.LOOK_AGAIN)
    assert task.for_user == getattr(cast, other)
    assert "You asked someone else to look again on 18 November 2026." in page(cast.amara.user)
    for name in ("ben", second):
        with pytest.raises(NotAllowed):
            settle_look_again(task=task, stays=True, words="No.", by=getattr(cast, name), now=EVEN_LATER)
    settle_look_again(task=task, stays=False, words="You can read it soon.", by=getattr(cast, other), now=EVEN_LATER)
    assert now_of(note).state == State.WAITING
    assert "You can read it soon." in page(cast.amara.user, "/what-i-asked/")


def test_looked_at_again_and_kept_it_is_asked_once_for_each_decision(cast: Cast, note: Entry) -> None:
    made = agreed(note, cast)
    assert cast.amara.user
    task = ask_to_look_again(sharing=made, by=cast.amara.user, now=LATER)
    settle_look_again(task=task, stays=True, words="Not yet. We are sorry.", by=cast.david, now=EVEN_LATER)
    assert now_of(note).state == State.WITHHELD
    assert AuditEvent.objects.get(event=Event.WITHHOLDING_KEPT).by_name == "David Osei"
    assert ask_to_look_again(sharing=made, by=cast.amara.user, now=EVEN_LATER) == Task.objects.get(kind=TaskKind.LOOK_AGAIN)


def test_nobody_asks_about_what_they_were_not_told_of(cast: Cast, note: Entry) -> None:
    made = withheld(note, cast.ben)
    assert cast.amara.user
    with refused("not_found"):
        ask_to_look_again(sharing=made, by=cast.amara.user, now=LATER)


# --- the pages of staff ------------------------------------------------------------------------------------


def test_the_manager_finds_it_on_the_desk_and_confirms_on_the_entrys_page(cast: Cast, note: Entry) -> None:
    made = withheld(note, cast.ben)
    joan, address = sign_in(Client(), cast.joan), reverse("portal:staff_entry", args=[note.pk])
    desk = joan.get(reverse("portal:desk")).content.decode()
    assert "Waiting for a second person" in desk
    assert joan.get(reverse("portal:task", args=[Task.objects.get().pk]))["Location"] == address
    page = joan.get(address).content.decode()
    assert page.index("I agree. Keep it closed") < page.index('id="decide"'), "what is asked of them stands first"
    assert "I agree. Keep it closed" not in sign_in(Client(), cast.ben).get(address).content.decode()
    empty = joan.post(reverse("portal:entry_return_withholding", args=[note.pk]), {"reason": ""})
    assert (empty.status_code, "Say why you send it back" in empty.content.decode()) == (422, True)
    assert joan.post(reverse("portal:entry_confirm_withholding", args=[note.pk]), {"reason": ""}).status_code == 302
    assert SharingCheck.objects.get(sharing=made).agrees
    assert "Joan Mills confirmed this withholding" in joan.get(address).content.decode()


def test_the_one_who_looks_again_answers_on_the_tasks_page(cast: Cast, note: Entry) -> None:
    made = agreed(note, cast)
    assert cast.amara.user
    task = ask_to_look_again(sharing=made, by=cast.amara.user, now=LATER)
    address = reverse("portal:task", args=[task.pk])
    assert "What did you find?" not in sign_in(Client(), cast.joan).get(address).content.decode()
    david = sign_in(Client(), cast.david)
    assert "asked for somebody else to look again" in david.get(reverse("portal:desk")).content.decode()
    assert "Zebrafinch" in david.get(address).content.decode()
    assert david.post(address, {"stays": "no", "words": "Your worker reads it with you."}).status_code == 302
    assert now_of(note).state == State.WAITING

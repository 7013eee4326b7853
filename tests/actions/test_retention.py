"""How long records are kept: reckoned by the sweep, asked about by people, held, and never deleted by a timer."""

import json
from datetime import date, datetime, timedelta
from io import StringIO

import pytest
from dateutil.relativedelta import relativedelta
from django.core.management import call_command

from audit.events import Event
from audit.models import AuditEvent
from audit.who import THE_PORTAL
from moderation.jobs import sweep_now
from official_file.actions.dispose import decline_disposal, dispose
from official_file.actions.keep_longer import keep_longer
from official_file.actions.open_appraisals import open_appraisals
from official_file.actions.place_hold import lift_hold, place_hold
from official_file.actions.propose_disposal import propose_disposal
from official_file.models import Disposal, DisposalProposal, Entry, EntryNow, EntryPayload, RetentionHold
from official_file.retention import adoption_orders, reckon_retention
from people.errors import NotAllowed
from people.models import Child, Task, TaskKind
from tests.cast import NOW, Cast
from tests.factories.entries import an_entry

pytestmark = pytest.mark.django_db
LONG_AGO = date(1898, 6, 15)  # due for more than 50 years


def until(child: Child) -> date | None:
    return Child.objects.get(pk=child.pk).retention_until


def make_due(child: Child) -> Entry:
    """A record whose time ended long ago, with something in it."""
    Child.objects.filter(pk=child.pk).update(date_of_birth=LONG_AGO)
    return an_entry(child, "note", date(1910, 1, 1), text="She was brought in.")


def appraisals() -> list[Task]:
    return list(Task.objects.filter(kind=TaskKind.APPRAISE_RECORD))


@pytest.mark.parametrize(
    ("facts", "kept"),
    [
        ({}, date(2088, 3, 2)),
        ({"nation": "SC"}, date(2113, 3, 2)),
        ({"nation": "NI"}, date(2088, 3, 2)),
        ({"date_of_birth": date(2008, 2, 29)}, date(2083, 3, 1)),
        ({"died_on": date(2026, 3, 1)}, date(2041, 2, 28)),
        ({"died_on": date(2026, 3, 1), "nation": "SC"}, date(2051, 2, 28)),
        ({"date_of_birth": None}, None),
    ],
)
def test_the_sweep_stores_how_long_the_law_keeps_each_record(cast: Cast, facts: dict[str, object], kept: date | None) -> None:
    Child.objects.filter(pk=cast.amara.pk).update(**facts)
    reckon_retention()
    assert until(cast.amara) == kept


def test_reckoned_twice_nothing_changes_and_a_changed_fact_changes_the_day(cast: Cast) -> None:
    assert reckon_retention() == 3
    assert reckon_retention() == 0
    Child.objects.filter(pk=cast.noor.pk).update(date_of_birth=date(2016, 1, 1))
    assert reckon_retention() == 1
    assert until(cast.noor) == date(2091, 1, 1)


def test_an_adoption_order_keeps_the_record_for_a_hundred_years(cast: Cast) -> None:
    an_entry(cast.amara, "left_care", date(2019, 1, 1), facts={"code": "E11"})
    an_entry(cast.noor, "left_care", date(2019, 1, 1), facts={"code": "E4"})
    assert adoption_orders() == {cast.amara.pk: date(2019, 1, 1)}
    reckon_retention()
    assert (until(cast.amara), until(cast.noor)) == (date(2119, 1, 1), date(2092, 6, 20))


def test_a_record_due_for_fifty_years_is_whole_after_every_sweep(cast: Cast) -> None:
    """A timer asks people. It deletes nothing, however often it runs."""
    entry = make_due(cast.amara)
    for years in range(0, 60, 10):
        sweep_now(NOW + relativedelta(years=years))
    assert EntryPayload.objects.get(entry=entry).parsed["text"] == "She was brought in."
    assert (Entry.objects.count(), EntryNow.objects.count(), Disposal.objects.count(), DisposalProposal.objects.count()) == (1, 1, 0, 0)
    asked = [(task.for_role, task.done_at) for task in appraisals() if task.child == cast.amara]
    assert asked == [("ig_officer", None)]


def test_people_are_asked_once_about_a_record_whose_time_is_over_and_not_a_day_before(cast: Cast) -> None:
    Child.objects.filter(pk=cast.amara.pk).update(date_of_birth=date(1951, 11, 18))
    day = datetime(2026, 11, 18, 10, tzinfo=NOW.tzinfo)
    assert sweep_now(day)["appraisals_opened"] == 0
    assert sweep_now(day + timedelta(days=1))["appraisals_opened"] == 1
    assert sweep_now(day + timedelta(days=1, minutes=5))["appraisals_opened"] == 0
    assert AuditEvent.objects.filter(event=Event.APPRAISAL_OPENED).count() == 1


def test_of_somebody_whose_birth_nobody_knows_nobody_is_ever_asked(cast: Cast) -> None:
    Child.objects.update(date_of_birth=None)
    assert sweep_now(NOW + relativedelta(years=300))["appraisals_opened"] == 0


def test_a_stored_day_that_the_facts_do_not_bear_out_opens_nothing(cast: Cast) -> None:
    """The stored day is an index: it was written by hand, or before a date of birth was put right."""
    Child.objects.filter(pk=cast.amara.pk).update(retention_until=date(2000, 1, 1))
    assert open_appraisals(by=THE_PORTAL, now=NOW) == 0


def test_while_a_hold_stands_nobody_is_asked(cast: Cast) -> None:
    make_due(cast.amara)
    hold = place_hold(child=cast.amara, ground="inquiry", reason="A public inquiry.", by=cast.ben, now=NOW)
    assert sweep_now(NOW)["appraisals_opened"] == 0
    lift_hold(hold=hold, why="The inquiry has reported.", by=cast.joan, now=NOW)
    assert sweep_now(NOW)["appraisals_opened"] == 1


def test_a_record_that_people_keep_is_looked_at_again_after_five_years(cast: Cast) -> None:
    make_due(cast.amara)
    sweep_now(NOW)
    keep_longer(task=appraisals()[0], reason="Her family asks for it.", by=cast.imani, now=NOW)
    assert sweep_now(NOW + relativedelta(years=5) - timedelta(days=1))["appraisals_opened"] == 0
    assert sweep_now(NOW + relativedelta(years=5, days=1))["appraisals_opened"] == 1


@pytest.mark.parametrize(
    ("who", "reason", "code"), [("imani", " ", "no_reason"), ("ben", "Why not.", "not_your_role"), ("tom", "Why not.", "not_your_role")]
)
def test_only_information_governance_keeps_a_record_longer_and_says_why(cast: Cast, who: str, reason: str, code: str) -> None:
    make_due(cast.amara)
    sweep_now(NOW)
    with pytest.raises(NotAllowed) as refusal:
        keep_longer(task=appraisals()[0], reason=reason, by=getattr(cast, who), now=NOW)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    ("who", "ground", "reason", "code"),
    [
        ("ben", "because", "A claim.", "no_such_ground"),
        ("ben", "claim", "  ", "no_reason"),
        ("dev", "claim", "A claim.", "not_in_reach"),
        ("ruth", "claim", "A claim.", "not_your_role"),
    ],
)
def test_a_hold_needs_a_ground_a_reason_and_somebody_who_may_see_the_record(
    cast: Cast, who: str, ground: str, reason: str, code: str
) -> None:
    with pytest.raises(NotAllowed) as refusal:
        place_hold(child=cast.amara, ground=ground, reason=reason, by=getattr(cast, who), now=NOW)
    assert refusal.value.code == code
    assert not RetentionHold.objects.exists()


def test_a_hold_is_lifted_once_with_a_reason_by_somebody_who_makes_second_decisions(cast: Cast) -> None:
    hold = place_hold(child=cast.amara, ground="police", reason="The police asked.", by=cast.ben, now=NOW)
    for who, why, code in ((cast.ben, "Over.", "not_your_role"), (cast.joan, " ", "no_reason")):
        with pytest.raises(NotAllowed) as refusal:
            lift_hold(hold=hold, why=why, by=who, now=NOW)
        assert refusal.value.code == code
    lift_hold(hold=hold, why="They closed it.", by=cast.joan, now=NOW)
    with pytest.raises(NotAllowed, match="already_done"):
        lift_hold(hold=hold, why="Again.", by=cast.joan, now=NOW)
    events = AuditEvent.objects.filter(event__in=(Event.HOLD_PLACED, Event.HOLD_LIFTED)).order_by("position")
    assert [(event.event, event.by_name) for event in events] == [(Event.HOLD_PLACED, "Ben Hughes"), (Event.HOLD_LIFTED, "Joan Mills")]
    stored = RetentionHold.objects.get(pk=hold.pk)
    assert (stored.lifted_by, stored.lifted_at, stored.lifted_why) == (cast.joan, NOW, "They closed it.")


def test_a_hold_blocks_the_proposal_and_the_disposal_and_neither_destroys_anything(cast: Cast) -> None:
    """DPA 2018 s 173: nothing is destroyed while somebody asked for it."""
    entry = make_due(cast.amara)
    sweep_now(NOW)
    proposal = propose_disposal(entry=entry, ground="retention", reason="Its time is over.", by=cast.imani, now=NOW)
    hold = place_hold(child=cast.amara, ground="access_request", reason="Her daughter asked.", by=cast.ben, now=NOW)
    with pytest.raises(NotAllowed) as refusal:
        dispose(proposal=proposal, by=cast.tom, now=NOW)
    assert "may be destroyed now: somebody asked for this file." in str(refusal.value.sentence)
    other = an_entry(cast.amara, "note", date(1911, 1, 1), text="She wrote home.")
    with pytest.raises(NotAllowed, match="held"):
        propose_disposal(entry=other, ground="erasure", reason="Art 17.", by=cast.imani, now=NOW)
    assert EntryPayload.objects.count() == 2
    lift_hold(hold=hold, why="She has it.", by=cast.joan, now=NOW)
    dispose(proposal=proposal, by=cast.tom, now=NOW)
    assert EntryPayload.objects.get().entry == other


def test_a_second_person_may_say_no_while_a_hold_stands(cast: Cast) -> None:
    entry = make_due(cast.amara)
    sweep_now(NOW)
    proposal = propose_disposal(entry=entry, ground="retention", reason="Its time is over.", by=cast.imani, now=NOW)
    place_hold(child=cast.amara, ground="claim", reason="A claim.", by=cast.ben, now=NOW)
    decline_disposal(proposal=proposal, reason="There is a claim.", by=cast.tom, now=NOW)
    assert EntryPayload.objects.count() == 1


def test_the_command_counts_what_the_sweep_did(cast: Cast) -> None:
    make_due(cast.amara)
    out = StringIO()
    call_command("sweep", "--json", stdout=out, stderr=StringIO())
    done = json.loads(out.getvalue())["done"]
    assert (done["retention_reckoned"], done["appraisals_opened"]) == (3, 1)

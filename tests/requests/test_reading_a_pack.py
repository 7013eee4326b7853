"""Reading what was gathered, thing by thing: who may, what the law asks first, and two officers at once."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from access_requests.actions.answer_conflict import answer_conflict
from access_requests.actions.give_all_like import give_all_like
from access_requests.actions.propose_answer import propose_answer
from access_requests.actions.say_of_item import say_of_item
from access_requests.lifecycle import Answer
from access_requests.models import AccessRequest, ConflictAnswer, ItemReading
from access_requests.pack import Counts, Says
from access_requests.queries.pack import newest_reading, progress
from access_requests.queries.pack_conflicts import answers_for, conflicts_of, open_conflicts
from law.working_time import london_day
from tests.cast import NOW, Cast
from tests.factories.packs import THINGS, WHY, a_pack, basis, hold, in_conflict, item_of, read, say, thing
from tests.refusals import refused

TODAY = london_day(NOW)


@pytest.fixture
def pack(cast: Cast) -> AccessRequest:
    """Idris's pack, of which nobody has read anything."""
    return a_pack(cast)


def test_reading_is_counted_in_things_and_pages(pack: AccessRequest, cast: Cast) -> None:
    assert progress(pack) == Counts(total=4, pages=4)
    say(item_of(pack, "A visit"), Says.HIDE_PARTS, cast.imani, why="His aunt's illness.")
    hold(item_of(pack, "A letter"), cast.imani)
    assert progress(pack) == Counts(total=4, read=2, pages=4, pages_read=2, hide=1, hold=1)
    read(pack, cast)
    assert progress(pack) == Counts(total=4, read=4, pages=4, pages_read=4, give=2, hide=1, hold=1)


def test_two_officers_at_once_do_not_decide_over_each_other(pack: AccessRequest, cast: Cast) -> None:
    visit = item_of(pack, "A visit")
    say_of_item(item=visit, says=Says.HIDE_PARTS, by=cast.imani, now=NOW, seen="")
    with refused("read_meanwhile"):
        say_of_item(item=visit, says=Says.GIVE, by=cast.sana, now=NOW, seen="")
    first = newest_reading(visit)
    assert first
    say_of_item(item=visit, says=Says.GIVE, by=cast.sana, now=NOW, seen=str(first.pk))
    assert [one.says for one in ItemReading.objects.filter(item=visit)] == ["hide_parts", "give"]
    assert progress(pack).give == 1


@pytest.mark.parametrize("code", ["PR_WISHES", "PR_ABUSE", "ADOPTION", "DUPLICATE", "NOT_FOUND", "REPORTER_WAIT", "NO_SUCH", ""])
def test_a_ground_the_law_does_not_give_is_refused(pack: AccessRequest, cast: Cast, code: str) -> None:
    with refused("no_such_ground"):
        say(item_of(pack, "A visit"), Says.HOLD_BACK, cast.imani, ground=code, why=WHY)


def test_a_ground_is_used_when_all_it_asks_is_answered(pack: AccessRequest, cast: Cast) -> None:
    visit = item_of(pack, "A visit")
    with refused("no_reason"):
        say(visit, Says.HOLD_BACK, cast.imani, ground="TP_PRIVATE", why=" ", basis=basis("TP_PRIVATE"))
    with refused("not_a_reason"):
        say(visit, Says.HOLD_BACK, cast.imani, ground="TP_PRIVATE", why="It might upset him.", basis=basis("TP_PRIVATE"))
    with refused("basis:official"):
        say(visit, Says.HOLD_BACK, cast.imani, ground="TP_PRIVATE", why=WHY, basis=basis("TP_PRIVATE", official="yes"))
    with refused("basis:parts"):
        say(visit, Says.HOLD_BACK, cast.imani, ground="TP_PRIVATE", why=WHY, basis=basis("TP_PRIVATE", parts=""))
    with refused("basis:opinion_on"):
        say(visit, Says.HOLD_BACK, cast.imani, ground="SH_HEALTH", why=WHY, basis=basis("SH_HEALTH", opinion_on="2026-05-01"))
    with refused("basis:day"):
        say(visit, Says.HOLD_BACK, cast.imani, ground="SH_HEALTH", why=WHY, basis=basis("SH_HEALTH", opinion_on="last week"))
    hold(visit, cast.imani)
    kept = newest_reading(visit)
    assert kept
    assert kept.basis["parts"] == "As we wrote it down."
    assert kept.why == WHY


def test_something_about_health_is_given_when_they_know_it_or_a_health_worker_says_so(pack: AccessRequest, cast: Cast) -> None:
    """DPA 2018 Sch 3 para 6, for what the record says is about health and for what its reader finds to be."""
    check, visit = item_of(pack, "A health check"), item_of(pack, "A visit")
    for item, more in ((check, {}), (visit, {"health": "yes"})):
        for says in (Says.GIVE, Says.HIDE_PARTS):
            with refused("basis:known"):
                say_of_item(item=item, says=says, by=cast.imani, now=NOW, basis=more)
        with refused("basis:opinion_on"):
            old = more | {"opinion_by": "Dr Ada Lum", "opinion_on": str(TODAY - timedelta(days=200))}
            say_of_item(item=item, says=Says.GIVE, by=cast.imani, now=NOW, basis=old)
        live = more | {"opinion_by": "Dr Ada Lum, paediatrician", "opinion_on": "2026-11-02"}
        assert say_of_item(item=item, says=Says.GIVE, by=cast.imani, now=NOW, basis=live).basis == live


def test_plain_facts_of_one_kind_are_given_together_and_nothing_else_is(cast: Cast) -> None:
    more = [thing(f"Home {year}", "home", date(year, 4, 1), facts={"place": "U1"}) for year in (2000, 2001)]
    pack = a_pack(cast, [*THINGS, *more])
    hold(item_of(pack, "Home 2001"), cast.imani)
    assert give_all_like(item=item_of(pack, "A home"), by=cast.imani, now=NOW) == 2
    assert progress(pack).hold == 1
    for title in ("A visit", "A health check", "A letter"):
        with refused("not_plain"):
            give_all_like(item=item_of(pack, title), by=cast.imani, now=NOW)


def test_what_was_set_aside_is_not_read(pack: AccessRequest, cast: Cast) -> None:
    visit = item_of(pack, "A visit")
    visit.set_aside, visit.set_aside_why = "another_child", "Noor's."
    visit.save(update_fields=["set_aside", "set_aside_why"])
    with refused("set_aside"):
        say(visit, Says.GIVE, cast.imani)
    assert progress(pack).total == 3


@pytest.mark.need("R76")
def test_dates_that_cannot_be_right_are_asked_about_before_anything_is_proposed(cast: Cast) -> None:
    pack = in_conflict(cast)
    asked = open_conflicts(pack, TODAY)
    assert {one.rule for one in asked} >= {7, 8}
    with refused("conflicts"):
        propose_answer(request=pack, answer=Answer.GIVE, by=cast.imani, now=NOW)
    seventh = next(one for one in asked if one.rule == 7)
    with refused("no_words"):
        answer_conflict(request=pack, key=seventh.key, says=ConflictAnswer.Says.NOT_KNOWN, words=" ", by=cast.imani, now=NOW)
    with refused("which"):
        answer_conflict(
            request=pack, key=seventh.key, says=ConflictAnswer.Says.KNOWN, words="The day.", right=uuid4(), by=cast.imani, now=NOW
        )
    with refused("no_such_conflict"):
        answer_conflict(request=pack, key="x", says=ConflictAnswer.Says.NOT_KNOWN, words="?", by=cast.imani, now=NOW)
    for one in asked:
        says = ConflictAnswer.Says.KNOWN if one.rule == 7 else ConflictAnswer.Says.NOT_KNOWN
        answer_conflict(
            request=pack, key=one.key, says=says, words="The visit was on 1 June.", right=one.items[0].pk, by=cast.imani, now=NOW
        )
    assert open_conflicts(pack, TODAY) == []
    assert propose_answer(request=pack, answer=Answer.GIVE, by=cast.imani, now=NOW).proposes == Answer.GIVE


@pytest.mark.need("R76")
def test_what_was_said_of_a_conflict_stands_beside_its_papers_and_changes_none(cast: Cast) -> None:
    pack = in_conflict(cast)
    visit = item_of(pack, "Visit two")
    asked = next(one for one in conflicts_of(pack, TODAY) if one.rule == 7)
    before = visit.frozen
    for words in ("First thought.", "We do not know."):
        answer_conflict(request=pack, key=asked.key, says=ConflictAnswer.Says.NOT_KNOWN, words=words, by=cast.imani, now=NOW)
    assert [one.words for one in answers_for(pack, [visit.pk])[visit.pk]] in (["We do not know."], ["First thought."])
    visit.refresh_from_db()
    assert visit.frozen == before


@pytest.mark.need("R76")
def test_two_workers_for_one_job_are_asked_about_where_two_sources_say_so(cast: Cast) -> None:
    facts = {"role": "social worker"}
    one = thing("Worker one", "worker_period", date(1999, 1, 1), facts=facts | {"name": "Jo Reed"})
    two = thing("Worker two", "worker_period", date(1999, 1, 1), facts=facts | {"name": "Sam Hill"})
    pack = a_pack(cast, [one, two])
    assert conflicts_of(pack, TODAY) == []  # one source that says both is a handover, or a team

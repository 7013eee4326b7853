"""What a reader chooses for themselves, what a worker says an entry is about, and reading together."""

from datetime import date, timedelta
from importlib import import_module

import pytest
from django.apps import apps

from audit.models import AuditEvent
from official_file.actions.ask_for_company import ask_for_company, read_alone_after_all
from official_file.actions.keep_place import keep_place, let_place_go
from official_file.actions.never_show import never_show, show_again
from official_file.actions.open_entry import open_entry
from official_file.actions.read_together import end_reading_together, note_read_together, start_reading_together
from official_file.actions.say_themes import say_themes
from official_file.actions.set_aside import set_aside, take_back
from official_file.models import Entry, EntryNow, NowTheme, ReaderChoice
from official_file.models.now import State
from official_file.pace import guarded, notes_for, place_of
from official_file.projection import rebuild
from official_file.queries import waiting_count
from official_file.reader_choices import never_shown, things_set_aside
from official_file.themes import THEMES
from people.errors import NotAllowed
from people.models import Task, TaskKind
from tests.cast import NOW, Cast
from tests.factories.entries import an_entry, now_of

pytestmark = pytest.mark.django_db
LONG_AGO = date(2020, 1, 8)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
LATER = NOW + 3 * DAY


def a_home(cast: Cast) -> Entry:
    return an_entry(cast.amara, "home", LONG_AGO, facts={"place": "U4"})


def an_open_visit(cast: Cast, **how: bool) -> Entry:
    visit = an_entry(cast.amara, "visit", LONG_AGO, text="We talked.", facts={"title": "A visit"})
    open_entry(entry=visit, by=cast.ben, now=NOW, **how)
    return visit


def sees(cast: Cast, entry: Entry, at=LATER) -> bool:
    return EntryNow.objects.visible_to(cast.amara.user, at).filter(pk=entry.pk).exists()


@pytest.mark.need("M4")
def test_a_kind_chosen_away_is_gone_until_they_change_their_mind(cast: Cast) -> None:
    home, visit = a_home(cast), an_open_visit(cast)
    say_themes(entry=visit, themes=["death"], by=cast.ben, now=NOW)
    mine = {"child": cast.amara, "theme": "death", "by": cast.amara.user, "now": NOW}
    never_show(**mine)
    never_show(**mine)
    assert never_shown(cast.amara) == ["death"]
    assert (sees(cast, home), sees(cast, visit)) == (True, False)
    assert EntryNow.objects.visible_to(cast.ben, NOW).filter(pk=visit.pk).exists()
    assert show_again(**mine) == 1
    assert sees(cast, visit)


@pytest.mark.need("M4")
def test_what_nobody_has_said_the_kind_of_stays_closed_while_a_choice_stands(cast: Cast) -> None:
    visit = an_open_visit(cast)
    never_show(child=cast.amara, theme="death", by=cast.amara.user, now=NOW)
    assert not sees(cast, visit)
    say_themes(entry=visit, themes=["family"], by=cast.ben, now=NOW)
    assert sees(cast, visit)


def test_what_they_never_want_to_see_is_not_even_counted_as_waiting(cast: Cast) -> None:
    an_entry(cast.amara, "missing_episode", LONG_AGO, facts={"code": "M"})
    assert waiting_count(cast.amara) == 1
    never_show(child=cast.amara, theme="missing", by=cast.amara.user, now=NOW)
    assert waiting_count(cast.amara) == 0


@pytest.mark.parametrize("who", ["ben", "noor"])
def test_nobody_chooses_for_somebody_else(cast: Cast, who: str) -> None:
    by = getattr(cast, who)
    by = getattr(by, "user", by)
    home = a_home(cast)
    for verb, more in ((never_show, {"theme": "death"}), (set_aside, {"entry": home}), (keep_place, {"entry": home})):
        with pytest.raises(NotAllowed):
            verb(child=cast.amara, by=by, now=NOW, **more)
    assert not ReaderChoice.objects.exists()


@pytest.mark.need("M4")
def test_not_now_lasts_until_it_is_taken_back_or_its_time_is_over(cast: Cast) -> None:
    home, events = a_home(cast), AuditEvent.objects.count()
    mine = {"child": cast.amara, "entry": home, "by": cast.amara.user, "now": NOW}
    set_aside(**mine, until=NOW + 7 * DAY)
    assert not sees(cast, home)
    assert [row.pk for row in things_set_aside(cast.amara.user, LATER)] == [home.pk]
    assert sees(cast, home, NOW + 8 * DAY)
    set_aside(**mine)
    assert not sees(cast, home, NOW + 800 * DAY)
    assert take_back(**mine) == 1
    assert sees(cast, home)
    assert AuditEvent.objects.count() == events
    with pytest.raises(NotAllowed):
        set_aside(**mine, until=NOW)


def test_a_place_moves_with_the_reader_until_they_fix_it(cast: Cast) -> None:
    first, second = a_home(cast), a_home(cast)
    mine = {"child": cast.amara, "by": cast.amara.user, "now": NOW}
    keep_place(entry=first, **mine)
    keep_place(entry=second, **mine)
    assert place_of(cast.amara) == second
    keep_place(entry=first, fixed=True, **mine)
    keep_place(entry=second, **mine)
    assert place_of(cast.amara) == first
    let_place_go(**mine)
    assert place_of(cast.amara) is None


def test_what_a_worker_says_and_what_a_rule_knows_stand_together_also_when_made_anew(cast: Cast) -> None:
    missing = an_entry(cast.amara, "missing_episode", LONG_AGO, facts={"code": "M"})
    visit = an_open_visit(cast)
    assert not now_of(visit).classified
    say_themes(entry=missing, themes=["violence"], by=cast.ben, now=NOW)
    say_themes(entry=visit, themes=["violence"], by=cast.ben, now=NOW)
    say_themes(entry=visit, themes=[], by=cast.ben, now=NOW + HOUR)
    wanted = {missing.pk: [THEMES["violence"].label, THEMES["missing"].label]}
    assert notes_for([missing.pk, visit.pk]) == wanted
    assert now_of(visit).classified
    NowTheme.objects.all().delete()
    rebuild(Entry.objects.filter(child=cast.amara).order_by("position"))
    assert notes_for([missing.pk, visit.pk]) == wanted
    assert now_of(visit).classified
    assert guarded([missing.pk, visit.pk]) == {missing.pk}


def test_an_update_says_of_what_was_there_before_what_rules_know(cast: Cast) -> None:
    missing, visit = an_entry(cast.amara, "missing_episode", LONG_AGO, facts={"code": "M"}), an_open_visit(cast)
    NowTheme.objects.all().delete()
    EntryNow.objects.update(classified=False)
    import_module("official_file.migrations.0009_themes_by_rule").say_what_is_known(apps, None)
    assert notes_for([missing.pk, visit.pk]) == {missing.pk: [THEMES["missing"].label]}
    assert (now_of(missing).classified, now_of(visit).classified) == (True, False)


def test_only_who_may_decide_says_what_an_entry_is_about(cast: Cast) -> None:
    visit = an_open_visit(cast)
    for by, themes in ((cast.carys, ["death"]), (cast.ben, ["aliens"])):
        with pytest.raises(NotAllowed):
            say_themes(entry=visit, themes=themes, by=by, now=NOW)


@pytest.mark.need("M5")
def test_what_is_for_two_is_open_only_while_they_read_together(cast: Cast) -> None:
    visit = an_open_visit(cast, with_support=True, with_them=True)
    assert not sees(cast, visit)
    runs = start_reading_together(child=cast.amara, minutes=30, by=cast.ben, now=LATER)
    assert sees(cast, visit, LATER + timedelta(minutes=29))
    note_read_together(child=cast.amara, entry=visit, by=cast.amara.user, now=LATER)
    note_read_together(child=cast.amara, entry=visit, by=cast.amara.user, now=LATER)
    assert not sees(cast, visit, LATER + timedelta(minutes=30))
    with pytest.raises(NotAllowed):
        start_reading_together(child=cast.amara, minutes=15, by=cast.ben, now=LATER)
    end_reading_together(together=runs, by=cast.amara.user, now=LATER + timedelta(minutes=5))
    assert not sees(cast, visit, LATER + timedelta(minutes=6))
    assert [row.entry_id for row in runs.read.all()] == [visit.pk]
    assert start_reading_together(child=cast.amara, minutes=15, by=cast.joan, now=LATER + HOUR)


@pytest.mark.need("M5")
@pytest.mark.parametrize(("who", "minutes"), [("carys", 30), ("david", 30), ("ben", 45)])
def test_only_who_works_with_them_begins_for_a_time_there_is(cast: Cast, who: str, minutes: int) -> None:
    with pytest.raises(NotAllowed):
        start_reading_together(child=cast.amara, minutes=minutes, by=getattr(cast, who), now=NOW)


@pytest.mark.need("M5")
def test_they_may_ask_for_company_with_one_entry_and_read_it_alone_after_all(cast: Cast) -> None:
    home = a_home(cast)
    mine = {"child": cast.amara, "entry": home, "by": cast.amara.user}
    task = ask_for_company(**mine, now=NOW)
    assert (task.kind, task.words) == (TaskKind.TALK, "I want to read this with you there.")
    assert Task.objects.open().filter(child=cast.amara).count() == 1
    assert now_of(home).state == State.WITH_SUPPORT
    assert not sees(cast, home)
    read_alone_after_all(**mine, now=NOW + HOUR)
    assert sees(cast, home)


@pytest.mark.need("M5")
def test_what_a_worker_said_is_for_two_they_cannot_open_alone(cast: Cast) -> None:
    visit = an_open_visit(cast, with_support=True)
    with pytest.raises(NotAllowed):
        read_alone_after_all(child=cast.amara, entry=visit, by=cast.amara.user, now=LATER)

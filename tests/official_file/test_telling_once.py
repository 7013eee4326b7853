"""Two entries that a person calls one event: told once, undone as easily, and no door opens at the back."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from official_file.actions.confirm_withholding import confirm_withholding
from official_file.actions.dispose import dispose
from official_file.actions.hold_entry import hold_entry
from official_file.actions.not_about_me import not_about_me
from official_file.actions.open_entry import open_entry
from official_file.actions.part_source import part_source
from official_file.actions.say_one_event import say_one_event
from official_file.actions.say_two_events import say_two_events
from official_file.actions.settle_not_mine import settle_not_mine
from official_file.actions.withhold_entry import withhold_entry
from official_file.models import DisposalProposal, Entry, EntryNow, EntrySource, PossibleDuplicate, Sharing, SourceSaid
from official_file.models.now import State
from official_file.projection import rebuild, refresh
from official_file.queries import entries_for
from official_file.telling_once import roots
from official_file.verify import verify
from official_file.withheld import withheld_from
from people.errors import NotAllowed
from tests.cast import NOW, Cast
from tests.factories.joining import BEGAN, ENDED, NOTES, RETURN, SYSTEM, a_joined_home, a_possible_duplicate, an_entry_of, bring_in, told

pytestmark = [pytest.mark.django_db, pytest.mark.database]
LATER, LATER_STILL = NOW + timedelta(hours=1), NOW + timedelta(hours=2)
SOON = date(2026, 12, 1)
HELD: dict[str, Any] = {"until": SOON, "reason": "Court first."}
WITHHELD: dict[str, Any] = {"ground": "SH_SELF", "review_on": SOON, "reason": "It would harm."}


def row(entry: Entry) -> EntryNow:
    """How it stands."""
    found: EntryNow = EntryNow.objects.get(pk=entry.pk)
    return found


def seen(cast: Cast) -> set[UUID]:
    """What Amara sees."""
    return set(entries_for(cast.amara.user, cast.amara, LATER_STILL).values_list("pk", flat=True))


def destroy(entry: Entry, cast: Cast) -> None:
    """She says it is not about her, and two people agree."""
    task = not_about_me(child=cast.amara, entry=entry, by=cast.amara.user, now=NOW)
    settle_not_mine(task=task, theirs=False, words="You are right.", reason="Another girl.", by=cast.imani, now=NOW)
    dispose(proposal=DisposalProposal.objects.get(entry=entry), by=cast.tom, now=LATER)


@pytest.mark.need("M18", "R7")
def test_what_a_worker_calls_one_event_is_told_once(cast: Cast) -> None:
    """The second stands behind the first: she meets one home, staff can still read the other."""
    asked = a_possible_duplicate(cast.amara)
    assert seen(cast) == {asked.first_id, asked.second_id}
    say_one_event(duplicate=asked, by=cast.ben, now=NOW)
    assert seen(cast) == {asked.first_id}
    assert row(asked.second).part_of_id == asked.first_id
    assert EntryNow.objects.visible_to(cast.ben, NOW).filter(pk=asked.second_id).exists()
    assert entries_for(cast.ben, cast.amara, NOW).count() == 1


def test_not_the_same_after_all(cast: Cast) -> None:
    """Each is told for itself again, and the question is settled."""
    asked = a_possible_duplicate(cast.amara)
    say_one_event(duplicate=asked, by=cast.ben, now=NOW)
    say_two_events(duplicate=asked, by=cast.joan, now=LATER)
    assert seen(cast) == {asked.first_id, asked.second_id}
    assert PossibleDuplicate.objects.get().answer == "different"


@pytest.mark.parametrize("close", [lambda **more: hold_entry(**HELD, **more), lambda **more: withhold_entry(**WITHHELD, **more)])
def test_what_was_closed_while_both_were_one_is_closed_in_both_afterwards(cast: Cast, close: Callable[..., Sharing]) -> None:
    """Taking them apart is no way to open the second."""
    asked = a_possible_duplicate(cast.amara, "visit", text="We talked.")
    say_one_event(duplicate=asked, by=cast.ben, now=NOW)
    made = close(entry=asked.first, by=cast.ben, now=LATER)
    say_two_events(duplicate=asked, by=cast.ben, now=LATER_STILL)
    assert row(asked.second).state == row(asked.first).state
    copied = Sharing.objects.get(entry=asked.second)
    assert (copied.decision, copied.by, copied.at, copied.reason) == (made.decision, cast.ben, LATER, made.reason)
    assert seen(cast) == set()


@pytest.mark.parametrize("which", ["first", "second"])
def test_one_that_is_withheld_is_not_joined_to_one_that_is_not(cast: Cast, which: str) -> None:
    """Whoever decides about both first, may say so then."""
    asked = a_possible_duplicate(cast.amara, "visit", text="We talked.")
    withhold_entry(entry=getattr(asked, which), by=cast.ben, now=NOW, **WITHHELD)
    with pytest.raises(NotAllowed, match="not_alike"):
        say_one_event(duplicate=asked, by=cast.ben, now=LATER)
    withhold_entry(entry=asked.second if which == "first" else asked.first, by=cast.ben, now=LATER, **WITHHELD)
    say_one_event(duplicate=asked, by=cast.ben, now=LATER_STILL)


def test_what_is_withheld_twice_as_one_event_is_told_of_once(cast: Cast) -> None:
    """She is told that something is kept back, and not that there were two."""
    asked = a_possible_duplicate(cast.amara, "visit", text="We talked.")
    for entry in (asked.first, asked.second):
        made = withhold_entry(entry=entry, by=cast.ben, now=NOW, **WITHHELD)
        confirm_withholding(sharing=made, by=cast.joan, now=NOW)
    assert len(withheld_from(cast.amara, NOW.date())) == 2
    say_one_event(duplicate=asked, by=cast.ben, now=LATER)
    assert len(withheld_from(cast.amara, NOW.date())) == 1


def test_what_they_can_read_stays_where_they_read_it(cast: Cast) -> None:
    """Of one that is open and one that waits, the open one is told."""
    asked = a_possible_duplicate(cast.amara, "visit", text="We talked.")
    open_entry(entry=asked.second, with_them=True, by=cast.ben, now=NOW)
    say_one_event(duplicate=asked, by=cast.ben, now=LATER)
    assert seen(cast) == {asked.second_id}


def test_a_newer_version_of_either_stays_in_its_place(cast: Cast) -> None:
    """Imports go on: what supersedes the hidden one is hidden, and what supersedes the other tells it."""
    asked = a_possible_duplicate(cast.amara)
    say_one_event(duplicate=asked, by=cast.ben, now=NOW)
    for system, entry in ((RETURN, asked.first), (SYSTEM, asked.second)):
        source = entry.sources.get()
        assert entry.when.start is not None
        bring_in(cast.amara, system, [told(system, "home", entry.when.start, ENDED, key=source.key, place="U4")])
    now = EntryNow.objects.current().get()
    assert now.end_day == ENDED
    hidden = EntryNow.objects.exclude(part_of=None)
    assert set(hidden.values_list("part_of", flat=True)) == {now.pk}
    assert hidden.count() == 2


def test_the_index_is_made_again_from_the_answers(cast: Cast) -> None:
    """Nothing about it lives in the index alone."""
    asked = a_possible_duplicate(cast.amara)
    other = an_entry_of(cast.amara, "documents", "home", BEGAN - timedelta(days=3))
    above = PossibleDuplicate.objects.create(child=cast.amara, first=other, second=asked.first, rule="A", found_at=NOW)
    say_one_event(duplicate=asked, by=cast.ben, now=NOW)
    say_one_event(duplicate=above, by=cast.ben, now=LATER)
    before = {one.pk: one.part_of_id for one in EntryNow.objects.all()}
    assert before == {other.pk: None, asked.first_id: other.pk, asked.second_id: other.pk}
    rebuild(Entry.objects.filter(child=cast.amara).select_related("payload").order_by("position"))
    assert {one.pk: one.part_of_id for one in EntryNow.objects.all()} == before
    refresh(asked.second)
    assert row(asked.second).part_of_id == other.pk
    say_two_events(duplicate=above, by=cast.ben, now=LATER_STILL)
    assert row(asked.second).part_of_id == asked.first_id


def test_nobody_decides_about_an_entry_that_another_tells(cast: Cast) -> None:
    asked = a_possible_duplicate(cast.amara, "visit", text="We talked.")
    say_one_event(duplicate=asked, by=cast.ben, now=NOW)
    with pytest.raises(NotAllowed, match="told_by_another"):
        open_entry(entry=asked.second, by=cast.ben, now=LATER)


def test_only_who_works_with_the_child_answers(cast: Cast) -> None:
    asked = a_possible_duplicate(cast.amara)
    for stranger in (cast.carys, cast.dev, cast.david, cast.imani):
        with pytest.raises(NotAllowed):
            say_one_event(duplicate=asked, by=stranger, now=NOW)


def test_what_is_destroyed_lawfully_is_destroyed_behind_it_too(cast: Cast) -> None:
    """The wrong child's record: the entry, what it tells as the same event, and what each source said."""
    asked = a_possible_duplicate(cast.amara)
    say_one_event(duplicate=asked, by=cast.ben, now=NOW)
    destroy(asked.first, cast)
    assert set(EntryNow.objects.values_list("state", flat=True)) == {State.DISPOSED}
    source = a_joined_home(cast.amara)
    destroy(source.entry, cast)
    assert not SourceSaid.objects.exists()
    assert verify([cast.amara])[1] is None


# --- A source that was joined by a rule ----------------------------------------------------------------------------


def test_a_worker_parts_what_a_rule_joined_and_the_next_import_keeps_them_apart(cast: Cast) -> None:
    """The source gets an entry of its own; what only it knew goes with it."""
    source = a_joined_home(cast.amara)
    assert (row(source.entry).end_day, source.entry.sources.count()) == (ENDED, 2)
    became = part_source(source=source, reason="Two homes.", by=cast.ben, now=NOW)
    stands = {one.entry.sources.get(parted=None).system: one.end_day for one in EntryNow.objects.current()}
    assert stands == {RETURN: None, SYSTEM: ENDED}
    assert became.sources.get().system == SYSTEM
    before = Entry.objects.count()
    for system, end in ((RETURN, None), (SYSTEM, ENDED), (RETURN, None)):
        bring_in(
            cast.amara, system, [told(system, place="U4", end=end, key=source.key, **({"provider": "PR1"} if system == RETURN else {}))]
        )
    assert Entry.objects.count() == before
    assert verify([cast.amara])[1] is None


@pytest.mark.parametrize("close", [lambda **more: hold_entry(**HELD, **more), lambda **more: withhold_entry(**WITHHELD, **more)])
def test_parting_opens_nothing_that_was_closed(cast: Cast, close: Callable[..., Sharing]) -> None:
    """Both are as closed as the one was, and stay so when the index is made again."""
    bring_in(cast.amara, SYSTEM, [told(SYSTEM, "visit", author_name="HUGHES, Ben")])
    bring_in(cast.amara, NOTES, [told(NOTES, "visit", author_name="Ben Hughes", text="We talked.")])
    source = EntrySource.objects.get(system=NOTES)
    close(entry=source.entry, by=cast.ben, now=NOW)
    part_source(source=source, reason="Two homes.", by=cast.ben, now=LATER)
    for _again in range(2):
        assert seen(cast) == set()
        assert not EntryNow.objects.current().filter(state__in=(State.BY_RULE, State.SHARED)).exists()
        rebuild(Entry.objects.filter(child=cast.amara).select_related("payload").order_by("position"))


def test_an_only_source_is_not_parted(cast: Cast) -> None:
    entry = an_entry_of(cast.amara, SYSTEM, "home", BEGAN)
    with pytest.raises(NotAllowed, match="only_source"):
        part_source(source=EntrySource.objects.get(entry=entry), reason="Two.", by=cast.ben, now=NOW)


# --- Who tells it in the end (pure) --------------------------------------------------------------------------------

IDS = [uuid4() for _number in range(5)]


@given(st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), max_size=12))
def test_whatever_was_answered_one_tells_and_nobody_is_lost_in_a_circle(pairs: list[tuple[UUID, UUID]]) -> None:
    """Who tells is told by nobody, and whatever was said to be one is told by the same."""
    tells = roots(pairs)
    assert not set(tells.values()) & tells.keys()
    for first, second in pairs:
        assert tells.get(first, first) == tells.get(second, second)

"""A visit that the dataset only lists and the notes write about: one entry, in the words of the notes, whoever comes first."""

from datetime import date, timedelta

import pytest

from official_file.actions.hold_entry import hold_entry
from official_file.actions.open_entry import open_entry
from official_file.actions.part_source import part_source
from official_file.models import Entry, EntryNow, EntrySource, PossibleDuplicate, SourceSaid
from official_file.models.now import State
from official_file.near_duplicates import propose
from official_file.projection import rebuild
from official_file.queries import entries_for, entry_for
from official_file.sources import staff_sources
from official_file.verify import verify
from people.models import Child
from portal.queries.where_from import where_from
from tests.cast import NOW, Cast
from tests.factories.joining import BEGAN, NOTES, SYSTEM, bring_in, told

pytestmark = [pytest.mark.django_db, pytest.mark.database]
LATER = NOW + timedelta(days=1)
WORDS = {"author_name": "Ben Hughes", "text": "We made a kite.", "title": "Visit at home"}


def written(key: str = "n-1", start: date = BEGAN, **more: object) -> object:
    """What a worker wrote about a visit."""
    return told(NOTES, "visit", start, key=key, **(WORDS | more))


def listed(key: str = "ssd_cla_visits/V1", start: date = BEGAN, **more: object) -> object:
    """What the dataset knows of a visit."""
    return told(SYSTEM, "visit_held", start, key=key, **({"purpose": "care", "seen": 1, "alone": 1} | more))


SAYS = {NOTES: written, SYSTEM: listed}
ORDERS = [(NOTES, SYSTEM), (SYSTEM, NOTES)]


def shown(child: Child) -> list[tuple[str, date, str, list[str]]]:
    """Kind, day, words and systems of every entry that stands."""
    rows = EntryNow.objects.filter(child=child).current().select_related("entry__payload").order_by("day", "kind", "recorded_at")
    return [(row.kind, row.day, row.entry.text, sorted(one.system for one in _sources(row))) for row in rows]


def _sources(row: EntryNow) -> list[EntrySource]:
    return list(row.entry.sources.filter(parted=None))


ONE = ("visit", BEGAN, "We made a kite.", [NOTES, SYSTEM])
BOTH = [("visit", BEGAN, "We made a kite.", [NOTES]), ("visit_held", BEGAN, "", [SYSTEM])]


@pytest.mark.need("M18", "R7")
@pytest.mark.parametrize("order", ORDERS)
def test_whoever_comes_first_it_is_one_entry_in_the_words_of_the_notes_with_both_sources(cast: Cast, order: tuple[str, str]) -> None:
    """Night after night it stays so, and nothing is added."""
    for system in order:
        bring_in(cast.amara, system, [SAYS[system]()])
    assert shown(cast.amara) == [ONE]
    row = EntryNow.objects.current().get()
    assert (row.state, row.entry.facts) == (State.WAITING, {"title": "Visit at home"})
    before = (Entry.objects.count(), EntrySource.objects.count(), SourceSaid.objects.count())
    for system in (*order, *reversed(order)):
        new, joined = bring_in(cast.amara, system, [SAYS[system]()])
        assert (new.drafts, joined, new.unchanged) == ([], 0, 1)
    assert (Entry.objects.count(), EntrySource.objects.count(), SourceSaid.objects.count()) == before
    assert [row.pk for row in entries_for(cast.ben, cast.amara, NOW)] == [row.pk]
    line = next(one for one in staff_sources(row) if one.system == SYSTEM)
    assert line.lists == ("You could talk with the worker on your own.",)
    said = " ".join(f"{one.why} {one.differs}" for one in where_from(row, cast.amara, NOW).sources)
    assert ("A visit that one system only lists" in said, "It only lists the visit" in said) == (True, True)
    assert verify([cast.amara])[1] is None


def test_a_visit_that_was_open_stays_open_while_its_words_wait_for_a_worker(cast: Cast) -> None:
    """Nobody reads the words of the notes because the dataset's line was open, and nothing they could read is taken away."""
    bring_in(cast.amara, SYSTEM, [listed()])
    line = EntryNow.objects.current().get().entry
    open_entry(entry=line, by=cast.ben, now=NOW, with_them=True)
    bring_in(cast.amara, NOTES, [written()])
    words = EntryNow.objects.current().get()
    assert (words.kind, words.state) == ("visit", State.WAITING)
    assert entry_for(cast.amara.user, line.pk, LATER) is not None
    assert entry_for(cast.amara.user, words.pk, LATER) is None
    open_entry(entry=words.entry, by=cast.ben, now=LATER, with_them=True)
    seen = [row.pk for row in entries_for(cast.amara.user, cast.amara, LATER + timedelta(hours=1))]
    assert seen == [words.pk], "told once on every page"


def test_words_that_were_open_stay_as_they_are_when_the_dataset_lists_the_visit(cast: Cast) -> None:
    bring_in(cast.amara, NOTES, [written()])
    words = EntryNow.objects.current().get()
    open_entry(entry=words.entry, by=cast.ben, now=NOW, with_them=True)
    new, joined = bring_in(cast.amara, SYSTEM, [listed()])
    assert (new.drafts, joined) == ([], 1)
    assert entry_for(cast.amara.user, words.pk, LATER) is not None


@pytest.mark.parametrize("order", ORDERS)
def test_what_was_held_stays_held(cast: Cast, order: tuple[str, str]) -> None:
    """A worker who held the first has held what is told with it."""
    bring_in(cast.amara, order[0], [SAYS[order[0]]()])
    held = EntryNow.objects.current().get().entry
    hold_entry(entry=held, until=date(2027, 3, 2), reason="Court.", by=cast.ben, now=NOW)
    bring_in(cast.amara, order[1], [SAYS[order[1]]()])
    assert shown(cast.amara) == [ONE]
    assert not EntryNow.objects.visible_to(cast.amara.user, LATER).filter(kind__startswith="visit").exists()


def test_a_visit_under_a_protection_plan_makes_the_words_as_sensitive(cast: Cast) -> None:
    for order in ORDERS:
        child = Child.objects.create(known_as="Somebody")
        for system in order:
            bring_in(child, system, [written() if system == NOTES else listed(purpose="protection", sensitivity=2)])
        assert EntryNow.objects.current().get(child=child).sensitivity == 2


# --- Two on one day ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second", "asked"),
    [
        pytest.param([written(), written("n-2", text="We cooked.")], [listed()], 2, id="two written, one listed"),
        pytest.param([listed(), listed("ssd_cin_visits/V1", purpose="need")], [written()], 2, id="two listed, one written"),
        pytest.param([written(), written("n-2", text="We cooked.")], [listed(), listed("ssd_cla_visits/V2")], 4, id="two of each"),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_two_of_one_day_are_left_alone_and_a_person_is_asked(
    cast: Cast, first: list[object], second: list[object], asked: int, *, turned: bool
) -> None:
    says = [second, first] if turned else [first, second]
    for drafts in says:
        before = set(Entry.objects.values_list("pk", flat=True))
        bring_in(cast.amara, drafts[0].source.system, drafts)
        propose(entries=list(Entry.objects.exclude(pk__in=before)), now=NOW)
    assert [systems for _kind, _day, _text, systems in shown(cast.amara)] == [
        *([NOTES] for draft in first + second if draft.kind == "visit"),
        *([SYSTEM] for draft in first + second if draft.kind == "visit_held"),
    ]
    pairs = list(PossibleDuplicate.objects.select_related("first__payload", "second__payload"))
    assert len(pairs) == asked
    assert {(one.rule, one.first.kind, one.second.kind) for one in pairs} == {("A", "visit", "visit_held")}


def test_a_second_visit_of_the_day_that_comes_later_takes_nothing_apart(cast: Cast) -> None:
    """What was certain stays; the new one is told for itself, whoever tells it."""
    for system in SAYS:
        bring_in(cast.amara, system, [SAYS[system]()])
    bring_in(cast.amara, NOTES, [written(), written("n-2", text="We cooked.")])
    bring_in(cast.amara, SYSTEM, [listed(), listed("ssd_cla_visits/V2")])
    assert sorted(shown(cast.amara)) == sorted([ONE, ("visit", BEGAN, "We cooked.", [NOTES]), ("visit_held", BEGAN, "", [SYSTEM])])


def test_a_day_apart_is_asked_about_and_not_joined(cast: Cast) -> None:
    bring_in(cast.amara, SYSTEM, [listed()])
    bring_in(cast.amara, NOTES, [written(start=BEGAN + timedelta(days=1))])
    assert len(shown(cast.amara)) == 2
    assert propose(entries=list(Entry.objects.all()), now=NOW) == 1


# --- Later nights ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("moved", [NOTES, SYSTEM])
def test_when_one_of_them_names_another_day_both_stand_alone_and_the_words_where_they_were(
    cast: Cast, order: tuple[str, str], moved: str
) -> None:
    for system in order:
        bring_in(cast.amara, system, [SAYS[system]()])
    words = EntryNow.objects.current().get().entry
    open_entry(entry=words, by=cast.ben, now=NOW, with_them=True)
    other = BEGAN + timedelta(days=40)
    for _again in range(2):
        for system in order:
            bring_in(cast.amara, system, [SAYS[system](start=other) if system == moved else SAYS[system]()])
    day = {NOTES: other if moved == NOTES else BEGAN, SYSTEM: other if moved == SYSTEM else BEGAN}
    assert sorted(shown(cast.amara)) == [("visit", day[NOTES], WORDS["text"], [NOTES]), ("visit_held", day[SYSTEM], "", [SYSTEM])]
    latest = EntryNow.objects.current().get(kind="visit").entry
    assert latest.pk == words.pk or latest.body["supersedes"] == str(words.pk)
    assert entry_for(cast.amara.user, words.pk, LATER) is not None


def test_words_that_are_put_right_stay_joined(cast: Cast) -> None:
    for system in SAYS:
        bring_in(cast.amara, system, [SAYS[system]()])
    bring_in(cast.amara, NOTES, [written(text="We made two kites.")])
    bring_in(cast.amara, SYSTEM, [listed(seen=0)])
    assert shown(cast.amara) == [("visit", BEGAN, "We made two kites.", [NOTES, SYSTEM])]
    said = SourceSaid.objects.filter(source__system=SYSTEM, source__entry=EntryNow.objects.current().get().pk).get()
    assert '"seen":0' in said.body


# --- Taken apart -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("named", [NOTES, SYSTEM])
def test_a_worker_takes_them_apart_and_they_stay_so(cast: Cast, order: tuple[str, str], named: str) -> None:
    """Whichever source is named: the words stay where they are read, and the dataset's line gets an entry of its own."""
    for system in order:
        bring_in(cast.amara, system, [SAYS[system]()])
    words = EntryNow.objects.current().get().entry
    open_entry(entry=words, by=cast.ben, now=NOW, with_them=True)
    became = part_source(source=words.sources.get(system=named), reason="Two visits.", by=cast.ben, now=NOW)
    assert became.kind == "visit_held"
    for _again in range(2):
        assert shown(cast.amara) == BOTH
        assert entry_for(cast.amara.user, words.pk, LATER) is not None
        for system in reversed(order):
            bring_in(cast.amara, system, [SAYS[system]()])
        rebuild(Entry.objects.filter(child=cast.amara).select_related("payload").order_by("position"))
    assert propose(entries=list(Entry.objects.all()), now=NOW) == 0, "nobody is asked about what a person took apart"
    assert verify([cast.amara])[1] is None

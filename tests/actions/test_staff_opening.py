"""What a worker decides about an entry: open, tell, hold, withhold, write it plainly; and who may not."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from audit.events import Event
from audit.models import AuditEvent
from official_file.actions import open_entry as opening
from official_file.actions.append import append_entry
from official_file.actions.approve_plain_version import approve_plain_version
from official_file.actions.confirm_connection import confirm_connection
from official_file.actions.hold_entry import hold_entry
from official_file.actions.not_about_me import not_about_me
from official_file.actions.open_chapter import open_chapter
from official_file.actions.open_entry import open_entry
from official_file.actions.told_them import told_them
from official_file.actions.withhold_entry import withhold_entry
from official_file.actions.write_to_child import write_to_child
from official_file.drafts import EntryDraft, SourceRef
from official_file.models import Connection, Entry, EntryNow, PlainVersion, Sharing
from official_file.models.now import State
from official_file.plain_language.when import When
from people.actions.make_task import make_task
from people.actions.take_emergency_access import take_emergency_access
from people.errors import NotAllowed
from people.models import Task, TaskKind
from tests.cast import NOW, Cast
from tests.factories.entries import an_entry, now_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]

FRIDAY_MORNING = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
FRIDAY_AFTERNOON = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)
SATURDAY = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TODAY = NOW.date()


@pytest.fixture
def visit(cast: Cast) -> Entry:
    """Notes of a visit."""
    return an_entry(cast.amara, "visit", date(2024, 2, 3), text="We walked by the river.")


def refused(code: str) -> "pytest.RaisesExc[NotAllowed]":
    """The rule that says no, by its code."""
    return pytest.raises(NotAllowed, check=lambda refusal: refusal.code == code)


def sees(cast: Cast, entry: Entry, at: datetime) -> bool:
    """Whether Amara can read it at that moment."""
    return EntryNow.objects.visible_to(cast.amara.user, at).filter(pk=entry.pk).exists()


@pytest.mark.parametrize(
    ("at", "opens"),
    [
        (NOW, NOW),
        (FRIDAY_MORNING, FRIDAY_MORNING),
        (FRIDAY_AFTERNOON, MONDAY),
        (SATURDAY, MONDAY),
        (datetime(2026, 11, 18, 20, 0, tzinfo=UTC), datetime(2026, 11, 19, 9, 0, tzinfo=UTC)),
        (datetime(2026, 12, 24, 16, 59, tzinfo=UTC), datetime(2026, 12, 24, 16, 59, tzinfo=UTC)),
        (datetime(2026, 12, 25, 10, 0, tzinfo=UTC), datetime(2026, 12, 29, 9, 0, tzinfo=UTC)),  # two bank holidays and a weekend
    ],
)
def test_what_is_opened_is_there_in_staffed_hours_and_not_from_friday_noon(cast: Cast, visit: Entry, at: datetime, opens: datetime) -> None:
    made = open_entry(entry=visit, by=cast.ben, now=at)
    assert made.opens_at == opens
    assert not sees(cast, visit, opens - timedelta(seconds=1))
    assert sees(cast, visit, opens)


def test_a_worker_who_is_with_them_opens_at_any_hour(cast: Cast, visit: Entry) -> None:
    open_entry(entry=visit, with_them=True, by=cast.ben, now=SATURDAY)
    assert sees(cast, visit, SATURDAY)


def test_something_still_to_come_never_shows_before_its_day(cast: Cast) -> None:
    plan = an_entry(cast.amara, "plan", date(2026, 12, 2), text="A meeting about school.")
    open_entry(entry=plan, with_them=True, by=cast.ben, now=NOW)
    assert not sees(cast, plan, NOW)
    assert sees(cast, plan, datetime(2026, 12, 2, 9, 0, tzinfo=UTC))


def test_opened_to_read_together_stands_so(cast: Cast, visit: Entry) -> None:
    open_entry(entry=visit, with_support=True, by=cast.ben, now=NOW)
    assert now_of(visit).state == State.WITH_SUPPORT


@pytest.mark.parametrize("name", ["carys", "dev", "gwen", "david", "imani", "tom", "ruth", "ellie", "sana"])
def test_nobody_opens_what_is_not_theirs_to_open(cast: Cast, visit: Entry, name: str) -> None:
    with pytest.raises(NotAllowed):
        open_entry(entry=visit, by=getattr(cast, name), now=NOW)
    assert now_of(visit).state == State.WAITING


def test_emergency_access_reads_and_decides_nothing(cast: Cast, visit: Entry) -> None:
    take_emergency_access(child=cast.amara, reason="She is missing tonight.", by=cast.carys, now=NOW)
    assert EntryNow.objects.visible_to(cast.carys, NOW).filter(pk=visit.pk).exists()
    with refused("only_reading"):
        open_entry(entry=visit, by=cast.carys, now=NOW)


def test_a_manager_of_the_worker_may_open(cast: Cast, visit: Entry) -> None:
    open_entry(entry=visit, by=cast.joan, now=NOW)
    assert AuditEvent.objects.get(event=Event.ENTRY_OPENED).by_name == "Joan Mills"


@pytest.mark.need("R66")
def test_health_data_opens_only_when_the_worker_says_how_they_know(cast: Cast) -> None:
    checks = an_entry(cast.amara, "health_check", date(2025, 3, 31), facts={"teeth_check": 1})
    filed = an_entry(cast.amara, "note", date(2025, 3, 31), text="The dentist came.", sections=("about_me", "health"))
    for entry in (checks, filed):
        with refused("say_how_they_know"):
            open_entry(entry=entry, by=cast.ben, now=NOW)
        made = open_entry(entry=entry, because="We went to the dentist together.", by=cast.ben, now=NOW)
        assert made.reason == "We went to the dentist together."


def test_adoption_opens_only_when_the_adoption_team_agreed(cast: Cast) -> None:
    entry = an_entry(cast.amara, "home", date(2019, 1, 1), facts={"place": "A5", "provider": "PR1", "rne": "P"})
    with refused("say_who_agreed"):
        open_entry(entry=entry, by=cast.ben, now=NOW)
    assert now_of(entry).no_trace
    open_entry(entry=entry, because="Agreed by the adoption manager on 3 November.", by=cast.ben, now=NOW)
    assert not now_of(entry).no_trace


@pytest.mark.parametrize("text", ["Grace came to tea.", "We saw GRACE OKAFOR at the shop.", "Her mum,  Grace\nOkafor, rang."])
def test_somebody_they_may_not_know_of_is_never_met_in_a_note(cast: Cast, text: str) -> None:
    names = ["Grace Okafor"]
    person = Connection.objects.create(child=cast.amara, source="case_notes", key="c1", names=names, relation="your mum")
    note = an_entry(cast.amara, "note", date(2024, 1, 1), text=text)
    with refused("names_somebody"):
        open_entry(entry=note, by=cast.ben, now=NOW)
    with pytest.raises(NotAllowed):
        confirm_connection(connection=person, by=cast.carys, now=NOW)
    confirm_connection(connection=person, by=cast.ben, now=NOW)
    open_entry(entry=note, by=cast.ben, now=NOW)
    assert sees(cast, note, NOW)


def test_a_word_that_only_looks_like_a_name_stops_nothing(cast: Cast) -> None:
    Connection.objects.create(child=cast.amara, source="case_notes", key="c1", names=["Grace Okafor"], relation="your mum")
    Connection.objects.create(
        child=cast.amara, source="case_notes", key="c2", names=["Ms Bello"], relation="your teacher", professional=True
    )
    note = an_entry(cast.amara, "note", date(2024, 1, 1), text="She moved with grace. Ms Bello said so.")
    open_entry(entry=note, by=cast.ben, now=NOW)


def test_plain_words_that_name_somebody_unknown_do_not_open_either(cast: Cast, visit: Entry) -> None:
    Connection.objects.create(child=cast.amara, source="case_notes", key="c1", names=["Theo"], relation="your brother")
    approve_plain_version(entry=visit, text="You walked by the river with Theo.", by=cast.ben, now=NOW)
    with refused("names_somebody"):
        open_entry(entry=visit, by=cast.ben, now=NOW)


def test_a_chapters_reasons_and_notes_open_in_one_go_all_or_none(cast: Cast, visit: Entry) -> None:
    why = an_entry(cast.amara, "move_reason", date(2024, 1, 1), facts={"code": "CARPL"})
    health = an_entry(cast.amara, "health_check", date(2024, 3, 31))
    with refused("nothing_ticked"):
        open_chapter(child=cast.amara, entries=[], by=cast.ben, now=NOW)
    with refused("say_how_they_know"):
        open_chapter(child=cast.amara, entries=[visit, why, health], by=cast.ben, now=NOW)
    assert Sharing.objects.count() == 0
    assert len(open_chapter(child=cast.amara, entries=[visit, why], by=cast.ben, now=NOW)) == 2
    assert AuditEvent.objects.filter(event=Event.ENTRY_OPENED).count() == 2


def test_an_entry_of_another_child_is_never_opened_along(cast: Cast, visit: Entry) -> None:
    other = an_entry(cast.noor, "note", date(2024, 1, 1), text="About Noor.")
    with refused("not_in_reach"):
        open_chapter(child=cast.amara, entries=[visit, other], by=cast.ben, now=NOW)


def test_news_opens_when_the_worker_has_told_them_and_not_when_it_must_be_read_first(cast: Cast, visit: Entry) -> None:
    home = an_entry(cast.amara, "home", date(2026, 11, 2), facts={"place": "U4", "provider": "PR1", "rne": "P"})
    assert not sees(cast, home, NOW)
    told_them(entry=home, by=cast.ben, now=NOW)
    assert sees(cast, home, NOW)
    with refused("open_already"):
        told_them(entry=home, by=cast.ben, now=NOW)
    for entry in (visit, an_entry(cast.amara, "reason_for_care", date(2019, 1, 1), facts={"code": "N1"})):
        with refused("read_it_first"):
            told_them(entry=entry, by=cast.ben, now=NOW)


def test_what_is_held_waits_and_comes_back_but_never_opens_by_itself(cast: Cast, visit: Entry) -> None:
    with refused("day_to_come"):
        hold_entry(entry=visit, until=TODAY, reason="After the visit", by=cast.ben, now=NOW)
    with refused("no_reason"):
        hold_entry(entry=visit, until=date(2026, 12, 1), reason=" ", by=cast.ben, now=NOW)
    hold_entry(entry=visit, until=date(2026, 12, 1), reason="After we have been to see her nan", by=cast.ben, now=NOW)
    assert now_of(visit).state == State.HELD
    assert not sees(cast, visit, datetime(2027, 12, 1, tzinfo=UTC))
    open_entry(entry=visit, by=cast.ben, now=NOW)
    with refused("open_already"):
        hold_entry(entry=visit, until=date(2026, 12, 1), reason="Too late", by=cast.ben, now=NOW)


@pytest.mark.need("R66")
def test_withholding_needs_a_ground_in_law_a_reason_and_a_day_to_look_again(cast: Cast, visit: Entry) -> None:
    def withhold(**changed: object) -> Sharing:
        given = {"ground": "TP_PRIVATE", "review_on": date(2027, 5, 1), "reason": "It tells of another adult's illness."}
        return withhold_entry(entry=visit, by=cast.ben, now=NOW, **{**given, **changed})

    for code, changed in (
        ("no_such_ground", {"ground": "ADOPTION"}),
        ("no_such_ground", {"ground": "PR_ABUSE"}),
        ("no_reason", {"reason": ""}),
        ("not_a_reason", {"reason": "It might upset her."}),
        ("review_day", {"review_on": TODAY}),
        ("review_day", {"review_on": date(2028, 1, 1)}),
    ):
        with refused(code):
            withhold(**changed)
    made = withhold()
    assert (made.decision, made.ground, made.review_on) == ("withheld", "TP_PRIVATE", date(2027, 5, 1))
    assert now_of(visit).state == State.WITHHELD
    assert not sees(cast, visit, datetime(2028, 1, 1, tzinfo=UTC))


def test_something_opened_by_mistake_can_be_taken_back_on_a_ground(cast: Cast, visit: Entry) -> None:
    open_entry(entry=visit, by=cast.ben, now=NOW)
    later = NOW + timedelta(hours=1)
    reason = "It gives another family's address."
    withhold_entry(entry=visit, ground="TP_CONTACT", review_on=date(2027, 1, 1), reason=reason, by=cast.ben, now=later)
    assert not sees(cast, visit, later)


def test_decisions_are_made_about_the_newest_version(cast: Cast, visit: Entry) -> None:
    source = SourceRef("case_notes", str(uuid4()))
    newer = EntryDraft("visit", When(date(2024, 2, 3)), source, text="We walked by the canal.", supersedes=visit.pk)
    corrected = append_entry(child=cast.amara, draft=newer, by=cast.ben.who(), now=NOW)
    with refused("newer_version"):
        open_entry(entry=visit, by=cast.ben, now=NOW)
    open_entry(entry=corrected, by=cast.ben, now=NOW)
    assert (sees(cast, visit, NOW), sees(cast, corrected, NOW)) == (False, True)


def test_what_they_say_is_not_about_them_waits_for_governance(cast: Cast, visit: Entry) -> None:
    open_entry(entry=visit, by=cast.ben, now=NOW)
    not_about_me(child=cast.amara, entry=visit, by=cast.amara.user, now=NOW)
    with refused("asked_about"):
        open_entry(entry=visit, by=cast.ben, now=NOW)


def test_plain_words_are_kept_beside_the_original_and_never_for_their_own(cast: Cast, visit: Entry) -> None:
    for text in ("You walked by the river.", "You went for a walk by the river."):
        approve_plain_version(entry=visit, text=text, by=cast.ben, now=NOW)
    assert PlainVersion.objects.filter(entry=visit).count() == 2
    assert Entry.objects.get(pk=visit.pk).text == "We walked by the river."
    own = an_entry(cast.amara, "own_words", TODAY, text="my words")
    with refused("own_words"):
        approve_plain_version(entry=own, text="Better words", by=cast.ben, now=NOW)


@pytest.mark.need("M2")
def test_the_letter_about_why_answers_who_asked_for_it_once_it_is_open(cast: Cast) -> None:
    make_task(kind=TaskKind.WRITE_WHY, child=cast.amara, about_type="child", about_id=cast.amara.pk, now=NOW)
    letter = write_to_child(child=cast.amara, kind="why_letter", title="What happened", text="Dear Amara,\n...", by=cast.ben, now=NOW)
    assert Task.objects.open().count() == 1
    assert not sees(cast, letter, NOW)
    open_entry(entry=letter, by=cast.ben, now=NOW)
    assert Task.objects.open().count() == 0
    assert letter.author == {"name": "Ben Hughes", "role": "social worker"}


def test_a_stranger_writes_no_letter(cast: Cast) -> None:
    with refused("not_in_reach"):
        write_to_child(child=cast.amara, kind="pen_picture", title="You", text="You are 13.", by=cast.dev, now=NOW)
    with refused("no_words"):
        write_to_child(child=cast.amara, kind="assessment", title="You", text="You are 13.", by=cast.ben, now=NOW)


def test_when_the_audit_cannot_be_written_nothing_opens(cast: Cast, visit: Entry, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError("the audit is away")

    monkeypatch.setattr("official_file.actions.sharing_decision.record", fail)
    with pytest.raises(RuntimeError):
        opening.open_entry(entry=visit, by=cast.ben, now=NOW)
    assert now_of(visit).state == State.WAITING
    assert Sharing.objects.count() == 0

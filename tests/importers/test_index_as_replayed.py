"""The index of how entries stand, made anew from the chain, the decisions and the runs, is the one that grew day by day."""

import random
from contextlib import suppress
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.who import NIGHTLY_IMPORT
from official_file.actions.append import append_entries
from official_file.actions.hold_entry import hold_entry
from official_file.actions.not_about_me import not_about_me
from official_file.actions.open_entry import open_entry
from official_file.actions.return_withholding import return_withholding
from official_file.actions.told_them import told_them
from official_file.actions.withhold_entry import withhold_entry
from official_file.drafts import EntryDraft, SourceRef
from official_file.importers.comparing import NOTHING_KNOWN, changes
from official_file.importers.known import known_from
from official_file.importers.vanishing import note_changes
from official_file.models import Entry, EntryNow, ImportRun, Sharing
from official_file.plain_language.when import When
from official_file.projection import rebuild
from official_file.verify import verify
from people.errors import NotAllowed
from people.models import Task, TaskKind
from tests.cast import NOW, Cast
from tests.views.test_closed_cannot_be_inferred import undone

KINDS = (
    ("home", {"place": "U4", "provider": "PR1", "rne": "P"}, ""),
    ("home", {"place": "A5", "provider": "PR1", "rne": "P"}, ""),
    ("visit", {"title": "A visit"}, "We talked"),
    ("reason_for_care", {"code": "N1"}, ""),
    ("review_held", {"code": "PN1"}, ""),
    ("health_check", {"sdq_score": 17}, ""),
)


class Council:
    """A small system whose rows come, go, come back and say something else, and a worker who decides."""

    def __init__(self, cast: Cast, chance: random.Random) -> None:
        self.cast, self.chance, self.now = cast, chance, NOW
        self.rows: dict[str, tuple[int, int]] = {}  # the key, which kind it is, and how often it has changed

    def step(self) -> None:
        """Something happens, an hour later."""
        self.now += timedelta(hours=1)
        self.chance.choice((self.night, self.night, self.decide, self.decide, self.child_says))()

    def night(self) -> None:
        """The nightly import: some rows are new, some changed, some missing."""
        for number in range(self.chance.randrange(3)):
            self.rows[f"placements/{len(self.rows)}-{number}"] = (self.chance.randrange(len(KINDS)), 0)
        for key, (kind, version) in list(self.rows.items()):
            if self.chance.random() < 0.3:
                self.rows[key] = (kind, version + 1)
        seen = {key for key in self.rows if self.chance.random() < 0.6}
        child, run = self.cast.amara, ImportRun.objects.create(system="ssd", started_at=self.now)
        new = changes([self.draft(key) for key in sorted(seen)], known_from("ssd", [child.pk]).get(child.pk, NOTHING_KNOWN))
        note = {"system": "ssd", "seen": {child.pk: seen}, "tables": ("placements",), "as_of": self.now.date(), "run": run}
        before = self.chance.random() < 0.5  # an importer may ask what is gone before it adds or after
        if before:
            note_changes(**note, by=NIGHTLY_IMPORT, now=self.now)
        append_entries(drafts=[(child, draft) for draft in new.drafts], by=NIGHTLY_IMPORT, now=self.now)
        if not before:
            note_changes(**note, by=NIGHTLY_IMPORT, now=self.now)

    def draft(self, key: str) -> EntryDraft:
        """What the row says now."""
        kind, version = self.rows[key]
        name, facts, text = KINDS[kind]
        day = date(2020, 1, 8) if version % 4 else date(2026, 11, 10)
        end = day + timedelta(days=version) if name == "home" else None
        words = f"{text} {version}" if text else ""
        return EntryDraft(name, When(day, end), SourceRef("ssd", key, self.now.date()), facts=facts, text=words)

    def decide(self) -> None:
        """The worker decides about one entry, if they may."""
        entry = self.some_entry()
        if entry is None:
            return
        by, now, soon = self.cast.ben, self.now, self.now.date() + timedelta(days=20)
        verbs = (
            lambda: open_entry(entry=entry, by=by, now=now, because="She told me about it.", with_them=self.chance.random() < 0.5),
            lambda: open_entry(entry=entry, by=by, now=now, because="She told me about it.", with_support=True),
            lambda: told_them(entry=entry, by=by, now=now),
            lambda: hold_entry(entry=entry, until=soon, reason="Court first.", by=by, now=now),
            lambda: withhold_entry(entry=entry, ground="SH_SELF", review_on=soon, reason="It would harm.", by=by, now=now),
            lambda: return_withholding(
                sharing=Sharing.objects.filter(entry=entry, decision="withheld").latest("at"), reason="No.", by=self.cast.joan, now=now
            ),
        )
        with suppress(NotAllowed, Sharing.DoesNotExist):
            self.chance.choice(verbs)()

    def child_says(self) -> None:
        """Amara says that something she reads is not about her."""
        open_now = EntryNow.objects.filter(child=self.cast.amara).open_at(self.now).order_by("pk")
        if open_now and self.chance.random() < 0.3:
            not_about_me(child=self.cast.amara, entry=self.chance.choice(list(open_now)).entry, by=self.cast.amara.user, now=self.now)

    def some_entry(self) -> Entry | None:
        """One of the newest versions."""
        rows = list(EntryNow.objects.filter(child=self.cast.amara, superseded_by__isnull=True).order_by("entry__position"))
        return self.chance.choice(rows).entry if rows else None


def index_of(cast: Cast) -> list[dict[str, object]]:
    """How every entry of Amara stands."""
    return list(EntryNow.objects.filter(child=cast.amara).order_by("entry__position").values())


def assert_nothing_gone_is_open(cast: Cast, at: datetime) -> None:
    """What is gone and was not decided about is open to nobody, and there is one task for it."""
    gone = EntryNow.objects.filter(child=cast.amara).gone_and_not_looked_at()
    assert not gone.open_at(at + timedelta(days=400)).exists()
    assert Task.objects.open().filter(kind=TaskKind.GONE_FROM_SOURCE, child=cast.amara).count() == gone.exists()


@pytest.mark.django_db
@given(seed=st.integers(0, 10**9))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_the_index_made_anew_is_the_index_that_grew(cast: Cast, seed: int) -> None:
    """Whatever sequence of imports, vanished and returned rows and decisions there was."""

    def example() -> None:
        council = Council(cast, random.Random(seed))
        for _number in range(18):
            council.step()
            assert_nothing_gone_is_open(cast, council.now)
        grew = index_of(cast)
        rebuild(Entry.objects.filter(child=cast.amara).select_related("payload").order_by("position"))
        made_anew = index_of(cast)
        for before, after in zip(grew, made_anew, strict=True):
            assert before == after, {name: (before[name], after[name]) for name in before if before[name] != after[name]}
        assert verify([cast.amara])[1] is None

    undone(example)

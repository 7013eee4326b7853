"""The official file at full size: whole returns, killed imports, tampering at random, and nothing closed inferred."""

import random
import signal
import time
from datetime import date, timedelta
from pathlib import Path

import pytest
import time_machine
from django.db import connection, transaction
from django.test import Client

from audit.who import NIGHTLY_IMPORT
from bench.generated_return import generate
from official_file.importers.ssda903 import import_return
from official_file.models import Entry
from official_file.verify import verify
from people.models import Child
from tests.cast import NOW, Cast, sign_in
from tests.importers.installations import begin, entries_of_each_child, fresh_installation, is_whole, run, whole
from tests.views.story_of_amara import home, visit
from tests.views.test_closed_cannot_be_inferred import (
    CLOSED_HOW,
    NO_TRACE,
    SECRET_WORDS,
    SECRET_YEAR,
    add,
    assert_like_nothing,
    closed_entry,
    every_page,
    open_history,
)

pytestmark = pytest.mark.soak
FULL = 2_000


@pytest.mark.slow
@pytest.mark.django_db
def test_a_full_return_comes_in_whole_and_again_with_no_change(tmp_path: Path) -> None:
    folder = generate(FULL).write(tmp_path / "return")
    first = import_return(folder, by=NIGHTLY_IMPORT, now=NOW)
    again = import_return(folder, by=NIGHTLY_IMPORT, now=NOW + timedelta(days=1))
    assert first.children["added"] == FULL
    assert again.children["unchanged"] == FULL
    assert (again.entries["added"], again.entries["superseded"]) == (0, 0)
    count, broken = verify(list(Child.objects.all()))
    assert broken is None
    assert count == first.entries["added"] == Entry.objects.count()


def test_an_import_killed_at_any_moment_leaves_whole_children(tmp_path: Path, rounds) -> None:
    folder = generate(300).write(tmp_path / "return")
    expected, chance = whole(folder), random.Random(3)
    for number in rounds(at_least=3, at_most=200):
        installation = fresh_installation(tmp_path / f"data-{number}")
        process = begin(installation, "import_ssda903", str(folder))
        time.sleep(chance.uniform(0.3, 4))
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=30)
        found = entries_of_each_child(installation)
        assert found == {child: expected[child] for child in found}
        run(installation, "import_ssda903", str(folder), "--report", "-")
        assert entries_of_each_child(installation) == expected
        assert is_whole(installation)["ok"]


@pytest.mark.django_db
def test_tampering_anywhere_is_found_where_it_was_done(cast: Cast, rounds) -> None:
    for number in range(200):
        home(cast.amara, date(2010, 1, 1) + timedelta(days=20 * number))
    chance = random.Random(4)
    with connection.cursor() as cursor:
        for table in ("official_file_entry", "official_file_entrypayload"):
            cursor.execute(f"DROP TRIGGER {table}_no_update")
    for _number in rounds(at_least=50, at_most=5_000):
        entry = Entry.objects.select_related("payload").order_by("position")[chance.randrange(200)]
        with transaction.atomic():
            tamper(entry, chance)
            _count, broken = verify([cast.amara])
            assert broken is not None
            assert broken.position in (entry.position, entry.position + 1)
            transaction.set_rollback(True)
    assert verify([cast.amara]) == (200, None)


def tamper(entry: Entry, chance: random.Random) -> None:
    """Change one character of one stored value, as somebody with the database's password could."""
    table, column, key = chance.choice(
        (
            ("official_file_entrypayload", "body", "entry_id"),
            ("official_file_entry", "payload_digest", "id"),
            ("official_file_entry", "link", "id"),
        )
    )
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {table} WHERE {key} = %s", [entry.pk.hex])
        value = cursor.fetchone()[0]
        at = chance.randrange(len(value))
        changed = value[:at] + ("x" if value[at] != "x" else "y") + value[at + 1 :]
        cursor.execute(f"UPDATE {table} SET {column} = %s WHERE {key} = %s", [changed, entry.pk.hex])


@pytest.mark.django_db
def test_nothing_closed_can_be_inferred_from_any_file(cast: Cast, client: Client, rounds) -> None:
    chance = random.Random(5)
    for _number in rounds(at_least=10, at_most=5_000):
        with time_machine.travel(NOW, tick=False), transaction.atomic():
            sign_in(client, cast.amara.user)
            open_history(cast.amara, cast, [date(2014, 1, 1) + timedelta(days=chance.randrange(4_000)) for _ in range(chance.randrange(5))])
            hows = chance.choices(CLOSED_HOW, k=chance.randrange(1, 6))
            for how in hows:
                closed_entry(cast.amara, cast, how, date(SECRET_YEAR, chance.randrange(1, 13), 7))
            pages = every_page(client)
            for kind, facts, restricted in chance.choices(NO_TRACE, k=3):
                day = date(2014, 1, 1) + timedelta(days=chance.randrange(4_000))
                assert_like_nothing(client, add(cast.amara, kind, facts, day, restricted=restricted))
            after = every_page(client)
            for url, content in after.items():
                assert content == pages[url], (url, hows)
                assert not [word for word in SECRET_WORDS if word.lower() in content.decode().lower()], (url, hows)
            transaction.set_rollback(True)


@pytest.mark.django_db
def test_ten_thousand_entries_verify_and_their_story_opens(cast: Cast, client: Client) -> None:
    for number in range(10_000):
        (home if number % 500 == 0 else visit)(cast.amara, date(2014, 1, 1) + timedelta(hours=10 * number))
    assert verify([cast.amara]) == (10_000, None)
    with time_machine.travel(NOW, tick=False):
        assert sign_in(client, cast.amara.user).get("/my-story/?by=time").status_code == 200

"""Night after night: the dataset comes in whole, again without a change, then with exactly what a day changed; however it is stopped."""

import random
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.factories.ssd import Export
from tests.importers.installations import begin, fresh_installation, is_whole
from tests.importers.ssd_installations import AS_OF, as_said, chains, copy_of, imported, network, rows_changed, runs, three_nights
from tests.services import postgresql
from tests.services.loopback import NotInstalled

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1200)]
CHILDREN = 30
DAY = {"changed": 8, "added": 5, "vanished": 6, "returned": 3}


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Path], list[Path]]:
    """Folders of three nights, and undisturbed installations after each of them."""
    folder = tmp_path_factory.mktemp("nights")
    exports, _days = three_nights(folder, CHILDREN, **DAY)
    installation, after = fresh_installation(folder / "data"), []
    for number, export in enumerate(exports):
        imported(installation, export)
        after.append(copy_of(installation, folder / f"after-{number}"))
    return exports, after


def test_it_comes_in_whole_then_unchanged_then_with_exactly_what_a_day_changed(tmp_path: Path) -> None:
    """Each changed row supersedes, each new one is added, each vanished one is gone, each that came back is there again."""
    exports, days = three_nights(tmp_path / "exports", CHILDREN, **DAY)
    installation = fresh_installation(tmp_path / "data")
    first = imported(installation, exports[0])
    assert first["children"]["refused"] == 0
    assert first["children"]["added"] >= CHILDREN
    assert first["problems"] == []
    before = copy_of(installation, tmp_path / "0")
    again = imported(installation, exports[0])
    assert again["entries"] == {"added": 0, "superseded": 0, "unchanged": first["entries"]["added"]}
    assert again["children"]["unchanged"] == first["children"]["added"]
    for number, (export, day) in enumerate(zip(exports[1:], days, strict=True), start=1):
        report = imported(installation, export)
        after = copy_of(installation, tmp_path / str(number))
        assert rows_changed(before, after) == as_said(day)
        assert report["children"]["updated"] <= len(day.children) + len(day.returned)
        before = after
    assert is_whole(installation)["ok"]


def test_killed_at_20_moments_it_leaves_whole_children_and_the_next_run_ends_as_if_nothing_had_been(
    nights: tuple[list[Path], list[Path]], tmp_path: Path
) -> None:
    """Of the first night and of a later one, in batches of three children. Each child is as before the run or as after it."""
    exports, after = nights
    empty, chance, inside = fresh_installation(tmp_path / "empty"), random.Random(903), 0
    cases = ((exports[0], empty, after[0]), (exports[1], after[0], after[1]))
    for number in range(20):
        export, start, end = cases[number % 2]
        was, done = chains(start), chains(end)
        installation = copy_of(start, tmp_path / str(number))
        changed = killed_while_writing(installation, export, chance)
        found = chains(installation)
        assert all(found[child] in (was.get(child), done[child]) for child in found)
        assert was.keys() <= found.keys()
        inside += changed and found != done
        if number % 10 in (4, 9):
            imported(installation, export)
            assert chains(installation) == done
            assert network(installation) == network(end)
            assert is_whole(installation)["ok"]
    assert inside >= 5, "most imports were over before they could be killed"


def killed_while_writing(installation: Path, export: Path, chance: random.Random) -> bool:
    """SIGKILL at a moment after the import has begun to write; whether it had not ended by then."""
    began = runs(installation)
    arguments = ("import_ssd", str(export), "--all", "--as-of", AS_OF)
    process = begin(installation, *arguments, program=("-m", "tests.importers.small_batches"))
    while process.poll() is None and runs(installation) == began:
        time.sleep(0.05)
    time.sleep(chance.random() * 0.9)
    running = process.poll() is None
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=60)
    return running


@pytest.mark.parametrize("room", [2_600_000, 4_000_000])
def test_a_full_disk_is_said_and_leaves_nothing_half_written(nights: tuple[list[Path], list[Path]], tmp_path: Path, room: int) -> None:
    """The next run, with room, ends as if nothing had been."""
    exports, after = nights
    installation = fresh_installation(tmp_path / "data")
    process = begin(installation, "import_ssd", str(exports[0]), "--all", "--as-of", AS_OF, largest_file=room)
    _said, complained = process.communicate(timeout=120)
    assert process.returncode == 1, complained
    assert "Traceback" not in complained
    assert "disk" in complained
    done = chains(after[0])
    assert all(of == done[child] for child, of in chains(installation).items())
    imported(installation, exports[0])
    assert chains(installation) == done
    assert network(installation) == network(after[0])


@pytest.fixture
def council() -> Iterator[postgresql.Server]:
    """The database server of a council's system."""
    try:
        server = postgresql.start()
    except NotInstalled as missing:
        pytest.skip(str(missing))
    yield server
    server.stop()


def test_a_database_that_goes_away_half_way_leaves_nothing_and_the_next_run_completes(
    nights: tuple[list[Path], list[Path]], council: postgresql.Server, tmp_path: Path
) -> None:
    """A table that gives its rows slowly, so that the session can be cut while the import reads."""
    exports, after = nights
    address = f"{council.address}/postgres"
    Export(children=CHILDREN).write_database(address)
    installation = fresh_installation(tmp_path / "data")
    with psycopg.connect(address, autocommit=True) as seen:
        seen.execute("ALTER TABLE ssd_legal_status RENAME TO slow_rows")
        seen.execute(
            "CREATE VIEW ssd_legal_status AS "
            "SELECT t.* FROM slow_rows t CROSS JOIN LATERAL (SELECT pg_sleep(0.5 + 0 * length(t.lega_legal_status_id))) s"
        )
        process = begin(installation, "import_ssd", "--database", address, "--all", "--as-of", AS_OF)
        reading = "SELECT pid FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND query ILIKE 'fetch%'"
        while not (found := seen.execute(reading).fetchall()):
            assert process.poll() is None, process.communicate()[1]
            time.sleep(0.05)
        seen.execute("SELECT pg_terminate_backend(%s)", found[0])
        seen.execute("DROP VIEW ssd_legal_status")
        seen.execute("ALTER TABLE slow_rows RENAME TO ssd_legal_status")
    _said, complained = process.communicate(timeout=60)
    assert process.returncode == 1, complained
    assert "Traceback" not in complained
    assert chains(installation) == {}
    process = begin(installation, "import_ssd", "--database", address, "--all", "--as-of", AS_OF)
    _said, complained = process.communicate(timeout=300)
    assert process.returncode == 0, complained
    assert chains(installation) == chains(after[0]), "from the database as from the files"

"""How long gathering what was brought in takes, beside hashing the same files and reading their text page by page; and its memory."""

import hashlib
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from access_requests.actions.bring_in import Brought, bring_in
from access_requests.actions.gather_on import gather_on
from access_requests.lifecycle import State
from access_requests.models import AccessRequest, Gathering
from audit.who import THE_PORTAL
from bench.figure import Figure, seconds
from bench.generated_pack import Paper, papers
from bench.own_memory import peak_mb
from files.content_types import content_type_of
from files.reading import letters, outside
from files.reading.inside import has_inside, things_inside
from people.models import Child, Membership, Team, User

NOW = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
PAGES, SCANS, MAILS = 400, 6, 16
AT_MOST_TIMES = 4
AT_MOST_MB = 600


def measure() -> Iterator[Figure]:
    """Gathering 400 pages, and the most memory this process has held by then."""
    found = list(papers(PAGES, scans=SCANS, mails=MAILS))
    floor = seconds(lambda: _only_read(found))
    officer, asked = _asked()
    value = seconds(partial(_gather, found, officer, asked))
    what = f"Bringing in and gathering {PAGES} pages (PDF, Word, scans, e-mails with letters), beside hashing and reading the same files."
    yield Figure("gathering a pack", value, floor, "s", what, AT_MOST_TIMES)
    what = "The most memory the process that gathers has held, Django and all, beside what we allow."
    yield Figure("memory of gathering", peak_mb(), AT_MOST_MB, "MB", what, 1)


def _gather(found: list[Paper], officer: User, asked: AccessRequest) -> None:
    files = [Brought(name.replace("/", " "), len(content), partial(bytes, content)) for name, content in found]
    bring_in(request=asked, files=files, by=officer, now=NOW)
    run = Gathering.objects.get()
    while gather_on(gathering=run, by=THE_PORTAL, now=NOW).state == Gathering.State.WAITING:
        pass
    run.refresh_from_db()
    if run.state != Gathering.State.DONE:
        raise RuntimeError(f"It ended {run.state}.")


def _only_read(found: list[Paper]) -> None:
    """Hash every file and read every page of it, in the same processes; keep nothing."""
    with tempfile.TemporaryDirectory(prefix="ownstory-bench-read-") as name:
        folder = Path(name)
        for number, (called, content) in enumerate(found):
            _read(content, called, folder / str(number))


def _read(content: bytes, name: str, folder: Path) -> None:
    folder.mkdir()
    hashlib.sha256(content).hexdigest()
    path, kind = folder / "original", content_type_of(content, name)
    path.write_bytes(content)
    pages = outside.look(path, kind).pages or 0
    for page in outside.pages(path, kind, folder, first=1, last=pages):
        if page.letters:
            letters.read_letters(folder / page.letters)
    if has_inside(kind):
        out = folder / "out"
        out.mkdir()
        for part in things_inside(path, kind, out).parts:
            _read((out / part.stored).read_bytes(), part.name, folder / f"in-{part.stored}")


def _asked() -> tuple[User, AccessRequest]:
    officer = User.objects.create_user(username="bench-officer", password=None, kind="staff", display_name="Imani Clarke")
    Membership.objects.create(user=officer, team=Team.objects.create(name="Bench access"), role="access_worker", starts=LONG_AGO)
    child = Child.objects.create(known_as="Bench", date_of_birth=date(1984, 1, 1))
    asked = AccessRequest.objects.create(
        reference="BENCH-1", route=AccessRequest.Route.BY_WORKER, child=child, taken_by=officer, known_as="Bench", digest="0" * 64,
        nation="EW", state=State.GATHERING, received_on=NOW.date(), sent_at=NOW, moved_at=NOW, moved_by_name="Bench",
    )  # fmt: skip
    return officer, asked

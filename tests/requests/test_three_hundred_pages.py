"""Three hundred pages of everything, in the background, one box after the other: the full size is in tests/soak."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from django_tasks_db.models import DBTaskResult

from access_requests.actions.bring_in import Brought, bring_in
from access_requests.gatherers.jobs import go_on_gathering
from access_requests.lifecycle import State
from access_requests.models import Gathering, Upload
from access_requests.queries.items import Counts, counts, items_of
from bench.generated_pack import boxes, papers
from tests.cast import NOW, make_cast
from tests.views.things_of_requests import a_plain_request

PAGES, SCANS, MAILS = 300, 1, 2


@pytest.mark.slow
@pytest.mark.timeout(180)
@pytest.mark.usefixtures("fresh_storages")
@pytest.mark.need("R71", "R72")
def test_three_hundred_pages_are_gathered_in_the_background(background_jobs: Callable[[], None]) -> None:
    """From two archives; a worker that was stopped in the middle is found and goes on, and nothing is there twice."""
    cast = make_cast()
    asked = a_plain_request(cast.idris, State.GATHERING, "T-1")
    made = papers(PAGES, scans=SCANS, mails=MAILS, long=65, kinds="wwwwp")  # few pages that are drawn: that takes long
    files = [Brought(name, len(content), partial(bytes, content)) for name, content in boxes(made, 4)]
    bring_in(request=asked, files=files, by=cast.sana, now=NOW)
    run = Gathering.objects.get()
    _stopped_in_the_middle(run)
    assert go_on_gathering(NOW) == 1
    background_jobs()
    assert not DBTaskResult.objects.exclude(traceback="").exists()
    run.refresh_from_db()
    assert (run.state, run.stage) == (Gathering.State.DONE, "ordering")
    assert {(one.state, one.reason) for one in Upload.objects.all()} == {("taken", "")}
    found = counts(asked)
    assert found == Counts(items=found.items, pages=PAGES)
    positions = [(item.placed_on, item.position) for item in items_of(asked) if item.placed_on and not item.parent_id]
    assert positions == sorted(positions)
    assert items_of(asked).filter(parent__isnull=False).count() == MAILS


def _stopped_in_the_middle(run: Gathering) -> None:
    """As a killed worker leaves it: its turn is gone from the queue, and it says that it is running."""
    DBTaskResult.objects.all().delete()
    long_ago = NOW - timedelta(hours=1)
    Gathering.objects.filter(pk=run.pk).update(state=Gathering.State.RUNNING, stage="looking", moved_at=long_ago, tries=1)

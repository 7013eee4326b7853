"""One request with boxes of papers, for a process that has an installation of its own: `manage.py shell -c "..."` calls these."""

import json
import sys
from datetime import timedelta
from functools import partial

from django.db.models import F
from django.utils import timezone

from access_requests.actions.bring_in import Brought, bring_in
from access_requests.gatherers.jobs import go_on_gathering
from access_requests.lifecycle import State
from access_requests.models import AccessRequest, Gathering, Item, Upload
from access_requests.queries.gathered import progress_of
from access_requests.queries.items import counts
from bench.generated_pack import boxes, papers
from files.models import FileReading
from tests.cast import make_cast
from tests.views.things_of_requests import a_plain_request

AN_HOUR = timedelta(hours=1)


def make(pages: int, scans: int, mails: int) -> None:
    """The cast, a request, and that many pages brought in as an officer would, a hundred files in a box."""
    cast, now = make_cast(), timezone.now()
    asked = a_plain_request(cast.idris, State.GATHERING, "T-1")
    found = boxes(papers(pages, scans=scans, mails=mails))
    files = (Brought(name, len(content), partial(bytes, content)) for name, content in found)
    bring_in(request=asked, files=files, by=cast.sana, now=now)


def go_on() -> None:
    """An hour later the sweep finds what nobody works on."""
    Gathering.objects.filter(ended_at__isnull=True).update(moved_at=F("moved_at") - AN_HOUR)
    FileReading.objects.filter(state=FileReading.State.READING).update(started_at=F("started_at") - AN_HOUR)
    go_on_gathering(timezone.now())


def say() -> None:
    """How it stands, as JSON on one line."""
    run = Gathering.objects.get()
    found = counts(AccessRequest.objects.get())
    progress = progress_of(run)
    doubled = Item.objects.count() - Item.objects.values("key").distinct().count()
    states = sorted(set(Upload.objects.values_list("state", flat=True)))
    said = {"state": run.state, "words": progress.words if progress else "", "items": found.items, "pages": found.pages}
    sys.stdout.write(json.dumps(said | {"doubled": doubled, "uploads": states, "folded": found.folded}) + "\n")

"""Who looked at their record, as one thing: every look the audit knows, a line each, the oldest first."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext

from access_requests.gatherers.drafts import ItemDraft, Placing
from access_requests.gathering.freezing import MOST_TEXT, Frozen, Signature
from access_requests.models import AccessRequest
from access_requests.sources import OWN_FILE
from audit.queries import looks_at
from audit.sentences import sentence
from law.working_time import london_day

LONDON = ZoneInfo("Europe/London")
KEY = "looks"
DONE = "done"


def total(request: AccessRequest) -> int:
    """One list, where there is a record to look at."""
    return int(request.child_id is not None)


def pieces(request: AccessRequest, after: str, now: datetime) -> Iterator[tuple[str, int, list[ItemDraft]]]:
    """The list as it stands on this day. Made once: a later look is in the next request's."""
    if after or request.child_id is None:
        return
    lines: list[str] = []
    count = length = 0
    with translation.override(settings.LANGUAGE_CODE):
        for event in looks_at(request.child_id).order_by("at", "position").iterator(chunk_size=500):
            count += 1
            line = f"{event.at.astimezone(LONDON):%Y-%m-%d %H:%M} {sentence(event)}"
            length += len(line) + 1
            if length <= MOST_TEXT:
                lines.append(line)
        title = gettext("Who looked at the record")
    today = london_day(now)
    frozen = Frozen(
        title=title,
        kind=KEY,
        source=OWN_FILE,
        text="\n".join(lines),
        author="",
        role="system",
        written_on=today,
        recorded_on=today,
        signed=Signature.NONE,
        facts={"looks": count, "listed": len(lines)},
    )
    drafts = [ItemDraft(KEY, frozen, Placing(today, None, "day"), about_type=KEY, pages=max(1, len(lines) // 40))] if lines else []
    yield DONE, 1, drafts

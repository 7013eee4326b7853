"""Sending what waits: called by the sweep every few minutes. Whatever happens to one package, the others go on.

The sending itself stands outside any transaction: nobody waits for the council's system while it answers. A worker that is
stopped between sending and keeping the receipt leaves a lease that runs out; then the same bytes are sent again.
"""

import time
from datetime import datetime

from django.conf import settings

from audit.who import THE_PORTAL
from files.pdf import PdfNotPossible
from files.queries import SealBrokenError
from moderation.actions.keep_failure import keep_failure
from moderation.actions.keep_receipt import keep_receipt
from moderation.actions.lease import lease
from moderation.actions.owe_way_back import owe_way_back
from moderation.models import WriteBack
from moderation.way_back.packing import forget, packed
from moderation.way_back.places import NotDelivered, deliver, is_set_up
from stories.lifecycle import IN_FILE
from stories.models import Contribution

MOST_AT_ONCE, MOST_SECONDS = 100, 240  # in one sweep: the next one is minutes away
GIVE_UP_AFTER = 3  # failures in a row, in one sweep


def send_what_waits(now: datetime) -> dict[str, int]:
    """Send every package whose time has come. Returns how many arrived and how many did not."""
    done = {"sent_back": 0, "not_sent_back": 0}
    for words in Contribution.objects.filter(status__in=IN_FILE, write_back__isnull=True):  # filed by an older version
        owe_way_back(contribution=words, by=THE_PORTAL, now=now)
    if not is_set_up():
        return done
    due = WriteBack.objects.exclude(state=WriteBack.State.SENT).filter(try_after__lte=now)
    due = due.filter(contribution__entry__disposal__isnull=True)  # what was lawfully destroyed leaves no more
    in_a_row, until = 0, time.monotonic() + MOST_SECONDS
    for pk in list(due.order_by("try_after").values_list("pk", flat=True)[:MOST_AT_ONCE]):
        leased = lease(write_back=pk, by=THE_PORTAL, now=now)
        if leased:
            arrived = _send(leased, now)
            done["sent_back" if arrived else "not_sent_back"] += 1
            in_a_row = 0 if arrived else in_a_row + 1
        if in_a_row == GIVE_UP_AFTER or time.monotonic() > until:
            break  # the other side is away, or slow: the rest keeps its turn for the next sweep
    return done


def _send(write_back: WriteBack, now: datetime) -> bool:
    try:
        with packed(write_back) as package:
            receipt = deliver(package, to=settings.WRITE_BACK_URL, now=now)
            digest = package.digest
    except (NotDelivered, PdfNotPossible, SealBrokenError) as error:
        keep_failure(write_back=write_back, why=str(error), by=THE_PORTAL, now=now)
        return False
    except OSError as error:  # our own disk: it may be full
        keep_failure(write_back=write_back, why=f"The package could not be written here: {error.strerror}.", by=THE_PORTAL, now=now)
        return False
    keep_receipt(write_back=write_back, receipt=receipt, package_sha256=digest, by=THE_PORTAL, now=now)
    forget(write_back)
    return True

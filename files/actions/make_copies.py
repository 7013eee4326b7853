"""Make what is shown of a photo or recording. Safe to repeat: a worker that was killed is followed by another, three times at most."""

import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import F, Q

from audit.canonical import sha256
from audit.who import Who
from files.actions.scan import scan
from files.media.made import ENDINGS, Copy, Made
from files.media.make import make
from files.media.refusals import REFUSALS, WAITS_FOR_SCANNER, NotNow, NotTaken
from files.models import File, Making, SafeCopy
from files.queries import OF_SOUND, SOUND_STALLED, STALLED, SealBrokenError, ShutError, read, read_held
from files.safe_copies import MADE, put, throw_away
from files.scan_states import ScanState
from files.scanning import Verdict, ask_scanner

State = Making.State
MOST_TRIES = 3


def make_copies(*, making: Making, by: Who, now: datetime) -> Making:
    """Make the copies, unless that was done, is being done, or may not be. Returns how it stands.

    What goes wrong on our side leaves it waiting for the next try; after the third it is refused, with a sentence.
    Raises SealBrokenError when the stored bytes are not those that arrived.
    """
    if not _take_on(making, now):
        return Making.objects.get(pk=making.pk)
    work = _Work(Making.objects.select_related("held", "file").get(pk=making.pk), by, now, time.monotonic())
    try:
        work.keep(work.made())
    except NotTaken as refusal:
        work.end(state=State.REFUSED, reason=refusal.sentence, ended_at=work.moment())
    except NotNow as reason:
        work.end(state=State.WAITING, reason=reason.sentence, tries=0)  # nobody's fault: it may be tried for ever
    except ShutError:
        work.end(state=State.CLOSED, reason="", ended_at=work.moment())
    except SealBrokenError:
        if not work.end(state=State.WAITING, reason="") or not work.was_sent_meanwhile():
            raise
        return make_copies(making=making, by=by, now=work.moment())
    return Making.objects.get(pk=making.pk)


def _take_on(making: Making, now: datetime) -> bool:
    """Take it on, and say whether it is ours to make. Two workers never make the same: one row, one condition, no other table."""
    after = SOUND_STALLED if Making.objects.filter(OF_SOUND, pk=making.pk).exists() else STALLED
    stalled = Q(state=State.WORKING, started_at__lt=now - after)
    mine = Making.objects.filter(Q(state=State.WAITING) | stalled, pk=making.pk)
    taken = mine.filter(tries__lt=MOST_TRIES).update(state=State.WORKING, started_at=now, reason="", tries=F("tries") + 1)
    if not taken:
        mine.update(state=State.REFUSED, reason=REFUSALS["stopped"], ended_at=now)
    return bool(taken)


@dataclass(frozen=True, slots=True)
class _Work:
    """One piece of work: what is made, for whom, and when it began."""

    making: Making
    by: Who
    began: datetime
    clock: float

    def moment(self) -> datetime:
        """Now, by how long the work has taken."""
        return self.began + timedelta(seconds=time.monotonic() - self.clock)

    def made(self) -> Made:
        """Everything made from the original, once the scanner has passed it. Raises NotTaken, NotNow, ShutError, SealBrokenError."""
        original = self.making.original
        content = read(original) if isinstance(original, File) else read_held(original)
        if settings.SCANNER_URL:  # without one the copies may still be made: nothing of the original is ever handed out
            self._check_scanned(content)
        return make(content, original.content_type, self.making.recipe)

    def was_sent_meanwhile(self) -> bool:
        """Whether what was held when we began is sealed by now, and lies elsewhere."""
        return self.making.file_id is None and Making.objects.filter(pk=self.making.pk, file__isnull=False).exists()

    def _check_scanned(self, content: bytes) -> None:
        if self.making.file:
            state = self.making.file.scan_state
            if state is ScanState.WAITING:
                state = scan(file=self.making.file, by=self.by, now=self.moment())
            clean, bad = state is ScanState.CLEAN, state is ScanState.INFECTED
        else:
            verdict = ask_scanner(content, address=settings.SCANNER_URL).verdict
            clean, bad = verdict is Verdict.CLEAN, verdict is Verdict.INFECTED
        if bad:
            raise NotTaken("infected")
        if not clean:
            raise NotNow(WAITS_FOR_SCANNER)

    def keep(self, made: Made) -> None:
        """Store the copies, and say that they are ready, unless somebody changed their mind meanwhile: then they go again."""
        rows = [self._row(form, copy) for form, copy in made.copies.items()]
        for row, copy in zip(rows, made.copies.values(), strict=True):
            put(row.stored_as, ContentFile(copy.content))
        with transaction.atomic():
            facts = {"width": made.width, "height": made.height, "seconds": made.seconds, "reason": "", "ended_at": self.moment()}
            if self.end(state=State.READY, **facts):
                SafeCopy.objects.bulk_create(rows)
            else:
                transaction.on_commit(partial(throw_away, [row.stored_as for row in rows]))

    def end(self, **facts: object) -> bool:
        """Move it on, if it is still this piece of work. Returns whether it was."""
        mine = Making.objects.filter(pk=self.making.pk, state=State.WORKING, started_at=self.began, recipe_key=self.making.recipe_key)
        return bool(mine.update(**facts))

    def _row(self, form: str, copy: Copy) -> SafeCopy:
        digest = sha256(copy.content)
        return SafeCopy(
            making=self.making,
            form=form,
            stored_as=f"{MADE}{self.making.pk}/{form}-{digest[:16]}{ENDINGS[copy.content_type]}",
            sha256=digest,
            parent_sha256=self.making.original.sha256,
            size=len(copy.content),
            content_type=copy.content_type,
            tool=copy.tool,
            made_at=self.moment(),
        )

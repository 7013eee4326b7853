"""Gather a piece of a pack, and know where to go on. Every piece is stored with its place, so that whoever is killed loses one piece.

What was gathered has a key and is there once, so a piece that is done twice adds nothing.
"""

import time
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q

from access_requests.audit_chain import ABOUT, chain_of
from access_requests.gatherers.brought import of
from access_requests.gatherers.drafts import keep
from access_requests.gatherers.placing import fold_copies, put_in_order
from access_requests.gatherers.runs import stalled
from access_requests.gatherers.stages import LOOKING, ORDERING, STAGES, Piece, after, stage_of
from access_requests.models import AccessRequest, Gathering, Upload
from audit.events import Event
from audit.record import record
from audit.who import Who

State = Gathering.State
PIECE_SECONDS = 20  # of work between two turns of other jobs
MOST_TRIES = 3  # at one and the same place
REASON_STOPPED = "It stopped three times at the same place. Tell whoever looks after this portal."
REASON_ENDED = "The request has ended."
REASON_BUSY = "Somebody else is reading a file that it needs."


def gather_on(*, gathering: Gathering, by: Who, now: datetime, seconds: float = PIECE_SECONDS) -> Gathering:
    """Work on it for about so many seconds, unless somebody else does. Safe to repeat. Returns how it stands: WAITING means go on."""
    if _take(gathering, now):
        _Work(Gathering.objects.select_related("request__child").get(pk=gathering.pk), by, now, seconds).go()
    return Gathering.objects.get(pk=gathering.pk)


def _take(gathering: Gathering, now: datetime) -> bool:
    """Take it on, and say whether it is ours. A run that stops at one place again and again is given up."""
    mine = Gathering.objects.filter(Q(state=State.WAITING) | Q(pk__in=stalled(now).values("pk")), pk=gathering.pk)
    ended = mine.filter(request__ended_at__isnull=False)
    if ended.update(state=State.FAILED, reason=REASON_ENDED, moved_at=now, ended_at=now):
        return False
    if mine.filter(tries__lt=MOST_TRIES).update(state=State.RUNNING, moved_at=now, tries=F("tries") + 1):
        return True
    mine.update(state=State.FAILED, reason=REASON_STOPPED, moved_at=now, ended_at=now)
    return False


class _Work:
    """One turn of a worker at one run."""

    def __init__(self, gathering: Gathering, by: Who, now: datetime, seconds: float) -> None:
        self.gathering, self.request, self.by = gathering, gathering.request, by
        self.began, self.clock, self.seconds = now, time.monotonic(), seconds

    def moment(self) -> datetime:
        """Now, by how long this turn has taken."""
        return self.began + timedelta(seconds=time.monotonic() - self.clock)

    def go(self) -> None:
        """Stage after stage until the turn is over or everything is gathered."""
        if not self.gathering.stage:
            self._enter(STAGES[0].slug)
        while self.gathering.stage != ORDERING:
            stage = stage_of(self.gathering.stage)
            for piece in stage.pieces(self.request, self.gathering.cursor, self.moment()):
                if not piece[0]:
                    return self._pause(REASON_BUSY)
                self._keep(piece)
                if time.monotonic() - self.clock > self.seconds:
                    return self._pause()
            self._enter(after(stage))
        if of(self.request, Upload.State.WAITING).exists():  # brought in while this ran
            self._enter(LOOKING)
            return self._pause()
        return self._end()

    @transaction.atomic
    def _keep(self, piece: Piece) -> None:
        place, looked_at, drafts = piece
        now = self.moment()
        new = keep(self.request, drafts, now)
        counts = self.gathering.counts
        counts["new"] = counts.get("new", 0) + new
        self._save(cursor=place, done=self.gathering.done + looked_at, counts=counts, tries=1)

    def _enter(self, stage: str) -> None:
        total = stage_of(stage).total(self.request) if stage != ORDERING else 0
        self._save(stage=stage, cursor="", done=0, total=total, tries=1)

    def _pause(self, reason: str = "") -> None:
        self._save(state=State.WAITING, tries=0, reason=reason)

    @transaction.atomic
    def _end(self) -> None:
        """Fold, order, and say that it is done."""
        AccessRequest.objects.select_for_update().get(pk=self.request.pk)
        folded = fold_copies(self.request)
        put_in_order(self.request)
        now = self.moment()
        counts = self.gathering.counts | {"folded": folded}
        self._save(state=State.DONE, ended_at=now, counts=counts, tries=0, reason="")
        facts = {"new": counts.get("new", 0)}
        chain = chain_of(self.request)
        record(Event.REQUEST_GATHERED, child=chain, by=self.by, at=now, about_type=ABOUT, about_id=self.request.pk, facts=facts)

    def _save(self, **changes: object) -> None:
        for name, value in {**changes, "moved_at": self.moment()}.items():
            setattr(self.gathering, name, value)
        self.gathering.save(update_fields=[*changes, "moved_at"])

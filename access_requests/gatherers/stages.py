"""The stages of gathering, in their order. Each finds its things piece by piece and can go on behind any of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from access_requests.gatherers import brought, looks, official, own_words
from access_requests.gatherers.drafts import ItemDraft
from access_requests.models import AccessRequest
from law.wording import gettext_noop

Piece = tuple[str, int, list[ItemDraft]]  # where it is now, how many were looked at, what they give


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage. `pieces(request, after, now)` begins behind `after`; a piece with no place ("") waits for somebody else."""

    slug: str
    label: str
    total: Callable[[AccessRequest], int]
    pieces: Callable[[AccessRequest, str, datetime], Iterator[Piece]]


STAGES: tuple[Stage, ...] = (
    Stage("official", gettext_noop("The file in this portal"), official.total, official.pieces),
    Stage("own_words", gettext_noop("Their own words, and what was said to them"), own_words.total, own_words.pieces),
    Stage("looks", gettext_noop("Who looked at the record"), looks.total, looks.pieces),
    Stage("looking", gettext_noop("Looking at what was brought in, and unpacking it"), brought.waiting, brought.look),
    Stage("reading", gettext_noop("Reading what was brought in"), brought.pages_waiting, brought.read_them),
)
LOOKING = "looking"
ORDERING = "ordering"
LABELS: dict[str, str] = {stage.slug: stage.label for stage in STAGES} | {ORDERING: gettext_noop("Finding copies and putting it in order")}


def stage_of(slug: str) -> Stage:
    """The stage of this name; the first for none."""
    return next((stage for stage in STAGES if stage.slug == slug), STAGES[0])


def after(stage: Stage) -> str:
    """The name of what comes behind this stage."""
    place = STAGES.index(stage) + 1
    return STAGES[place].slug if place < len(STAGES) else ORDERING

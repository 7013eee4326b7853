"""What happened to entries after they were added: decisions, and what nightly runs found about their sources, in order of time."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from official_file.models import Entry, EntrySource, Sharing, SourceChange


@dataclass(slots=True)
class Happenings:
    """All that happened to one entry. `sources`: those it stands on, without any that turned out to be about something else."""

    in_order: list[Sharing | SourceChange] = field(default_factory=list)
    sources: frozenset[UUID] = frozenset()


def happened_to(entries: Sequence[Entry]) -> defaultdict[UUID, Happenings]:
    """For each of these entries (by id) what happened to it, in few questions however many there are."""
    found: defaultdict[UUID, Happenings] = defaultdict(Happenings)
    # Of the same moment, what a run found comes first: whoever decided then, had seen it.
    for change in SourceChange.objects.filter(source__entry__in=entries).select_related("source").order_by("at"):
        found[change.source.entry_id].in_order.append(change)
    for entry_id, sources in _sources(list(found)).items():
        found[entry_id].sources = frozenset(sources)
    for sharing in Sharing.objects.filter(entry__in=entries).order_by("at"):
        found[sharing.entry_id].in_order.append(sharing)
    for happened in found.values():
        happened.in_order.sort(key=lambda one: one.at)
    return found


def _sources(entries: list[UUID]) -> dict[UUID, list[UUID]]:
    found: dict[UUID, list[UUID]] = defaultdict(list)
    if entries:
        for entry_id, pk in EntrySource.objects.filter(entry__in=entries, parted__isnull=True).values_list("entry_id", "pk"):
            found[entry_id].append(pk)
    return found

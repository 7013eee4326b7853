"""The versions of one entry: what it corrected, and what corrected it."""

from official_file.models import Entry, EntryNow


def versions_of(entry: Entry) -> list[Entry]:
    """The entry with every older and newer version, oldest first."""
    found = {entry.pk}
    frontier = {entry.pk}
    while frontier:
        older = EntryNow.objects.filter(superseded_by__in=frontier).values_list("entry_id", flat=True)
        newer = EntryNow.objects.filter(pk__in=frontier, superseded_by__isnull=False).values_list("superseded_by_id", flat=True)
        frontier = {*older, *newer} - found
        found |= frontier
    return list(Entry.objects.filter(pk__in=found).select_related("payload", "child").order_by("position"))


def this_and_newer(entry: Entry) -> list[Entry]:
    """The version that is read and every later one: a newer version waiting to open is about the same thing."""
    versions = [entry]
    while newer := EntryNow.objects.get(pk=versions[-1].pk).superseded_by:
        versions.append(newer)
    return versions


def newest(entry: Entry) -> Entry:
    """The version that no other has replaced."""
    return this_and_newer(entry)[-1]

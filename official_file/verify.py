"""Has anything in the official file been changed since it was written? Recomputed from the stored bytes."""

from dataclasses import dataclass

from audit.canonical import sha256
from audit.chains import first_broken
from audit.models import ChainHead
from audit.queries import first_broken_link
from audit.record import INSTALLATION
from official_file.models import Entry
from people.models import Child


@dataclass(frozen=True, slots=True)
class Broken:
    """The first link found broken: whose file, at which position, and why in a sentence."""

    child: str
    position: int
    why: str


def verify(children: list[Child]) -> tuple[int, Broken | None]:
    """Check these children's files and audit. Returns how many entries were read, and the first break or None."""
    count = 0
    for child in children:
        entries = list(Entry.objects.filter(child=child).select_related("payload", "disposal").order_by("position"))
        count += len(entries)
        broken = _broken_file(child, entries) or _broken_audit(child)
        if broken:
            return count, broken
    installation = first_broken_link(INSTALLATION)
    if installation:
        return count, Broken("audit of the installation", *installation)
    return count, None


def _broken_file(child: Child, entries: list[Entry]) -> Broken | None:
    items = [(entry.position, entry.previous, entry.link, str(entry.pk), entry.payload_digest) for entry in entries]
    broken = first_broken(items)
    if broken:
        return Broken(str(child.pk), *broken)
    for entry in entries:
        why = _payload_problem(entry)
        if why:
            return Broken(str(child.pk), entry.position, why)
    head = ChainHead.objects.filter(chain=f"file:{child.pk}").first()
    if (head.position if head else 0) != len(entries):
        return Broken(str(child.pk), len(entries) + 1, "The last entry is missing.")
    return None


def _payload_problem(entry: Entry) -> str:
    payload, disposal = getattr(entry, "payload", None), getattr(entry, "disposal", None)
    if payload is None:
        return "" if disposal else "Its content is gone and nobody recorded a lawful disposal."
    if sha256(payload.body.encode()) != entry.payload_digest:
        return "Its content is not what was stored when it was added."
    return ""


def _broken_audit(child: Child) -> Broken | None:
    broken = first_broken_link(f"audit:{child.pk}")
    return Broken(str(child.pk), broken[0], f"In the audit: {broken[1]}") if broken else None

"""The official file: every entry of the child with its papers, each version of it. Adoption material never (law.md 0.7).

What was lawfully destroyed is not there any more; what is waiting, held or withheld is gathered like the rest, because whether it
is given is decided by reading it.
"""

from collections.abc import Iterator
from datetime import date, datetime

from django.conf import settings
from django.db.models import QuerySet
from django.utils import translation
from django.utils.translation import gettext

from access_requests.gatherers.drafts import ItemDraft, Placing
from access_requests.gatherers.papers import pages_of, text_of_pages
from access_requests.gathering.dating import evidence
from access_requests.gathering.freezing import Frozen, Signature, Version
from access_requests.models import AccessRequest
from access_requests.queries.in_scope import in_scope
from access_requests.sources import OWN_FILE
from law.working_time import london_day
from official_file.kinds import KINDS
from official_file.models import Entry, EntryFile
from official_file.plain_language.sentences import say_entry
from official_file.plain_language.when import When
from official_file.versions import versions_of
from people.models import Child

SOURCE = OWN_FILE
A_PIECE = 40  # entries of one transaction
DOCUMENT, OWN_WORDS = "document", "own_words"


def entries_of(child: Child) -> QuerySet[Entry]:
    """Every entry that may be gathered, older versions too, in the order of the chain."""
    return Entry.objects.filter(pk__in=in_scope(child).order_by().values("pk"), payload__isnull=False).order_by("position")


def total(request: AccessRequest) -> int:
    """How many entries there are to look at."""
    return entries_of(request.child).count() if request.child else 0


def pieces(request: AccessRequest, after: str, now: datetime) -> Iterator[tuple[str, int, list[ItemDraft]]]:
    """Batch by batch from behind the position `after`: (the last position, entries looked at, what they give)."""
    child = request.child
    if child is None:
        return
    position = int(after or 0)
    while rows := list(entries_of(child).filter(position__gt=position).select_related("payload", "now")[:A_PIECE]):
        position = rows[-1].position
        with translation.override(settings.LANGUAGE_CODE):
            yield str(position), len(rows), [draft for row in rows for draft in _drafts(row, child, london_day(now))]


def _drafts(entry: Entry, child: Child, today: date) -> Iterator[ItemDraft]:
    """The entry, with its first paper where it is one; its further papers under it."""
    body = entry.body
    files = list(entry.files.select_related("file", "file__reading"))
    paper = files[0] if files and body["kind"] == DOCUMENT else None
    yield _draft(entry, child, today, paper)
    for one in files[1:] if paper else files:
        yield _further(entry, one)


def _draft(entry: Entry, child: Child, today: date, paper: EntryFile | None) -> ItemDraft:
    body, when = entry.body, entry.when
    said = say_entry(kind=entry.kind, facts=entry.facts, when=when, born=child.date_of_birth, today=today, translate=gettext)
    title = str(entry.facts.get("title") or "") or (said.heading if said else KINDS[entry.kind].name)
    text = entry.text or (" ".join([*said.sentences, *said.details]) if said else _fields(entry))
    count = pages_of(paper.file) if paper else 1
    versions = versions_of(entry)
    number = [one.pk for one in versions].index(entry.pk) + 1
    frozen = Frozen(
        title=title,
        kind=entry.kind,
        source=SOURCE,
        text="\n\n".join(filter(None, (text, text_of_pages(paper.file) if paper else ""))),
        version=number,
        versions=len(versions),
        earlier=tuple(_version(one, place) for place, one in enumerate(versions[: number - 1], 1)),
        author=entry.author["name"],
        role=entry.author["role"],
        written_on=date.fromisoformat(body["written_on"]) if body["written_on"] else None,
        recorded_on=london_day(entry.recorded_at),
        recorded_by=entry.recorded_by,
        signed=_signed(entry),
        when=body["when"],
        facts=entry.facts,
        digest=entry.payload_digest,
        file=paper.file.sha256 if paper else "",
        pages=(1, count) if paper else None,
    )
    return ItemDraft(
        key=f"entry:{entry.pk}",
        frozen=frozen,
        placing=_placed(entry, frozen, today, child),
        about_type="entry",
        about_id=entry.pk,
        file=paper.file if paper else None,
        pages=count,
    )


def _further(entry: Entry, one: EntryFile) -> ItemDraft:
    """A paper that belongs to an entry."""
    count = pages_of(one.file)
    written_on = date.fromisoformat(entry.body["written_on"]) if entry.body["written_on"] else None
    frozen = Frozen(
        title=one.name or KINDS[DOCUMENT].name,
        kind=DOCUMENT,
        source=SOURCE,
        text=text_of_pages(one.file),
        author=entry.author["name"],
        role=entry.author["role"],
        written_on=written_on,
        recorded_on=london_day(entry.recorded_at),
        recorded_by=entry.recorded_by,
        when=entry.body["when"],
        digest=one.file.sha256,
        file=one.file.sha256,
        pages=(1, count),
    )
    key = f"entry:{entry.pk}"
    return ItemDraft(
        key=f"{key}:{one.position}",
        frozen=frozen,
        placing=placing_of(entry.when, written_on),
        about_type="entry",
        about_id=entry.pk,
        file=one.file,
        parent=key,
        pages=count,
    )


def _placed(entry: Entry, frozen: Frozen, today: date, child: Child) -> Placing:
    """By its own dates; where it has none, by what its words say."""
    own = placing_of(entry.when, frozen.written_on)
    found = None if own.day else evidence(frozen.text, today=today, born=child.date_of_birth)
    return Placing(guessed=found.day, precision=found.precision, why=found.why) if found else own


def placing_of(when: When, written_on: date | None) -> Placing:
    """When it was; where the record does not say, the day it was written on."""
    if when.is_known:
        return Placing(when.start or when.end, when.end, str(when.precision))
    return Placing(written_on, None, "day") if written_on else Placing()


def _version(entry: Entry, number: int) -> Version:
    return Version(number, london_day(entry.recorded_at), entry.recorded_by, entry.payload_digest)


def _signed(entry: Entry) -> Signature:
    if entry.kind == OWN_WORDS:
        return Signature.SENT
    return Signature.NAMED if entry.author["name"] and entry.text else Signature.NOT_KNOWN


def _fields(entry: Entry) -> str:
    """What an entry holds of which nothing is said to a young person: its fields, word for word."""
    return "\n".join(f"{name}: {value}" for name, value in entry.facts.items() if value not in (None, "", []))

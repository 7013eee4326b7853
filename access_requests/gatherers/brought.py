"""What officers brought in: looked at, unpacked, read, and made into items. Everything hostile happens in processes of their own.

Two stages. `looking` takes archives and e-mails apart until nothing waits; `reading` reads page by page and freezes what was read.
A file that cannot be read is kept with the sentence that says why, and everything else goes on.
"""

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path, PurePosixPath

from django.db import transaction
from django.db.models import QuerySet

from access_requests.gatherers.drafts import ItemDraft, Placing, item_id
from access_requests.gatherers.papers import pages_of, text_of_pages
from access_requests.gathering.dating import WHY, WITH, evidence, heads_of_mail
from access_requests.gathering.freezing import Frozen
from access_requests.gathering.signing import signature_in
from access_requests.models import AccessRequest, Item, Upload
from audit.who import THE_PORTAL
from files.actions.read_file import read_file
from files.actions.seal import seal
from files.actions.take_document import take_document
from files.content_types import ending_of
from files.models import File, FilePage, FileReading
from files.names import tidy_name
from files.queries import read
from files.reading.archive_findings import ALL, EMPTY, NESTED, WRONG_KIND
from files.reading.first_look import first_look, is_taken
from files.reading.inside import ZIP, Part, has_inside, things_inside
from files.reading.workplace import PREFIX
from law.working_time import london_day

State = Upload.State
ARCHIVES = (ZIP, "application/gzip")
MAILS = ("message/rfc822", "application/vnd.ms-outlook")
OTHER_PLACE = "other_place"  # of access_requests/sources.py, where nobody said which
DEEPEST = 6  # mails attached to mails
TOO_DEEP = "It lies too deep inside other e-mails. Save it as a document of its own, and bring it in."
HERE_ALREADY = "The same file is here already."
KINDS = {"image/": "picture", "audio/": "recording", "message/rfc822": "mail", "application/vnd.ms-outlook": "mail"}


def of(request: AccessRequest, state: str) -> "QuerySet[Upload]":
    """Uploads in this state, in the order they came."""
    return Upload.objects.filter(request=request, state=state).order_by("added_at", "name", "pk").select_related("file", "parent__file")


def waiting(request: AccessRequest) -> int:
    """How many nobody has looked at."""
    return of(request, State.WAITING).count()


def look(request: AccessRequest, _after: str, now: datetime) -> Iterator[tuple[str, int, list[ItemDraft]]]:
    """One upload after the other, those that come out of an archive too."""
    while upload := of(request, State.WAITING).first():
        look_into(upload, now)
        yield str(upload.pk), 1, []


def look_into(upload: Upload, now: datetime) -> None:
    """Say what one upload is: an archive to be taken apart, a paper to be read, or something that stays unread and why."""
    file = upload.file
    if file is None or not file.size:
        _end(upload, State.REFUSED, EMPTY.sentence)
    elif file.content_type in ARCHIVES:
        if upload.parent or file.content_type != ZIP:
            _end(upload, State.KEPT_UNREAD, NESTED.sentence if upload.parent else WRONG_KIND.sentence)
        else:
            _take_apart(upload, file, State.TAKEN, now)
    elif not is_taken(file.content_type):
        _end(upload, State.KEPT_UNREAD, WRONG_KIND.sentence)
    elif not (upload.parent and _is_mail(upload.parent)) and _is_here(upload, file):
        _end(upload, State.TAKEN, HERE_ALREADY)
    else:
        _look_at_paper(upload, file, now)


def _look_at_paper(upload: Upload, file: File, now: datetime) -> None:
    if not FileReading.objects.filter(file=file).exists():
        take_document(file=file, looked=first_look(read(file), file.content_type), by=THE_PORTAL, now=now)
    if FileReading.objects.get(file=file).state == FileReading.State.QUARANTINED or not has_inside(file.content_type):
        _end(upload, State.READING)
    else:
        _take_apart(upload, file, State.READING, now)


def _take_apart(upload: Upload, file: File, then: str, now: datetime) -> None:
    """Seal every part under its own name; a part that is not unpacked is listed with its reason."""
    with tempfile.TemporaryDirectory(prefix=PREFIX) as name:
        folder = Path(name)
        (folder / "original").write_bytes(read(file))
        out = folder / "out"
        out.mkdir()
        found = things_inside(folder / "original", file.content_type, out)
        if found.finding:
            _end(upload, State.KEPT_UNREAD, found.finding.sentence)
            return
        deep = _depth(upload) >= DEEPEST
        inside = [_part_of(upload, part, out, now, deep=deep) for part in found.parts]
    with transaction.atomic():
        Upload.objects.bulk_create(inside, batch_size=200)
        _end(upload, then)


def _part_of(upload: Upload, part: Part, out: Path, now: datetime, *, deep: bool) -> Upload:
    name = _tidy_path(part.name)
    made = Upload(request_id=upload.request_id, search_id=upload.search_id, parent=upload, name=name, added_at=now)
    made.added_by_name = upload.added_by_name
    if not part.stored:
        made.state, made.reason = State.REFUSED, ALL[part.finding].sentence
        return made
    content = (out / part.stored).read_bytes()
    (out / part.stored).unlink()
    made.file = seal(content=content, name=name, by=THE_PORTAL, now=now)
    if deep:
        made.state, made.reason = State.KEPT_UNREAD, TOO_DEEP
    return made


def _tidy_path(name: str) -> str:
    """The name with the folders it lay in, each made harmless."""
    parts = [tidy_name(part) for part in PurePosixPath(name.replace("\\", "/")).parts]
    return "/".join(part for part in parts if part)[-300:] or "a file"


def _depth(upload: Upload) -> int:
    depth = 0
    while upload.parent:
        upload, depth = upload.parent, depth + 1
    return depth


def _is_here(upload: Upload, file: File) -> bool:
    """Whether the same bytes were brought in before, not as a part of an e-mail."""
    same = Upload.objects.filter(request_id=upload.request_id, file=file, state__in=(State.READING, State.TAKEN))
    return same.exclude(pk=upload.pk).exclude(parent__file__content_type__in=MAILS).exists()


def _end(upload: Upload, state: str, reason: str = "") -> None:
    upload.state, upload.reason = state, reason
    upload.save(update_fields=["state", "reason"])


def pages_waiting(request: AccessRequest) -> int:
    """How many files are to be read."""
    return of(request, State.READING).count()


def read_them(request: AccessRequest, _after: str, now: datetime) -> Iterator[tuple[str, int, list[ItemDraft]]]:
    """Every file that can be read now. One that somebody else reads is waited for; one that waits for the virus scanner is not."""
    busy = False
    for upload in sorted(of(request, State.READING), key=_depth):  # a mail before what was attached to it
        if upload.file is None or (upload.parent_id and Upload.objects.filter(pk=upload.parent_id, state=State.READING).exists()):
            continue
        reading = read_file(file=upload.file, by=THE_PORTAL, now=now)
        if reading.state in (FileReading.State.WAITING, FileReading.State.READING):
            busy |= reading.state == FileReading.State.READING
            continue
        if reading.state != FileReading.State.READ and not FilePage.objects.filter(file=upload.file).exists():
            _end(upload, State.KEPT_UNREAD, reading.reason)
            yield str(upload.pk), 1, []
        else:
            yield str(upload.pk), 1, [draft_of(upload, upload.file, now)]
    if busy:
        yield "", 0, []


def draft_of(upload: Upload, file: File, now: datetime) -> ItemDraft:
    """A paper as an item: what it says, when it was, and under which mail it came."""
    text = text_of_pages(file)
    heads = heads_of_mail(text) if file.content_type in MAILS else {}
    count = pages_of(file)
    parent = f"upload:{upload.parent_id}" if upload.parent and _is_mail(upload.parent) else ""
    if parent and not Item.objects.filter(pk=item_id(upload.request, parent)).exists():
        parent = ""  # the mail itself could not be read
    frozen = Frozen(
        title=heads.get("Subject") or PurePosixPath(upload.name).name,
        kind=next((kind for start, kind in KINDS.items() if file.content_type.startswith(start)), "paper"),
        source=upload.search.source if upload.search else OTHER_PLACE,
        text=text,
        author=heads.get("From", ""),
        recorded_on=london_day(upload.added_at),
        recorded_by=upload.added_by_name,
        signed=signature_in(text, is_mail=bool(heads)),
        facts={"name": upload.name, "type": file.content_type, "ending": ending_of(file.content_type)} | {"to": heads.get("To", "")},
        attached=tuple(upload.inside.values_list("name", flat=True)),
        digest=file.sha256,
        file=file.sha256,
        pages=(1, count),
    )
    placing = _placing(upload, text, heads, now)
    key = f"upload:{upload.pk}"
    return ItemDraft(key, frozen, placing, about_type="upload", about_id=upload.pk, file=file, upload=upload, parent=parent, pages=count)


def _is_mail(upload: Upload) -> bool:
    return upload.file is not None and upload.file.content_type in MAILS


def _placing(upload: Upload, text: str, heads: dict[str, str], now: datetime) -> Placing:
    """A mail has the day it was sent; anything else, what its words, its name or what it came with say."""
    today = london_day(now)
    if sent := _sent_on(heads.get("Date", "")):
        return Placing(london_day(sent), None, "day")
    child = upload.request.child
    found = evidence(text, today=today, name=upload.name, born=child.date_of_birth if child else None)
    if found:
        return Placing(guessed=found.day, precision=found.precision, why=found.why)
    with_it = Item.objects.filter(upload=upload.parent_id, placed_on__isnull=False).first() if upload.parent_id else None
    if with_it:
        return Placing(guessed=with_it.placed_on, precision=with_it.precision, why=WHY[WITH])
    return Placing()


def _sent_on(said: str) -> datetime | None:
    try:
        sent = parsedate_to_datetime(said) if said and not said[:4].isdigit() else datetime.fromisoformat(said)
    except (ValueError, TypeError):
        return None
    return sent if sent.tzinfo else sent.replace(tzinfo=UTC)

"""Photos, drawings and recordings of an entry in somebody's own words: what stands in the file, and the copies that may be shown.

    media_of(entry)          ->   each of them in its place, with its author's caption
    media_of_all(entries)    ->   the same for a page of entries: three questions however many, none where nobody sent any

What was sent is told by the entry's facts, which the chain covers; its original hangs on the entry. Only copies made new are ever
shown. One whose original is shut by law, or was lawfully destroyed, keeps its place here, so that it can be said plainly.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from files.models import File, Making, SafeCopy
from official_file.models import Entry, EntryFile

State = Making.State
Form = SafeCopy.Form
OWN_WORDS, ATTACHMENTS = "own_words", "attachments"
SOUND = "sound"
NOT_THERE = "gone"  # lawfully destroyed


@dataclass(frozen=True, slots=True)
class Media:
    """One photo, drawing or recording. `caption` and `in_words` are its author's own; `file` None: its original was destroyed.

    `recipe`: how its author asked for it to be shown; `copies`: those that are ready, by their form.
    """

    id: UUID
    kind: str
    caption: str
    in_words: str
    others_shown: bool
    media_type: str
    recipe: Mapping[str, Any]
    file: File | None = None
    making: Making | None = None
    shut: bool = False
    copies: Mapping[str, SafeCopy] = field(default_factory=dict)

    @property
    def is_sound(self) -> bool:
        """Whether it is listened to."""
        return self.kind == SOUND

    @property
    def state(self) -> str:
        """Where it stands: one of Making.State, or "gone"."""
        if self.shut:
            return str(State.CLOSED)
        if self.file is None:
            return NOT_THERE
        return str(self.making.state) if self.making else str(State.WAITING)

    @property
    def is_ready(self) -> bool:
        """Whether a copy of it can be shown or played now."""
        return self.state == State.READY and bool(self.copies)

    @property
    def needs_copies(self) -> bool:
        """Whether nobody ever asked for its copies here: after a file came in from elsewhere."""
        return self.file is not None and not self.shut and self.making is None

    def copy(self, form: str) -> SafeCopy | None:
        """The copy of this form, when it may be shown."""
        return self.copies.get(form) if self.is_ready else None

    @property
    def seconds(self) -> int | None:
        """The length of a recording, once it is known."""
        return round(self.making.seconds) if self.making and self.making.seconds is not None else None


def media_of(entry: Entry) -> list[Media]:
    """What was sent with these words, in its order; nothing for an entry of another kind, or one whose content was destroyed."""
    return media_of_all([entry]).get(entry.pk, [])


def media_of_all(entries: Iterable[Entry]) -> dict[UUID, list[Media]]:
    """The same for many entries, by id; those without any are left out."""
    told = {entry.pk: sent for entry in entries if (sent := attached_to(entry))}
    if not told:
        return {}
    files = {(one.entry_id, one.file.sha256): one.file for one in _originals(told)}
    makings = _makings({file.pk for file in files.values()})
    return {pk: [_media(one, files.get((pk, str(one["sha256"]))), makings) for one in sent] for pk, sent in told.items()}


def attached_to(entry: Entry) -> list[dict[str, Any]]:
    """What the entry's facts say of its photos and recordings, in their order: asks nothing but the entry."""
    body = entry.body
    if body.get("kind") != OWN_WORDS:
        return []
    return list(body.get("facts", {}).get(ATTACHMENTS) or ())


def words_beside(entry: Entry) -> list[str]:
    """Every word of its author's beside the text: captions, what is shown or said, what was tapped, whom it is about."""
    sent = [str(one.get(name) or "") for one in attached_to(entry) for name in ("caption", "in_words")]
    facts = entry.body.get("facts", {}) if entry.body.get("kind") == OWN_WORDS else {}
    tapped = [str(one.get("words") or "") for one in facts.get("board") or ()]
    return [said for said in (*sent, *tapped, str(facts.get("about_person") or "")) if said.strip()]


def _originals(entries: Iterable[UUID]) -> Iterable[EntryFile]:
    return EntryFile.objects.filter(entry__in=list(entries)).select_related("file__shut")


def _makings(files: Iterable[UUID]) -> dict[UUID, list[Making]]:
    """The makings of each file, those that are ready first."""
    found: dict[UUID, list[Making]] = {}
    for making in Making.objects.filter(file__in=list(files)).prefetch_related("copies").order_by("asked_at", "pk"):
        if making.file_id:
            found.setdefault(making.file_id, []).append(making)
    return {file: sorted(rows, key=lambda making: making.state != State.READY) for file, rows in found.items()}


def _media(said: Mapping[str, Any], file: File | None, makings: Mapping[UUID, Sequence[Making]]) -> Media:
    recipe = dict(said.get("recipe") or {})
    same = (making for making in makings.get(file.pk, ()) if making.recipe == recipe) if file else iter(())
    making = next(same, None)
    shut = file is not None and hasattr(file, "shut")
    return Media(
        id=UUID(said["id"]),
        kind=str(said.get("kind") or ""),
        caption=str(said.get("caption") or ""),
        in_words=str(said.get("in_words") or ""),
        others_shown=bool(said.get("others_shown")),
        media_type=str(said.get("media_type") or ""),
        recipe=recipe,
        file=file,
        making=making,
        shut=shut,
        copies={copy.form: copy for copy in making.copies.all()} if making and not shut else {},
    )

"""Plain words that are being written: who may write them, whom one may ask, what its subject is shown of them."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from official_file.models import Entry, EntryNow, KeySummary, PlainDraft, PlainVersion
from people.models import Child, Membership, User
from people.reach import readers_of, readers_with
from people.roles import Permission

ABOUT = "plain_draft"
DOES_THE_SAME = ("social_worker", "personal_adviser", "access_worker")
WORDS = ("text", "what_it_is", "what_was_decided", "what_happens_next")


def open_draft(entry: Entry, level: str, language: str) -> PlainDraft | None:
    """What is being written for this level now, or None."""
    return PlainDraft.objects.filter(entry=entry, level=level, language=language, closed_at__isnull=True).select_related("by").first()


def colleagues(child: Child, by: User, at: datetime) -> list[User]:
    """Whom one may ask for a second look: those who work with this child and may write themselves, but oneself."""
    return [reader.user for reader in readers_with(child, Permission.READ_FILE, at) if reader.user.pk != by.pk]


def team_mates(child: Child, by: User, at: datetime) -> list[User]:
    """Whom else one may ask: who does the same work in one's own teams and does not see this record. They read the words alone."""
    near = {reader.user.pk for reader in readers_of(child, at)} | {by.pk}
    mine = Membership.objects.active(at).filter(user=by).values("team")
    beside = Membership.objects.active(at).filter(team__in=mine, role__in=DOES_THE_SAME).values("user")
    return list(User.objects.filter(pk__in=beside, is_active=True).exclude(pk__in=near).order_by("display_name"))


def asked_of(user: User, at: datetime) -> "QuerySet[PlainDraft]":
    """The words this member of staff was asked to look over and has not answered about, while nobody has published them."""
    waiting = PlainDraft.objects.filter(second_reader=user, second_answer=PlainDraft.Answer.NONE, closed_at__isnull=True)
    return waiting.select_related("by", "entry__child").order_by("saved_at")


def shown_draft(user: User, entry_id: UUID, at: datetime) -> PlainDraft | None:
    """What its subject was asked to check of an entry that is open to them, while nobody has published it; else None."""
    return drafts_to_check(user, at).filter(entry=entry_id).first()


def drafts_to_check(user: User, at: datetime) -> "QuerySet[PlainDraft]":
    """Every draft this reader was asked to check and that is not published, of entries open to them; newest first."""
    open_to_them = EntryNow.objects.visible_to(user, at).filter(child__user=user.pk)
    waiting = PlainDraft.objects.filter(entry__in=open_to_them.values("pk"), shown_at__isnull=False, closed_at__isnull=True)
    return waiting.select_related("by", "entry__child").order_by("-shown_at")


def as_version(draft: PlainDraft) -> PlainVersion:
    """The draft as the version it would become: not stored, for a preview."""
    return PlainVersion(
        entry=draft.entry,
        level=draft.level,
        text=draft.text,
        pictures=draft.pictures,
        written_with=draft.written_with,
        language=draft.language,
        approved_by=draft.by,
        approved_by_name=str(draft.by),
        at=draft.saved_at,
    )


def as_head(draft: PlainDraft) -> KeySummary:
    """What the draft says at the head of the document: not stored, for a preview."""
    return KeySummary(
        entry=draft.entry,
        what_it_is=draft.what_it_is,
        what_was_decided=draft.what_was_decided,
        what_happens_next=draft.what_happens_next,
        language=draft.language,
        by=draft.by,
        by_name=str(draft.by),
        at=draft.saved_at,
    )

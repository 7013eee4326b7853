"""What they wrote, drew and recorded themselves and sent; and what was answered, noted and decided about it.

A draft is theirs alone and what was taken back is not the council's: neither is gathered. Their words are gathered as they were sent
(the digest of sending stands beside them); where the same words stand in the file, the two are folded into one.
"""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import translation
from django.utils.translation import gettext

from access_requests.gatherers.drafts import ItemDraft, Placing
from access_requests.gathering.freezing import Frozen, Signature
from access_requests.models import AccessRequest, Item
from access_requests.sources import OWN_FILE
from files.queries import is_shut
from law.working_time import london_day
from moderation.models import Check, Decision, HandOver
from stories.models import Attachment, Contribution, Note, Reply

A_PIECE = 20  # contributions of one transaction, with all that stands beside them
MEDIA = {"photo": "photo", "drawing": "drawing", "sound": "recording"}
Written = Reply | Note | Decision | Check | HandOver


def sent_by(request: AccessRequest) -> QuerySet[Contribution]:
    """What the council holds of their own words, the oldest first."""
    return Contribution.objects.filter(child__isnull=False, child=request.child_id).sent().order_by("sent_at", "pk")


def total(request: AccessRequest) -> int:
    """How many there are to look at."""
    return sent_by(request).count()


def pieces(request: AccessRequest, after: str, now: datetime) -> Iterator[tuple[str, int, list[ItemDraft]]]:
    """Batch by batch from behind the one that `after` names."""
    last = Contribution.objects.filter(pk=after).first() if after else None
    while True:
        found = sent_by(request)
        if last:
            found = found.filter(Q(sent_at__gt=last.sent_at) | Q(sent_at=last.sent_at, pk__gt=last.pk))
        rows = list(found.select_related("author", "entry")[:A_PIECE])
        if not rows:
            return
        last = rows[-1]
        with translation.override(settings.LANGUAGE_CODE):
            yield str(last.pk), len(rows), [draft for row in rows for draft in _drafts(row)]


def _drafts(one: Contribution) -> Iterator[ItemDraft]:
    """Their words; what came with them; what others wrote about them."""
    yield _words(one)
    key = f"contribution:{one.pk}"
    for attachment in one.attachments.filter(file__isnull=False).select_related("file").prefetch_related("descriptions"):
        yield _attachment(attachment, one, key)
    answers = list(one.replies.all())
    for reply in answers:
        yield _written("reply", gettext("An answer to their words"), reply.text, reply, key)
    for note in one.notes.all():
        yield _written("note_beside", gettext("A note beside their words"), note.text, note, key)
    for decision in one.decisions.select_related("check_made"):
        told = "" if any(reply.text == decision.reply for reply in answers) else decision.reply
        said = "\n\n".join(filter(None, (decision.get_verdict_display(), told, decision.explanation)))
        yield _written("decided", gettext("What was decided about their words"), said, decision, key)
        check = getattr(decision, "check_made", None)
        if check:
            said = "\n\n".join(filter(None, (check.get_answer_display(), check.sentence)))
            yield _written("checked", gettext("A second person's look at that decision"), said, check, key)
    for hand_over in one.hand_overs.all():
        yield _written("handed_over", gettext("Their words were passed on"), hand_over.sentence, hand_over, key)


def _words(one: Contribution) -> ItemDraft:
    day = london_day(one.sent_at) if one.sent_at else None
    taps = "\n".join(str(tap.get("words", "")) for tap in one.board)
    frozen = Frozen(
        title=str(one.get_kind_display()),
        kind="own_words",
        source=OWN_FILE,
        text="\n\n".join(filter(None, (one.words, taps))),
        author=str(one.author),
        role="young_person",
        written_on=day,
        recorded_on=day,
        signed=Signature.SENT,
        facts={
            "contribution": str(one.pk),
            "kind": one.kind,
            "helped_by": one.helped_by,
            "chosen_reader": one.chosen_reader_id is not None,
            "about": str(one.about_id) if one.about_id else None,
        },
        attached=tuple(attachment.caption or attachment.get_kind_display() for attachment in one.attachments.all()),
        digest=one.digest,
    )
    return ItemDraft(f"contribution:{one.pk}", frozen, Placing(day, None, "day"), about_type="contribution", about_id=one.pk)


def _attachment(one: Attachment, of: Contribution, parent: str) -> ItemDraft:
    """A photo, a drawing or a recording. What was shut for good is named and never opened again."""
    day = london_day(of.sent_at) if of.sent_at else None
    shut = one.file is not None and is_shut(one.file)
    frozen = Frozen(
        title=one.caption or str(one.get_kind_display()),
        kind=MEDIA[one.kind],
        source=OWN_FILE,
        text="\n\n".join(filter(None, (one.in_words, *(said.text for said in one.descriptions.all())))),
        author=str(of.author),
        role="young_person",
        written_on=day,
        recorded_on=day,
        signed=Signature.SENT,
        facts={"others_shown": one.others_shown},
        digest=one.file.sha256 if one.file else "",
        file=one.file.sha256 if one.file else "",
    )
    return ItemDraft(
        f"attachment:{one.pk}",
        frozen,
        Placing(day, None, "day"),
        about_type="attachment",
        about_id=one.pk,
        file=None if shut else one.file,
        parent=parent,
        set_aside=Item.SetAside.OTHER_RULES if shut else "",
        set_aside_why=gettext("It was shut for good. Nobody may open it.") if shut else "",
    )


def _written(kind: str, title: str, text: str, row: Written, parent: str) -> ItemDraft:
    day = london_day(row.at)
    frozen = Frozen(
        title=title,
        kind=kind,
        source=OWN_FILE,
        text=text,
        author=row.by_name,
        role=row.by_role,
        written_on=day,
        recorded_on=day,
        signed=Signature.NAMED,
    )
    return ItemDraft(f"{kind}:{row.pk}", frozen, Placing(day, None, "day"), about_type=kind, about_id=row.pk, parent=parent)

"""Plain words that their subject checks before they are final (M13): fine, or please change."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from audit.events import Event
from audit.record import record
from official_file.models import PlainDraft
from official_file.permissions import check_can_decide
from official_file.plain_drafts import ABOUT, shown_draft
from official_file.unconfirmed import check_all_known, unconfirmed_in_text
from people.actions.make_task import make_task
from people.errors import NotAllowed
from people.models import Notice, TaskKind, User


@transaction.atomic
def let_them_check(*, draft: PlainDraft, by: User, now: datetime) -> PlainDraft:
    """Show the draft to the person it is about, beside the entry that is open to them.

    Raises NotAllowed for an entry that is closed to them (a draft must not open what nobody has opened), without words, without
    an account of theirs, and when the words name somebody of whom nobody has confirmed that they know.
    """
    row = check_can_decide(by, draft.entry, now)
    draft = PlainDraft.objects.select_for_update().select_related("entry__child").get(pk=draft.pk)
    reader = draft.entry.child.user
    if not draft.text.strip():
        raise NotAllowed("no_words", _("Write one or two plain sentences first."))
    if reader is None or row.opens_at is None or row.opens_at > now:
        raise NotAllowed("closed", _("This is not open to them yet. Read your words with them, and tick that you wrote them together."))
    check_all_known(unconfirmed_in_text(draft.entry.child_id, draft.text))
    draft.shown_at, draft.their_answer, draft.their_words, draft.their_at = now, PlainDraft.Answer.NONE, "", None
    draft.save(update_fields=["shown_at", "their_answer", "their_words", "their_at"])
    Notice.objects.get_or_create(user=reader, kind="words_to_check", about_id=draft.pk, defaults={"about_type": ABOUT, "at": now})
    record(Event.WORDS_SHOWN, child=draft.entry.child_id, by=by.who(now), at=now, about_type="entry", about_id=draft.entry_id)
    return draft


@transaction.atomic
def answer_words(*, draft: PlainDraft, fine: bool, words: str = "", by: User, now: datetime) -> PlainDraft:
    """What its subject says about the draft. "Please change" becomes a task for their worker, with their words.

    Raises NotAllowed when it was not shown to them, or is published already.
    """
    shown = shown_draft(by, draft.entry_id, now)
    if shown is None or shown.pk != draft.pk:
        raise NotAllowed("not_shown", _("These words are finished already. Open the page again to read them."))
    draft = PlainDraft.objects.select_for_update().select_related("entry__child").get(pk=draft.pk)
    draft.their_answer = PlainDraft.Answer.FINE if fine else PlainDraft.Answer.CHANGE
    draft.their_words, draft.their_at = words, now
    draft.save(update_fields=["their_answer", "their_words", "their_at"])
    child = draft.entry.child
    if not fine:
        make_task(kind=TaskKind.CHECK_PLAIN, child=child, about_type=ABOUT, about_id=draft.pk, words=words, now=now)
    Notice.objects.filter(user=by, about_type=ABOUT, about_id=draft.pk, seen_at__isnull=True).update(seen_at=now)
    record(Event.WORDS_CHECKED, child=child.pk, by=by.who(), at=now, about_type="entry", about_id=draft.entry_id)
    return draft

"""What stands around the words on the reading page: pictures and recordings, taps, who has it and why, who signed what."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from law.calendar_words import say_date, say_time
from law.working_time import StaffedHours, london_day
from moderation.handing_on import check_can_escalate, check_can_hand_over, escalation_of, newest_sentence
from moderation.models import PROPOSALS, Check, Decision
from moderation.permissions import can
from moderation.queries import unopened
from moderation.saved_replies import own_or_councils
from moderation.views.linked import linked
from moderation.views.looked_after import looked_after
from people.models import User
from people.roles import display_name
from stories.boards import said_by_taps
from stories.media import shown_media
from stories.models import Attachment, Contribution


@dataclass(frozen=True, slots=True)
class SignedOff:
    """One decision as it was signed: what, by whom and when, and the second person."""

    what: str
    who: str
    second: str


def around(contribution: Contribution, user: User, now: datetime) -> dict[str, Any]:
    """Everything beside the words that the reading page shows."""
    asked = escalation_of(contribution)
    return {
        "media": shown_media(contribution, address=copy_address, mine=False),
        "unheard": unopened(contribution).filter(kind=Attachment.Kind.SOUND).exists(),
        "boards": said_by_taps(contribution.board, translate=_),
        "handed": newest_sentence(contribution, user),
        "escalated": asked,
        "can_hand_over": can(check_can_hand_over, user, contribution, now),
        "can_escalate": asked is None and can(check_can_escalate, user, contribution, now),
        "signed_off": signed_off(contribution),
        "fingerprints": fingerprints(contribution),
        "saved": own_or_councils(user),
        **linked(contribution, user, now),
        **looked_after(contribution, user, now),
    }


def signed_off(contribution: Contribution) -> list[SignedOff]:
    """Every decision that happened, oldest first: who signed it, when, and who looked at it second (R56)."""
    decisions = contribution.decisions.select_related("check_made").order_by("at")
    return [_signed(one) for one in decisions if one.verdict not in PROPOSALS or hasattr(one, "check_made")]


def fingerprints(contribution: Contribution) -> list[tuple[str, str]]:
    """What exactly was signed: the words, and each picture or recording, by its SHA-256; and the link in the file."""
    found = [(_("The words"), contribution.digest)]
    found += [(one.get_kind_display(), one.file.sha256) for one in contribution.attachments.select_related("file") if one.file]
    if contribution.entry:
        found.append((_("The link in the file"), contribution.entry.link))
    return found


def _signed(one: Decision) -> SignedOff:
    check: Check | None = getattr(one, "check_made", None)
    second = ""
    if check:
        agreed = check.answer == Check.Answer.CONFIRMED
        second = (_("Confirmed: %(who)s") if agreed else _("Sent back: %(who)s")) % {"who": _who(check)}
    return SignedOff(one.get_verdict_display(), _who(one), second)


def _who(row: Decision | Check) -> str:
    places = {"who": row.by_name, "role": display_name(row.by_role), "day": say_date(london_day(row.at), _)}
    places["time"] = say_time(StaffedHours().local(row.at).time(), _)
    return _("%(who)s, %(role)s, on %(day)s at %(time)s.") % places


def copy_address(attachment: Attachment, form: str) -> str:
    """Where a worker gets the bytes of one copy."""
    return reverse("moderation:attachment_copy", args=[attachment.pk, form])

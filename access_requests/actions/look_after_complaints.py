"""What happens to complaints by itself: whoever complained hears when it takes long, and whoever decides is reminded to tell them."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from access_requests.actions.complaint_steps import add_step
from access_requests.complaint_clock import ABOUT, PROGRESS_AFTER, answer_by, last_told_on
from access_requests.models import Complaint, ComplaintStep
from audit.who import Who
from law.working_time import london_day
from people.models import Notice

PROGRESS = ComplaintStep.Kind.PROGRESS


@transaction.atomic
def tell_complaints_wait(*, by: Who, now: datetime) -> int:
    """Tell each whose answer we meant to give by now that it takes longer. Once. Returns how many; run twice, none."""
    told = 0
    for one in Complaint.objects.open().select_related("request", "user", "decider"):
        if now <= answer_by(one) or one.steps.filter(kind=PROGRESS, by_role=by.role, by__isnull=True).exists():
            continue
        language = one.request.language if one.request else one.user.language if one.user else settings.LANGUAGE_CODE
        with override(language):
            words = _("This takes longer than we said. We are sorry. We are still looking at it, and you do not have to ask again.")
        add_step(complaint=one, kind=PROGRESS, words=words, by=by, now=now)
        told += 1
    return told


@transaction.atomic
def remind_deciders(*, by: Who, now: datetime) -> int:
    """A notice to whoever looks at a complaint about which nothing was said for two weeks. Returns how many are new; run twice, none."""
    today, new = london_day(now), 0
    for one in Complaint.objects.open().filter(decider__isnull=False).select_related("decider"):
        if today - last_told_on(one) < PROGRESS_AFTER:
            continue
        defaults = {"about_type": ABOUT, "at": now}
        _notice, made = Notice.objects.get_or_create(user=one.decider, kind="complaint_waits", about_id=one.pk, defaults=defaults)
        new += made
    return new

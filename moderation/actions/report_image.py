"""A picture reported as an illegal image of a child (law.md 5.1): shut in the same moment, and a manager called."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from audit.events import Event
from audit.record import record
from files.actions.shut import shut
from law.bank_holidays import bank_holidays
from law.working_time import urgent_due
from moderation.conflict import is_about
from moderation.looking_after import ABOUT_IMAGE, check_can_report
from moderation.models import ImageReport
from moderation.queries import unopened
from moderation.way_back.packing import forget_packages_with
from official_file.actions.unmake_book import unmake_books_with
from official_file.projection import hours_of_council
from people.actions.make_task import make_task
from people.models import TaskKind, User
from stories.actions.owed import finish_owed, tell_author
from stories.models import Attachment, Contribution, signed


@transaction.atomic
def report_image(*, attachment: Attachment, by: User, now: datetime) -> ImageReport:
    """Shut the file, delete every copy, owe the route on the urgent clock, and tell the author that something happened.

    It cannot be undone. Reported twice it is one report. What stands with it, words and other pictures, can still be filed; where
    the same bytes stand in another contribution they are shut there too. Raises NotAllowed.
    """
    contribution = Contribution.objects.select_for_update().get(pk=attachment.contribution_id)
    attachment = Attachment.objects.select_related("contribution__child", "file").get(pk=attachment.pk)
    check_can_report(by, attachment, now)
    report = ImageReport.objects.filter(attachment=attachment).first()
    if report:
        return report
    if attachment.file is None:
        raise ValueError("Only what was sent can be reported.")  # check_can_report said so already
    shut(file=attachment.file, by=by.who(now), now=now)
    unmake_books_with(file=attachment.file, by=by.who(now), now=now)
    forget_packages_with(attachment.file)
    report = ImageReport.objects.create(attachment=attachment, file=attachment.file, **signed(by, now))
    # A worker may be named in what is sent with it: no reason to wait, and written down for whoever follows the route.
    facts = {"named": is_about(by, contribution)}
    about: dict[str, Any] = {"about_type": ABOUT_IMAGE, "about_id": report.pk}
    record(Event.IMAGE_REPORTED, child=contribution.child_id, by=by.who(now), at=now, facts=facts, **about)
    _call_a_manager(report, contribution, now)
    _nobody_opens_it(attachment, by, now)
    tell_author(contribution=contribution, by=by, now=now)
    return report


def _call_a_manager(report: ImageReport, contribution: Contribution, now: datetime) -> None:
    due = urgent_due(now, hours_of_council(), bank_holidays(settings.NATION))
    about: dict[str, Any] = {"about_type": ABOUT_IMAGE, "about_id": report.pk}
    make_task(kind=TaskKind.ILLEGAL_IMAGE, child=contribution.child, now=now, due_at=due, for_role="team_manager", **about)


def _nobody_opens_it(attachment: Attachment, by: User, now: datetime) -> None:
    """Where it was the last thing to look at, here or where the same bytes stand, nobody is asked to look any more."""
    for one in Contribution.objects.filter(Q(attachments__file=attachment.file_id), sent_at__isnull=False).distinct():
        if not unopened(one).exists():
            finish_owed(contribution=one, kinds=(TaskKind.OPEN_MEDIA,), by=by, now=now)

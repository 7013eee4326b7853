"""Trying again to bring words into the council's own system."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from moderation.actions.send_again import send_again
from moderation.models import WriteBack
from people.access import current_user, staff_page
from people.errors import NotAllowed
from people.roles import Permission
from stories.models import Contribution


@require_POST
@staff_page(Permission.READ_CONTRIBUTIONS)
def again(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Send it with the next sweep, and end what was asked about it."""
    user, now = current_user(request), timezone.now()
    if not Contribution.objects.visible_to(user, now).filter(pk=pk).exists():
        raise Http404
    row = WriteBack.objects.filter(contribution=pk).first()
    try:
        if row is None:
            raise NotAllowed("not_filed", _("This is not in the file, so there is nothing to send."))
        send_again(write_back=row, by=user, now=now)
    except NotAllowed as refusal:
        messages.info(request, refusal.sentence)
    else:
        messages.success(request, _("We try again in a few minutes."))
    return redirect("moderation:reading", pk)

"""The sentences that the software says by itself: read whole by a named person, and approved under a number."""

from itertools import groupby

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from official_file.actions.approve_sentences import approve_sentences
from official_file.approved_sentences import approval, earlier_approvals
from official_file.kinds import KINDS
from official_file.plain_language.patterns import APPROVER
from official_file.plain_language.table import digest, examples, number
from people.access import current_user, staff_page
from people.errors import NotAllowed
from people.roles import Permission


@staff_page(Permission.OPEN_ENTRIES, Permission.CONFIRM_DECISIONS, Permission.APPROVE_SENTENCES)
@require_safe
def table(request: HttpRequest) -> HttpResponse:
    """Every sentence with an example, by kind; who approved which number, and when."""
    kinds = [(gettext(KINDS[kind].name), list(rows)) for kind, rows in groupby(examples(gettext), key=lambda one: one.kind)]
    shown = {
        "kinds": kinds,
        "number": number(),
        "digest": digest(),
        "approval": approval(),
        "approvals": earlier_approvals(),
        "approver": gettext(APPROVER),
        "may_approve": current_user(request).may(Permission.APPROVE_SENTENCES, timezone.now()),
    }
    return render(request, "portal/staff/sentences.html", shown)


@staff_page(Permission.APPROVE_SENTENCES)
@require_POST
def approve(request: HttpRequest) -> HttpResponse:
    """Say that they may be shown."""
    try:
        made = approve_sentences(read_digest=request.POST.get("digest", ""), by=current_user(request), now=timezone.now())
    except NotAllowed as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, gettext("Table %(number)s is approved.") % {"number": made.number})
    return redirect("portal:sentences")

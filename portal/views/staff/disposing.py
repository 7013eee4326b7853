"""A proposal to destroy what an entry says: the second person reads it and agrees, or does not."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from official_file.actions.dispose import decline_disposal, dispose
from official_file.models import DisposalProposal
from official_file.queries import entry_for
from people.access import current_user, staff_page
from people.errors import NotAllowed
from people.models import Child
from people.roles import Permission
from portal.actions.look import look_at_entry
from portal.forms.answering import DisposalForm
from portal.queries.staff_lines import staff_line


@staff_page(Permission.PROPOSE_DISPOSAL, Permission.CONFIRM_DISPOSAL)
@require_http_methods(["GET", "HEAD", "POST"])
def disposal(request: HttpRequest, proposal_id: UUID) -> HttpResponse:
    """What is proposed, by whom, why; yes, or no with a reason."""
    user, now = current_user(request), timezone.now()
    proposal = _proposal(request, proposal_id)
    form = DisposalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            if "yes" in request.POST:
                dispose(proposal=proposal, by=user, now=now)
            else:
                decline_disposal(proposal=proposal, reason=form.cleaned_data["reason"], by=user, now=now)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, gettext("Decided. The audit keeps who proposed it and who decided."))
            return redirect("portal:desk")
    row = entry_for(user, proposal.entry_id, now)
    look_at_entry(entry=proposal.entry, by=user, now=now)
    shown = {
        "proposal": proposal,
        "child": proposal.entry.child,
        "line": staff_line(row, child=proposal.entry.child, at=now) if row and row.kind else None,
        "original": proposal.entry.text,
        "may_decide": user.may(Permission.CONFIRM_DISPOSAL, now) and proposal.proposed_by_id != user.pk,
        "form": form,
    }
    return render(request, "portal/staff/disposal.html", shown, status=422 if form.errors else 200)


def _proposal(request: HttpRequest, proposal_id: UUID) -> DisposalProposal:
    """The proposal, through reach, while it is not decided. Raises Http404."""
    mine = Child.objects.visible_to(current_user(request), timezone.now())
    waiting = DisposalProposal.objects.filter(pk=proposal_id, entry__child__in=mine, disposal__isnull=True)
    found = waiting.select_related("entry__child", "entry__payload", "proposed_by").first()
    if found is None:
        raise Http404
    return found

"""How long a record is kept and who can see it: holds placed and lifted, appraisals, and the records whose time is over."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from official_file.actions.keep_longer import keep_longer
from official_file.actions.place_hold import MAY_LIFT, MAY_PLACE, lift_hold, place_hold
from official_file.actions.propose_disposal import propose_disposal
from official_file.models import RetentionHold
from official_file.queries import entry_for
from people.access import child_for, current_user, staff_page
from people.errors import NotAllowed
from people.models import Child, Task, TaskKind
from people.roles import Permission
from portal.actions.look import look_at_entry, look_at_file
from portal.forms.keeping import HoldForm, LiftForm, LongerForm, ProposeForm
from portal.queries.keeping import GROUNDS, keeping_of, records_due
from portal.queries.staff_lines import staff_line

FORM_METHODS = ["GET", "HEAD", "POST"]


@staff_page(Permission.READ_FILE)
@require_http_methods(FORM_METHODS)
def keeping(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """How long it is kept, by which law, what holds it, who can see it; and a hold placed."""
    child, user, now = child_for(request, child_id), current_user(request), timezone.now()
    form = HoldForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            place_hold(child=child, **form.cleaned_data, by=user, now=now)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, gettext("Held. Nothing of this record can be destroyed until it is lifted."))
            return redirect("portal:keeping", child.pk)
    return _keeping(request, child, form=form)


@staff_page(Permission.PROPOSE_DISPOSAL)
@require_POST
def longer(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Decide that a record whose time is over is kept."""
    child, form = child_for(request, child_id), LongerForm(request.POST)
    task = Task.objects.open().filter(child=child, kind=TaskKind.APPRAISE_RECORD).first()
    if task is None:
        raise Http404
    if form.is_valid():
        keep_longer(task=task, reason=form.cleaned_data["reason"], by=current_user(request), now=timezone.now())
        messages.success(request, gettext("Decided. The record stays whole, and is looked at again in five years."))
        return redirect("portal:records_due")
    return _keeping(request, child, longer_form=form)


@staff_page(*MAY_LIFT)
@require_http_methods(FORM_METHODS)
def lift(request: HttpRequest, hold_id: UUID) -> HttpResponse:
    """Two steps: first why it is over, then whether to lift it, with what that makes possible."""
    user, now = current_user(request), timezone.now()
    mine = Child.objects.visible_to(user, now)
    hold = get_object_or_404(RetentionHold.objects.select_related("child", "placed_by"), pk=hold_id, child__in=mine, lifted_at=None)
    form = LiftForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and form.cleaned_data["sure"]:
        lift_hold(hold=hold, why=form.cleaned_data["why"], by=user, now=now)
        messages.success(request, gettext("Lifted. The audit keeps who placed it, who lifted it and why."))
        return redirect("portal:keeping", hold.child_id)
    others = RetentionHold.objects.filter(child=hold.child_id, lifted_at=None).exclude(pk=hold.pk).count()
    second = request.method == "POST" and form.is_valid()
    shown = {"hold": hold, "child": hold.child, "ground": GROUNDS[RetentionHold.Ground(hold.ground)], "form": form}
    status = 422 if form.errors else 200
    return render(request, "portal/staff/lift_hold.html", {**shown, "second": second, "others": others}, status=status)


@staff_page(Permission.PROPOSE_DISPOSAL)
@require_safe
def due(request: HttpRequest) -> HttpResponse:
    """Every record whose time is over, and that nothing holds."""
    return render(request, "portal/staff/records_due.html", {"tasks": records_due(current_user(request), timezone.now())})


@staff_page(Permission.PROPOSE_DISPOSAL)
@require_http_methods(FORM_METHODS)
def propose(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    """Propose that what an entry says is destroyed: a second person decides."""
    user, now = current_user(request), timezone.now()
    row = entry_for(user, entry_id, now)
    if row is None or not row.kind:
        raise Http404
    form = ProposeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            propose_disposal(entry=row.entry, **form.cleaned_data, by=user, now=now)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, gettext("Proposed. A second checker reads it and decides."))
            return redirect("portal:staff_entry", row.pk)
    look_at_entry(entry=row.entry, by=user, now=now)
    shown = {"child": row.child, "line": staff_line(row, child=row.child, at=now), "original": row.entry.text, "form": form}
    return render(request, "portal/staff/propose_disposal.html", shown, status=422 if form.errors else 200)


def _keeping(request: HttpRequest, child: Child, *, form: HoldForm | None = None, longer_form: LongerForm | None = None) -> HttpResponse:
    user, now = current_user(request), timezone.now()
    look_at_file(child=child, by=user, now=now)
    sent = form if form is not None and form.errors else longer_form
    shown = {
        "child": child,
        "about": keeping_of(child, now),
        "form": form or HoldForm(),
        "longer_form": longer_form or LongerForm(),
        "may_place": any(user.may(one, now) for one in MAY_PLACE),
        "may_lift": any(user.may(one, now) for one in MAY_LIFT),
        "may_decide": user.may(Permission.PROPOSE_DISPOSAL, now),
        "sent": sent,
    }
    return render(request, "portal/staff/keeping.html", shown, status=422 if sent is not None and sent.errors else 200)

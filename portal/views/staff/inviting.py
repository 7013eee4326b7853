"""Inviting a young person: readiness first, then a code on paper that is shown once."""

from base64 import b64encode
from io import BytesIO
from uuid import UUID

import qrcode
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST
from qrcode.image.svg import SvgPathImage

from official_file.models import EntryNow
from official_file.models.now import State
from official_file.queries import entries_for
from people.access import child_for, current_user, staff_page
from people.actions.cancel_join_code import cancel_join_code
from people.actions.close_way_in import close_way_in
from people.actions.make_join_code import make_join_code
from people.actions.record_readiness import record_readiness
from people.errors import NotAllowed
from people.models import Child, JoinCode, User
from people.permissions import decides_for
from people.roles import Permission
from portal.actions.look import look_at_file
from portal.forms.inviting import ReadinessForm
from portal.queries.child_page import open_code


@staff_page(Permission.INVITE)
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Step 1: how they were made ready. Step 2: the code."""
    child, user, now = child_for(request, child_id), current_user(request), timezone.now()
    why = _why(user, child)
    form = ReadinessForm(request.POST or None, why_is_written=why is not None)
    if request.method == "POST" and form.is_valid():
        try:
            record_readiness(child=child, why_entry=why, by=user, now=now, **form.cleaned_data)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, gettext("Written down. Now you can make a code."))
            return redirect("portal:invite", child.pk)
    look_at_file(child=child, by=user, now=now)
    shown = {
        "child": child,
        "form": form,
        "why_is_written": why is not None,
        "ready": child.readiness.select_related("decided_by").first(),
        "code": open_code(child, now),
        "decides": decides_for(user, child, now),
    }
    return render(request, "portal/staff/invite.html", shown, status=422 if form.errors else 200)


@staff_page(Permission.INVITE)
@require_POST
def join_code(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Make a code and show it this once, to print or copy by hand. It is stored nowhere in clear."""
    child, now = child_for(request, child_id), timezone.now()
    made = make_join_code(child=child, by=current_user(request), now=now)
    address = request.build_absolute_uri(reverse("portal:join"))
    # The code stands after the #, which browsers never send: no log and no other server can hold it.
    shown = {"child": child, "code": made.code, "row": made.row, "address": address, "picture": _picture(f"{address}#{made.code}")}
    return render(request, "portal/staff/join_code.html", shown)


@staff_page(Permission.INVITE)
@require_POST
def cancel_code(request: HttpRequest, child_id: UUID, code_id: UUID) -> HttpResponse:
    """The code stops working."""
    child = child_for(request, child_id)
    code = get_object_or_404(JoinCode, pk=code_id, child=child)
    cancel_join_code(code=code, by=current_user(request), now=timezone.now())
    messages.success(request, gettext("The code no longer works."))
    return redirect("portal:invite", child.pk)


@staff_page(Permission.INVITE)
@require_POST
def close(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """A phone or a passphrase is in the wrong hands."""
    child = child_for(request, child_id)
    close_way_in(child=child, by=current_user(request), now=timezone.now())
    messages.success(request, gettext("Their way in is closed, on every phone. When they are safe, make a new code."))
    return redirect("portal:invite", child.pk)


def _why(user: User, child: Child) -> UUID | None:
    """The letter about why they are in care, or else a reason that was opened to them; None while there is neither."""
    now = timezone.now()
    rows = entries_for(user, child, now).prefetch_related(None)
    letter = rows.filter(kind="why_letter").exclude(state__in=(State.WITHHELD, State.NOT_MINE)).last()
    opened: EntryNow | None = letter or rows.filter(kind="reason_for_care", opens_at__isnull=False).last()
    return opened.pk if opened else None


def _picture(text: str) -> str:
    """The text as a QR picture, as an address that needs no request."""
    drawn = BytesIO()
    qrcode.make(text, image_factory=SvgPathImage, border=2).save(drawn)
    return f"data:image/svg+xml;base64,{b64encode(drawn.getvalue()).decode()}"

"""What a worker writes to a young person: why they are in care, and the pen picture."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from official_file.actions.write_to_child import write_to_child
from people.access import child_for, current_user, staff_page
from people.errors import NotAllowed
from people.roles import Permission
from portal.forms.inviting import LetterForm

FORM = ["GET", "HEAD", "POST"]


@staff_page(Permission.OPEN_ENTRIES)
@require_http_methods(FORM)
def why(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """The letter "what happened when you came into care"."""
    return _letter(request, child_id, "why_letter", gettext("What happened when you came into care"), "portal/staff/write_why.html")


@staff_page(Permission.OPEN_ENTRIES)
@require_http_methods(FORM)
def pen_picture(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Two or three true and kind sentences about who they are now."""
    return _letter(request, child_id, "pen_picture", gettext("About you now"), "portal/staff/write_pen_picture.html")


def _letter(request: HttpRequest, child_id: UUID, kind: str, heading: str, template: str) -> HttpResponse:
    child, user = child_for(request, child_id), current_user(request)
    form = LetterForm(request.POST or None, heading=heading)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        opening = {"opens": given["opens"] != "not_yet", "with_them": given["opens"] == "with_them"}
        try:
            entry = write_to_child(child=child, kind=kind, title=given["title"], text=given["text"], by=user, now=timezone.now(), **opening)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, gettext("It is in the file. This is how it stands."))
            return redirect("portal:staff_entry", entry.pk)
    return render(request, template, {"child": child, "form": form}, status=422 if form.errors else 200)

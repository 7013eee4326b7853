"""What a worker writes to a young person: why they are in care, the pen picture; and what they said, written down."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from cms.queries import kinder_words
from law.working_time import london_day
from official_file.actions.write_to_child import write_to_child
from official_file.actions.write_what_they_said import Said, write_what_they_said
from people.access import child_for, current_user, staff_page
from people.errors import NotAllowed
from people.models import User
from people.roles import Permission, display_name
from portal.forms.inviting import LetterForm, LifeLetterForm
from portal.forms.said import SaidForm
from portal.queries.writing_plainly import advice_on

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


@staff_page(Permission.OPEN_ENTRIES)
@require_http_methods(FORM)
def letter(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """A letter for them to keep: about their life, for later, after a review. Shown first as it will look, when asked."""
    return _letter(request, child_id, "letter", "", "portal/staff/write_letter.html", LifeLetterForm)


@staff_page(Permission.OPEN_ENTRIES)
@require_http_methods(FORM)
def what_they_said(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """What they said to a worker, word for word, or wrote down with one."""
    child, user, now = child_for(request, child_id), current_user(request), timezone.now()
    form = SaidForm(request.POST or None, heading=gettext("What you said"), initial={"day": london_day(now)})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        said = Said(given["day"], given["title"], given["text"], together=given["together"])
        opening = {"opens": given["opens"] != "not_yet", "with_them": given["opens"] == "with_them"}
        try:
            entry = write_what_they_said(child=child, said=said, by=user, now=now, **opening)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, gettext("It is in the file. This is how it stands."))
            return redirect("portal:staff_entry", entry.pk)
    return render(request, "portal/staff/write_said.html", {"child": child, "form": form}, status=422 if form.errors else 200)


def _letter(
    request: HttpRequest, child_id: UUID, kind: str, heading: str, template: str, form_class: type[LetterForm] = LetterForm
) -> HttpResponse:
    child, user = child_for(request, child_id), current_user(request)
    form = form_class(request.POST or None, heading=heading)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        if request.POST.get("do") == "look":
            looks = {"looks": _as_it_looks(given, user), "advice": advice_on(given["text"])}
            return render(request, template, {"child": child, "form": form, "kinder": kinder_words(), **looks})
        opening = {"opens": given["opens"] != "not_yet", "with_them": given["opens"] == "with_them"}
        what = {"title": given["title"], "text": given["text"], "letter_type": given.get("letter_type", "")}
        try:
            entry = write_to_child(child=child, kind=kind, **what, by=user, now=timezone.now(), **opening)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, gettext("It is in the file. This is how it stands."))
            return redirect("portal:staff_entry", entry.pk)
    shown = {"child": child, "form": form, "kinder": kinder_words()}
    return render(request, template, shown, status=422 if form.errors else 200)


def _as_it_looks(given: dict[str, str], user: User) -> dict[str, object]:
    """The letter as it will be read: nothing is kept."""
    now = timezone.now()
    who = user.who(now)
    return {"title": given["title"], "text": given["text"], "name": who.name, "role": display_name(who.role), "day": london_day(now)}

"""The reader sets the pace: open after a warning, not now, never this kind, keep my place, take a break."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cms.queries import support_contacts
from law.working_time import london_day
from official_file.actions.keep_place import keep_place, let_place_go
from official_file.actions.never_show import never_show, show_again
from official_file.actions.set_aside import set_aside, take_back
from official_file.models import Entry, EntryNow
from official_file.queries import entry_for
from official_file.reader_choices import never_shown, place_kept, things_set_aside
from official_file.themes import THEMES
from people.access import current_user, young_person_page
from people.models import Child
from portal.forms.pace import Never, NotNow
from portal.queries.lines import lines_of
from portal.views.warning import chose_to_open

FORM_METHODS = ["GET", "HEAD", "POST"]


@require_POST
@young_person_page
def open_it(request: HttpRequest, child: Child, entry_id: UUID) -> HttpResponse:
    """They were told what it is about, and want to open it."""
    row = my_entry(request, entry_id)
    chose_to_open(request, row.pk)
    return redirect("portal:entry", row.pk)


@require_http_methods(FORM_METHODS)
@young_person_page
def not_now(request: HttpRequest, child: Child, entry_id: UUID) -> HttpResponse:
    """Set one entry aside, for a time or until they take it back."""
    row, now = my_entry(request, entry_id), timezone.now()
    form = NotNow(request.POST or None)
    if request.method == "POST" and form.is_valid():
        set_aside(child=child, entry=row.entry, until=form.moment(now), by=current_user(request), now=now)
        messages.success(request, gettext("It is set aside. You find it under Settings, in What I set aside."))
        return redirect("portal:my_story")
    return render(request, "portal/pace/not_now.html", {"form": form, "entry_id": row.pk})


@require_safe
@young_person_page
def set_aside_list(request: HttpRequest, child: Child) -> HttpResponse:
    """What they set aside, without what it says: each opens again when they take it back."""
    now = timezone.now()
    rows = list(things_set_aside(current_user(request), now))
    lines = lines_of(rows, child=child, today=london_day(now))
    return render(request, "portal/pace/set_aside.html", {"lines": lines})


@require_POST
@young_person_page
def after_all(request: HttpRequest, child: Child, entry_id: UUID) -> HttpResponse:
    """Take one entry back. Raises Http404 for what was not set aside."""
    user, now = current_user(request), timezone.now()
    if not things_set_aside(user, now).filter(pk=entry_id).exists():
        raise Http404
    take_back(child=child, entry=Entry.objects.get(pk=entry_id), by=user, now=now)
    messages.success(request, gettext("It is back in your story."))
    return redirect("portal:set_aside")


@require_http_methods(FORM_METHODS)
@young_person_page
def never(request: HttpRequest, child: Child) -> HttpResponse:
    """What they never want to see: what that means, and every kind with a tick. One form, changed at any time."""
    before = never_shown(child)
    form = Never(request.POST if request.method == "POST" else None, initial={"themes": before})
    if request.method == "POST" and form.is_valid():
        user, now, wanted = current_user(request), timezone.now(), set(form.cleaned_data["themes"])
        for theme in THEMES:
            if theme in wanted and theme not in before:
                never_show(child=child, theme=theme, by=user, now=now)
            elif theme in before and theme not in wanted:
                show_again(child=child, theme=theme, by=user, now=now)
        messages.success(request, gettext("Kept. Only you can see what you chose here."))
        return redirect("portal:never")
    return render(request, "portal/pace/never.html", {"form": form, "chosen": before})


@require_POST
@young_person_page
def place(request: HttpRequest, child: Child, entry_id: UUID) -> HttpResponse:
    """Keep the place here, or let it go."""
    row, user, now = my_entry(request, entry_id), current_user(request), timezone.now()
    if request.POST.get("let_go"):
        let_place_go(child=child, by=user, now=now)
        messages.success(request, gettext("We do not keep this place any more."))
    else:
        keep_place(child=child, entry=row.entry, fixed=True, by=user, now=now)
        messages.success(request, gettext("Your place is kept. Home brings you back here."))
    return redirect("portal:entry", row.pk)


@require_safe
@young_person_page
def take_a_break(request: HttpRequest, child: Child) -> HttpResponse:
    """Stop for a while: what they can do now, whom to talk to, back to where they stopped, or leave."""
    user, now = current_user(request), timezone.now()
    kept = place_kept(child)
    back = kept.entry_id if kept and kept.entry_id and entry_for(user, kept.entry_id, now) else None
    contacts = support_contacts(child.age_on(london_day(now)), child.nation)
    return render(request, "portal/pace/take_a_break.html", {"contacts": contacts, "back": back})


@require_safe
@young_person_page
def before_you_hide(request: HttpRequest, child: Child) -> HttpResponse:
    """What happens when they press Hide this page, before they ever need it."""
    return render(request, "portal/pace/before_you_hide.html", {"elsewhere": settings.NEUTRAL_SITE})


def my_entry(request: HttpRequest, entry_id: UUID) -> EntryNow:
    """The entry, when it is open to its reader. Raises Http404, for a stranger exactly as for an id that does not exist."""
    row = entry_for(current_user(request), entry_id, timezone.now())
    if row is None:
        raise Http404
    return row

"""A child's page for staff, which begins with the child's own words; and finding a child in reach."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from moderation.way_back.words import ways_back_of
from people.access import child_for, current_user, staff_page
from people.actions.read_about_me import read_about_me
from people.roles import Permission
from portal.actions.look import look_at_file
from portal.queries.child_page import child_page, child_with_marks
from portal.queries.child_record import ChildRecord, Choice, by_section
from portal.queries.found_children import found_children
from portal.queries.sections import BY_SLUG

MOST_CHILDREN = 100


@staff_page(Permission.READ_FILE)
@require_safe
def child(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Their own words first, then one story out of every source, with what waits beside it. Each look is written down."""
    user, now = current_user(request), timezone.now()
    found = child_with_marks(user, child_id, now)
    look_at_file(child=found, by=user, now=now)
    record = ChildRecord(user, found, now, Choice.of(request.GET.dict()))
    shown = {
        "child": found,
        "about": child_page(user, found, record, now),
        "record": record,
        "page": record.page,
        "chapters": record.chapters(),
        "sections": by_section(record.tally),
        "section": BY_SLUG.get(record.choice.section),
        "ways_back": ways_back_of(found, user, now),
    }
    return render(request, "portal/staff/child.html", shown)


@staff_page(Permission.READ_FILE)
@require_POST
def child_about_me_read(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """A newly allocated worker says that they have read About me."""
    found = child_for(request, child_id)
    read_about_me(child=found, by=current_user(request), now=timezone.now())
    return redirect("portal:child", found.pk)


@staff_page(Permission.READ_FILE)
@require_http_methods(["GET", "HEAD", "POST"])
def children(request: HttpRequest) -> HttpResponse:
    """Children in reach, by any name they ever had, by number, or by somebody of their family.

    The words are sent in the form: no address holds a name.
    """
    words = request.POST.get("words", "").replace("\0", "").strip()[:300]  # no database is asked for U+0000
    found = found_children(current_user(request), words, timezone.now(), most=MOST_CHILDREN + 1)
    shown = {"words": words, "children": found[:MOST_CHILDREN], "more": len(found) > MOST_CHILDREN}
    return render(request, "portal/staff/children.html", shown)

"""The letter that says that somebody is or was in our care: shown first, made on a press of a button, printed from the browser."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from cms.queries import this_council
from law.working_time import london_day
from official_file.actions.make_statement import make_statement
from official_file.queries import entries_for
from official_file.statements import Statement, in_care_statement
from people.access import child_for, current_user, staff_page
from people.errors import NotAllowed
from people.roles import Permission, display_name
from portal.queries.when_words import one_date

SYSTEMS = {
    "ssda903": "the council's yearly return to the Department for Education (SSDA903)",
    "ssd": "the council's case management system",
    "case_notes": "the council's case notes",
}


NOT_NAMED = "the council"  # what stands there until an editor fills in the name


@staff_page(Permission.OPEN_ENTRIES)
@require_http_methods(["GET", "HEAD", "POST"])
def in_care(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """What the letter will say; after the button, the letter itself. Nothing in it can be typed."""
    child, user, now = child_for(request, child_id), current_user(request), timezone.now()
    shown: dict[str, object] = {"child": child, "today": london_day(now), "council": this_council().council_name, "by": user.who(now)}
    shown["unnamed"] = this_council().council_name == NOT_NAMED
    shown["role"] = display_name(user.who(now).role)
    try:
        if request.method == "POST":
            made = make_statement(child=child, by=user, now=now)
        else:
            made = in_care_statement(child, entries_for(user, child, now))
    except NotAllowed as refusal:
        return render(request, "portal/staff/statement.html", shown | {"refusal": refusal.sentence})
    shown |= {"statement": made, "sources": _sources(made), "made": request.method == "POST"}
    return render(request, "portal/staff/statement.html", shown)


def _sources(made: Statement) -> list[str]:
    said = []
    for system, as_of in made.sources:
        name = SYSTEMS.get(system, gettext("another of the council's systems"))
        said.append(gettext("%(source)s, true on %(day)s") % {"source": name, "day": one_date(as_of)} if as_of else name)
    return said

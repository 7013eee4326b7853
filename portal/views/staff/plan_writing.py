"""A worker writes a plan, or its next version: one box for each thing, and nothing typed is ever lost."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from cms.queries import kinder_words
from official_file.actions.write_plan import Written, write_plan
from official_file.models import Entry
from official_file.permissions import can_decide
from official_file.plan_rules import in_writing, items_in
from official_file.plans import PLAN
from official_file.queries import entries_for, entry_for
from people.access import child_for, current_user, staff_page
from people.errors import NotAllowed
from people.models import Child
from people.permissions import decides_for
from people.roles import Permission
from portal.actions.look import look_at_entry, look_at_file
from portal.forms.plans import PlanForm, item_forms
from portal.queries.staff_lines import StaffLine, staff_lines
from portal.queries.writing_plainly import advice_on

FORM = ["GET", "HEAD", "POST"]
MOST_PLANS = 5
ADD, LOOK = "add", "look"  # what the buttons for another empty item, and for looking over the words, say


@staff_page(Permission.OPEN_ENTRIES)
@require_http_methods(FORM)
def new_plan(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """A plan from the beginning; beside it the plans there are, of which one may go on instead."""
    child, user, now = child_for(request, child_id), current_user(request), timezone.now()
    if not decides_for(user, child, now):
        raise Http404
    look_at_file(child=child, by=user, now=now)
    return _write(request, child, None)


@staff_page(Permission.OPEN_ENTRIES)
@require_http_methods(FORM)
def next_version(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    """The next version of a plan: everything of the last is here already; what is changed is shown as changed."""
    user, now = current_user(request), timezone.now()
    row = entry_for(user, entry_id, now)
    if row is None or row.kind != PLAN or not can_decide(user, row.entry, now):
        raise Http404
    look_at_entry(entry=row.entry, by=user, now=now)
    return _write(request, row.child, row.entry)


def _write(request: HttpRequest, child: Child, of: Entry | None) -> HttpResponse:
    more, looks = request.POST.get("do") == ADD, request.POST.get("do") == LOOK
    items = items_in(of.facts) if of else ()
    start = _start(of) if of else {}
    form = PlanForm(request.POST or None, heading=start.get("title", ""), initial=start)
    boxes = item_forms(request.POST or None, items, more=more)
    if request.method == "POST" and not (more or looks) and form.is_valid() and boxes.is_valid():
        try:
            return _keep(request, child, of, form.cleaned_data, boxes)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
    failed = request.method == "POST" and not more and (form.errors or boxes.total_error_count())
    plans = () if of else _plans(request, child)
    shown = {"child": child, "of": of, "form": form, "boxes": boxes, "plans": plans, "show_errors": bool(failed)}
    helps = {"kinder": kinder_words(), "advice": advice_on(form["text"].value() or "") if looks else None}
    return render(request, "portal/staff/write_plan.html", {**shown, **helps}, status=422 if failed else 200)


def _plans(request: HttpRequest, child: Child) -> list[StaffLine]:
    """The newest plans of now, each in its newest version."""
    now = timezone.now()
    rows = entries_for(current_user(request), child, now).filter(kind=PLAN, no_trace=False).order_by("-day", "-recorded_at")
    return staff_lines(rows[:MOST_PLANS], child=child, at=now)


def _keep(request: HttpRequest, child: Child, of: Entry | None, given: dict[str, Any], boxes: Any) -> HttpResponse:
    """Write it down. Raises NotAllowed, and then everything typed is still in the boxes."""
    items = tuple(item for box in boxes.forms if (item := box.item()))
    written = Written(given["title"], given["text"].replace("\r\n", "\n"), given["strengths"].replace("\r\n", "\n"), items)
    opening = {"opens": given["opens"] != "not_yet", "with_them": given["opens"] == "with_them"}
    entry = write_plan(child=child, written=written, of=of, by=current_user(request), now=timezone.now(), **opening)
    messages.success(request, gettext("It is in the file. This is how it stands."))
    return redirect("portal:staff_entry", entry.pk)


def _start(of: Entry) -> dict[str, str]:
    """What the last version says around its items."""
    facts = of.facts
    strengths = str(facts.get("strengths") or "")
    about = of.text.removesuffix(in_writing(items_in(facts), strengths)).strip()
    return {"title": str(facts.get("title") or ""), "strengths": strengths, "text": about}

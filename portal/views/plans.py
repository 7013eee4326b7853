"""My plans and meetings: what was agreed, what comes, what was said; and whether I agree."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from official_file.actions.answer_plan import answer_plan
from official_file.models import EntryNow, PlanAnswer
from official_file.plans import ANSWERED
from official_file.queries import entry_for
from people.access import current_user, young_person_page
from people.errors import NotAllowed
from people.models import Child, Task, TaskKind
from portal.forms.plans import AnswerPlanForm
from portal.queries.asked import promise
from portal.queries.entry_page import entry_page
from portal.queries.plans import answers_to, my_meetings, my_plan_lines, version_of
from portal.views.warning import warn_first


@require_safe
@young_person_page
def my_plans(request: HttpRequest, child: Child) -> HttpResponse:
    """What comes, what was said the last time, and the plans of now."""
    user, now = current_user(request), timezone.now()
    coming, been = my_meetings(user, child, now)
    return render(request, "portal/my_plans.html", {"coming": coming, "been": been, "plans": my_plan_lines(user, child, now)})


@require_safe
@young_person_page
def plan(request: HttpRequest, child: Child, entry_id: UUID) -> HttpResponse:
    """One version of a plan, short first: each thing in one touch; then what changed, what I said, and the versions before."""
    user, now = current_user(request), timezone.now()
    found = version_of(user, entry_id, now)
    newest = entry_for(user, found[1][-1].id, now) if found else None
    if found is None or newest is None:
        raise Http404
    if first := warn_first(request, newest):
        return first
    here, versions = found
    page = entry_page(row=newest, user=user, child=child, at=now)
    shown = {"plan": here, "versions": versions, "newest": versions[-1], "shown": page, "is_newest": here.id == versions[-1].id}
    return render(request, "portal/plan.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@young_person_page
def answer(request: HttpRequest, child: Child, entry_id: UUID) -> HttpResponse:
    """Say whether I agree. Going back without a word is as good."""
    user, now = current_user(request), timezone.now()
    row = entry_for(user, entry_id, now)
    if row is None or row.kind not in ANSWERED:
        raise Http404
    if first := warn_first(request, row):
        return first
    form = AnswerPlanForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = answer_plan(entry=row.entry, by=user, now=now, **form.cleaned_data)
        except NotAllowed as refusal:
            form.add_error("words", refusal.sentence)
        else:
            messages.success(request, _thanks(made))
            return redirect("portal:entry", entry_id)
    page = entry_page(row=row, user=user, child=child, at=now)
    shown = {"shown": page, "form": form, "said": answers_to(row.pk), "is_plan": _is_plan(row)}
    return render(request, "portal/plan_answer.html", shown, status=422 if form.errors else 200)


def _is_plan(row: EntryNow) -> bool:
    return row.kind != "review_minutes"


def _thanks(made: PlanAnswer) -> str:
    """That it is kept, and who answers when somebody should."""
    kept = gettext("We kept what you said. You can change it at any time.")
    task = Task.objects.open().filter(kind=TaskKind.PLAN_ANSWER, about_id=made.entry_id).first()
    return f"{kept} {promise(task, made.at)}" if task else kept

"""What a young person says is wrong: what they said, what the entry says, and the answer, on one screen."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from law.working_time import london_day
from moderation.actions.answer_wrong import answer_wrong
from moderation.actions.ask_another_about_wrong import hand_over_wrong
from moderation.actions.take_longer_over_wrong import take_longer_over_wrong
from moderation.wrong import can_answer_wrong, entry_of, is_about_wrong, is_named_in, said_of, words_about
from official_file.kinds import KINDS
from official_file.models import EntryNow
from official_file.permissions import can_decide
from official_file.queries import entry_for
from official_file.rectification_clock import may_take_longer
from people.access import current_user, staff_page
from people.errors import NotAllowed
from people.models import Child, Task
from people.roles import Permission
from portal.actions.look import look_at_entry
from portal.forms.said_wrong import AnswerWrongForm, LongerForm
from portal.queries.desk import owed_of
from portal.queries.said_wrong import days_of, said_wrong
from portal.queries.staff_lines import staff_line


@staff_page(Permission.READ_FILE)
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, task_id: UUID) -> HttpResponse:
    """Read it, put it right or not, and say why. Looking is written down."""
    task, row = _task(request, task_id)
    form, user = _form(request, task, row), current_user(request)
    if request.method == "POST" and form is not None and form.is_valid():
        given = form.cleaned_data
        try:
            answer_wrong(
                task=task,
                outcome=given["outcome"],
                explanation=given["explanation"],
                correction=form.correction,
                by=user,
                now=timezone.now(),
            )
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, gettext("Answered. They can read your words now."))
            return redirect("portal:desk")
    return _screen(request, task, row, form, LongerForm())


@staff_page(Permission.READ_FILE)
@require_POST
def longer(request: HttpRequest, task_id: UUID) -> HttpResponse:
    """Say that it takes two months more, and why."""
    task, row = _task(request, task_id)
    form = LongerForm(request.POST)
    if form.is_valid():
        try:
            take_longer_over_wrong(task=task, why=form.cleaned_data["why"], by=current_user(request), now=timezone.now())
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, gettext("They are told. The new day stands above."))
            return redirect("portal:answer_wrong", task.pk)
    return _screen(request, task, row, _form(request, task, row), form)


@staff_page(Permission.READ_FILE)
@require_POST
def hand_over(request: HttpRequest, task_id: UUID) -> HttpResponse:
    """Give it to somebody who is not named in it."""
    task, _row = _task(request, task_id)
    task = hand_over_wrong(task=task, by=current_user(request), now=timezone.now())
    messages.success(request, gettext("%(name)s answers it now.") % {"name": task.for_user})
    return redirect("portal:desk")


def _task(request: HttpRequest, task_id: UUID) -> tuple[Task, EntryNow]:
    """The task and the entry it is about, through reach. Raises Http404 for a stranger exactly as for nothing."""
    user, now = current_user(request), timezone.now()
    task = Task.objects.filter(pk=task_id, child__in=Child.objects.visible_to(user, now)).select_related("child", "for_user").first()
    row = entry_for(user, entry_of(task).pk, now) if task and is_about_wrong(task) else None
    if task is None or row is None:
        raise Http404
    return task, row


def _form(request: HttpRequest, task: Task, row: EntryNow) -> AnswerWrongForm | None:
    """The form to answer it; None when it is done, or not theirs to answer."""
    user, now = current_user(request), timezone.now()
    if not can_answer_wrong(user, task, now):
        return None
    here = can_decide(user, row.entry, now)  # a reviewing officer answers, and has it put right by a worker
    days = days_of(row) if here else (None, None)
    body = row.entry.body
    before = {"title": body["facts"].get("title"), "text": body["text"], "start": days[0], "end": days[1]}
    return AnswerWrongForm(
        request.POST if "explanation" in request.POST else None,
        free=here and KINDS[row.kind].free,
        days=days,
        only_right=is_named_in(user, row.entry),
        initial=before,
    )


def _screen(request: HttpRequest, task: Task, row: EntryNow, form: AnswerWrongForm | None, more: LongerForm) -> HttpResponse:
    user, now = current_user(request), timezone.now()
    look_at_entry(entry=row.entry, by=user, now=now)
    open_now = [one for one in said_of(task) if one.decided_at is None]
    shown = {
        "task": task,
        "child": task.child,
        "owed": owed_of(task, now),
        "about": staff_line(row, child=task.child, at=now),
        "original": row.entry.text,
        "words": words_about(row.entry, user, now),
        "said_wrong": said_wrong(row, now, to_staff=True),
        "form": form,
        "more": more,
        "may_take_longer": form is not None and bool(open_now) and all(may_take_longer(one, today=london_day(now)) for one in open_now),
        "named": form is not None and is_named_in(user, row.entry),
    }
    wrong = more.errors or (form is not None and form.errors)
    return render(request, "portal/staff/answer_wrong.html", shown, status=422 if wrong else 200)

"""One thing a young person asked: their words, what it is about, and the answer they will read."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from moderation.models import WriteBack
from moderation.queries import ABOUT_WAY_BACK
from moderation.wrong import is_about_wrong
from official_file.actions.settle_look_again import settle_look_again
from official_file.actions.settle_not_mine import settle_not_mine
from official_file.models import PlainDraft, Sharing
from official_file.permissions import can_look_again
from official_file.plain_drafts import ABOUT as PLAIN_DRAFT
from official_file.queries import entry_for
from official_file.versions import newest
from official_file.withheld import ABOUT
from people.access import current_user, staff_page
from people.actions.answer_task import ANSWERED_HERE, answer_task
from people.doubting import ABOUT as MATCH
from people.errors import NotAllowed
from people.models import Child, Task, TaskKind, User
from people.permissions import decides_for
from people.roles import Permission
from portal.actions.look import look_at_file
from portal.forms.answering import AnswerForm, LookAgainForm, SettleForm
from portal.queries.desk import owed_of
from portal.queries.staff_lines import StaffLine, staff_line


@staff_page(Permission.READ_FILE)
@require_http_methods(["GET", "HEAD", "POST"])
def task(request: HttpRequest, task_id: UUID) -> HttpResponse:
    """Read what was asked and answer it; what is done shows its answer."""
    user, now = current_user(request), timezone.now()
    found = Task.objects.filter(pk=task_id, child__in=Child.objects.visible_to(user, now)).select_related("child", "for_user").first()
    if found is None:
        raise Http404
    if elsewhere := _page_of_its_own(found):
        return elsewhere
    form = _form(request, found, user)
    if request.method == "POST" and form is not None and form.is_valid():
        try:
            _answer(found, form, user)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, gettext("Answered. They can read your words now."))
            return redirect("portal:desk")
    look_at_file(child=found.child, by=user, now=now)
    shown = {"task": found, "child": found.child, "owed": owed_of(found, now), "about": _about(found, user), "form": form}
    return render(request, "portal/staff/task.html", shown, status=422 if form is not None and form.errors else 200)


def _page_of_its_own(task: Task) -> HttpResponse | None:
    """What is not answered here but on a page of its own, or None."""
    if task.about_type == "contribution":
        return redirect("moderation:reading", task.about_id)
    if task.about_type == ABOUT_WAY_BACK:
        return redirect("moderation:reading", WriteBack.objects.get(pk=task.about_id).contribution_id)
    if task.about_type == MATCH:
        return redirect("portal:who_is_this")
    if task.about_type == PLAIN_DRAFT:
        draft = PlainDraft.objects.get(pk=task.about_id)
        return redirect(f"{reverse('portal:entry_plain', args=[draft.entry_id])}?level={draft.level}")
    if is_about_wrong(task):
        return redirect("portal:answer_wrong", task.pk)
    return _page_of_its_kind(task)


def _page_of_its_kind(task: Task) -> HttpResponse | None:
    """Where every task of this kind is done, or None."""
    if task.kind == TaskKind.ANSWER_ABOUT_SHARING:
        return redirect("portal:question_asked", task.about_id)
    if task.kind == TaskKind.PAPER_EXPIRES:
        return redirect("portal:identity_papers", task.child_id)
    if task.kind == TaskKind.GONE_FROM_SOURCE:
        return redirect("portal:gone", task.child_id)
    if task.kind == TaskKind.VOUCH:
        return redirect("access_requests:vouch", task.about_id)
    if task.kind == TaskKind.CHILD_VIEW:
        return redirect("access_requests:hear_view", task.about_id)
    if task.kind == TaskKind.DECIDE_COMPLAINT:
        return redirect("access_requests:complaint", task.about_id)
    if task.kind == TaskKind.CONFIRM_DECISION:
        return redirect("portal:staff_entry", newest(Sharing.objects.get(pk=task.about_id).entry).pk)
    return None


def _form(request: HttpRequest, task: Task, user: User) -> AnswerForm | SettleForm | LookAgainForm | None:
    """The form this user may send for this task; None when it is done, or not theirs to do."""
    now = timezone.now()
    if task.done_at:
        return None
    if task.kind == TaskKind.NOT_ABOUT_ME:
        return SettleForm(request.POST or None) if user.may(Permission.SETTLE_NOT_MINE, now) else None
    if task.kind == TaskKind.LOOK_AGAIN:
        return LookAgainForm(request.POST or None) if can_look_again(user, task, now) else None
    may = user.may(Permission.READ_CONTRIBUTIONS, now) and decides_for(user, task.child, now)
    return AnswerForm(request.POST or None) if may and task.kind in ANSWERED_HERE else None


def _answer(task: Task, form: forms.Form, user: User) -> None:
    given, now = form.cleaned_data, timezone.now()
    if isinstance(form, SettleForm):
        theirs = given["theirs"] == "yes"
        settle_not_mine(task=task, theirs=theirs, words=given["words"], reason=given["reason"], by=user, now=now)
    elif isinstance(form, LookAgainForm):
        settle_look_again(task=task, stays=given["stays"] == "yes", words=given["words"], by=user, now=now)
    else:
        answer_task(task=task, outcome=given["outcome"], by=user, now=now)


def _about(task: Task, user: User) -> StaffLine | None:
    """The entry it is about, when this user may see it."""
    about = task.about_id if task.about_type == "entry" else None
    if task.about_type == ABOUT:
        about = newest(Sharing.objects.get(pk=task.about_id).entry).pk
    row = entry_for(user, about, timezone.now()) if about else None
    return staff_line(row, child=task.child, at=timezone.now()) if row and row.kind else None

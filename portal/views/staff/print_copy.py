"""The copy a young person asked for, ready for the printer: what they see, in the level, size and language they chose."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.views.decorators.http import require_safe

from people.access import current_user, staff_page
from people.models import Child, Task, TaskKind
from people.roles import Permission
from portal.actions.look import look_at_file
from portal.copies import Copy
from portal.queries.copy_sheet import sheet_of
from portal.queries.printing import LARGE


@staff_page(Permission.READ_FILE)
@require_safe
def print_copy(request: HttpRequest, task_id: UUID) -> HttpResponse:
    """Look at the copy and print it from the browser. It is a look at the record, and written down as one."""
    user, now = current_user(request), timezone.now()
    asked = Task.objects.filter(pk=task_id, kind=TaskKind.PRINT_COPY, child__in=Child.objects.visible_to(user, now))
    task = asked.select_related("child__user").first()
    if task is None:
        raise Http404
    look_at_file(child=task.child, by=user, now=now)
    copy = Copy.from_key(task.about_type)
    with translation.override(copy.language):
        sheet = sheet_of(task, user, now)
    shown = {"task": task, "child": task.child, "copy": copy, "sheet": sheet, "large_print": copy.points >= LARGE}
    return render(request, "portal/staff/print_copy.html", shown)

"""Who has which paper of theirs, and until when it is good."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from law.working_time import london_day
from official_file.actions.record_paper import record_paper
from official_file.identity_papers import papers_of
from people.access import child_for, current_user, staff_page
from people.errors import NotAllowed
from people.permissions import decides_for
from people.roles import Permission
from portal.actions.look import look_at_file
from portal.forms.sharing_questions import PaperForm
from portal.queries.identity_papers import lines_of_papers


@staff_page(Permission.READ_FILE)
@require_http_methods(["GET", "HEAD", "POST"])
def identity_papers(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Each sort of paper as it stands, and a form to write down what changed."""
    child, user, now = child_for(request, child_id), current_user(request), timezone.now()
    may = user.may(Permission.OPEN_ENTRIES, now) and decides_for(user, child, now)
    form = PaperForm(request.POST or None, initial={"paper": request.GET.get("paper", "")}) if may else None
    if request.method == "POST" and form is not None and form.is_valid():
        try:
            record_paper(child=child, **form.cleaned_data, by=user, now=now)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, gettext("Written down. They can see it under My papers."))
            return redirect("portal:identity_papers", child.pk)
    look_at_file(child=child, by=user, now=now)
    shown = {"child": child, "papers": lines_of_papers(papers_of(user, child, now, london_day(now)), child), "form": form}
    return render(request, "portal/staff/identity_papers.html", shown, status=422 if form is not None and form.errors else 200)

"""Teams and who is in them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from people.access import current_user, staff_page
from people.actions.add_team import add_team
from people.errors import NotAllowed
from people.forms.staff import TeamForm
from people.queries import teams_with_people
from people.roles import Permission


@staff_page(Permission.MANAGE_STAFF)
@require_http_methods(["GET", "HEAD", "POST"])
def teams(request: HttpRequest) -> HttpResponse:
    """Every team; and a new one."""
    form = TeamForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            add_team(name=form.cleaned_data["name"], by=current_user(request), now=timezone.now())
        except NotAllowed as refusal:
            form.add_error("name", refusal.sentence)
        else:
            messages.success(request, gettext("The team is there. Put people in it from their own page."))
            return redirect("portal:teams")
    shown = {"teams": teams_with_people(timezone.now()), "form": form}
    return render(request, "people/teams.html", shown, status=422 if form.errors else 200)

"""A young person's own page: somebody else asked for my file, and what I think of it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from access_requests.actions.say_view import say_view
from access_requests.forms.who import MyViewForm
from access_requests.models import AccessRequest
from access_requests.permissions import can
from access_requests.queries.who import authority_of, paper_of, view_of
from access_requests.queries.who_words import asked_by_whom, what_comes_next
from access_requests.views.who import done
from access_requests.who_permissions import check_is_asked
from law.who_may_ask import Paper
from law.working_time import london_day
from people.access import current_user, young_person_page
from people.models import Child
from people.reach import worker_of


@require_http_methods(["GET", "HEAD", "POST"])
@young_person_page
def my_view(request: HttpRequest, child: Child, pk: UUID) -> HttpResponse:
    """Yes, no, or talk to me: each as good as the others. They may change their mind while it is open."""
    user, now = current_user(request), timezone.now()
    one = AccessRequest.objects.filter(pk=pk, child=child).exclude(asker=AccessRequest.Asker.SELF).first()
    if one is None or not can(check_is_asked, one, user, now):
        raise Http404
    said = view_of(one)
    mine = said if said and said.by_id == user.pk else None
    form = MyViewForm(request.POST or None, initial={"says": mine.says if mine else "", "words": mine.words if mine else ""})
    if request.method == "POST" and form.is_valid() and done(form, say_view, request, one, **form.cleaned_data):
        messages.success(request, gettext("Thank you. We keep to what you said."))
        return redirect("access_requests:my_view", one.pk)
    over = paper_of(authority_of(one), london_day(now)) is Paper.ENDED
    shown = {
        "one": one,
        "form": form,
        "who": asked_by_whom(one),
        "said": said,
        "mine": mine,
        "next": what_comes_next(said, worker_of(child, now), ended=over),
        "open": one.ended_at is None and not over,
        "over": over,
    }
    return render(request, "access_requests/my_view.html", shown, status=422 if form.errors else 200)

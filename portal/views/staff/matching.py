"""Who is this? A person of another system who may be a child we know, and the answer of somebody who works with that child."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from people.access import current_user, staff_page
from people.actions.answer_match import answer_match
from people.errors import NotAllowed
from people.models import Child, DoubtfulMatch
from people.roles import Permission
from portal.queries.matching import matches_for


@staff_page(Permission.MATCH_PEOPLE)
@require_safe
def who_is_this(request: HttpRequest) -> HttpResponse:
    """The questions about children in reach; those that were answered below."""
    return _page(request)


@staff_page(Permission.MATCH_PEOPLE)
@require_POST
def answer(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """The same person, or somebody else."""
    user, now = current_user(request), timezone.now()
    found = DoubtfulMatch.objects.filter(pk=match_id, child__in=Child.objects.visible_to(user, now)).select_related("child").first()
    if found is None:
        raise Http404
    if request.POST.get("answer") not in ("same", "new"):
        return _page(request, problem=gettext("Choose one of the two answers."))
    same = request.POST["answer"] == "same"
    try:
        answer_match(match=found, same=same, by=user, now=now)
    except NotAllowed as refusal:
        return _page(request, problem=str(refusal.sentence))
    messages.success(request, _done(same=same))
    return redirect("portal:who_is_this")


def _done(*, same: bool) -> str:
    if same:
        return gettext(
            "Written down. The next import brings what that system holds into their file. Until then you can change your answer."
        )
    return gettext("Written down. The next import treats this as another person. You can change it until then.")


def _page(request: HttpRequest, *, problem: str = "") -> HttpResponse:
    waiting, answered = matches_for(current_user(request), timezone.now())
    shown = {"waiting": waiting, "answered": answered, "problem": problem}
    return render(request, "portal/staff/who_is_this.html", shown, status=422 if problem else 200)

"""Proposing an answer, the second person's page, and giving it. One address for each verb."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from access_requests.actions.countersign import countersign as agree
from access_requests.actions.look_at_request import look_at_request
from access_requests.actions.propose_answer import propose_answer
from access_requests.actions.release import release as give
from access_requests.actions.send_back import send_back as return_it
from access_requests.actions.take_back_proposal import take_back_proposal
from access_requests.forms.pack import CheckedForm, ProposeForm, SentenceForm
from access_requests.lifecycle import Answer
from access_requests.models import AccessRequest, Release
from access_requests.pack_permissions import check_proposes
from access_requests.permissions import can
from access_requests.proposals import is_for_themselves
from access_requests.queries.item_lines import whole
from access_requests.queries.pack_page import answers_there_are, check_page, picture_at
from access_requests.queries.part_pack import part
from access_requests.queries.room import GIVEN, things_in
from access_requests.views.pack import CHANGE_FIRST
from access_requests.views.request_page import found, handles_requests, on_requests
from law.refusing import reasons_for
from people.access import current_user, staff_page
from people.errors import NotAllowed
from people.roles import Permission

BACK = "id_back_%s"  # two boxes for words stand on the page
A_PRINTED_PAGE = 40
checks_requests = staff_page(Permission.CHECK_REQUESTS)


@require_http_methods(["GET", "HEAD", "POST"])
@handles_requests
def propose(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """What should be answered. A second person looks before anything is given."""
    one, user, now = found(request, pk), current_user(request), timezone.now()
    look_at_request(request=one, by=user, now=now)
    grounds = [(reason.slug, gettext(reason.title)) for reason in reasons_for(for_themselves=is_for_themselves(one), state=one.state)]
    answers = answers_there_are(one)
    form = ProposeForm(request.POST or None, answers=answers, grounds=grounds, initial={"answer": answers[0][0]})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            propose_answer(request=one, answer=Answer(said["answer"]), ground=said["ground"], why=said["why"], by=user, now=now)
        except NotAllowed as refusal:
            form.add_error({"no_such_ground": "ground", "no_reason": "why", "not_a_reason": "why"}.get(refusal.code), refusal.sentence)
        else:
            messages.info(request, _("It waits for a second person now. Nothing is given before they agree."))
            return redirect("access_requests:request", pk)
    may = can(check_proposes, user, one, now)
    shown = {"one": one, "form": form, "may": may, "pack": part(one, user, now)}
    return render(request, "access_requests/propose.html", shown, status=CHANGE_FIRST if form.errors else 200)


@require_POST
@handles_requests
def take_back(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Go on with it: a proposal or a countersigned answer is taken back."""
    form = SentenceForm(request.POST)
    return _do(request, pk, form, take_back_proposal, _("Taken back. Nothing was given."), name="why")


@require_safe
@checks_requests
def check(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What a second person looks at before they agree."""
    return _check(request, found(request, pk))


@require_POST
@checks_requests
def countersign(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Agree with the answer and with this very pack."""
    one, form = found(request, pk), CheckedForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            agree(request=one, pack=said["pack"], words=said["words"], by=current_user(request), now=timezone.now())
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.info(request, _("Agreed. An officer can give it now."))
            return redirect("access_requests:board")
    return _check(request, found(request, pk), form=form, agreed=form, status=CHANGE_FIRST)


@require_POST
@checks_requests
def send_back(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Send it back with a sentence."""
    one, form = found(request, pk), SentenceForm(request.POST, auto_id=BACK)
    if form.is_valid():
        try:
            return_it(request=one, words=form.cleaned_data["words"], by=current_user(request), now=timezone.now())
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.info(request, _("Sent back. Its officers read your sentence."))
            return redirect("access_requests:board")
    return _check(request, found(request, pk), form=form, back=form, status=CHANGE_FIRST)


@require_POST
@handles_requests
def release(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Give the answer."""
    one, user, now = found(request, pk), current_user(request), timezone.now()
    try:
        made = give(request=one, by=user, now=now)
    except NotAllowed as refusal:
        messages.info(request, refusal.sentence)
        return redirect("access_requests:request", pk)
    if made is None:
        messages.info(request, _("Something has changed since it was checked, so nothing was given. Read what changed and propose again."))
        return redirect("access_requests:request", pk)
    messages.info(request, _("Given. The letter is written, and they are told."))
    still = AccessRequest.objects.visible_to(user, now).filter(pk=pk).exists()
    return redirect("access_requests:request", pk) if still else redirect("access_requests:board")


@require_safe
@on_requests
def print_pack(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What was given, one after the other, to be printed for somebody who asked for paper. Raises Http404 before it was given."""
    one, now = found(request, pk), timezone.now()
    made = Release.objects.filter(request=one, answer__in=GIVEN).order_by("-at").first()
    if made is None:
        raise Http404
    look_at_request(request=one, by=current_user(request), now=now)
    asked = request.GET.get("page", "1")
    page = Paginator(things_in(made), A_PRINTED_PAGE).get_page(int(asked) if asked.isdecimal() and len(asked) < 6 else 1)
    shown = {
        "one": one,
        "wholes": [whole(item, picture_at(item)) for item in page.object_list],
        "page": page,
        "query": "?type=large&" if request.GET.get("type") == "large" else "?",
        "theirs": True,
    }
    return render(request, "access_requests/print_pack.html", shown)


def _check(request: HttpRequest, one: AccessRequest, *, status: int = 200, **shown: Any) -> HttpResponse:
    user, now = current_user(request), timezone.now()
    look_at_request(request=one, by=user, now=now)
    page = check_page(one, user, now)
    context = {"one": one, "check": page, "agreed": CheckedForm(initial={"pack": page.pack}), "back": SentenceForm(auto_id=BACK), **shown}
    return render(request, "access_requests/check_pack.html", context, status=status)


def _do(request: HttpRequest, pk: UUID, form: SentenceForm, verb: Callable[..., object], sentence: str, *, name: str) -> HttpResponseBase:
    one = found(request, pk)
    if not form.is_valid():
        messages.info(request, _("Say why, for those who read and checked it."))
        return redirect("access_requests:request", pk)
    try:
        verb(request=one, by=current_user(request), now=timezone.now(), **{name: form.cleaned_data["words"]})
    except NotAllowed as refusal:
        messages.info(request, refusal.sentence)
    else:
        messages.info(request, sentence)
    return redirect("access_requests:request", pk)

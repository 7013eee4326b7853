"""What staff do with messages and letters: write, send one of the letters made by hand, and write down that one left on paper."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from access_requests.actions.post_letter import post_letter
from access_requests.actions.send_letter import send_letter as send_by_hand
from access_requests.actions.write_message import write_message
from access_requests.forms.telling import MessageForm, PostedForm, SendLetterForm
from access_requests.permissions import can, check_handles
from access_requests.queries.part_telling import posted_in_words
from access_requests.views.letters import back_to, letter_page, staff_letter_of
from access_requests.views.request_page import found, handles_requests, on_requests, page
from people.access import current_user
from people.errors import NotAllowed

CHANGE_FIRST = 422


@require_POST
@handles_requests
def write_to_requester(http: HttpRequest, pk: UUID) -> HttpResponseBase:
    """A message to whoever asked. What was typed stays when something is wrong with it."""
    one, form = found(http, pk), MessageForm(http.POST)
    if form.is_valid():
        try:
            write_message(request=one, text=form.cleaned_data["text"], by=current_user(http), now=timezone.now())
        except NotAllowed as refusal:
            form.add_error("text", refusal.sentence)
        else:
            messages.success(http, _("Sent. They read it on their page."))
            return redirect(f"{reverse('access_requests:request', args=[pk])}#telling")
    return page(http, one, status=CHANGE_FIRST, message_form=form, form=form)


@require_POST
@handles_requests
def send_letter(http: HttpRequest, pk: UUID) -> HttpResponseBase:
    """One of the letters that nothing else sends. It opens as it was sent."""
    one, now = found(http, pk), timezone.now()
    form = SendLetterForm(http.POST)
    if not form.is_valid():
        return page(http, one, status=CHANGE_FIRST, form=form)
    said = form.cleaned_data
    try:
        letter = send_by_hand(request=one, kind=said["kind"], why=said["why"], by=current_user(http), now=now)
    except NotAllowed as refusal:
        messages.info(http, refusal.sentence)
        return redirect("access_requests:request", pk)
    messages.success(http, _("This is the letter as it was sent."))
    return redirect("access_requests:staff_letter", letter.pk)


@require_safe
@on_requests
def staff_letter(http: HttpRequest, pk: UUID) -> HttpResponseBase:
    """A letter as it was sent, for those who handle or check requests."""
    return _letter(http, pk, PostedForm())


@require_POST
@handles_requests
def letter_posted(http: HttpRequest, pk: UUID) -> HttpResponseBase:
    """It has left on paper."""
    letter, form = staff_letter_of(http, pk), PostedForm(http.POST)
    if not form.is_valid():
        return _letter(http, pk, form)
    said = form.cleaned_data
    try:
        post_letter(letter=letter, how=said["how"], tracking=said["tracking"], by=current_user(http), now=timezone.now())
    except NotAllowed as refusal:
        messages.info(http, refusal.sentence)
    else:
        messages.success(http, _("It is written down that this letter has left."))
    return redirect("access_requests:staff_letter", pk)


def _letter(http: HttpRequest, pk: UUID, form: PostedForm) -> HttpResponseBase:
    letter = staff_letter_of(http, pk)
    may = can(check_handles, current_user(http), letter.request, timezone.now())
    file = reverse("access_requests:staff_letter_file", args=[pk])
    shown = {"posted": posted_in_words(letter), "posted_form": form if may else None}
    response = letter_page(http, letter, back=back_to(letter), file=file, template="access_requests/letter_staff.html", **shown)
    if form.is_bound:
        response.status_code = CHANGE_FIRST
    return response

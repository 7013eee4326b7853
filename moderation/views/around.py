"""Around a decision: opening what was sent, writing down what it shows, handing over, asking a manager, beginning with saved words."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from files.handing_out import hand_out_copy
from files.models import SafeCopy
from files.queries import safe_copy
from moderation.actions.describe import describe
from moderation.actions.escalate import escalate
from moderation.actions.hand_over import hand_over
from moderation.actions.open_media import open_media
from moderation.forms import DescribeForm
from moderation.handing_on import colleagues_to_hand_to
from moderation.saved_replies import begun_with, own_or_councils
from moderation.views.page import done, form_for, found, reads, whole_page
from people.access import current_user
from people.errors import NotAllowed
from stories.models import Attachment, Contribution

WHOLE = (SafeCopy.Form.PHOTO, SafeCopy.Form.OPUS, SafeCopy.Form.AAC)  # a small picture or a wave is not yet a look


@require_safe
@reads
def attachment_copy(request: HttpRequest, pk: UUID, form: str) -> HttpResponse:
    """One copy of a picture or recording, to somebody who reads the words. Asking for the whole of it is opening it."""
    attachment = _attachment(request, pk)
    copy = safe_copy(attachment.making, form)
    if copy is None:
        raise Http404
    answer = hand_out_copy(request, copy)
    if form in WHOLE and request.method == "GET":
        open_media(attachment=attachment, by=current_user(request), now=timezone.now())
    return answer


@require_POST
@reads
def write_down(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """What it shows or says, in the worker's words."""
    attachment, form = _attachment(request, pk), DescribeForm(request.POST)
    about = attachment.contribution_id
    if not form.is_valid():
        return done(request, str(next(iter(form.errors.values()))[0]), about)
    try:
        describe(attachment=attachment, text=form.cleaned_data["text"], by=current_user(request), now=timezone.now())
    except NotAllowed as refusal:
        return done(request, refusal.sentence, about)
    return done(request, _("It stands beside what they sent, with your name."), about)


@require_POST
@reads
def pass_on(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Hand it over to a colleague by name."""
    contribution, user, now = found(request, pk), current_user(request), timezone.now()
    form = form_for(request, contribution, request.POST)
    try:
        if form.is_valid():
            wanted = form.cleaned_data["colleague"]
            to = next((one.user for one in colleagues_to_hand_to(contribution, user, now) if str(one.user.pk) == wanted), None)
            if to is None:
                raise NotAllowed("not_to_them", _("Choose who reads it now."))
            hand_over(contribution=contribution, to=to, sentence=form.cleaned_data["why_them"], by=user, now=now)
    except NotAllowed as refusal:
        form.refuse(refusal, "why_them" if refusal.code == "no_words" else "colleague")
    if form.errors:
        return whole_page(request, found(request, pk), form)
    messages.info(request, _("%(who)s reads it now. The young person can see that.") % {"who": to})
    return redirect("moderation:queue")


@require_POST
@reads
def ask_manager(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Return it undecided to a manager, who looks now."""
    contribution = found(request, pk)
    form = form_for(request, contribution, request.POST)
    try:
        if form.is_valid():
            escalate(contribution=contribution, sentence=form.cleaned_data["worry"], by=current_user(request), now=timezone.now())
    except NotAllowed as refusal:
        form.refuse(refusal, "worry")
    if form.errors:
        return whole_page(request, found(request, pk), form)
    messages.info(request, _("A manager was asked to look now. Nothing is decided. Ring them as well if it cannot wait."))
    return redirect("moderation:queue")


@require_POST
@reads
def begin_with(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """The page again with saved words in the answer, after what was typed. Nothing is sent."""
    contribution, typed = found(request, pk), request.POST.copy()
    try:
        saved = own_or_councils(current_user(request)).filter(pk=UUID(typed.get("saved", ""))).first()
    except ValueError:
        saved = None
    if saved is None:
        return done(request, _("These words are not there any more."), pk)
    typed["reply"] = begun_with(typed.get("reply", ""), saved, contribution.child)
    return whole_page(request, contribution, form_for(request, contribution, initial=typed.dict()))


def _attachment(request: HttpRequest, pk: UUID) -> Attachment:
    user, now = current_user(request), timezone.now()
    seen = Contribution.objects.visible_to(user, now).values("pk")
    one = Attachment.objects.filter(pk=pk, contribution__in=seen).select_related("contribution__child", "making__file").first()
    if one is None:
        raise Http404
    return one

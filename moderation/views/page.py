"""What every verb of the reading page needs: the contribution, its reading, and the whole screen again with every word typed."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from moderation.actions.keep_reply import keep_reply
from moderation.actions.look import look
from moderation.forms import AnswerForm, ReturnForm
from moderation.handing_on import colleagues_to_hand_to
from moderation.models import Reading
from moderation.plain_answers import looked_over
from moderation.queries import open_reading
from moderation.views.shown import reading_context
from people.access import current_user, staff_page
from people.errors import NotAllowed
from people.roles import Permission
from stories.models import Contribution

reads = staff_page(Permission.READ_CONTRIBUTIONS)


def found(request: HttpRequest, pk: UUID) -> Contribution:
    """The contribution, as far as this reader may see it. Raises Http404."""
    user, now = current_user(request), timezone.now()
    one = Contribution.objects.visible_to(user, now).filter(pk=pk).select_related("child").first()
    if one is None:
        raise Http404
    return one


def reading_of(contribution: Contribution) -> Reading:
    """The reading that goes on. Raises NotAllowed when nobody started."""
    reading = open_reading(contribution)
    if reading is None:
        raise NotAllowed("not_started", _("Press Start reading first, so that they see who reads it. What you typed is still here."))
    return reading


def form_for(request: HttpRequest, contribution: Contribution, data: Any = None, **more: Any) -> AnswerForm:
    """The one form of the page, with the colleagues it could be handed to."""
    colleagues = colleagues_to_hand_to(contribution, current_user(request), timezone.now())
    return AnswerForm(data, colleagues=[(str(one.user.pk), f"{one.user}, {one.role}") for one in colleagues], **more)


def done(request: HttpRequest, sentence: str, pk: UUID) -> HttpResponseBase:
    """Back to the page, with what happened."""
    messages.info(request, sentence)
    return redirect("moderation:reading", pk)


def forget_draft(contribution: Contribution, request: HttpRequest) -> None:
    """Once it is sent, the kept answer is empty again."""
    reading = open_reading(contribution)
    if reading and reading.reader == current_user(request):
        keep_reply(reading=reading, text="", by=reading.reader, now=timezone.now())


def whole_page(
    request: HttpRequest, contribution: Contribution, form: AnswerForm | None = None, back: ReturnForm | None = None
) -> HttpResponse:
    """The whole screen. However it is shown, the look is written down before anything is shown."""
    user, now = current_user(request), timezone.now()
    look(contribution=contribution, by=user, now=now)
    shown = reading_context(contribution, user, now)
    typed = shown["reading"].reply_draft if shown["is_mine"] else ""
    shown["form"] = form or form_for(request, contribution, initial={"reply": typed})
    shown["back"] = back or ReturnForm()
    shown["advice"] = looked_over(str(shown["form"]["reply"].value() or ""))
    wrong = bool((form and form.errors) or (back and back.errors))
    return render(request, "moderation/reading.html", shown, status=422 if wrong else 200)

"""The page on which a worker keeps words to begin answers with: their own, and for managers the council's."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from moderation.actions.keep_saved_reply import keep_saved_reply, throw_away_saved_reply
from moderation.forms import SavedReplyForm
from moderation.models import SavedReply
from moderation.plain_answers import looked_over
from moderation.saved_replies import may_keep_for_everybody, own_or_councils
from moderation.views.page import reads
from people.access import current_user
from people.errors import NotAllowed


@require_http_methods(["GET", "HEAD", "POST"])
@reads
def saved_replies(request: HttpRequest) -> HttpResponseBase:
    """Everything this worker can begin with, and room for one more."""
    return _page(request, None)


@require_http_methods(["GET", "HEAD", "POST"])
@reads
def saved_reply(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Change one of them."""
    return _page(request, _own(request, pk))


@require_POST
@reads
def throw_away(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Throw one away."""
    throw_away_saved_reply(saved_reply=_own(request, pk), by=current_user(request), now=timezone.now())
    messages.info(request, _("It is gone. Answers that began with it stay as they are."))
    return redirect("moderation:saved_replies")


def _page(request: HttpRequest, row: SavedReply | None) -> HttpResponseBase:
    user, now = current_user(request), timezone.now()
    held = {"title": row.title, "text": row.text, "everybody": row.owner_id is None} if row else {}
    form = SavedReplyForm(request.POST or None, initial=held)
    if request.method == "POST" and form.is_valid():
        try:
            keep_saved_reply(**form.cleaned_data, saved_reply=row.pk if row else None, by=user, now=now)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.info(request, _("It is kept. You find it where you answer."))
            return redirect("moderation:saved_replies")
    everybody = may_keep_for_everybody(user, now)
    rows = [(one, one.owner_id is not None or everybody) for one in own_or_councils(user)]
    advice = looked_over(str(form["text"].value() or ""))
    shown = {"form": form, "row": row, "rows": rows, "may_for_everybody": everybody, "advice": advice}
    return render(request, "moderation/saved_replies.html", shown, status=422 if form.errors else 200)


def _own(request: HttpRequest, pk: UUID) -> SavedReply:
    """One this worker may change. Raises Http404."""
    user = current_user(request)
    row = own_or_councils(user).filter(pk=pk).first()
    if row is None or (row.owner_id is None and not may_keep_for_everybody(user, timezone.now())):
        raise Http404
    return row

"""Words that a worker wrote for a young person, checked by them before they are final: fine, or please change."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from official_file.actions.let_them_check import answer_words
from official_file.levels import EASY
from official_file.plain_drafts import shown_draft
from people.access import current_user, young_person_page
from people.models import Child
from portal.forms.about_entry import Words


@require_http_methods(["GET", "HEAD", "POST"])
@young_person_page
def check_words(request: HttpRequest, child: Child, entry_id: UUID) -> HttpResponse:
    """The words as they would stand there, and what they say about them. Nobody has to answer."""
    user, now = current_user(request), timezone.now()
    draft = shown_draft(user, entry_id, now)
    if draft is None:
        raise Http404
    form = Words(request.POST or None, question=gettext("What should be different? You do not have to say."))
    form.fields["words"].help_text = ""
    if request.method == "POST" and form.is_valid():
        fine = request.POST.get("do") == "fine"
        answer_words(draft=draft, fine=fine, words=form.cleaned_data["words"], by=user, now=now)
        thanks = (
            gettext("Thank you. %(name)s knows that the words are fine.") if fine else gettext("Thank you. %(name)s will change the words.")
        )
        messages.success(request, thanks % {"name": draft.by})
        return redirect("portal:entry", entry_id)
    return render(request, "portal/check_words.html", {"draft": draft, "easy": draft.level == EASY, "form": form})

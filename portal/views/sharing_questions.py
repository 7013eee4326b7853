"""May we share this? Asked of the young person before it is told: yes, no, or talk to me; and everything they were asked."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from law.working_time import london_day
from official_file.actions.answer_about_sharing import answer_about_sharing
from official_file.models import AskedBefore
from official_file.sharing_questions import ABOUT, consents_of
from people.access import current_user, young_person_page
from people.errors import NotAllowed
from people.models import Child
from portal.actions.see_answers import see_answers
from portal.forms.sharing_questions import YesNoTalk
from portal.queries.sharing_questions import in_topics, told


@require_safe
@young_person_page
def consents(request: HttpRequest, child: Child) -> HttpResponse:
    """What waits for an answer, what was answered and done, and of each topic whether anybody was asked."""
    user, now = current_user(request), timezone.now()
    asked = [told(one, london_day(now)) for one in AskedBefore.objects.filter(child=child).select_related("asked_by")]
    see_answers(by=user, now=now, about=ABOUT)
    shown = {
        "waiting": [one for one in asked if one.waits],
        "others": [one for one in asked if not one.waits],
        "topics": in_topics(consents_of(user, child, now)),
    }
    return render(request, "portal/consents.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@young_person_page
def question(request: HttpRequest, child: Child, asked_id: UUID) -> HttpResponse:
    """What is asked, and three answers that weigh the same. They may change their mind until it is done."""
    user, now = current_user(request), timezone.now()
    asked = AskedBefore.objects.filter(pk=asked_id, child=child).select_related("asked_by").first()
    if asked is None:
        raise Http404
    label = gettext("Do you want to say more? You do not have to.")
    form = YesNoTalk(request.POST or None, question=label, initial={"answer": asked.answer, "words": asked.words})
    form.fields["words"].help_text = ""
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            answer_about_sharing(asked=asked, answer=given["answer"], words=given["words"], by=user, now=now)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            said = gettext("Thank you. %(name)s reads your answer. You can change your mind until it is done.")
            messages.success(request, said % {"name": asked.asked_by_name})
            return redirect("portal:sharing_question", asked.pk)
    shown = {"asked": told(asked, london_day(now)), "form": form}
    return render(request, "portal/sharing_question.html", shown, status=422 if form.errors else 200)

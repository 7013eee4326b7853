"""Reporting a picture as an illegal image of a child, after asking once; and the route that follows, each step written down."""

from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from moderation.actions.look import look
from moderation.actions.report_image import report_image
from moderation.actions.take_image_step import take_image_step
from moderation.conflict import is_about
from moderation.looking_after import check_can_report, check_can_take_step
from moderation.models import ImageReport, ImageReportStep
from moderation.permissions import can
from moderation.views.page import done, reads
from people.access import current_user
from people.errors import NotAllowed
from stories.models import Attachment, Contribution

Step = ImageReportStep.Step
TO_DO = {
    Step.POLICE: gettext_lazy(
        "Call the police: 101, or 999 if somebody is in danger now. Do not send the picture to anybody, not even the police."
    ),
    Step.SAFEGUARDING: gettext_lazy("Tell your safeguarding lead. Follow what they say about the young person and others in the picture."),
    Step.YOUNG_PERSON: gettext_lazy(
        "Talk with the young person. They are not in trouble for showing us. Tell them about Report Remove, by Childline and the "
        "Internet Watch Foundation: it can take a picture off the internet. They can do it with you."
    ),
    Step.ENDED: gettext_lazy("A manager ends this, once every step is taken."),
}


class StepForm(forms.Form):
    """One step that was taken."""

    step = forms.ChoiceField(choices=Step.choices, widget=forms.HiddenInput)
    reference = forms.CharField(required=False, max_length=200)
    sentence = forms.CharField(required=False, max_length=2000)


@require_http_methods(["GET", "HEAD", "POST"])
@reads
def report(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Ask once, because it cannot be undone; then shut it. The picture is not shown again: nobody has to look twice."""
    attachment, user, now = _attachment(request, pk), current_user(request), timezone.now()
    try:
        check_can_report(user, attachment, now)
        if request.method == "POST":
            made = report_image(attachment=attachment, by=user, now=now)
            return redirect("moderation:image_report", made.pk)
    except NotAllowed as refusal:
        return done(request, refusal.sentence, attachment.contribution_id)
    shown = {"attachment": attachment, "contribution": attachment.contribution, "child": attachment.contribution.child}
    return render(request, "moderation/report_image.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@reads
def route(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """The route after a report: what is to be done, and what was."""
    made, form = _report(request, pk), StepForm(request.POST or None)
    refusal = ""
    if request.method == "POST" and form.is_valid():
        try:
            take_image_step(report=made, **form.cleaned_data, by=current_user(request), now=timezone.now())
            return redirect("moderation:image_report", made.pk)
        except NotAllowed as no:
            refusal = no.sentence
    elif request.method == "POST":
        refusal = _("Part of this could not be kept. Make it shorter and try again.")
    return _route_page(request, made, form, refusal)


def _route_page(request: HttpRequest, made: ImageReport, form: StepForm, refusal: str) -> HttpResponse:
    user, now = current_user(request), timezone.now()
    contribution = made.attachment.contribution
    look(contribution=contribution, by=user, now=now)
    taken = {row.step: row for row in made.steps.all()}
    steps = [
        {
            "slug": step.value,
            "label": step.label,
            "to_do": TO_DO[step],
            "taken": taken.get(step.value),
            "has_reference": step in (Step.POLICE, Step.SAFEGUARDING),
            "can_take": can(check_can_take_step, user, made, step.value, now),
            "typed": form.data if form.is_bound and form.data.get("step") == step.value else {},
        }
        for step in Step
    ]
    shown = {
        "report": made,
        "reporter_named": is_about(made.by, contribution),
        "contribution": contribution,
        "child": contribution.child,
        "steps": steps,
        "refusal": refusal,
    }
    return render(request, "moderation/image_report.html", shown, status=422 if refusal else 200)


def _attachment(request: HttpRequest, pk: UUID) -> Attachment:
    seen = Contribution.objects.visible_to(current_user(request), timezone.now()).values("pk")
    one = Attachment.objects.filter(pk=pk, contribution__in=seen).select_related("contribution__child", "file").first()
    if one is None:
        raise Http404
    return one


def _report(request: HttpRequest, pk: UUID) -> ImageReport:
    seen = Contribution.objects.visible_to(current_user(request), timezone.now()).values("pk")
    one = ImageReport.objects.filter(pk=pk, attachment__contribution__in=seen).select_related("attachment__contribution__child").first()
    if one is None:
        raise Http404
    return one

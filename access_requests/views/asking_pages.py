"""The pages of asking, the same for every way of asking: one thing on each, what to expect, checking, sending."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext

from access_requests.actions.keep_draft import keep_answers, make_return_code, throw_draft_away
from access_requests.actions.send_draft import send_draft
from access_requests.asking import BY_SLUG, Asker, Step, before, next_after
from access_requests.forms.asking import StepForm
from access_requests.models import AccessRequest, AskDraft
from access_requests.queries.asked import asked_lines
from access_requests.queries.drafts import asker_in, needed_in, said_in, steps_of
from access_requests.views.asking_road import CODE, PUBLIC, Road, carried_by, draft_for, sent_before
from audit.who import Who
from cms.queries import help_page
from law.who_may_ask import RULES
from law.who_may_ask import Asker as LawAsker
from law.working_time import london_day
from people.encryption import encrypt
from people.errors import NotAllowed

Sent = Callable[[HttpRequest, AccessRequest, datetime], HttpResponseBase]
ASK_WHO_TO_BE = "requester"  # the role of somebody without an account, as the audit writes it


def with_draft(page: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Hand the page its draft. Without one: to where one begins, or comes back to what is kept."""

    def wrapped(http: HttpRequest, road: Road, *rest: Any, draft_id: UUID | None = None) -> HttpResponseBase:
        draft = draft_for(http, road, draft_id, timezone.now())
        if draft is None:
            return redirect("access_requests:ask_come_back") if road is PUBLIC else redirect(road.to("begin", None))
        return page(http, road, draft, *rest)

    return wrapped


@with_draft
def step_page(http: HttpRequest, road: Road, draft: AskDraft, slug: str) -> HttpResponseBase:
    """One page of questions. Whatever is pressed, what was typed is kept first."""
    now = timezone.now()
    said = said_in(draft)
    step = next((one for one in steps_of(draft, said) if one.slug == slug), None)
    if step is None:
        raise Http404
    today = london_day(now)
    if http.method != "POST":
        return _show_step(http, road, draft, step, StepForm(step, road.route, asker_in(said), today=today, said=said))
    form = StepForm(step, road.route, asker_in(said), today=today, data=http.POST)
    valid = form.is_valid()
    try:
        said = keep_answers(draft=draft, said=form.kept(), step=slug, now=now)
    except AskDraft.DoesNotExist:
        return redirect(road.to("check", draft))
    if "back" in http.POST:
        return redirect(_back_to(road, draft, slug, said))
    if "later" in http.POST:
        return keep_for_later(http, road, draft, now)
    if not valid:
        return _show_step(http, road, draft, step, form)
    following = "" if http.POST.get("then") == "check" else next_after(slug, steps_of(draft, said))
    if following:
        return redirect(road.to("step", draft, following))
    return redirect(road.to("check" if http.POST.get("then") == "check" else "expect", draft))


def keep_for_later(http: HttpRequest, road: Road, draft: AskDraft, now: datetime) -> HttpResponseBase:
    """Leave it for another day: with a code, or in one's own list."""
    if road is not PUBLIC:
        messages.success(http, gettext("It is saved. Nobody else sees it. You find it here for a month."))
        return redirect(road.to("begin", None))
    http.session[CODE] = encrypt(make_return_code(draft=draft, now=now))
    return redirect("access_requests:ask_later")


@with_draft
def expect_page(http: HttpRequest, road: Road, draft: AskDraft) -> HttpResponseBase:
    """What to expect, before anything is sent."""
    said = said_in(draft)
    steps = steps_of(draft, said)
    rule = RULES[LawAsker(asker_in(said))]
    shown = {
        "back": road.to("step", draft, steps[-1].slug),
        "check": road.to("check", draft),
        "more": help_page("your-whole-file"),
        "for_other": not rule.for_themselves,
        "asks_the_person": rule.own_view,
        "proof": gettext(rule.proof) if rule.proof else "",
    }
    return render(http, "access_requests/ask_expect.html", {**_common(road, draft), **shown})


@with_draft
def check_page(http: HttpRequest, road: Road, draft: AskDraft) -> HttpResponseBase:
    """Everything that was said, with a way to change each page."""
    said = said_in(draft)
    needed = needed_in(draft, said)
    pages = [
        (one, road.to("step", draft, one.slug)) for one in asked_lines(said, steps_of(draft, said), road.route, asker_in(said), needed)
    ]
    shown = {"pages": pages, "needed": [(one, url) for one, url in pages if one.needed]}
    addresses = {name: road.to(name, draft) for name in ("expect", "send", "away")}
    return render(http, "access_requests/ask_check.html", {**_common(road, draft), **shown, **addresses})


def send(http: HttpRequest, road: Road, sent: Sent, draft_id: UUID | None = None) -> HttpResponseBase:
    """Send it. Pressed twice it is one request: the second answer is the first again."""
    now = timezone.now()
    before_this = sent_before(http, road)
    if before_this:
        return sent(http, before_this, now)
    draft = draft_for(http, road, draft_id, now)
    if draft is None:
        return redirect("access_requests:ask_come_back" if road is PUBLIC else road.to("begin", None))
    try:
        made = send_draft(draft=draft, language=get_language() or "en-gb", by=_who(http, draft, now), now=now)
    except NotAllowed as refusal:
        messages.info(http, refusal.sentence)
        return redirect(road.to("check", draft))
    return sent(http, made, now)


@with_draft
def throw_away(http: HttpRequest, road: Road, draft: AskDraft) -> HttpResponseBase:
    """Throw it away, after a page that asks once more."""
    if http.method != "POST":
        return render(http, "access_requests/ask_away.html", {**_common(road, draft), "check": road.to("check", draft)})
    throw_draft_away(draft=draft, now=timezone.now())
    messages.success(http, gettext("It is thrown away. We keep nothing of it."))
    return redirect(road.to("begin", None))


def resume_at(road: Road, draft: AskDraft) -> str:
    """The address where somebody goes on who comes back."""
    said = said_in(draft)
    following = next_after(draft.step, steps_of(draft, said))
    return road.to("step", draft, following) if following else road.to("check", draft)


def _who(http: HttpRequest, draft: AskDraft, now: datetime) -> Who:
    if http.user.is_authenticated and draft.route != PUBLIC.route:
        return http.user.who(now)
    name = str(said_in(draft).get("name", "")).strip() if draft.sealed_answers else ""
    return Who(name[:300] or gettext("Somebody who asks"), ASK_WHO_TO_BE)


def _back_to(road: Road, draft: AskDraft, slug: str, said: dict[str, Any]) -> str:
    earlier = before(slug, steps_of(draft, said))
    return road.to("step", draft, earlier) if earlier else road.to("begin", None)


def _common(road: Road, draft: AskDraft) -> dict[str, Any]:
    return {"base": road.base, "road": road.prefix, "staff": road.many, "draft": draft, "carried": carried_by(draft)}


def _show_step(http: HttpRequest, road: Road, draft: AskDraft, step: Step, form: StepForm) -> HttpResponseBase:
    said = said_in(draft)
    asker: Asker = asker_in(said)
    slugs = [one.slug for one in steps_of(draft, said)]
    shown: dict[str, Any] = {
        "form": form,
        "heading": gettext(BY_SLUG[step.slug].heading_for(asker)),
        "why": gettext(step.why_for(asker)) if step.why else "",
        "number": slugs.index(step.slug) + 1,
        "of": len(slugs),
        "marks": "x" * len(slugs),
        "then": http.POST.get("then") or http.GET.get("then", ""),
        "has_needed": any(question.needed for question in step.asked_of(road.route, asker)),
        "is_reach": step.slug == "reach",
        "proof": gettext(RULES[LawAsker(asker)].proof) if step.slug == "authority" else "",
    }
    if road.many:
        shown["so_far"] = asked_lines(said, steps_of(draft, said), road.route, asker)
    return render(http, f"access_requests/{road.step_page}", {**_common(road, draft), **shown})

"""What opens by itself, and when: the rules as they stand, every change that was made, and a new rule with its effect before it holds."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from official_file.actions.make_routine_rule import make_routine_rule
from official_file.kinds import KINDS
from official_file.models import RoutineRule
from official_file.opening_rules import RULES, Opens
from official_file.routine import days_now, effect_of
from official_file.routine_rules import routine_kinds
from people.access import current_user, staff_page
from people.errors import NotAllowed
from people.roles import Permission
from portal.forms.routine import RoutineForm

MAKE = "make"  # the second button: the effect was read


@dataclass(frozen=True, slots=True)
class Standing:
    """One everyday kind as it stands. `days` None: only by a worker."""

    name: str
    days: int | None


@staff_page(Permission.OPEN_ENTRIES)
@require_http_methods(["GET", "HEAD", "POST"])
def routine_rules(request: HttpRequest) -> HttpResponse:
    """The page. A new rule is first shown with what it would change; sent again with `do=make`, it holds."""
    user, now = current_user(request), timezone.now()
    may = user.may(Permission.ALLOCATE, now)
    form, effect = RoutineForm(request.POST or None), None
    if may and form.is_bound and form.is_valid():
        if request.POST.get("do") != MAKE:
            effect = effect_of(form.rule["kind"], form.rule["days"], now)
        else:
            try:
                made = make_routine_rule(by=user, now=now, **form.rule)
            except NotAllowed as refusal:
                form.add_error(None, refusal.sentence)
            else:
                messages.success(request, gettext("Rule %(number)s holds from now on.") % {"number": made.number})
                return redirect("portal:routine_rules")
    shown = {
        "form": form if may else None,
        "effect": effect,
        "kinds": [Standing(gettext(KINDS[kind].name), days_now(kind)) for kind in routine_kinds()],
        "changes": _changes(),
        "fixed": [rule for rule in RULES if rule.opens in (Opens.BY_WORKER, Opens.NO_TRACE)],
    }
    return render(request, "portal/staff/routine.html", shown, status=422 if form.errors else 200)


def _changes() -> list[tuple[RoutineRule, str]]:
    """Every rule that was made, the newest first, with the name of its kind."""
    return [(rule, gettext(KINDS[rule.kind].name) if rule.kind in KINDS else rule.kind) for rule in RoutineRule.objects.order_by("-number")]

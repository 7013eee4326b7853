"""My people, my papers, who has looked, what I asked for, and asking for my whole file."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from audit.queries import looks_at
from law.working_time import london_day
from official_file.actions.name_connection import name_connection
from official_file.identity_papers import ABOUT as PAPER
from people.access import current_user, young_person_page
from people.actions.ask_to_talk import ask_to_talk
from people.actions.see_what_we_call_you import see_what_we_call_you
from people.child_names import ABOUT as CALLED
from people.models import Child, Task, TaskKind
from portal.actions.see_answers import see_answers
from portal.forms.people_in_life import OwnWord
from portal.queries.asked import all_asked, promise
from portal.queries.identity_papers import my_identity_papers
from portal.queries.lines import lines_of
from portal.queries.looks import by_day
from portal.queries.my_entries import for_lines, my_entries
from portal.queries.people_around import people_i_know, person_i_know, workers_of
from portal.queries.relation_words import added_words, relation_of_ours
from portal.queries.services_around import my_services
from portal.queries.story_silence import said_of

PAPERS = ("letter", "why_letter", "plan", "review_minutes", "decision", "assessment", "document")
A_PAGE = 60


@require_safe
@young_person_page
def my_people(request: HttpRequest, child: Child) -> HttpResponse:
    """Workers now and before, and the people they know of."""
    now = timezone.now()
    user = current_user(request)
    shown = {"workers": workers_of(user, child, now), "known": people_i_know(child), "services": my_services(user, child, now)}
    return render(request, "portal/my_people.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@young_person_page
def my_person(request: HttpRequest, child: Child, connection_id: UUID) -> HttpResponse:
    """What I call somebody: my own word, which no list has to hold."""
    person = person_i_know(child, connection_id)
    if person is None:
        raise Http404
    form = OwnWord(request.POST or None, initial={"own_word": person.own_word})
    if request.method == "POST" and form.is_valid():
        name_connection(connection=person, own_word=form.cleaned_data["own_word"], by=current_user(request), now=timezone.now())
        messages.success(request, gettext("Kept. You can change it at any time."))
        return redirect("portal:my_people")
    shown = {"form": form, "name": str(person.names[0]), "relation": relation_of_ours(person, added_words())}
    return render(request, "portal/my_person.html", shown, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@young_person_page
def what_we_call_you(request: HttpRequest, child: Child) -> HttpResponse:
    """The name we use, and a way to say that it is not right. Reading it clears the line on the first page."""
    user, now = current_user(request), timezone.now()
    if request.method == "POST":
        ask_to_talk(child=child, about_type=CALLED, about_id=child.pk, by=user, now=now)
        return redirect("portal:what_we_call_you")
    see_what_we_call_you(by=user, now=now)
    task = Task.objects.open().filter(child=child, kind=TaskKind.TALK, about_type=CALLED).select_related("for_user").first()
    shown = {"child": child, "asked": task, "promise": promise(task, now) if task else ""}
    return render(request, "portal/what_we_call_you.html", shown)


@require_safe
@young_person_page
def my_papers(request: HttpRequest, child: Child) -> HttpResponse:
    """Letters, plans and notes of meetings that are open, newest first."""
    now = timezone.now()
    rows = for_lines(my_entries(current_user(request), child, now)).filter(kind__in=PAPERS).order_by("-day", "-recorded_at", "pk")
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    lines = lines_of(page.object_list, child=child, today=london_day(now))
    missing = said_of(child, "papers", now) if page.number == 1 else []
    identity = my_identity_papers(current_user(request), child, now) if page.number == 1 else []
    see_answers(by=current_user(request), now=now, about=PAPER)
    return render(request, "portal/my_papers.html", {"lines": lines, "page": page, "missing": missing, "identity": identity})


@require_safe
@young_person_page
def who_has_looked(request: HttpRequest, child: Child) -> HttpResponse:
    """Every look at the record, newest first, and what this list cannot show."""
    page = Paginator(looks_at(child.pk), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "portal/who_has_looked.html", {"days": by_day(page.object_list), "page": page})


@require_safe
@young_person_page
def answers(request: HttpRequest, child: Child) -> HttpResponse:
    """Everything asked for, and what became of it. Reading it clears the line on the first page."""
    user, now = current_user(request), timezone.now()
    asked = all_asked(user, child, now)
    see_answers(by=user, now=now)
    return render(request, "portal/answers.html", {"asked": asked})


@require_safe
@young_person_page
def whole_file(_request: HttpRequest, _child: Child) -> HttpResponse:
    """To where one asks for everything (UK GDPR Art 15)."""
    return redirect("access_requests:my_ask_begin")

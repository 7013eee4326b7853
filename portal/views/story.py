"""My story in the order that was chosen, what is new in it, why I am in care, and asking for more of a chapter."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cms.queries import help_page
from law.working_time import london_day
from official_file.actions.ask_for_chapter import ask_for_chapter
from official_file.pace import guarded
from official_file.queries import entry_for, newly_open
from people.access import current_user, young_person_page
from people.models import Child
from portal.actions.ask_for_why import ask_for_why
from portal.came_from import STORY, remember
from portal.display import keep_wishes
from portal.queries.asked import promise
from portal.queries.kept_back import kept_from_why
from portal.queries.lines import lines_of
from portal.queries.my_entries import for_lines, my_entries
from portal.queries.news import NEW_FOR
from portal.queries.preferences import level_of, preferences_of
from portal.queries.printing import entries_a_page
from portal.queries.sections import BY_SLUG
from portal.queries.story import Story
from portal.queries.story_silence import said_of
from portal.queries.whole_page import asked_why, why_in_care
from portal.views.story_ways import BY_PART, BY_YEAR, FIRST_WAY, IN_ORDER, ORDERS, all_sections, all_years, one_section, one_year, ways


@require_safe
@young_person_page
def my_story(request: HttpRequest, child: Child) -> HttpResponse:
    """The story in the order the reader chose and we kept, or for this once in the way the address asks for."""
    user = current_user(request)
    by = request.GET.get("by") or FIRST_WAY.get(preferences_of(user).order, IN_ORDER)
    if by == BY_PART:
        slug = request.GET.get("in", "")
        return one_section(request, child, BY_SLUG[slug]) if slug in BY_SLUG else all_sections(request, child)
    if by == BY_YEAR:
        key = request.GET.get("year", "")
        return one_year(request, child, key) if key else all_years(request, child)
    return _in_order(request, child, Story(user=user, child=child, at=timezone.now()))


def _in_order(request: HttpRequest, child: Child, story: Story) -> HttpResponse:
    """In the order it happened: the life line first, then chapter by chapter."""
    start = _day(request.GET.get("go", ""))
    if start:
        return redirect(f"{reverse(STORY)}?by=time&page={story.page_of(start)}#part-{start.isoformat()}")
    back_to = _entry_id(request.GET.get("at", ""))
    if back_to:
        return redirect(f"{reverse(STORY)}?by=time&page={story.page_with(back_to)}#e-{back_to}")
    found = story.page(request.GET.get("page"), length=entries_a_page(request))
    remember(request, STORY)
    first_page = found.page.number == 1
    shown = {
        "ways": ways(IN_ORDER),
        "stretches": found.stretches,
        "kept_back": found.kept_back,
        "page": found.page,
        "line": story.line() if first_page else None,
    }
    return render(request, "portal/my_story.html", shown)


@require_POST
@young_person_page
def keep_order(request: HttpRequest, child: Child) -> HttpResponse:
    """Choose how to read it, for good. Raises Http404 for a way that there is not."""
    way = request.POST.get("order", "")
    if way not in ORDERS:
        raise Http404
    keep_wishes(request, current_user(request), {"order": ORDERS[way]}, now=timezone.now())
    return redirect(STORY)


@require_safe
@young_person_page
def newly(request: HttpRequest, child: Child) -> HttpResponse:
    """What opened in the last two weeks."""
    user, now = current_user(request), timezone.now()
    fresh = newly_open(child, now - NEW_FOR, now).values("pk")
    rows = for_lines(my_entries(user, child, now)).filter(pk__in=fresh)
    lines = lines_of(rows[: entries_a_page(request)], child=child, today=london_day(now), level=level_of(user))
    remember(request, "portal:newly_open")
    return render(request, "portal/newly_open.html", {"lines": lines})


@require_POST
@young_person_page
def ask_chapter(request: HttpRequest, child: Child, entry_id: UUID) -> HttpResponse:
    """Ask the worker to open more of one chapter: one task, however often it is asked. Back to where it was asked."""
    user, now = current_user(request), timezone.now()
    first = entry_for(user, entry_id, now)
    if first is None or first.kind != "home":
        raise Http404
    task = ask_for_chapter(child=child, first_entry=first.entry, by=user, now=now)
    messages.success(request, gettext("You asked to read more of this part. %(promise)s") % {"promise": promise(task, now)})
    page = Story(user=user, child=child, at=now).page_of(first.day) if first.day else 1
    return redirect(f"{reverse('portal:my_story')}?by=time&page={page}#asked-{first.pk}")


@require_http_methods(["GET", "HEAD", "POST"])
@young_person_page
def why(request: HttpRequest, child: Child) -> HttpResponse:
    """Why I am in care: the day, the reasons, who decided, the letter; or how to ask for it."""
    user, now = current_user(request), timezone.now()
    if request.method == "POST":
        ask_for_why(child=child, by=user, now=now)
        return redirect("portal:why")
    remember(request, "portal:why")
    found = why_in_care(user, child, at=now, today=london_day(now), level=level_of(user))
    kept = kept_from_why(child, london_day(now))
    asked = asked_why(child)
    missing = [] if found["why_letter"] else said_of(child, "why_in_care", now)
    shown = {"child": child, "found": found, "asked": asked, "promise": promise(asked.task, now) if asked else "", "kept_back": kept}
    shown["guarded"] = guarded([entry.id for entries in found.values() for entry in entries])
    return render(request, "portal/why.html", {**shown, "missing": missing, "with_you": help_page("someone-with-you")})


def _entry_id(text: str) -> UUID | None:
    """The id in the address, or None when it is not one."""
    try:
        return UUID(text)
    except ValueError:
        return None


def _day(text: str) -> date | None:
    """The day in the address, or None when there is no such day."""
    try:
        return parse_date(text)
    except ValueError:
        return None

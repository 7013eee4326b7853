"""My story: by time, by section, why I am in care, and asking for more of a chapter."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
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
from portal.queries.asked import promise
from portal.queries.blanks import blank_of, open_marks
from portal.queries.kept_back import kept_from_section, kept_from_why
from portal.queries.lines import lines_of, with_my_words
from portal.queries.my_entries import for_lines, my_entries
from portal.queries.news import NEW_FOR
from portal.queries.sections import BY_SLUG, SECTIONS_IN_ORDER, Section
from portal.queries.story import ENTRIES_A_PAGE, Story
from portal.queries.story_silence import said_of
from portal.queries.whole_page import asked_why, why_in_care


@require_safe
@young_person_page
def my_story(request: HttpRequest, child: Child) -> HttpResponse:
    """The story in the order the reader chose; the choice is kept while they are signed in."""
    by = request.GET.get("by") or request.session.get("story_by", "time")
    request.session["story_by"] = "section" if by == "section" else "time"
    if by == "section":
        slug = request.GET.get("in", "")
        return _one_section(request, child, BY_SLUG[slug]) if slug in BY_SLUG else _all_sections(request, child)
    story = Story(user=current_user(request), child=child, at=timezone.now())
    start = _day(request.GET.get("go", ""))
    if start:
        return redirect(f"{reverse('portal:my_story')}?by=time&page={story.page_of(start)}#part-{start.isoformat()}")
    back_to = _entry_id(request.GET.get("at", ""))
    if back_to:
        return redirect(f"{reverse('portal:my_story')}?by=time&page={story.page_with(back_to)}#e-{back_to}")
    found = story.page(request.GET.get("page"))
    first_page = found.page.number == 1
    shown = {
        "tabs": _tabs("time"),
        "stretches": found.stretches,
        "kept_back": found.kept_back,
        "page": found.page,
        "line": story.line() if first_page else None,
        "parts": [part for part in story.parts if part.is_chapter] if first_page else [],
    }
    return render(request, "portal/my_story.html", shown)


def _all_sections(request: HttpRequest, child: Child) -> HttpResponse:
    """Every section, with how much is open in it and why it is collected."""
    rows = my_entries(current_user(request), child, timezone.now()).prefetch_related(None).order_by()
    counts: dict[str, int] = {}
    for marks, count in rows.values_list("sections").annotate(count=Count("pk")):
        for slug in filter(None, marks.split("|")):
            counts[slug] = counts.get(slug, 0) + count
    now = timezone.now()
    marks = open_marks(child, now)
    sections = [
        (section, count, None if count else blank_of(section, child, marks, now))
        for section in SECTIONS_IN_ORDER
        for count in (counts.get(section.slug, 0),)
    ]
    return render(request, "portal/my_story_sections.html", {"tabs": _tabs("section"), "sections": sections})


def _one_section(request: HttpRequest, child: Child, section: Section) -> HttpResponse:
    """One section, oldest first."""
    user, now = current_user(request), timezone.now()
    rows = for_lines(my_entries(user, child, now)).filter(sections__contains=f"|{section.slug}|")
    page = Paginator(rows, ENTRIES_A_PAGE).get_page(request.GET.get("page"))
    here = list(page.object_list)
    lines = lines_of(here, child=child, today=london_day(now), beside=with_my_words(user, [row.pk for row in here], now))
    kept = kept_from_section(child, section.slug, london_day(now)) if page.number == 1 else []
    shown = {
        "section": section,
        "lines": lines,
        "kept_back": kept,
        "missing": said_of(child, section.slug, now) if page.number == 1 else [],
        "blank": None if lines else blank_of(section, child, open_marks(child, now), now),
        "page": page,
        "query": f"?by=section&in={section.slug}&",
    }
    return render(request, "portal/my_story_section.html", shown)


@require_safe
@young_person_page
def newly(request: HttpRequest, child: Child) -> HttpResponse:
    """What opened in the last two weeks."""
    user, now = current_user(request), timezone.now()
    fresh = newly_open(child, now - NEW_FOR, now).values("pk")
    rows = for_lines(my_entries(user, child, now)).filter(pk__in=fresh)
    lines = lines_of(rows[:ENTRIES_A_PAGE], child=child, today=london_day(now))
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
    found = why_in_care(user, child, at=now, today=london_day(now))
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


def _tabs(here: str) -> list[dict[str, object]]:
    address = reverse("portal:my_story")
    return [
        {"title": gettext("By time"), "url": f"{address}?by=time", "here": here == "time"},
        {"title": gettext("By section"), "url": f"{address}?by=section", "here": here == "section"},
    ]

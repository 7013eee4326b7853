"""The same story read in other ways: part by part, and by year. Each keeps which list was on the screen, for the way back."""

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from law.working_time import london_day
from people.access import current_user
from people.models import Child, ReadingPreference
from portal.came_from import STORY, remember
from portal.queries.blanks import blank_of, open_marks
from portal.queries.kept_back import kept_from_section
from portal.queries.lines import lines_of, told_in_order, with_my_words
from portal.queries.my_entries import for_lines, my_entries
from portal.queries.preferences import level_of
from portal.queries.printing import entries_a_page
from portal.queries.sections import SECTIONS_IN_ORDER, Section, as_said_to
from portal.queries.story import Story
from portal.queries.story_silence import said_of
from portal.queries.years import entries_of, homes_in, years_of

IN_ORDER, BY_PART, BY_YEAR = "time", "section", "year"
ORDERS = {IN_ORDER: ReadingPreference.Order.DATE, BY_PART: ReadingPreference.Order.SECTION}
FIRST_WAY = {str(order): way for way, order in ORDERS.items()}


def all_sections(request: HttpRequest, child: Child) -> HttpResponse:
    """Every section, with how much is open in it and why it is collected."""
    rows = my_entries(current_user(request), child, timezone.now()).prefetch_related(None).order_by()
    counts: dict[str, int] = {}
    for marks, count in rows.values_list("sections").annotate(count=Count("pk")):
        for slug in filter(None, marks.split("|")):
            counts[slug] = counts.get(slug, 0) + count
    now = timezone.now()
    marks = open_marks(child, now)
    sections = [
        (as_said_to(section, child), count, None if count else blank_of(as_said_to(section, child), child, marks, now))
        for section in SECTIONS_IN_ORDER
        for count in (counts.get(section.slug, 0),)
    ]
    return render(request, "portal/my_story_sections.html", {"ways": ways(BY_PART), "sections": sections})


def one_section(request: HttpRequest, child: Child, section: Section) -> HttpResponse:
    """One section, oldest first."""
    user, now = current_user(request), timezone.now()
    rows = for_lines(my_entries(user, child, now)).filter(sections__contains=f"|{section.slug}|")
    page = Paginator(rows, entries_a_page(request)).get_page(request.GET.get("page"))
    here = list(page.object_list)
    beside = with_my_words(user, [row.pk for row in here], now)
    lines = lines_of(here, child=child, today=london_day(now), beside=beside, level=level_of(user))
    kept = kept_from_section(child, section.slug, london_day(now)) if page.number == 1 else []
    query = f"?by={BY_PART}&in={section.slug}&"
    remember(request, STORY, f"{query}page={page.number}")
    shown = {
        "section": as_said_to(section, child),
        "lines": lines,
        "kept_back": kept,
        "missing": said_of(child, section.slug, now) if page.number == 1 else [],
        "blank": None if lines else blank_of(as_said_to(section, child), child, open_marks(child, now), now),
        "page": page,
        "query": query,
    }
    return render(request, "portal/my_story_section.html", shown)


def all_years(request: HttpRequest, child: Child) -> HttpResponse:
    """Every year in which something is open."""
    story = Story(user=current_user(request), child=child, at=timezone.now())
    return render(request, "portal/my_story_years.html", {"ways": ways(BY_YEAR), "years": years_of(story)})


def one_year(request: HttpRequest, child: Child, key: str) -> HttpResponse:
    """One year, from its first day to its last. A year in which nothing is open leads to the list of years, whatever is closed in it."""
    user, now = current_user(request), timezone.now()
    story = Story(user=user, child=child, at=now)
    years = years_of(story)
    place = next((number for number, year in enumerate(years) if year.key == key), None)
    if place is None:
        return redirect(f"{reverse(STORY)}?by={BY_YEAR}")
    homes = homes_in(story, key)
    told_above = [home.first_id for home in homes]  # their sentences stand at the head of the year
    rows = for_lines(entries_of(story, key)).exclude(pk__in=told_above)
    page = Paginator(rows, entries_a_page(request)).get_page(request.GET.get("page"))
    here = list(page.object_list)
    beside = with_my_words(user, [row.pk for row in here], now)
    query = f"?by={BY_YEAR}&year={key}&"
    remember(request, STORY, f"{query}page={page.number}")
    shown = {
        "year": years[place],
        "before": years[place - 1] if place else None,
        "after": years[place + 1] if place + 1 < len(years) else None,
        "homes": homes,
        "lines": told_in_order(lines_of(here, child=child, today=london_day(now), beside=beside, level=level_of(user))),
        "page": page,
        "query": query,
    }
    return render(request, "portal/my_story_year.html", shown)


def ways(here: str) -> list[dict[str, object]]:
    """The ways to read: two that are kept when they are chosen, and one to look by."""
    address = reverse(STORY)
    return [
        {"title": gettext("In order"), "order": IN_ORDER, "here": here == IN_ORDER},
        {"title": gettext("Part by part"), "order": BY_PART, "here": here == BY_PART},
        {"title": gettext("Year by year"), "url": f"{address}?by={BY_YEAR}", "here": here == BY_YEAR},
    ]

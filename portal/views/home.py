"""The first page: my words about me, what my worker wrote, why I am in care, where I stopped, what is new, and four doors."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from law.working_time import london_day
from official_file.pace import guarded, place_of
from people.access import current_user, young_person_page
from people.actions.write_about_me import write_about_me
from people.models import Child
from portal.came_from import remember
from portal.forms.about_me import AboutMe
from portal.queries.about_parts import parts_of
from portal.queries.my_entries import my_entries
from portal.queries.news import news_for
from portal.queries.preferences import level_of
from portal.queries.printing import points_of
from portal.queries.waiting import waiting_sentence
from portal.queries.whole_page import Beginning, beginning_of, pen_picture, picture_words


@require_safe
def front_door(request: HttpRequest) -> HttpResponseBase:
    """The address without a path: staff go to their desk, young people home."""
    return redirect("portal:desk") if current_user(request).is_staff else home(request)


@young_person_page
def home(request: HttpRequest, child: Child) -> HttpResponse:
    """The young person's first page."""
    user, now = current_user(request), timezone.now()
    remember(request, "portal:home")
    picture = pen_picture(user, child, at=now, today=london_day(now))
    shown = {
        "child": child,
        "about_me": Beginning(child.about_me, is_cut=False) if points_of(request) else beginning_of(child.about_me),
        "pen_picture": picture,
        "picture_words": picture_words(picture, level_of(user)) if picture else "",
        "guarded": guarded([picture.id]) if picture else frozenset(),
        "place": _place(request, child),
        "news": news_for(user, child, now),
        "waiting": waiting_sentence(child, now),
    }
    return render(request, "portal/home.html", shown)


def _place(request: HttpRequest, child: Child) -> UUID | None:
    """The entry where they stopped, while it is open to them."""
    place = place_of(child)
    if place is None:
        return None
    return my_entries(current_user(request), child, timezone.now()).filter(pk=place.pk).values_list("pk", flat=True).first()


@require_http_methods(["GET", "HEAD", "POST"])
@young_person_page
def about_me(request: HttpRequest, child: Child) -> HttpResponse:
    """Write or change About me. The words are kept as they were typed."""
    form = AboutMe(request.POST or None, initial={"words": child.about_me})
    if request.method == "POST" and form.is_valid():
        write_about_me(child=child, words=form.cleaned_data["words"], by=current_user(request), now=timezone.now())
        return redirect("portal:home")
    return render(request, "portal/about_me.html", {"form": form, "child": child, "parts": parts_of(child)})

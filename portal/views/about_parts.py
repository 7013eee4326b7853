"""One part of About me: faith, languages, food, what I am good at. In my own words, or that I would rather not say."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from people.access import current_user, young_person_page
from people.actions.write_about_part import write_about_part
from people.models import Child
from portal.forms.about_me import AboutPart
from portal.queries.about_parts import parts_of


@require_http_methods(["GET", "HEAD", "POST"])
@young_person_page
def about_part(request: HttpRequest, child: Child) -> HttpResponse:
    """Write or change one part; without `part` in the address, the list of all."""
    parts = parts_of(child)
    wanted = request.POST.get("part") or request.GET.get("part")
    if not wanted and request.method != "POST":
        return render(request, "portal/about_parts.html", {"parts": parts})
    part = next((one for one in parts if one.topic == wanted), None)
    if part is None:
        raise Http404
    form = AboutPart(request.POST or None, title=part.title, initial={"words": part.words, "rather_not_say": part.rather_not_say})
    if request.method == "POST" and form.is_valid():
        write_about_part(child=child, topic=part.topic, **form.cleaned_data, by=current_user(request), now=timezone.now())
        messages.success(request, gettext("Kept. You can change it at any time."))
        return redirect("portal:about_part")
    return render(request, "portal/about_part.html", {"part": part, "form": form}, status=422 if form.errors else 200)

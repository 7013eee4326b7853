"""How pages look, for everybody; and at which level an entry is read. Both take effect at once and are kept."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from official_file.queries import entry_for
from people.access import current_user, young_person_page
from people.actions.keep_preferences import keep_preferences
from people.models import Child, ReadingPreference, User
from portal.display import Display, display_for, keep_in_browser, keep_wishes
from portal.forms.display import DisplayForm
from portal.queries.preferences import preferences_of


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def display(request: HttpRequest) -> HttpResponse:
    """Size, colours, letters and language, also before sign-in; for a young person what they read first as well."""
    user = request.user if isinstance(request.user, User) else None
    ways_to_read = user is not None and not user.is_staff
    form = DisplayForm(request.POST or None, initial=_initial(request, user), ways_to_read=ways_to_read)
    if request.method == "POST" and form.is_valid():
        language = form.cleaned_data.get("language") or translation.get_language()
        if user is not None:
            keep_preferences(wishes=form.wishes, language=language, by=user, now=timezone.now())
            request.session["language"] = language
        with translation.override(language):
            messages.success(request, gettext("Kept. This is how pages look now."))
        chosen = {name: form.cleaned_data[name] for name in ("size", "colours", "easy_letters", "print_points")}
        answer = redirect("portal:display")
        keep_in_browser(answer, Display(language=language, **chosen))
        return answer
    return render(request, "portal/display.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
@young_person_page
def level(request: HttpRequest, child: Child, entry_id: UUID) -> HttpResponse:
    """Read this entry, and from now on every other, at the level of the button that was pressed."""
    user, now = current_user(request), timezone.now()
    wanted = request.POST.get("level", "")
    if entry_for(user, entry_id, now) is None or wanted not in ReadingPreference.Level.values:
        raise Http404
    keep_wishes(request, user, {"level": wanted}, now=now)
    return redirect("portal:entry", entry_id)


def _initial(request: HttpRequest, user: User | None) -> dict[str, Any]:
    """What holds now."""
    now = display_for(request, user)
    look = {name: getattr(now, name) for name in ("size", "colours", "easy_letters", "print_points")}
    kept = preferences_of(user) if user else ReadingPreference()
    read = {"level": kept.level, "order": kept.order, "fold_notes": kept.fold_notes}
    return {**look, **read, "language": translation.get_language()}

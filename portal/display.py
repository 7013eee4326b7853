"""How a page looks before anybody is known: size, colours, letters and language, kept in one small cookie of this browser.

It says nothing about a person. Who has signed in and chosen is asked of their preferences instead.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from people.actions.keep_preferences import keep_preferences
from people.models import ReadingPreference, User
from portal.queries.preferences import KEPT, preferences_of

COOKIE = "display"
PRINTED = (12, 14, 16, 18)


@dataclass(frozen=True, slots=True)
class Display:
    """What stands as data on the page's first element."""

    size: str = ReadingPreference.Size.NORMAL.value
    colours: str = ReadingPreference.Colours.AUTO.value
    easy_letters: bool = False
    language: str = ""
    print_points: int = PRINTED[0]
    fold_notes: bool = True  # of a reader who has signed in: what may be hard to read stands folded

    @property
    def as_cookie(self) -> str:
        """One short value: "large.dark.1.en-gb.18"."""
        return f"{self.size}.{self.colours}.{int(self.easy_letters)}.{self.language}.{self.print_points}"


USUAL = Display()


def display_for(request: HttpRequest, user: Any) -> Display:
    """What this reader chose; before sign-in, and until they choose, what was chosen in this browser."""
    if isinstance(user, User) and user.is_authenticated:
        kept = preferences_of(user)
        if kept.changed_at is not None:
            return Display(kept.size, kept.colours, kept.easy_letters, user.language, kept.print_points, kept.fold_notes)
    return of_browser(request)


def keep_wishes(request: HttpRequest, user: User, wishes: Mapping[str, Any], *, now: datetime) -> None:
    """Keep these of the reader's preferences. The first time, how pages look in this browser, and its language, become theirs too."""
    language = user.language
    if preferences_of(user).changed_at is None:
        here, language = of_browser(request), get_language() or user.language
        look = {"size": here.size, "colours": here.colours, "easy_letters": here.easy_letters, "print_points": here.print_points}
        wishes = {**look, **wishes}
    keep_preferences(wishes=wishes, language=language, by=user, now=now)
    user.__dict__.pop(KEPT, None)


def of_browser(request: HttpRequest) -> Display:
    """What the cookie says; the usual for one that is missing or says what nobody can choose."""
    parts = request.COOKIES.get(COOKIE, "").split(".")
    if len(parts) != 5:
        return USUAL
    size, colours, letters, language, points = parts
    languages = {code for code, _name in settings.LANGUAGES}
    return Display(
        size=size if size in ReadingPreference.Size.values else USUAL.size,
        colours=colours if colours in ReadingPreference.Colours.values else USUAL.colours,
        easy_letters=letters == "1",
        language=language if language in languages else "",
        print_points=int(points) if points in map(str, PRINTED) else USUAL.print_points,
    )


def keep_in_browser(response: HttpResponse, display: Display) -> None:
    """Remember it here until the browser is closed, so that the page for signing in looks the same."""
    response.set_cookie(COOKIE, display.as_cookie, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)

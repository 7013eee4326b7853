"""How somebody likes their pages: what they chose, else what is usual. Asked once for each page and kept on the user."""

from people.models import ReadingPreference, User

KEPT = "_preferences"


def level_of(user: User) -> str:
    """How this person reads: easy, plain, or word for word."""
    return str(preferences_of(user).level)


def preferences_of(user: User) -> ReadingPreference:
    """What this person chose, or the usual, not yet kept. It comes with whose session it is (people/sign_in.py), else with one question."""
    kept: ReadingPreference | None = user.__dict__.get(KEPT)
    if kept is None:
        kept = getattr(user, "reading_preference", None) or ReadingPreference(user=user)
        user.__dict__[KEPT] = kept
    return kept

"""May something about health be given? Only when they know it already, or a health professional said it does no serious harm.

DPA 2018 Sch 3 para 6: a council is no health professional, so without an opinion from the last six months it may not disclose health
data, unless the person has seen it or knows it. What a worker opened to them on one of these grounds they know.
"""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext

from access_requests.models import Item
from access_requests.pack import HEALTH
from law.calendar_words import say_date
from law.working_time import london_day
from official_file.actions.open_entry import NO_BASIS
from official_file.health_basis import NoBasisError, Opinion, check_basis
from official_file.models import Sharing

HEALTH_QUESTIONS = ("known", "opinion_by", "opinion_on")
OPENED = (Sharing.Decision.SHARED, Sharing.Decision.WITH_SUPPORT, Sharing.Decision.TOLD)


def is_health(item: Item) -> bool:
    """Whether the record itself says that this is about health. Of anything else the reader says so."""
    return item.kind == HEALTH


def known_from_file(item: Item) -> str:
    """Since when it stands open to them in their own record, as words to be kept; "" when it does not."""
    if item.about_type != "entry" or item.about_id is None:
        return ""
    newest = Sharing.objects.filter(entry=item.about_id).order_by("-at").first()
    if newest is None or newest.decision not in OPENED or not newest.health_basis:
        return ""
    return gettext("A worker opened it to them on %(day)s.") % {"day": say_date(london_day(newest.at), gettext)}


def health_wrong(said: Mapping[str, str], today: date) -> tuple[str, str] | None:
    """What is missing before it may be given: (name of the question, sentence); None when it may."""
    if said.get("known"):
        return None
    try:
        on = date.fromisoformat(said["opinion_on"]) if said.get("opinion_on") else None
    except ValueError:
        return "opinion_on", gettext("We need a date like 4 May 2016.")
    opinion = Opinion(said.get("opinion_by", ""), on) if on or said.get("opinion_by") else None
    try:
        check_basis("", opinion, today)
    except NoBasisError as missing:
        return _NAMES[missing.code], str(NO_BASIS[missing.code])
    return None


_NAMES = {"say_how_they_know": "known", "who_gave_opinion": "opinion_by", "opinion_day": "opinion_on", "opinion_too_old": "opinion_on"}

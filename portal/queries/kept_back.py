"""What we cannot show, as its subject reads it: that it is there, why, who decided, and how to ask somebody else to look."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext, gettext_noop

from law.exemptions import Tell
from law.working_time import london_day
from official_file.withheld import Withheld, withheld_from
from people.models import Child
from portal.queries.when_words import one_date
from portal.queries.whole_page import WHY_KINDS

SOMETHING = gettext_noop("There is something here that we cannot show you.")
SOMEBODY = gettext_noop("someone who works for us")
DECIDED_BY = {
    "social_worker": gettext_noop("a social worker"),
    "personal_adviser": gettext_noop("a personal adviser"),
    "access_worker": gettext_noop("an access worker"),
    "team_manager": gettext_noop("a team manager"),
    "ig_officer": gettext_noop("an information governance officer"),
}


@dataclass(frozen=True, slots=True)
class KeptBack:
    """One thing we cannot show: only sentences, and where to ask. `asked` and `talk_asked`: what they did already, or ""."""

    id: UUID
    title: str
    words: str
    decided: str
    asked: str
    talk_asked: str
    offers_talk: bool
    again_url: str
    talk_url: str


def kept_back(things: Iterable[Withheld], today: date) -> list[KeptBack]:
    """These things in words, in their order."""
    return [_in_words(one, today) for one in things]


def kept_from_section(child: Child, slug: str, today: date) -> list[KeptBack]:
    """What we cannot show of one section."""
    return kept_back([one for one in withheld_from(child, today) if f"|{slug}|" in one.sections], today)


def kept_from_why(child: Child, today: date) -> list[KeptBack]:
    """What we cannot show of why they are in care."""
    return kept_back([one for one in withheld_from(child, today) if one.kind in WHY_KINDS], today)


def _in_words(one: Withheld, today: date) -> KeptBack:
    soft = one.ground.tell is Tell.SOFT
    return KeptBack(
        id=one.id,
        title="" if soft else gettext(SOMETHING),
        words=gettext(one.ground.words_for_subject or ""),
        decided="" if soft else _decided(one, today),
        asked=_asked(one.asked_at, gettext_noop("You asked someone else to look again on %(day)s.")),
        talk_asked=_asked(one.talk_asked_at, gettext_noop("You asked to talk about this on %(day)s.")),
        offers_talk=soft,
        again_url=reverse("portal:kept_back_again", args=[one.id]),
        talk_url=reverse("portal:kept_back_talk", args=[one.id]),
    )


def _decided(one: Withheld, today: date) -> str:
    said = gettext("It was decided by %(who)s on %(day)s.") % {
        "who": gettext(DECIDED_BY.get(one.role, SOMEBODY)),
        "day": one_date(london_day(one.at)),
    }
    late = gettext("It should have been looked at again by %(day)s. It is late. You can ask us.")
    again = gettext("It will be looked at again by %(day)s.") if one.review_on >= today else late
    return f"{said} {again % {'day': one_date(one.review_on)}}"


def _asked(at: datetime | None, message: str) -> str:
    return gettext(message) % {"day": one_date(london_day(at))} if at else ""

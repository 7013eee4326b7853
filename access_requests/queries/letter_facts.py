"""The facts of a letter, gathered from the request: never typed, and never from a record before it is known who asks."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.utils.translation import gettext

from access_requests.clock import clock_of
from access_requests.first_contact import contact_due
from access_requests.letters.ages import age_from_words
from access_requests.letters.facts import Asked, Complained, LetterFacts, MoreTime, Regulator, Support
from access_requests.letters.kinds import AFTER_IDENTITY, TELLS_OF_PACK, LetterKind
from access_requests.models import AccessRequest, ClockFact, Complaint
from access_requests.queries.letter_pack import pack_of, places_looked_in
from access_requests.queries.who import is_known
from cms.queries import Contact, support_contacts, this_council
from law.ages import ADULT, age_on
from law.clock import About, Clock, explain
from law.wording import fill
from law.working_time import london_day
from official_file.retention import retention_of
from people.models import Child, TaskKind
from people.task_clocks import due_for

SELF = AccessRequest.Asker.SELF
NO_BREAK = "\u00a0"  # a number stays on one line


def facts_for(
    request: AccessRequest, kind: LetterKind, *, now: datetime, about: Any = None, extra: Mapping[str, str] | None = None
) -> LetterFacts:
    """Everything a letter of this kind may say today. `about`: the fact or complaint it is about; `extra`: see write_letter."""
    today, more = london_day(now), dict(extra or {})
    clock = clock_of(request, today=today)
    known = is_known(request)
    after = kind in AFTER_IDENTITY and known
    return LetterFacts(
        reference=request.reference,
        name=request.known_as,
        for_other=request.asker != SELF,
        to_put_right=request.right == AccessRequest.Right.RECTIFICATION,
        council=this_council().council_name,
        regulator=Regulator(settings.REGULATOR_NAME, settings.REGULATOR_WEB, settings.REGULATOR_PHONE),
        today=today,
        received_on=request.received_on,
        signed_in=request.requester_id is not None,
        page=page_address(),
        reach_us=settings.ACCESS_TEAM_REACH,
        officer=str(request.officer) if request.officer else "",
        talk_by=talk_by(request, now),
        identity_known=known,
        due=clock.due if clock else None,
        clock=explain(clock, gettext) if clock else (),
        support=support_for(request, today),
        asked=_asked(request, about),
        more_time=_more_time(about, clock),
        pack=pack_of(request, today) if after and kind in TELLS_OF_PACK else None,
        searched=places_looked_in(request) if after else (),
        kept=_kept(request.child) if after and request.child else "",
        abroad=settings.DATA_ABROAD,
        complaint=_complained(about),
        why=gettext(why) if (why := more.get("why", "")) else "",  # one of our own sentences comes in the language of the letter
        law=more.get("law", ""),
    )


def page_address() -> str:
    """Where somebody finds us, as they type it: without the "https://"."""
    return str(settings.PORTAL_URL).split("://")[-1].rstrip("/")


def talk_by(request: AccessRequest, now: datetime) -> date:
    """By when one of us talks to them: as promised, or two working days from now once that has passed or happened."""
    today = london_day(now)
    promised = first_talk_by(request)
    if request.first_contact_at is None and promised and promised >= today:
        return promised
    return contact_due(today, request.nation) or london_day(due_for(TaskKind.SUPPORT_REQUEST, now, request.nation))


def first_talk_by(request: AccessRequest) -> date | None:
    """The promise of a first talk, from the day it reached us or was written down; None in a year whose bank holidays we do not hold."""
    return contact_due(max(request.received_on, london_day(request.sent_at)), request.nation)


def support_contacts_for(request: AccessRequest, today: date) -> list[Contact]:
    """Whom they can talk to, by their own age as they gave it and the nation. Whoever asks for another person is taken for an adult.

    Nothing of a record that somebody matched to the request goes in: before identity is settled that would tell that there is one.
    """
    if request.asker != SELF:
        return support_contacts(ADULT + 1, request.nation)
    born = _own_birthday(request)
    age = age_on(born, today) if born else age_from_words(str(request.answers.get("born", "")), today=today)
    return support_contacts(age, request.nation)


def support_for(request: AccessRequest, today: date) -> tuple[Support, ...]:
    """The same as lines of a letter."""
    contacts = support_contacts_for(request, today)
    return tuple(Support(one.name, reach, _ended(one.text), _ended(one.hours)) for one in contacts if (reach := reach_of(one)))


def reach_of(contact: Contact) -> str:
    """Number, number to text, and web address in one line."""
    text = gettext("text %(number)s") % {"number": contact.text_number} if contact.text_number else ""
    return ", ".join(part for part in (contact.number.replace(" ", NO_BREAK), text, contact.web) if part)


def _ended(text: str) -> str:
    text = text.strip()
    return text if not text or text.endswith((".", "!", "?")) else f"{text}."


def _own_birthday(request: AccessRequest) -> date | None:
    """Of somebody signed in: their own account's."""
    own = Child.objects.filter(user=request.requester_id).first() if request.requester_id else None
    return own.date_of_birth if own else None


def _asked(request: AccessRequest, about: object) -> Asked | None:
    if not isinstance(about, ClockFact) or about.kind not in (ClockFact.Kind.IDENTITY_ASKED, ClockFact.Kind.QUESTION_ASKED):
        return None
    stops = about.about == About.SCOPE and request.right == AccessRequest.Right.ACCESS
    return Asked(about.words, about.on, stops=stops, is_identity=about.kind == ClockFact.Kind.IDENTITY_ASKED)


def _more_time(about: object, clock: Clock | None) -> MoreTime | None:
    if not isinstance(about, ClockFact) or about.kind != ClockFact.Kind.EXTENDED:
        return None
    return MoreTime(about.words, about.on, clock.due if clock else None)


def _complained(about: object) -> Complained | None:
    if not isinstance(about, Complaint):
        return None
    return Complained(
        reference=about.reference,
        received_on=about.received_on,
        about_answer=about.to == Complaint.To.LOOK_AGAIN,
        decider=str(about.decider) if about.decider else "",
        outcome=str(about.get_outcome_display()) if about.outcome else "",
        words=about.outcome_words,
    )


def _kept(child: Child) -> str:
    """How long the file is kept, in a sentence. What has rules of its own adds nothing here."""
    kept = retention_of(child)
    return fill(kept.message, gettext, years=kept.years) if kept else ""

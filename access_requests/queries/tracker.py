"""A request as whoever asked follows it: stages, dates, pauses, who deals with it, and what was said. One for everybody.

Until it is known who asks, and that they may, nothing here is read from a record or from what was searched: a request that was
matched with a record and one that was not look the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext, ngettext

from access_requests.asking_choices import WHATS, words_of
from access_requests.clock import clock_of, is_late, live_facts, open_questions, why_in_words
from access_requests.letters.posting import TOLD
from access_requests.lifecycle import State
from access_requests.models import AccessRequest, ClockFact, LetterPosted, RequestLetter, RequestMessage
from access_requests.queries.items import counts
from access_requests.queries.letter_facts import first_talk_by, support_contacts_for, talk_by
from access_requests.queries.pack import progress, waits_for_redaction
from access_requests.queries.searching import where_we_looked
from access_requests.queries.who import is_known, may_go_on
from access_requests.tracker_stages import NEXT, WAITS_FOR_COVERING, Stage, Standing, stages
from cms.queries import Contact
from law.calendar_words import say_date
from law.clock import About, explain
from law.clock_reasons import Reason
from law.wording import fill
from law.working_time import london_day

Kind = ClockFact.Kind


@dataclass(frozen=True, slots=True)
class ShownStage:
    """One stage on the page: what it is, how far, and what is to be said of it. `places`: where we looked, and how far we are there."""

    slug: str
    title: str
    standing: str
    lines: tuple[str, ...] = ()
    places: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Pause:
    """Something we wait for. `words`: what we asked, as we asked it; `todo`: what to do; `question`: to be answered on the page."""

    text: str
    todo: str
    words: str = ""
    question: ClockFact | None = None


@dataclass(frozen=True, slots=True)
class Late:
    """We are late: since when, and by when one of us says more."""

    since: date
    more_by: date


@dataclass(frozen=True, slots=True)
class Told:
    """A message or a letter on the page. `new`: they have not been here since."""

    row: RequestMessage | RequestLetter
    new: bool
    how: str = ""


@dataclass(frozen=True, slots=True)
class Tracker:
    """Everything on the page. `wanted`: what they chose to have, in the words they chose from; "" when they left it open."""

    one: AccessRequest
    wanted: str
    stages: tuple[ShownStage, ...]
    now_words: str
    when: tuple[str, ...]
    why: tuple[Reason, ...]
    late: Late | None
    pauses: tuple[Pause, ...]
    talk: str
    messages: tuple[Told, ...]
    letters: tuple[Told, ...]
    support_now: tuple[Contact, ...]
    support_more: tuple[Contact, ...]
    can_stop: bool


def tracker_of(request: AccessRequest, now: datetime) -> Tracker:
    """The page of one request now. The caller has checked who looks."""
    today, known, seen = london_day(now), is_known(request), request.requester_seen_at
    clock = clock_of(request, today=today)
    over, shown, support = request.ended_at is not None, _where(request, known=known), support_contacts_for(request, today)
    return Tracker(
        one=request,
        wanted=gettext(words_of(WHATS, str(request.answers.get("what") or ""))) if request.answers.get("what") else "",
        stages=_stages(request, shown, tell=known and not may_go_on(request, now)),
        now_words=_now_words(request, shown),
        when=() if over else explain(clock, gettext) if clock else (str(why_in_words(request, today=today)[0]),),
        why=() if over else why_in_words(request, today=today),
        late=Late(clock.due, talk_by(request, now)) if clock and clock.due and is_late(request, today=today) else None,
        pauses=() if over else _pauses(request, now),
        talk="" if over else _talk(request, today),
        messages=tuple(Told(one, new=_is_new(one, seen)) for one in request.messages.all()),
        letters=tuple(Told(one, new=_is_new(one, seen), how=_how(one)) for one in _letters(request)),
        support_now=tuple(one for one in support if one.is_for_now),
        support_more=tuple(one for one in support if not one.is_for_now),
        can_stop=not over,
    )


def _now_words(request: AccessRequest, shown: Iterable[Stage]) -> str:
    """What we do now, and what comes next: "One of us reads every page. Next a second person checks our answer." """
    now = next((one for one in shown if one.standing is Standing.NOW), None)
    if now is None:
        return gettext(NEXT[request.standing])
    if request.standing is State.READY and waits_for_redaction(request):
        return gettext(WAITS_FOR_COVERING)
    after = NEXT[State.SEARCHING] if now.slug == "searching" else NEXT[request.standing]
    return f"{gettext(now.under_way)} {gettext(after)}"


def _where(request: AccessRequest, *, known: bool) -> tuple[Stage, ...]:
    """How far each stage is. Somebody who asks for themselves and is known waits for nothing before the search."""
    proposed = State(request.proposed_from) if request.proposed_from else None
    return stages(request.standing, known=known and request.asker == AccessRequest.Asker.SELF, proposed_from=proposed)


def _stages(request: AccessRequest, shown: Iterable[Stage], *, tell: bool) -> tuple[ShownStage, ...]:
    return tuple(
        ShownStage(one.slug, gettext(one.title), str(one.standing), _said(request, one, tell=tell), _places(request, one, tell=tell))
        for one in shown
    )


def _said(request: AccessRequest, stage: Stage, *, tell: bool) -> tuple[str, ...]:
    """The lines of one stage. `tell`: who asks is known, and nothing stands in the way."""
    if stage.standing is Standing.SKIPPED:
        return (gettext("This was not needed."),)
    if stage.standing is Standing.LATER:
        return ()
    lines = []
    if stage.slug == "asked":
        lines.append(gettext("We got it on %(day)s.") % {"day": say_date(request.received_on, gettext)})
    if stage.slug == "identity" and stage.standing is Standing.DONE:
        lines.append(gettext("We know who is asking."))
    if stage.slug == "ready" and request.ended_at:
        lines.append(gettext("You got our answer on %(day)s.") % {"day": say_date(london_day(request.ended_at), gettext)})
    return (*lines, *(_counted(request, stage.slug, stage.standing) if tell else ()))


def _places(request: AccessRequest, stage: Stage, *, tell: bool) -> tuple[tuple[str, str], ...]:
    """Where we looked, and how far we are there: once we have begun."""
    begun = request.standing not in (State.ASKED, State.IDENTITY) and stage.standing in (Standing.NOW, Standing.DONE)
    return tuple(where_we_looked(request)) if tell and begun and stage.slug == "searching" else ()


def _counted(request: AccessRequest, slug: str, standing: Standing) -> list[str]:
    """How many pages were found, and how many of them were read. Only for the person themselves.

    Somebody else could take what they were given from it, and find that something was there of which they must see no trace.
    """
    if request.asker != AccessRequest.Asker.SELF:
        return []
    if slug == "gathering":
        pages = counts(request).pages
        if standing is Standing.NOW:
            return [ngettext("We found %(pages)s page so far.", "We found %(pages)s pages so far.", pages) % {"pages": pages}]
        return [ngettext("We found %(pages)s page.", "We found %(pages)s pages.", pages) % {"pages": pages}]
    if slug == "reading":
        read = progress(request)
        said = ngettext("We have read %(read)s of %(pages)s page.", "We have read %(read)s of %(pages)s pages.", read.pages)
        return [said % {"read": read.pages_read, "pages": read.pages}]
    return []


def _pauses(request: AccessRequest, now: datetime) -> tuple[Pause, ...]:
    """Everything we wait for: what they can do about it, and what it does to the time."""
    found = [_identity_pause(fact) for fact in _waiting(request, Kind.IDENTITY_ASKED, Kind.IDENTITY_RECEIVED)]
    found += [
        Pause(gettext("We wait for a fee."), gettext("The time starts when it is paid. Ask us if you think it is not right."), fact.words)
        for fact in _waiting(request, Kind.FEE_ASKED, Kind.FEE_PAID)
    ]
    found += [_question_pause(request, fact) for fact in open_questions(request)]
    if not may_go_on(request, now) and is_known(request):
        found += _others(request)
    return tuple(found)


def _others(request: AccessRequest) -> list[Pause]:
    """What we wait for from other people. None of it stops the time."""
    runs_on = gettext("You do not have to do anything. The time for our answer runs on.")
    found = []
    if _waiting(request, Kind.HEALTH_ASKED, Kind.HEALTH_ANSWERED):
        found.append(Pause(gettext("We asked a health worker about some of it. The law says that we must."), runs_on))
    if _waiting(request, Kind.REPORTER_ASKED, Kind.REPORTER_ANSWERED):
        found.append(Pause(gettext("We asked the Children's Reporter about some of it. The law says that we must."), runs_on))
    if request.consultations.filter(answered_on__isnull=True).exists():
        found.append(Pause(gettext("We asked other people whose words are in it, before we give them to you."), runs_on))
    return found


def _waiting(request: AccessRequest, asked: str, answered: str) -> list[ClockFact]:
    """The newest thing asked of this kind, while nothing has come."""
    live = live_facts(request)
    rows = [fact for fact in live if fact.kind == asked]
    return rows[-1:] if rows and not any(fact.kind == answered for fact in live) else []


def _identity_pause(fact: ClockFact) -> Pause:
    todo = gettext("The time for our answer starts when we know. You do not need a passport. Write to us if you do not know how.")
    text = gettext("On %(day)s we asked you to show us who you are.") % {"day": say_date(fact.on, gettext)}
    return Pause(text, todo, fact.words)


def _question_pause(request: AccessRequest, fact: ClockFact) -> Pause:
    text = gettext("On %(day)s we asked you something.") % {"day": say_date(fact.on, gettext)}
    stops = fact.about == About.SCOPE and request.right == AccessRequest.Right.ACCESS
    todo = gettext("The time for our answer stands still until you answer.") if stops else gettext("The time runs on while we wait.")
    return Pause(text, todo, fact.words, fact)


def _talk(request: AccessRequest, today: date) -> str:
    """The promise that one of us talks to them, kept or not."""
    if request.first_contact_at:
        return gettext("We first talked with you on %(day)s.") % {"day": say_date(london_day(request.first_contact_at), gettext)}
    by = first_talk_by(request)
    if by is None:
        return gettext("One of us talks to you soon.")
    said = {"day": say_date(by, gettext)}
    if by < today:
        return gettext("One of us should have talked to you by %(day)s. We are sorry. You can write to us here.") % said
    return gettext("One of us talks to you by %(day)s.") % said


def _letters(request: AccessRequest) -> list[RequestLetter]:
    return list(request.letters.order_by("-at"))


def _how(letter: RequestLetter) -> str:
    """How it also left on paper, or ""."""
    posted = LetterPosted.objects.filter(letter=letter).first()
    return fill(TOLD[posted.how], gettext, day=say_date(london_day(posted.at), gettext)) if posted else ""


def _is_new(row: RequestMessage | RequestLetter, seen: datetime | None) -> bool:
    ours = not (isinstance(row, RequestMessage) and row.from_requester)
    return ours and (seen is None or row.at > seen)

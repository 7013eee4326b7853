"""An officer proposes what to answer. Nothing is given yet: a second person looks first."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from access_requests.actions.lock_request import lock_request
from access_requests.actions.offer_debriefs import READ, offer_debriefs
from access_requests.audit_chain import ABOUT, chain_of
from access_requests.lifecycle import Answer, State
from access_requests.models import AccessRequest, SearchAnswer
from access_requests.pack import Counts, answer_of
from access_requests.pack_permissions import check_proposes
from access_requests.proposals import is_for_themselves
from access_requests.queries.pack import progress, to_read
from access_requests.queries.pack_conflicts import open_conflicts
from audit.events import Event
from audit.record import record
from law.exemptions import refused_reason
from law.refusing import reasons_for
from law.working_time import london_day
from people.actions.make_task import make_task
from people.errors import NotAllowed
from people.models import TaskKind, User

CHECKER = "second_checker"
GIVING = (Answer.GIVE, Answer.GIVE_PART)


@transaction.atomic
def propose_answer(*, request: AccessRequest, answer: Answer, by: User, now: datetime, why: str = "", ground: str = "") -> AccessRequest:
    """Propose it; the second checkers owe a look. `ground`: of a refusal (law/refusing.py), with `why` in words (Art 12(4)).

    Raises NotAllowed while something is not read or a conflict has no answer, for an answer that the readings do not come to, and
    for a refusal or a "nothing held" that the law or the searches do not bear out.
    """
    request = lock_request(request=request, by=by, now=now)
    check_proposes(by, request, now)
    if answer in GIVING:
        _check_giving(request, answer, now)
    elif answer is Answer.NOTHING_HELD:
        _check_nothing_held(request, why)
    else:
        _check_refusal(request, ground, why)
    request.proposes, request.proposed_by, request.proposed_from = answer, by, request.state
    request.proposed_why, request.proposed_ground = why.strip(), ground if answer is Answer.REFUSE else ""
    moved = request.move_to(State.SECOND_CHECK, by=by.who(now), now=now)
    request.save(update_fields=[*moved, "proposes", "proposed_by", "proposed_from", "proposed_why", "proposed_ground"])
    facts = {"answer": str(answer)}
    record(
        Event.REQUEST_ANSWER_PROPOSED, child=chain_of(request), by=by.who(now), at=now, about_type=ABOUT, about_id=request.pk, facts=facts
    )
    if request.child:
        make_task(kind=TaskKind.CHECK_REQUEST, child=request.child, about_type=ABOUT, about_id=request.pk, now=now, for_role=CHECKER)
    if request.distressing:
        offer_debriefs(request=request, why=READ, now=now)
    return request


def _check_giving(request: AccessRequest, answer: Answer, now: datetime) -> None:
    if request.standing is not State.READING:
        raise NotAllowed("not_read", _("Nothing is given before it was gathered and read."))
    counts = progress(request)
    _check_all_read(counts)
    _check_no_conflicts(request, now)
    if answer_of(counts) is not answer:
        raise NotAllowed("another_answer", _("What was said of the things comes to another answer. Open the page again."))


def _check_all_read(counts: Counts) -> None:
    if counts.left:
        sentence = ngettext("%(count)d of them has not been read yet.", "%(count)d of them have not been read yet.", counts.left)
        raise NotAllowed("not_read", sentence % {"count": counts.left})


def _check_no_conflicts(request: AccessRequest, now: datetime) -> None:
    left = len(open_conflicts(request, london_day(now)))
    if left:
        sentence = ngettext(
            "%(count)d question about dates or workers has no answer yet.",
            "%(count)d questions about dates or workers have no answer yet.",
            left,
        )
        raise NotAllowed("conflicts", sentence % {"count": left})


def _check_nothing_held(request: AccessRequest, why: str) -> None:
    if request.standing is State.IDENTITY:
        raise NotAllowed("not_searched", _("Nobody has looked yet, so nobody can say that nothing is held."))
    if to_read(request).exists():
        raise NotAllowed("something_held", _("Something was gathered. Read it, or set it aside with a reason."))
    newest: dict[object, str] = dict.fromkeys(request.searches.values_list("pk", flat=True), "")
    newest |= dict(SearchAnswer.objects.filter(search__request=request).order_by("at", "id").values_list("search", "outcome"))
    if not newest or "" in newest.values():
        raise NotAllowed("not_searched", _("Some places have not been searched yet. Say first what came of each."))
    if SearchAnswer.Outcome.FOUND in newest.values():
        raise NotAllowed("something_held", _("A search found something. Gather it and read it first."))
    if sentence := refused_reason(why):
        raise NotAllowed("not_a_reason", gettext(sentence))


def _check_refusal(request: AccessRequest, ground: str, why: str) -> None:
    there = {one.slug: one for one in reasons_for(for_themselves=is_for_themselves(request), state=request.state)}
    if ground not in there:
        raise NotAllowed("no_such_ground", _("Choose one of the reasons the law gives for saying no to all of it."))
    if not why.strip():
        raise NotAllowed(
            "no_reason", _("%(question)s Write it down: a second person reads it.") % {"question": gettext(there[ground].asks)}
        )
    if sentence := refused_reason(why):
        raise NotAllowed("not_a_reason", gettext(sentence))
    counts = progress(request)
    if ground == "all_held_back" and (not counts.total or counts.hold < counts.total):
        raise NotAllowed("not_all_held_back", _("Not everything is held back. What is not, is given."))
    if ground == "identity" and not request.identity_steps.exists():
        raise NotAllowed("identity_not_asked", _("Nobody has asked yet who they are. Ask first, and give them time."))

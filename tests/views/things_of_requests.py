"""Of requests for a file: one in each state about Idris, made signed in; and one by the public form that nobody has matched.

Idris has no worker, so the access team sees him; the two tasks bring in the officers and the second checker. Amara and Noor are
strangers to all of these, and so are their workers. `request` is one that is being searched for.
"""

from uuid import UUID, uuid4

from access_requests.actions.ask_for_view import let_them_say
from access_requests.actions.complain import Complained, complain
from access_requests.actions.consult import consult
from access_requests.actions.keep_draft import begin_draft
from access_requests.actions.list_sources import list_sources
from access_requests.actions.record_breach import record_breach
from access_requests.actions.write_letter import write_letter
from access_requests.gatherers.drafts import ItemDraft, keep
from access_requests.gathering.freezing import Frozen
from access_requests.letters.kinds import LetterKind
from access_requests.lifecycle import ENDED, State
from access_requests.models import AccessRequest, ClockFact, Debrief, Upload
from access_requests.models.signed import signed
from people.actions.make_task import make_task
from people.models import Child, TaskKind
from tests.cast import NOW, Cast
from tests.views.things_of_packs import packs


def requests_for_files(cast: Cast) -> dict[str, tuple[UUID | int | str, ...]]:
    """Each, by the name of the thing."""
    made = {state: a_plain_request(cast.idris, state, f"T-{number:04}") for number, state in enumerate(State)}
    unmatched = a_plain_request(None, State.ASKED, "T-9999")
    searched, checked = made[State.SEARCHING], made[State.SECOND_CHECK]
    searched.officer = cast.imani
    searched.save(update_fields=["officer"])
    for kind, one, role in ((TaskKind.ANSWER_REQUEST, searched, "ig_officer"), (TaskKind.CHECK_REQUEST, checked, "second_checker")):
        make_task(kind=kind, child=cast.idris, about_type="access_request", about_id=one.pk, now=NOW, for_role=role)
    places = list_sources(request=searched, by=cast.imani.who(NOW), now=NOW)
    consultation = consult(request=searched, organisation="Police", about="A notice.", asked_on=NOW.date(), by=cast.imani, now=NOW)
    hard = Debrief.objects.create(officer=cast.imani, request=searched, why="marked", offered_at=NOW)
    letter = write_letter(request=searched, kind=LetterKind.ACKNOWLEDGED, by=cast.imani, now=NOW)
    question = ClockFact.objects.create(
        request=searched, kind=ClockFact.Kind.QUESTION_ASKED, on=NOW.date(), about="scope", words="All?", **signed(cast.imani, NOW)
    )
    drafted = begin_draft(route=AccessRequest.Route.BY_WORKER, user=cast.ben, now=NOW)
    begin_draft(route=AccessRequest.Route.SIGNED_IN, user=cast.amara.user, child=cast.amara, now=NOW)
    for_idris = a_plain_request(cast.idris, State.IDENTITY, "T-8888", asker=AccessRequest.Asker.ADVOCATE)
    let_them_say(request=for_idris, by=cast.sana, now=NOW)
    make_task(kind=TaskKind.VOUCH, child=cast.idris, about_type="access_request", about_id=made[State.ASKED].pk, now=NOW)
    breach = record_breach(pk=uuid4(), what="lost", happened="A phone.", noticed_at=NOW, people=None, by=cast.ben, now=NOW)
    said = Complained(words="Late.", user=cast.idris.user, request=searched)
    complaint = complain(said=said, by=cast.sana.who(NOW), now=NOW)
    return {
        **packs(cast, made[State.READING], made[State.GIVEN]),
        **{f"request_{state}": (one.pk,) for state, one in made.items()},
        "request": (searched.pk,),
        "asked_for_idris": (for_idris.pk,),
        "how_imani_is": (hard.pk,),
        "place": (places[0].pk,),
        **things_gathered(searched),
        "consultation": (consultation.pk,),
        "request_letter": (letter.pk,),
        "our_question": (question.pk,),
        "complaint": (complaint.pk,),
        "request_unmatched": (unmatched.pk,),
        "page_of_asking": ("what",),
        "breach": (breach.pk,),
        "data_protection_document": ("impact-assessment",),
        "bens_draft": (drafted.pk,),
        "bens_draft+page": (drafted.pk, "what"),
    }


def things_gathered(request: AccessRequest) -> dict[str, tuple[UUID | int | str, ...]]:
    """A thing that was gathered, and a file that could not be read."""
    frozen = Frozen(title="A visit", kind="visit", source="own_file", text="We talked.")
    keep(request, [ItemDraft("entry:1", frozen)], NOW)
    item = request.items.get()
    kept = {"state": "kept_unread", "reason": "It is locked.", "added_at": NOW, "added_by_name": "Sana"}
    upload = Upload.objects.create(request=request, name="a.pdf", **kept)
    return {"gathered": (item.pk,), "gathered+gathered": (item.pk, item.pk), "upload": (upload.pk,)}


def a_plain_request(child: Child | None, state: State, reference: str, *, asker: str = AccessRequest.Asker.SELF) -> AccessRequest:
    """A request as it stands in this state, with nothing around it."""
    own = child is not None and asker == AccessRequest.Asker.SELF
    return AccessRequest.objects.create(
        reference=reference,
        route=AccessRequest.Route.SIGNED_IN if own else AccessRequest.Route.PUBLIC_FORM,
        asker=asker,
        child=child,
        requester=child.user if child and own else None,
        known_as=str(child) if child else "Pat",
        digest="0" * 64,
        nation="EW",
        state=state,
        received_on=NOW.date(),
        sent_at=NOW,
        moved_at=NOW,
        moved_by_name="Idris",
        ended_at=NOW if state in ENDED else None,
    )

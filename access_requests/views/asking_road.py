"""The three ways to one set of pages: signed in, without an account, and taken down by somebody at the council."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core import signing
from django.http import Http404, HttpRequest
from django.urls import reverse

from access_requests.asking import Route
from access_requests.models import AccessRequest, AskDraft
from access_requests.queries.drafts import drafts_of
from people.access import current_user

DRAFT, CODE, REQUEST = "ask_draft", "ask_code", "request"  # in the session of somebody without an account
SALT = "access_requests.open_page"
OPEN_FOR = 4 * 60 * 60  # seconds: a page left open for an afternoon still keeps what was typed on it


@dataclass(frozen=True, slots=True)
class Road:
    """One way: its route, what the names of its addresses begin with, and the page its pages are made from."""

    route: Route
    prefix: str
    base: str
    step_page: str = "ask_step.html"
    many: bool = False  # several drafts at once: the addresses name which

    def to(self, what: str, draft: AskDraft | None, *more: str) -> str:
        """The address of one of its pages: to("step", draft, "name")."""
        which = [draft.pk] if draft and self.many else []
        return reverse(f"access_requests:{self.prefix}_{what}", args=[*which, *more])


PUBLIC = Road(Route.PUBLIC_FORM, "ask", "base.html")
SIGNED_IN = Road(Route.SIGNED_IN, "my_ask", "base.html")
BY_WORKER = Road(Route.BY_WORKER, "take_down", "base_staff.html", "take_down_step.html", many=True)


def draft_for(http: HttpRequest, road: Road, draft_id: UUID | None, now: datetime) -> AskDraft | None:
    """The draft these pages are about: the reader's own, or the one of this session. None when there is none any more."""
    if road is PUBLIC:
        return _of_session(http, now)
    found = drafts_of(current_user(http), road.route, now)
    draft = found.filter(pk=draft_id).first() if road.many and draft_id else found.first()
    if draft is None and road.many:
        raise Http404
    return draft


def _of_session(http: HttpRequest, now: datetime) -> AskDraft | None:
    """By the session; when that has ended while a page was open, by what the page itself carries."""
    known = http.session.get(DRAFT) or _carried(http)
    draft = AskDraft.objects.filter(pk=known, user=None, expires_at__gt=now).first() if known else None
    if draft:
        http.session[DRAFT] = str(draft.pk)
    return draft


def _carried(http: HttpRequest) -> str:
    try:
        return str(signing.loads(http.POST.get("carried", ""), salt=SALT, max_age=OPEN_FOR))
    except signing.BadSignature:
        return ""


def sent_before(http: HttpRequest, road: Road) -> AccessRequest | None:
    """The request that the draft of this page has become already, for whoever sent it: a button was pressed twice."""
    carried = _carried(http)
    made = AccessRequest.objects.filter(pk=carried).first() if carried else None
    if made is None:
        return None
    if road is PUBLIC:
        theirs = str(made.pk) in (http.session.get(DRAFT), http.session.get(REQUEST))
    else:
        theirs = current_user(http).pk in (made.requester_id, made.taken_by_id)
    return made if theirs else None


def carried_by(draft: AskDraft) -> str:
    """What an open page carries, so that a form sent after the session ended finds its draft. Signed, for one afternoon."""
    return signing.dumps(str(draft.pk), salt=SALT)

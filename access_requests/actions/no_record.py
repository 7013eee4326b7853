"""Nothing here fits. A file may still lie on paper somewhere, so a record begins with the request, and every place can be searched."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.actions.match import tie_to
from access_requests.actions.record_search import Found, record_search
from access_requests.audit_chain import ABOUT
from access_requests.models import AccessRequest, SearchAnswer
from access_requests.queries.candidates import candidates_for, said_of
from access_requests.sources import OWN_FILE
from access_requests.who_permissions import check_may_look
from audit.events import Event
from audit.record import record
from law.ages import ADULT, age_on
from law.working_time import london_day
from official_file.plain_language.when import Precision
from people.errors import NotAllowed
from people.models import Child, ChildName, User


@transaction.atomic
def no_record(*, request: AccessRequest, words: str, by: User, now: datetime) -> Child:
    """Begin a record for the person it is about, with what they said of themselves: names, and the date of birth when it is whole.

    `words`: where was looked, and under which names. Nothing of it tells that a file exists or does not: the search of the other
    places does. Raises NotAllowed without words, and without a name.
    """
    request = AccessRequest.objects.select_for_update().get(pk=request.pk)
    check_may_look(request, by, now)
    if not words.strip():
        raise NotAllowed("no_words", _("Write where you looked, and under which names."))
    said = said_of(request)
    if not said.names:
        raise NotAllowed("no_name", _("Nobody said a name. Ask them first."))
    if any(one.born for one in candidates_for(request)):
        raise NotAllowed("one_fits", _("A record with this name and this birthday is here. Look at it again before a second one begins."))
    whole = said.born if said.precision is Precision.DAY else None
    adult = said.born is not None and age_on(said.born, london_day(now)) >= ADULT
    stage = Child.Stage.CARE_LEAVER if adult or said.born is None else Child.Stage.IN_CARE
    child = Child.objects.create(known_as=said.names[0], date_of_birth=whole, nation=request.nation, stage=stage)
    for name in said.names[1:]:
        ChildName.objects.create(child=child, name=name, kind=ChildName.Kind.ALIAS)
    record(Event.RECORD_BEGUN, child=child.pk, by=by.who(now), at=now, about_type=ABOUT, about_id=request.pk)
    tie_to(request=request, child=child, event=Event.REQUEST_NO_RECORD, by=by, now=now)
    searched = Found(outcome=SearchAnswer.Outcome.NOTHING, searched_on=london_day(now), terms=words)
    record_search(search=request.searches.get(source=OWN_FILE, name=""), found=searched, by=by, now=now)
    return child

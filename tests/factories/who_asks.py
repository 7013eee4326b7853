"""Who asks, reached by the real actions: requests that wait for a proof, an authority or a young person's say."""

from access_requests.actions.accept_identity import accept_identity
from access_requests.actions.ask_for_view import let_them_say
from access_requests.actions.check_authority import check_authority
from access_requests.models import AccessRequest, Authority, IdentityStep
from people.models import Child, ChildName
from tests.cast import NOW, Cast
from tests.factories.requests import Route, a_request


def an_old_record() -> Child:
    """A record that stands under a name of before, which Pat gives."""
    child, made = Child.objects.get_or_create(known_as="Trish Grey", stage=Child.Stage.CARE_LEAVER)
    if made:
        ChildName.objects.create(child=child, name="Patricia Grey", kind=ChildName.Kind.LEGAL)
    return child


def unmatched(cast: Cast) -> AccessRequest:
    """Pat's request by the public form, that nobody has matched."""
    return a_request(cast, route=Route.PUBLIC_FORM)


def found(cast: Cast) -> AccessRequest:
    """Pat's request, given with the record it is about; nobody knows yet that it is she who asks."""
    return a_request(cast, route=Route.PUBLIC_FORM, child=an_old_record())


def for_amara(cast: Cast, asker: str = "parent", *, told: bool = False) -> AccessRequest:
    """Asked for Amara and taken down by her worker; we know who asks, and saw what lets them. `told`: she knows of it."""
    said = {"name": "Grace Okafor", "subject": "Amara"}
    asked = a_request(cast, route=Route.BY_WORKER, asker=asker, taken_by=cast.ben, child=cast.amara, answers=said)
    way = IdentityStep.Way.OTHER
    accept_identity(request=asked, way=way, words="A call to the number we have.", by=cast.imani, now=NOW)
    seen = "A birth certificate, and no order against it."
    day = NOW.date().replace(year=2027)
    check_authority(request=asked, name="Grace Okafor", scope=Authority.Scope.ASK, evidence=seen, expires_on=day, by=cast.imani, now=NOW)
    if told:
        let_them_say(request=asked, by=cast.ben, now=NOW)
    asked.refresh_from_db()
    return asked

"""The path of a request, 2: a girl of 11 asks through her advocate; she says yes herself, and can end it at once."""

from datetime import date

import pytest
import time_machine

from access_requests.actions.accept_identity import accept_identity
from access_requests.actions.ask_for_view import let_them_say
from access_requests.actions.check_authority import check_authority
from access_requests.actions.make_status_code import make_status_code
from access_requests.models import AccessRequest, Authority, IdentityStep, StatusCode
from access_requests.queries.who import may_go_on
from law.who_may_ask import Reason
from tests.cast import NOW, Cast
from tests.factories.requests import Route, a_request
from tests.journeys.requesting import Story, comes_back

pytestmark = pytest.mark.django_db


def by_her_advocate(cast: Cast) -> AccessRequest:
    """Her worker took it down; the officer knows who asks, and saw the form she signed."""
    amara = cast.amara
    amara.date_of_birth = date(2015, 3, 2)
    amara.save(update_fields=["date_of_birth"])
    asked = a_request(cast, route=Route.BY_WORKER, asker="advocate", taken_by=cast.ben, child=amara, answers={"subject": "Amara"})
    accept_identity(request=asked, way=IdentityStep.Way.OTHER, words="A call to the number of the charity.", by=cast.imani, now=NOW)
    seen = "A form that Amara signed with her."
    check_authority(
        request=asked, name="Rae Moss", organisation="Coram Voice", scope=Authority.Scope.ASK, evidence=seen,
        expires_on=date(2027, 11, 18), by=cast.imani, now=NOW,
    )  # fmt: skip
    asked.refresh_from_db()
    return asked


@pytest.mark.need("R70")
def test_she_is_asked_in_plain_words_and_says_yes_then_thinks_again(cast: Cast) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        story = Story(cast, clock)
        asked = by_her_advocate(cast)
        assert may_go_on(asked, NOW) == (Reason.VIEW,)
        let_them_say(request=asked, by=cast.ben, now=NOW)
        rae = comes_back(asked.reference, make_status_code(request=asked, way=StatusCode.Way.PERSON, now=NOW))
        assert rae.sees(asked.reference)
        amara = story.browser(cast.amara.user)
        amara.open(f"/my-file/somebody-asked/{asked.pk}/")
        assert amara.sees("It is your file, and it is about your life. So we ask you first.")
        assert amara.sees("All three answers are fine. Nobody will be cross with you.")
        amara.choose("Yes")
        amara.press("Send my answer")
        assert may_go_on(asked, NOW) == ()

        story.waits()
        amara.open(f"/my-file/somebody-asked/{asked.pk}/")
        amara.choose("No")
        amara.press("Send my answer")
        rae.open("/ask/status/")
        assert not rae.sees("Amara")
        assert rae.path != "/ask/status/", "her advocate is signed out of it at once"

"""The path of a request, 4: a mother asks for her daughter's file; her daughter says no, and her mother never reads what she said."""

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


def test_it_stops_there_and_her_words_stay_with_her_and_those_who_work_for_her(cast: Cast) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        story = Story(cast, clock)
        asked = a_request(cast, route=Route.BY_WORKER, asker="parent", taken_by=cast.ben, child=cast.amara, answers={"subject": "Amara"})
        accept_identity(request=asked, way=IdentityStep.Way.OTHER, words="A call to the number we have.", by=cast.imani, now=NOW)
        seen = "A birth certificate, and no order against it."
        check_authority(request=asked, name="Grace Okafor", scope=Authority.Scope.ASK, evidence=seen, by=cast.imani, now=NOW)
        let_them_say(request=asked, by=cast.ben, now=NOW)
        amara = story.browser(cast.amara.user)
        amara.open(f"/my-file/somebody-asked/{asked.pk}/")
        amara.choose("No")
        amara.write("Do you want to say more? You do not have to.", "She would read about the blue room.")
        amara.press("Send my answer")
        assert amara.sees("You can change your mind here.")
        assert may_go_on(asked, NOW) == (Reason.SAYS_NO,)

        grace = comes_back(asked.reference, make_status_code(request=asked, way=StatusCode.Way.PERSON, now=NOW))
        for words in ("blue room", "said no", "does not want"):
            assert not grace.sees(words)
        officer = story.browser(cast.imani)
        officer.open(f"/work/requests/{asked.pk}/")
        assert not officer.sees("Begin to look for it")

        own = a_request(cast, child=cast.amara)
        assert not AccessRequest.objects.visible_to(cast.amara.user, NOW).filter(pk=asked.pk).exists()
        grace.open("/ask/status/")
        assert not grace.sees(own.reference), "a parent is never told that their child asked too"

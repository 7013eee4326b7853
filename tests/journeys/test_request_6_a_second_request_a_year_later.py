"""The path of a request, 6: he was given his file; a year later he asks again, and what was decided then is where it starts."""

from datetime import date, timedelta

import pytest
import time_machine

from access_requests.lifecycle import State
from access_requests.models import AccessRequest, Release
from tests.cast import NOW, Cast
from tests.factories.packs import a_pack, given
from tests.journeys.requesting import Story, answers, request_

pytestmark = pytest.mark.django_db


@pytest.mark.need("R70", "R75")
def test_the_first_file_stays_to_be_read_and_the_second_request_begins_from_it(cast: Cast) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        story = Story(cast, clock)
        first = a_pack(cast)
        given(first, cast)
        idris = story.browser(cast.idris.user)
        idris.open(f"/my-file/{first.pk}/")
        idris.open(f"/my-file/{first.pk}/read/list/")
        assert idris.sees("A visit")
        story.waits(days=365)
        idris = story.browser(cast.idris.user)
        idris.open(f"/my-file/{first.pk}/read/list/")
        assert idris.sees("A visit"), "what was given once stays"
        idris.open("/my-file/ask/")
        idris.press("Ask again")
        answers(idris, {"reach": {}})
        idris.follow("Go on and look over my answers")
        idris.press("Send it")
        second = request_()
        assert second.pk != first.pk
        assert second.follows == first
        assert second.received_on == date(2027, 11, 18)
        assert second.standing is State.ASKED
        assert Release.objects.filter(request=first).count() == 1
        assert AccessRequest.objects.visible_to(cast.idris.user, NOW + timedelta(days=365)).count() == 2

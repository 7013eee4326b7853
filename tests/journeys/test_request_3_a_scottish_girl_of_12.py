"""The path of a request, 3: in Scotland a girl of 12 is presumed to understand, and nobody assesses her (DPA 2018 s 208)."""

from datetime import date

import pytest
import time_machine

from access_requests.lifecycle import State
from access_requests.models import Competence
from access_requests.queries.who import may_be_given, may_go_on
from tests.cast import NOW, Cast
from tests.journeys.requesting import Story, answers, request_

pytestmark = pytest.mark.django_db


@pytest.mark.need("R70", "M12")
def test_signed_in_she_asks_with_four_taps_and_it_goes_on_without_a_question_about_her(cast: Cast) -> None:
    cast.amara.nation, cast.amara.date_of_birth = "SC", date(2014, 11, 18)
    cast.amara.save(update_fields=["nation", "date_of_birth"])
    with time_machine.travel(NOW, tick=False) as clock:
        story = Story(cast, clock)
        amara = story.browser(cast.amara.user)
        amara.open("/")
        amara.follow("Ask for my whole file")
        for _page in range(3):
            begin = [button.get_text(" ", strip=True) for button in amara.page.find("main").find_all("button")]
            if "/about/" in amara.path or not begin:
                break
            amara.press(begin[-1])
        answers(amara, {"what": {"Just tell me why: the main story, not every page": ""}, "reach": {}})
        amara.follow("Go on and look over my answers")
        amara.press("Send it")
        assert amara.sees("Childline")
        asked = request_()
        assert asked.nation == "SC"
        assert asked.child == cast.amara
        assert may_go_on(asked, NOW) == ()
        assert may_be_given(asked, NOW) == ()
        assert not Competence.objects.filter(child=cast.amara).exists()
        officer = story.browser(cast.imani)
        officer.open(f"/work/requests/{asked.pk}/")
        officer.press("I deal with it")
        officer.press("Begin to look for it")
        assert request_().standing is State.SEARCHING
        amara.open(f"/my-file/{asked.pk}/")
        assert amara.sees("We look everywhere")
        assert amara.sees("Imani Clarke")

"""The path of a request, 7: a young man says it on the phone to a worker who is not his; the day he said it counts."""

from datetime import date

import pytest
import time_machine

from access_requests.clock import clock_of
from access_requests.models import AccessRequest
from tests.cast import NOW, Cast
from tests.journeys.requesting import Story, request_

pytestmark = pytest.mark.django_db
SAYS = {
    "name": {"name": "Kit Ames"},
    "received": {"received_on": "2026-11-12", "received_how": "phone"},
    "what": {"what": "everything"},
    "reach": {"by_code": "on"},
}


@pytest.mark.need("R70", "M12")
def test_the_clock_runs_from_the_day_he_said_it_and_not_from_the_day_it_was_typed(cast: Cast) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        story = Story(cast, clock)
        carys = story.browser(cast.carys)
        carys.open("/work/requests/ask/")
        carys.press("Write a request down")
        for _page in range(20):
            if "/about/" not in carys.path:
                break
            slug = carys.path.rstrip("/").split("/")[-1]
            for box in carys.page.find_all(["input", "textarea"]):
                value = SAYS.get(slug, {}).get(str(box.get("name")))
                if slug == "who" and box.get("value") == "self":
                    carys.filled[id(box)] = True
                elif value is not None:
                    carys.filled[id(box)] = box.get("value", "on") == value if box.get("type") in ("radio", "checkbox") else value
            before = carys.path
            carys.press("Go on")
            assert carys.path != before, carys.text()
        if "check" not in carys.path:
            carys.follow("answers")
        carys.press("Send it")
        asked = request_()
        assert asked.received_on == date(2026, 11, 12)
        assert asked.taken_by == cast.carys
        assert asked.route == AccessRequest.Route.BY_WORKER
        assert clock_of(asked, today=NOW.date()).due == date(2026, 12, 14)
        dev = story.browser(cast.dev)
        dev.open(f"/work/requests/taken/{asked.pk}/")
        assert dev.status == 404, "another worker does not see it"

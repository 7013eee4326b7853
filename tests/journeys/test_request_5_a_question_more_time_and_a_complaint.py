"""The path of a request, 5: a question stops the clock until he answers, more time is told in time, and he complains about it."""

from datetime import date

import pytest
import time_machine

from access_requests.actions.extend_request import extend_request
from access_requests.clock import clock_of
from access_requests.models import Complaint
from law.clock import State as ClockState
from law.working_time import london_day
from tests.cast import NOW, Cast
from tests.factories.requests_at_the_desk import searching
from tests.journeys.requesting import Story

pytestmark = pytest.mark.django_db


@pytest.mark.need("R70")
def test_he_sees_every_date_and_every_reason_and_somebody_else_decides_his_complaint(cast: Cast) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        story = Story(cast, clock)
        asked = searching(cast)
        assert clock_of(asked, today=NOW.date()).due == date(2026, 12, 18)
        officer = story.browser(cast.imani)
        officer.open(f"/work/requests/{asked.pk}/time/")
        officer.choose("What they want to see, because there is a lot.")
        officer.write("Your question", "Do you want the years at school, or everything?")
        officer.press("Send the question")
        idris = story.browser(cast.idris.user)
        idris.open(f"/my-file/{asked.pk}/")
        assert idris.sees("Do you want the years at school, or everything?")
        assert clock_of(asked, today=NOW.date()).state is ClockState.PAUSED

        story.waits(days=5)
        idris = story.browser(cast.idris.user)
        idris.open(f"/my-file/{asked.pk}/")
        idris.write("Your answer", "Everything, please.")
        idris.press("Send my answer")
        today = london_day(NOW).replace(day=23)
        assert clock_of(asked, today=today).due == date(2026, 12, 23)

        now = NOW.replace(day=24)
        extend_request(request=asked, reasons="Forty boxes of paper, in three towns.", by=cast.imani, now=now)
        idris.open(f"/my-file/{asked.pk}/")
        assert idris.sees("We must reply by 23 February 2027.")
        idris.follow("more time")
        assert idris.sees("Forty boxes of paper, in three towns.")
        assert clock_of(asked, today=today).due == date(2027, 2, 23)

        idris.open(f"/my-file/{asked.pk}/complain/")
        idris.write("What went wrong?", "Nobody told me for a week.")
        idris.select("Is it about somebody who works here?", "Imani Clarke")
        idris.press("Send it")
        complaint = Complaint.objects.get()
        assert complaint.about == cast.imani
        assert complaint.acknowledged_at is not None
        tom = story.browser(cast.tom)
        tom.open(f"/work/requests/complaints/{complaint.pk}/")
        assert tom.sees("Nobody told me for a week.")
        imani = story.browser(cast.imani)
        imani.open(f"/work/requests/complaints/{complaint.pk}/")
        assert not imani.page.find("button", string=lambda text: bool(text) and "Decide" in text)

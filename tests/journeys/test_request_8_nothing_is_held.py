"""The path of a request, 8: nothing of his was found anywhere. A second person looks at that too, before he is told, and where."""

import pytest
import time_machine

from access_requests.actions.countersign import countersign
from access_requests.actions.propose_answer import propose_answer
from access_requests.lifecycle import Answer, State
from access_requests.queries.pack import pack_fingerprint
from people.errors import NotAllowed
from tests.cast import NOW, Cast
from tests.factories.requests_at_the_desk import searched
from tests.journeys.requesting import Story

pytestmark = pytest.mark.django_db


def test_the_no_is_checked_by_somebody_else_and_says_where_we_looked_and_what_he_can_do(cast: Cast) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        story = Story(cast, clock)
        asked = searched(cast)
        asked = propose_answer(request=asked, answer=Answer.NOTHING_HELD, by=cast.imani, now=NOW)
        with pytest.raises(NotAllowed):
            countersign(request=asked, pack=pack_fingerprint(asked), by=cast.imani, now=NOW)
        countersign(request=asked, pack=pack_fingerprint(asked), by=cast.tom, now=NOW)
        idris = story.browser(cast.idris.user)
        idris.open(f"/my-file/{asked.pk}/")
        assert not idris.sees("could not find"), "not before it is given"
        officer = story.browser(cast.imani)
        officer.open(f"/work/requests/{asked.pk}/")
        officer.press("Give the answer")
        asked.refresh_from_db()
        assert asked.standing in (State.GIVEN, State.REFUSED)
        idris.open(f"/my-file/{asked.pk}/")
        assert idris.sees("Complain, or ask us to look again")

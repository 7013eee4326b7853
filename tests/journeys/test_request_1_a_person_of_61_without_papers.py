"""The path of a request, 1: a woman of 61 asks from her kitchen, without an account and without papers, under a name she lost."""

from datetime import date

import pytest
import time_machine

from access_requests.lifecycle import State
from official_file.models import RetentionHold
from tests.cast import NOW, Cast
from tests.journeys.requesting import (
    Story,
    a_record_of,
    asks_openly,
    code_and_reference,
    comes_back,
    fills,
    finds_the_record,
    knows_who_it_is,
    looks_everywhere,
    request_,
    takes_it_on,
)
from tests.views.test_closed_cannot_be_inferred import add

pytestmark = pytest.mark.django_db
SAYS = {
    "name": {"Your name": "Pat Lowe"},
    "names": {"Other names": "Patricia Grey\nPatsy"},
    "born": {"Your date of birth": "4 May 1965"},
    "then": {"The years": "From about 1974 until I was 16"},
    "places": {"Homes, streets and towns": "The Firs, near the station"},
    "people": {"Family: parents, brothers and sisters": "My brother Ken"},
    "what": {"Everything you have": ""},
}


@pytest.mark.need("R70", "M12")
def test_from_the_public_form_to_a_pack_that_is_ready_to_be_read(cast: Cast) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        story = Story(cast, clock)
        patricia = a_record_of("Patricia Grey", date(1965, 5, 4))
        add(patricia, "home", {"place": "K2", "provider": "PR1", "rne": "S"}, date(1974, 3, 1), end=date(1981, 5, 4))
        visit = {"title": "A visit to The Firs"}
        add(patricia, "note", visit, date(1975, 6, 2), text="Patricia asked for her brother Ken.", author="Miss Hale")
        pat = asks_openly(story, SAYS)
        assert pat.sees("This page does not say whether we have a file.")
        assert pat.sees("We must reply by 18 December 2026.")
        reference, code = code_and_reference(pat)

        officer = takes_it_on(story, "Pat Lowe")
        officer.follow("Who is asking")
        officer.open(f"/work/requests/{request_().pk}/identity/")
        fills(officer, "Ask for it", **{"ask-way": "other", "ask-why": "Two people have this name."})
        back = comes_back(reference, code)
        assert back.sees("The time for our answer starts when we know.")
        assert back.sees("You do not need a passport.")
        assert not back.sees("Patricia")
        finds_the_record(officer)
        assert RetentionHold.objects.filter(child=patricia, lifted_at=None).count() == 1
        knows_who_it_is(story, officer, "She rang from the number in our letter, and named the home, the road and the matron.")
        looks_everywhere(story, officer)
        officer.open(f"/work/requests/{request_().pk}/")
        officer.press("Everything is gathered: read it")
        officer.open(f"/work/requests/{request_().pk}/pack/")
        assert officer.sees("A visit to The Firs")
        assert request_().standing is State.READING
        again, code = code_and_reference(back)
        assert again == reference
        back = comes_back(reference, code)
        assert back.sees("We read every page")
        assert back.sees("Imani Clarke")

"""Two people at once about the same two entries: one of them was first, and the file says what that one said."""

from functools import partial

import pytest

from official_file.actions.part_source import part_source
from official_file.actions.say_one_event import say_one_event
from official_file.actions.say_two_events import say_two_events
from official_file.models import EntryNow, PossibleDuplicate, SourceParted
from official_file.verify import verify
from tests.cast import NOW, Cast, make_cast
from tests.factories.joining import a_joined_home, a_possible_duplicate
from tests.issues.test_races import LATER, at_once

pytestmark = [pytest.mark.database, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def people(transactional_db: None) -> Cast:
    """The cast, committed."""
    return make_cast()


def test_two_people_say_the_same_at_once_and_it_is_said_once(people: Cast) -> None:
    asked = a_possible_duplicate(people.amara)
    verbs = [partial(say_one_event, duplicate=asked, by=who, now=LATER) for who in (people.ben, people.joan)]
    assert at_once(verbs) == ["already_done", "done"]
    assert EntryNow.objects.current().count() == 1


def test_one_says_the_same_and_one_two_events_and_the_file_fits_the_answer(people: Cast) -> None:
    """Both may be done, one after the other; whoever was last is who is believed."""
    asked = a_possible_duplicate(people.amara)
    verbs = [say_one_event, say_two_events]
    answers = at_once([partial(verb, duplicate=asked, by=people.ben, now=LATER) for verb in verbs])
    assert set(answers) <= {"done", "already_done"}
    stands = {"same": 1, "different": 2}[PossibleDuplicate.objects.get().answer]
    assert EntryNow.objects.current().count() == stands


def test_a_source_is_taken_out_once(people: Cast) -> None:
    source = a_joined_home(people.amara)
    answers = at_once([partial(part_source, source=source, reason="Two.", by=who, now=NOW) for who in (people.ben, people.joan)])
    assert "done" in answers
    assert answers.count("done") == 1
    assert SourceParted.objects.count() == 1
    assert EntryNow.objects.current().count() == 2
    assert verify([people.amara])[1] is None

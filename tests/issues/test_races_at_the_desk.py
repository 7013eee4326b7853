"""Two at the reading desk at the same moment: one wins, one is told; see test_races.py."""

from datetime import timedelta
from functools import partial

import pytest
from django.db import transaction

from moderation.actions.claim import claim
from moderation.actions.file_words import file_words
from moderation.actions.hand_over import hand_over
from moderation.actions.open_media import open_media
from moderation.models import HandOver, Reading
from moderation.queries import open_reading
from official_file.models import Entry
from people.models import Task, TaskKind, User
from stories.lifecycle import Status
from stories.models import Contribution, Reply
from tests.cast import NOW, Cast, make_cast
from tests.factories.attachments import a_sent_with_media
from tests.factories.contributions import a_reading, a_sent
from tests.issues.test_races import at_once

pytestmark = [pytest.mark.database, pytest.mark.django_db(transaction=True)]
LATER = NOW + timedelta(minutes=1)


@pytest.fixture
def people(transactional_db: None) -> Cast:
    """The cast, committed."""
    return make_cast()


def test_two_workers_who_decide_at_the_same_moment_one_wins_and_one_is_told(people: Cast) -> None:
    """Both press at once, each without having started to read: one files, and the other reads who was first."""
    sent = a_sent(people.amara)

    def decide(by: User) -> None:
        with transaction.atomic():
            reading = open_reading(sent) or claim(contribution=sent, by=by, now=LATER)
            file_words(reading=reading, reply="Thank you.", by=by, now=LATER)

    answers = at_once([partial(decide, people.ben), partial(decide, people.joan)])
    assert answers.count("done") == 1
    assert set(answers) - {"done"} <= {"claimed", "decided", "ended"}
    assert Entry.objects.filter(child=people.amara, contribution=sent).count() == 1
    assert Reply.objects.count() == Reading.objects.count() == 1


def test_handed_over_and_decided_at_the_same_moment_it_is_one_of_both(people: Cast) -> None:
    sent = a_sent(people.amara)
    reading = a_reading(sent, people.ben)
    answers = at_once(
        [
            partial(hand_over, contribution=sent, to=people.joan, sentence="Yours.", by=people.ben, now=LATER),
            partial(file_words, reading=reading, reply="Thank you.", by=people.ben, now=LATER),
        ]
    )
    assert answers.count("done") == 1
    filed = Contribution.objects.get(pk=sent.pk).standing is Status.FILED
    assert filed is not HandOver.objects.exists()
    assert Task.objects.open().filter(about_id=sent.pk).exists() is not filed


def test_two_who_open_the_last_two_pictures_at_once_owe_nothing_any_more(people: Cast) -> None:
    first, second = a_sent_with_media(people.amara, "photo", "photo").attachments.all()
    answers = at_once([partial(open_media, attachment=one, by=by, now=LATER) for one, by in ((first, people.ben), (second, people.joan))])
    assert answers == ["done", "done"]
    assert not Task.objects.open().filter(kind=TaskKind.OPEN_MEDIA).exists()

"""On a child's page staff read how much of what they wrote is in the council's own system: of what they may see, and no more."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from moderation.models import WriteBack
from moderation.way_back.words import ways_back_of
from people.models import Cover
from stories.lifecycle import Status
from tests.cast import NOW, Cast, sign_in
from tests.factories.contributions import contribution_at

pytestmark = pytest.mark.django_db


@pytest.mark.need("R89")
def test_a_childs_page_says_how_much_arrived_and_what_becomes_of_the_rest(cast: Cast, client: Client) -> None:
    for _number in range(3):
        contribution_at(Status.FILED, cast)
    first = WriteBack.objects.first()
    assert first
    WriteBack.objects.filter(pk=first.pk).update(state="sent", sent_at=NOW)
    with time_machine.travel(NOW, tick=False):
        page = sign_in(client, cast.ben).get(reverse("portal:child", args=[cast.amara.pk])).content.decode()
    assert "Their own words in this file: 3. In the council's own system as well: 1." in page.replace("&#x27;", "'")
    assert "Nothing is lost; it goes when it is." in page


def test_somebody_who_does_not_see_limited_words_does_not_see_them_counted(cast: Cast) -> None:
    contribution_at(Status.FILED_LIMITED, cast)
    day = timedelta(days=1)
    Cover.objects.create(worker=cast.ben, covering=cast.carys, recorded_by=cast.joan, starts=NOW - day, ends=NOW + day)
    assert ways_back_of(cast.amara, cast.carys, NOW) is None
    seen = ways_back_of(cast.amara, cast.ben, NOW)
    assert seen is not None
    assert (seen.total, seen.arrived) == (1, 0)


def test_where_nothing_was_written_nothing_is_said(cast: Cast) -> None:
    assert ways_back_of(cast.noor, cast.dev, NOW) is None

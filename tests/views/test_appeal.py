"""No, and then somebody else looks: the whole way of an appeal, over the pages, until its author is told (R51)."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from moderation.models import Check, Decision
from people.models import Notice, Relationship, Task, User
from stories.lifecycle import Status
from stories.models import Contribution
from tests.cast import NOW, Cast, sign_in
from tests.factories.contributions import a_proposal_not_to_add, a_sent


def send(user: User, name: str, contribution: Contribution, **said: Any) -> Any:
    return sign_in(Client(), user).post(reverse(name, args=[contribution.pk]), said)


def page(user: User, name: str, *ids: Any) -> str:
    return sign_in(Client(), user).get(reverse(name, args=ids)).content.decode()


def said_no_twice(cast: Cast) -> Contribution:
    """Ben proposed not to add her words, and Joan agreed."""
    sent = a_sent(cast.amara, "My own song about the sea")
    a_proposal_not_to_add(sent, cast.ben)
    assert send(cast.joan, "moderation:confirm_proposal", sent).status_code == 302
    return Contribution.objects.get(pk=sent.pk)


@pytest.mark.need("R49", "R51")
def test_a_no_is_seen_by_a_second_person_told_with_its_reason_and_looked_at_again_by_somebody_else(cast: Cast) -> None:
    assert cast.amara.user
    with time_machine.travel(NOW + timedelta(minutes=2), tick=False):
        sent = said_no_twice(cast)
        told = page(cast.amara.user, "stories:one", sent.pk)
        assert "Ben Hughes could not add this to your file, because it is not your own." in told
        assert "A second person checked this. It is still yours to keep." in told
        assert send(cast.amara.user, "stories:look_again", sent).status_code == 302
        assert "You asked someone else to look. David Osei will read it by" in page(cast.amara.user, "stories:one", sent.pk)
        desks = {name: str(sent.pk) in page(getattr(cast, name), "moderation:queue") for name in ("ben", "joan", "david")}
        assert desks == {"ben": False, "joan": False, "david": True}
        assert send(cast.ben, "moderation:file_words", sent, reply="I was wrong.").status_code == 422
        assert send(cast.david, "moderation:file_words", sent, reply="It is your own song. It is in.").status_code == 302
        end = page(cast.amara.user, "stories:one", sent.pk)
    assert "It is your own song. It is in." in end
    assert Contribution.objects.get(pk=sent.pk).standing is Status.FILED
    assert not Task.objects.open().filter(about_id=sent.pk).exists()
    assert Notice.objects.filter(user=cast.amara.user, about_id=sent.pk).exists()
    assert [one.by for one in Decision.objects.order_by("at")] == [cast.ben, cast.david]
    assert Check.objects.get().by == cast.joan


def test_without_a_reviewing_officer_a_manager_who_has_not_decided_looks(cast: Cast) -> None:
    assert cast.amara.user
    Relationship.objects.filter(user=cast.david).delete()
    cast.olu.memberships.create(team=cast.joan.memberships.get().team, role="team_manager", starts=NOW - timedelta(days=9))
    with time_machine.travel(NOW + timedelta(minutes=2), tick=False):
        sent = said_no_twice(cast)
        send(cast.amara.user, "stories:look_again", sent)
        assert Task.objects.open().get(about_id=sent.pk).for_user == cast.olu
        assert send(cast.olu, "moderation:file_words", sent, reply="It is in.").status_code == 302
    assert Contribution.objects.get(pk=sent.pk).standing is Status.FILED


def test_who_looks_again_may_say_no_as_well_when_one_more_agrees(cast: Cast) -> None:
    assert cast.amara.user
    with time_machine.travel(NOW + timedelta(minutes=2), tick=False):
        sent = said_no_twice(cast)
        send(cast.amara.user, "stories:look_again", sent)
        said = {"reply": "It is a song by Ed.", "reason": "not_theirs", "refusal_explanation": "I found it."}
        assert send(cast.david, "moderation:propose_not_adding", sent, **said).status_code == 302
        assert send(cast.joan, "moderation:confirm_proposal", sent).status_code == 422, "she confirmed the first no"
        assert Contribution.objects.get(pk=sent.pk).standing is Status.BEING_READ

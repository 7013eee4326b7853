"""Who is told to read before sending is who can read: one rule from two sides, over the whole cast, at every state."""

from datetime import timedelta

import pytest

from people.models import Cover, EmergencyAccess, Relationship, Task, User
from stories.lifecycle import Status
from stories.models import Contribution
from stories.queries import who_will_read
from tests.cast import NOW, Cast
from tests.factories.contributions import a_draft, a_sent, contribution_at

SEEN = [status for status in Status if status is not Status.DRAFT]


def told(contribution: Contribution) -> set[User]:
    return {reader.user for reader in who_will_read(contribution, NOW)}


def can_read(contribution: Contribution, cast: Cast) -> set[User]:
    return {user for user in cast.staff if Contribution.objects.visible_to(user, NOW).filter(pk=contribution.pk).exists()}


def unusual_ties(cast: Cast) -> None:
    """Cover, an emergency, somebody who left, and somebody asked about the file."""
    week = timedelta(days=7)
    Cover.objects.create(worker=cast.ben, covering=cast.carys, starts=NOW - week, ends=NOW + week, recorded_by=cast.joan)
    Cover.objects.create(worker=cast.ben, covering=cast.dev, starts=NOW - week, ends=NOW - timedelta(days=1), recorded_by=cast.joan)
    EmergencyAccess.objects.create(child=cast.amara, user=cast.gwen, reason="Police rang", starts=NOW, ends=NOW + week)
    about = {"about_type": "entry", "about_id": cast.amara.pk, "made_at": NOW, "due_at": NOW}
    Task.objects.create(kind="not_about_me", child=cast.amara, for_role="ig_officer", **about)
    Relationship.objects.create(child=cast.amara, user=cast.sana, role="personal_adviser", starts=NOW - week, ends=NOW)
    cast.olu.is_active = False
    cast.olu.save(update_fields=["is_active"])
    Relationship.objects.create(child=cast.amara, user=cast.olu, role="personal_adviser", starts=NOW - week)


@pytest.mark.need("R62")
@pytest.mark.parametrize("status", SEEN)
@pytest.mark.parametrize("chosen", ["", "joan", "david"])
def test_who_will_read_is_who_can_read(cast: Cast, status: Status, chosen: str) -> None:
    contribution = contribution_at(status, cast, chosen_reader=getattr(cast, chosen).pk if chosen else None)
    assert told(contribution) == can_read(contribution, cast)
    unusual_ties(cast)
    assert told(contribution) == can_read(contribution, cast)


@pytest.mark.parametrize("child", ["noor", "idris"])
def test_it_is_the_same_for_every_child(cast: Cast, child: str) -> None:
    sent = a_sent(getattr(cast, child))
    assert told(sent) == can_read(sent, cast)


def test_of_a_draft_it_says_who_would_read_it_and_nobody_can(cast: Cast) -> None:
    draft = a_draft(cast.amara)
    assert told(draft) == {cast.ben, cast.joan, cast.david}
    assert can_read(draft, cast) == set()


def test_a_chosen_reader_and_those_who_may_check_a_decision_are_all_who_read(cast: Cast) -> None:
    sent = a_sent(cast.amara, chosen_reader=cast.joan.pk)
    assert told(sent) == {cast.joan, cast.david}
    assert can_read(sent, cast) == {cast.joan, cast.david}


def test_in_the_file_it_is_read_by_all_who_read_the_file_again(cast: Cast) -> None:
    filed = contribution_at(Status.FILED, cast, chosen_reader=None)
    assert told(filed) == {cast.ben, cast.joan, cast.david}


def test_what_was_taken_back_nobody_reads(cast: Cast) -> None:
    assert told(contribution_at(Status.WITHDRAWN, cast)) == set()

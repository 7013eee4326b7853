"""The life of a contribution: every state is reached by the real verbs, and every other step is refused."""

import pytest

from audit.who import Who
from people.errors import NotAllowed
from stories.lifecycle import LABELS, OWNER, TRANSITIONS, Owner, Status, can_move
from stories.models import Contribution
from tests.cast import NOW, Cast
from tests.factories.contributions import contribution_at


def test_every_state_has_an_owner_a_label_and_its_steps() -> None:
    assert set(OWNER) == set(LABELS) == set(TRANSITIONS) == set(Status)
    assert all(label.endswith(".") for label in LABELS.values())


def test_where_it_is_somebodys_move_there_is_a_step_and_where_it_is_nobodys_there_is_none() -> None:
    assert {status for status in Status if not TRANSITIONS[status]} == {status for status in Status if OWNER[status] is Owner.NOBODY}


@pytest.mark.parametrize("status", Status)
def test_every_state_is_reached_by_living_through_it(status: Status, cast: Cast) -> None:
    assert contribution_at(status, cast).standing is status


@pytest.mark.parametrize("current", Status)
@pytest.mark.parametrize("wanted", Status)
def test_a_step_is_taken_only_where_the_table_has_it(current: Status, wanted: Status) -> None:
    contribution = Contribution(status=current)
    if can_move(current, wanted):
        contribution.move_to(wanted, by=_somebody(), now=NOW)
        assert contribution.standing is wanted
    else:
        with pytest.raises(NotAllowed):
            contribution.move_to(wanted, by=_somebody(), now=NOW)
        assert contribution.standing is current


def _somebody() -> Who:
    return Who("Ben Hughes", "social_worker")

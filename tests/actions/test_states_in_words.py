"""Where a contribution stands, in the sentence its author reads."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from people.models import Cover
from stories.lifecycle import Status
from stories.models import Contribution
from stories.queries import first_reader, open_clocks
from stories.states import next_read_sentence, state_of, will_read
from tests.cast import NOW, SATURDAY, Cast
from tests.factories.contributions import a_proposal_not_to_add, a_proposal_to_limit, a_reading, a_sent, contribution_at

SAYS = {
    Status.SENT: "Sent. Ben Hughes will read it by Monday.",
    Status.BEING_READ: "Ben Hughes is reading it, since 18 November 2026.",
    Status.LETS_TALK: "Ben Hughes wants to talk with you about it first. They said so on 18 November 2026.",
    Status.ASKED_AGAIN: "You asked someone else to look. David Osei will read it by Wednesday 25 November.",
    Status.FILED: "In your file, in your words. Ben Hughes put it there on 18 November 2026.",
    Status.FILED_LIMITED: "In your file, in your words. Only the people who work with you and their manager can read it."
    " Ben Hughes put it there on 18 November 2026.",
    Status.NOT_ADDED: "Ben Hughes could not add this to your file, because it is not your own."
    " A second person checked this. It is still yours to keep. You can ask someone else to look.",
    Status.WITHDRAWN: "You took it back on 18 November 2026. Nobody who works here can read it now.",
}


def said(contribution: Contribution, now: datetime = NOW) -> str:
    contribution = Contribution.objects.get(pk=contribution.pk)
    clock = open_clocks([contribution]).get(contribution.pk)
    reader = str(first_reader(contribution, NOW) or "") if clock else ""
    return state_of(contribution, clock=clock, reader=reader, now=now).text


@pytest.mark.need("R44")
@pytest.mark.parametrize("status", SAYS)
def test_each_state_says_who_and_when(cast: Cast, status: Status) -> None:
    assert said(contribution_at(status, cast)) == SAYS[status]


@pytest.mark.parametrize("propose", [a_proposal_to_limit, a_proposal_not_to_add])
def test_a_proposal_says_no_more_than_being_read(cast: Cast, propose: Callable[..., object]) -> None:
    sent = a_sent(cast.amara)
    propose(sent, cast.ben)
    assert said(sent) == "Ben Hughes is reading it, since 18 November 2026. You will have an answer by Friday."


def test_while_the_worker_is_away_whoever_stands_in_is_named(cast: Cast) -> None:
    Cover.objects.create(worker=cast.ben, covering=cast.carys, starts=NOW, ends=NOW + timedelta(days=9), recorded_by=cast.joan)
    assert said(a_sent(cast.amara)) == "Sent. Carys Pugh will read it by Monday."


def test_without_a_worker_somebody_reads(cast: Cast) -> None:
    assert said(a_sent(cast.idris)) == "Sent. Somebody who works here will read it by Monday."


def test_late_while_being_read_we_say_so_and_who_reads(cast: Cast) -> None:
    sent = a_sent(cast.amara)
    a_reading(sent, cast.ben)
    late = said(sent, NOW + timedelta(days=7))
    assert late.startswith("We are late. Sorry. We said we would read it by 23 November 2026.")
    assert late.endswith("Ben Hughes is reading it, since 18 November 2026.")


def test_an_urgent_one_in_staffed_hours_says_by_which_hour(cast: Cast) -> None:
    sent = a_sent(cast.amara, urgent=True)
    assert will_read(sent, clock=open_clocks([sent])[sent.pk], reader="Ben", now=NOW) == "Somebody will read it before 11am."


def test_an_urgent_one_at_night_says_that_nobody_reads_now(cast: Cast) -> None:
    sent = a_sent(cast.amara, now=SATURDAY, urgent=True)
    words = will_read(sent, clock=open_clocks([sent])[sent.pk], reader="Ben", now=SATURDAY)
    assert words == "Nobody is at work just now. Somebody will read it on Monday at 9am."


def test_before_sending_it_says_when_somebody_next_reads(db: None) -> None:
    assert next_read_sentence(NOW) == "Somebody is here to read this now."
    assert next_read_sentence(SATURDAY) == "Somebody will next read this on Monday at 9am."

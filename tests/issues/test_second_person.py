"""A second look is by somebody who has not looked, and nobody settles a worry about themselves."""

from datetime import timedelta

import pytest

from moderation.actions.claim import claim
from moderation.actions.confirm_proposal import confirm_proposal
from moderation.actions.propose_not_adding import propose_not_adding
from moderation.actions.reply import reply
from official_file.models import EntryNow
from people.actions.change_staff import change_staff
from people.models import Membership, Relationship, Task, TaskKind
from stories.actions.ask_again import ask_again
from stories.lifecycle import Status
from stories.models import Contribution
from stories.queries import first_reader, who_will_read
from tests.cast import LONG_AGO, NOW, Cast
from tests.factories.contributions import a_proposal_not_to_add, a_proposal_to_limit, a_reading, a_sent
from tests.refusals import refused

pytestmark = [pytest.mark.django_db, pytest.mark.database]
LATER = NOW + timedelta(minutes=1)


def refused_by(cast: Cast, *, second: str) -> Contribution:
    """Words that Ben proposed not to add, and somebody confirmed."""
    sent = a_sent(cast.amara)
    confirm_proposal(decision=a_proposal_not_to_add(sent, cast.ben), by=getattr(cast, second), now=NOW)
    return Contribution.objects.get(pk=sent.pk)


def test_who_confirmed_a_refusal_is_not_asked_to_look_again(cast: Cast) -> None:
    """David, the reviewing officer, agreed: so it goes to Joan, and the young person reads Joan's name."""
    asked = ask_again(contribution=refused_by(cast, second="david"), by=cast.amara.user, now=LATER)
    task = Task.objects.get(kind=TaskKind.LOOK_AGAIN)
    assert task.for_user == cast.joan
    assert first_reader(asked, LATER) == cast.joan


def test_the_reviewing_officer_is_asked_first_when_he_has_not_looked(cast: Cast) -> None:
    ask_again(contribution=refused_by(cast, second="joan"), by=cast.amara.user, now=LATER)
    assert Task.objects.get(kind=TaskKind.LOOK_AGAIN).for_user == cast.david


def test_with_nobody_left_to_look_nobody_is_named(cast: Cast) -> None:
    """Then it is any manager's who joins; nobody who has decided is promised."""
    Relationship.objects.filter(user=cast.david).update(ends=LATER)
    asked = ask_again(contribution=refused_by(cast, second="joan"), by=cast.amara.user, now=LATER + timedelta(minutes=1))
    assert first_reader(asked, LATER + timedelta(minutes=1)) is None
    task = Task.objects.get(kind=TaskKind.LOOK_AGAIN)
    assert (task.for_user, task.for_role) == (None, "team_manager")


def test_a_worker_promoted_meanwhile_does_not_confirm_their_own_proposal(cast: Cast) -> None:
    proposal = a_proposal_not_to_add(a_sent(cast.amara), cast.ben)
    Membership.objects.create(user=cast.ben, team=cast.ben.memberships.get().team, role="team_manager", starts=LONG_AGO)
    fresh = type(cast.ben).objects.get(pk=cast.ben.pk)
    with refused("same_person"):
        confirm_proposal(decision=proposal, by=fresh, now=LATER)


def test_a_manager_who_is_named_confirms_nothing_even_as_somebody_who_covers(cast: Cast) -> None:
    proposal = a_proposal_not_to_add(a_sent(cast.amara, "joan never listens to me."), cast.ben)
    with refused("named"):
        confirm_proposal(decision=proposal, by=cast.joan, now=LATER)


def test_a_proposal_of_somebody_who_changed_their_role_is_still_theirs(cast: Cast) -> None:
    proposal = a_proposal_not_to_add(a_sent(cast.amara), cast.ben)
    change_staff(user=cast.ben, role="team_manager", team=cast.ben.memberships.get().team, by=cast.ruth, now=LATER)
    fresh = type(cast.ben).objects.get(pk=cast.ben.pk)
    with refused("not_found"):  # he works with nobody now; and were he to, it is his own
        confirm_proposal(decision=proposal, by=fresh, now=LATER + timedelta(minutes=1))


def test_an_answer_by_the_one_it_is_about_does_not_settle_a_worry(cast: Cast) -> None:
    """The urgent clock goes on, and the manager still has it, until somebody else has looked after her."""
    worry = a_sent(cast.amara, "I am scared of Ben.", urgent=True)
    reply(contribution=worry, text="You misunderstood me.", by=cast.ben, now=LATER)
    assert Task.objects.open().filter(kind=TaskKind.URGENT_WORRY, about_id=worry.pk).exists()
    reply(contribution=worry, text="I am coming to see you.", by=cast.joan, now=LATER)
    assert not Task.objects.open().filter(kind=TaskKind.URGENT_WORRY, about_id=worry.pk).exists()


def test_talking_and_filing_by_the_one_it_is_about_do_not_settle_it_either(cast: Cast) -> None:
    worry = a_sent(cast.amara, "I am scared of Ben.", urgent=True)
    reading = a_reading(worry, cast.ben)
    with refused("named"):
        propose_not_adding(reading=reading, reason="technical", reply="No.", explanation="No.", by=cast.ben, now=LATER)


def test_limited_words_of_somebody_without_a_worker_stay_with_the_access_team(cast: Cast) -> None:
    """The access team is their worker: else nobody who works here could ever read them again."""
    sent = a_sent(cast.idris)
    confirm_proposal(decision=a_proposal_to_limit(sent, cast.sana), by=cast.olu, now=NOW)
    filed = Contribution.objects.get(pk=sent.pk)
    assert filed.standing is Status.FILED_LIMITED
    assert {reader.user for reader in who_will_read(filed, LATER)} == {cast.sana, cast.olu}
    assert EntryNow.objects.visible_to(cast.sana, LATER).filter(pk=filed.entry_id).exists()


def test_a_word_is_claimed_by_one_person(cast: Cast) -> None:
    sent = a_sent(cast.amara)
    claim(contribution=sent, by=cast.ben, now=NOW)
    with refused("claimed"):
        claim(contribution=sent, by=cast.joan, now=NOW)

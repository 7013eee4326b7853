"""Nobody judges a complaint about themselves: by another name, by role, in a caption or a tap, or as who wrote what is wrong."""

from datetime import date, timedelta
from typing import Any

import pytest

from moderation.conflict import is_about
from official_file.models import Connection
from people.models import Relationship
from stories.models import Contribution
from tests.cast import NOW, Cast, tie
from tests.factories.contributions import a_draft, a_proposal_not_to_add, a_proposal_to_limit, a_sent
from tests.factories.entries import an_entry
from tests.refusals import refused


def about(cast: Cast, contribution: Contribution) -> set[str]:
    """Who of those who read it may not judge it."""
    return {name for name in ("ben", "joan", "david") if is_about(getattr(cast, name), contribution)}


@pytest.mark.need("R49")
@pytest.mark.parametrize(
    ("words", "whom"),
    [
        ("benny never rings", {"ben"}),
        ("mr hughs shouted", {"ben"}),
        ("My social worker never listens", {"ben"}),
        ("my sw lies", {"ben"}),
        ("her manager said no and so did the IRO", {"joan", "david"}),
        ("my old social worker was better", set()),
        ("My worker and his boss are the same", {"ben", "joan"}),
        ("I want to see my brother more.", set()),
    ],
)
def test_by_another_name_and_by_role(cast: Cast, words: str, whom: set[str]) -> None:
    assert about(cast, a_sent(cast.amara, words)) == whom


def test_meant_by_role_one_neither_refuses_nor_confirms(cast: Cast) -> None:
    with refused("named"):
        a_proposal_not_to_add(a_sent(cast.amara, "my social worker lied to me"), cast.ben)


def test_who_was_the_worker_before_is_meant_by_my_old_social_worker(cast: Cast) -> None:
    Relationship.objects.filter(child=cast.amara, user=cast.ben).update(ends=NOW - timedelta(days=1))
    tie(cast.amara, cast.carys, "social_worker")
    sent = a_sent(cast.amara, "my old social worker was mean")
    assert (is_about(cast.ben, sent), is_about(cast.carys, sent)) == (True, False)


def test_a_name_this_file_has_for_a_worker_counts(cast: Cast) -> None:
    row: dict[str, Any] = {"source": "case_notes", "professional": True, "relation": "your social worker"}
    Connection.objects.create(child=cast.amara, key="c1", names=["Ben Hughes", "Big Z"], **row)
    assert about(cast, a_sent(cast.amara, "big z never comes")) == {"ben"}


def test_a_tap_counts_like_a_word(cast: Cast) -> None:
    draft = a_draft(cast.amara, "I feel sad")
    draft.board = [{"board": "people", "pick": "sw", "words": "My social worker"}]
    draft.save(update_fields=["board"])
    assert is_about(cast.ben, draft) is False, "nobody judges what was not sent"
    draft.sent_at = NOW
    assert is_about(cast.ben, draft)


def test_whoever_wrote_it_does_not_judge_that_it_is_wrong(cast: Cast) -> None:
    entry = an_entry(cast.amara, "visit", date(2024, 1, 8), text="She was rude.", facts={"title": "A visit"}, author_name="Ben Hughes")
    sent = a_sent(cast.amara, "That is not how it was.", about=entry, kind="wrong")
    assert about(cast, sent) == {"ben"}
    with refused("named"):
        a_proposal_to_limit(sent, cast.ben)
    assert not about(cast, a_sent(cast.amara, "I was there too.", about=entry, kind="my_side"))


def test_a_manager_of_another_team_is_not_meant(cast: Cast) -> None:
    assert not is_about(cast.gwen, a_sent(cast.amara, "her manager said no"))

"""Which copy of a draft is the newer one."""

from hypothesis import given
from hypothesis import strategies as st

from stories.draft_order import Order, Stamp, order


def test_the_first_save_is_taken() -> None:
    assert order(held=Stamp(), came=Stamp(0, "a", 1)) is Order.NEWER


def test_a_later_save_of_the_same_page_is_taken_even_before_the_answer_to_the_one_before_came_back() -> None:
    assert order(held=Stamp(5, "a", 3), came=Stamp(2, "a", 4)) is Order.NEWER


def test_an_earlier_save_of_the_same_page_that_arrives_late_changes_nothing() -> None:
    assert order(held=Stamp(5, "a", 3), came=Stamp(4, "a", 2)) is Order.LATE


def test_another_window_that_saw_the_newest_words_is_taken() -> None:
    assert order(held=Stamp(5, "a", 3), came=Stamp(5, "b", 1)) is Order.NEWER


def test_another_window_that_did_not_is_a_clash() -> None:
    assert order(held=Stamp(5, "a", 3), came=Stamp(4, "b", 9)) is Order.CLASH


def test_without_a_script_the_same_old_page_sent_twice_is_a_clash_and_not_a_loss() -> None:
    assert order(held=Stamp(2, "a", 0), came=Stamp(1, "a", 0)) is Order.CLASH


STAMPS = st.builds(Stamp, st.integers(0, 6), st.sampled_from(["", "a", "b"]), st.integers(0, 6))


@given(STAMPS, STAMPS)
def test_words_are_never_overwritten_by_a_page_that_has_not_seen_them(held: Stamp, came: Stamp) -> None:
    if order(held=held, came=came) is Order.NEWER:
        assert came.version == held.version or (came.tab == held.tab and came.turn > held.turn)

"""Any words at all, hundreds of times over: from compose to PDF and export, nothing is changed (R31)."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, seed, settings

from tests.cast import Cast
from tests.journeys.verbatim import CAPTIONS, WORDS, check_nothing_was_changed, from_phone_to_everywhere
from tests.views.test_closed_cannot_be_inferred import undone

A_ROUND = 10  # texts
pytestmark = [pytest.mark.soak, pytest.mark.django_db, pytest.mark.usefixtures("fresh_storages"), pytest.mark.timeout(0)]


@pytest.mark.need("R31")
def test_hundreds_of_texts_come_out_as_they_went_in(cast: Cast, rounds: Callable[..., Iterator[int]]) -> None:
    @given(words=WORDS, caption=CAPTIONS)
    @settings(max_examples=A_ROUND, deadline=None, database=None)
    def some(words: str, caption: str) -> None:
        undone(lambda: check_nothing_was_changed(from_phone_to_everywhere(cast, words, caption), words, caption))

    for number in rounds(at_least=3, at_most=50):
        seed(number)(some)()

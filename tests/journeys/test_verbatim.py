"""Whatever somebody types, in any script, comes out of everything that leaves exactly as it went in (R31): few examples, real ones.

`make soak` tries hundreds (tests/soak/test_verbatim_soak.py).
"""

import pytest
from hypothesis import HealthCheck, given, settings

from tests.cast import Cast
from tests.journeys.verbatim import CAPTIONS, HARD, WORDS, check_nothing_was_changed, from_phone_to_everywhere
from tests.views.test_closed_cannot_be_inferred import undone

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fresh_storages")]


@pytest.mark.need("R31")
def test_what_is_hard_to_keep_is_kept(cast: Cast) -> None:
    words, caption = "\n".join(HARD), HARD[3]
    check_nothing_was_changed(from_phone_to_everywhere(cast, words, caption), words, caption)


@pytest.mark.need("R31")
@given(words=WORDS, caption=CAPTIONS)
@settings(max_examples=5, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_come_out_as_they_went_in(cast: Cast, words: str, caption: str) -> None:
    undone(lambda: check_nothing_was_changed(from_phone_to_everywhere(cast, words, caption), words, caption))

"""Any words at all, hundreds of times over: from compose to PDF and export, nothing is changed (R31)."""

import pytest
from hypothesis import HealthCheck, given, settings

from tests.cast import Cast
from tests.journeys.verbatim import CAPTIONS, WORDS, check_nothing_was_changed, from_phone_to_everywhere
from tests.views.test_closed_cannot_be_inferred import undone

EXAMPLES = 400
pytestmark = [pytest.mark.soak, pytest.mark.django_db, pytest.mark.usefixtures("fresh_storages")]


@given(words=WORDS, caption=CAPTIONS)
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_hundreds_of_texts_come_out_as_they_went_in(cast: Cast, words: str, caption: str) -> None:
    undone(lambda: check_nothing_was_changed(from_phone_to_everywhere(cast, words, caption), words, caption))

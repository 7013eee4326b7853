"""Ten thousand guesses at questions from one file, over four hundred requests: three rounds count, and nobody gets in."""

import pytest

from tests.cast import Cast
from tests.requests.guessing import guess

pytestmark = pytest.mark.soak


@pytest.mark.slow
@pytest.mark.django_db
def test_ten_thousand_guesses_do_not_open_a_file(cast: Cast) -> None:
    guess(cast, 10_000)

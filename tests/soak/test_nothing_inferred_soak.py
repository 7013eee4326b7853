"""What `make test` shows on a few examples, on as many as there is time for: nothing gone, hidden or of somebody else can be inferred."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from hypothesis import seed

from tests.cast import Cast, sign_in
from tests.views import test_gone_cannot_be_read as gone
from tests.views import test_search_reveals_nothing as search

pytestmark = [pytest.mark.soak, pytest.mark.django_db]
OF_PAGES = (
    gone.test_no_word_name_or_year_of_anything_gone_is_left_on_any_page,
    gone.test_what_leaves_no_trace_goes_and_comes_back_without_one,
    gone.test_what_comes_back_before_anybody_looked_leaves_every_page_as_it_was,
)
OF_SEARCH = (
    search.test_no_question_tells_a_young_person_of_what_is_closed_to_them,
    search.test_no_question_tells_one_young_person_or_a_stranger_of_another,
    search.test_no_question_tells_staff_of_what_is_limited_to_others,
)


def test_nothing_is_inferred_from_pages_or_answers(cast: Cast, client: Client, rounds: Callable[..., Iterator[int]]) -> None:
    """Every round tries new examples of one property of pages and one of search, in turn."""
    reader = sign_in(client, cast.amara.user)
    for number in rounds(at_least=1, at_most=300):
        seed(number)(OF_PAGES[number % len(OF_PAGES)])(cast=cast, reader=reader)
        seed(number)(OF_SEARCH[number % len(OF_SEARCH)])(cast=cast)

"""What a young person said to a worker stands in the file as said, or as written together, and never as their own words."""

import pytest
from django.test import Client
from django.urls import reverse

from official_file.models import Entry
from tests.cast import Cast, sign_in

WORDS = "  I like it when Nan rings.\n\nNot on Sundays. "
PAGE = {"day": "2020-01-08", "title": "What you said", "text": WORDS, "opens": "with_them"}


def write(cast: Cast, **more: str) -> Entry:
    answer = sign_in(Client(), cast.ben).post(reverse("portal:write_said", args=[cast.amara.pk]), PAGE | more)
    assert answer.status_code == 302
    return Entry.objects.get(child=cast.amara)


@pytest.mark.need("M13", "R34")
@pytest.mark.parametrize(
    ("together", "to_them", "to_staff"),
    [
        ({}, "You said this to a worker, who wrote it down.", "They said this to a worker, who wrote it down."),
        ({"together": "on"}, "You and a worker wrote this down together.", "They and a worker wrote this down together."),
    ],
)
def test_what_they_said_is_kept_word_for_word_and_marked(cast: Cast, together: dict[str, str], to_them: str, to_staff: str) -> None:
    entry = write(cast, **together)
    assert (entry.text, entry.body["kind"], entry.body["author"]["name"]) == (WORDS, "note", "Ben Hughes")
    assert cast.amara.user
    theirs = sign_in(Client(), cast.amara.user).get(reverse("portal:entry", args=[entry.pk])).content.decode()
    assert to_them in theirs
    assert "These are your own words" not in theirs
    assert to_staff in sign_in(Client(), cast.joan).get(reverse("portal:staff_entry", args=[entry.pk])).content.decode()


@pytest.mark.parametrize("wrong", [{"text": " \n"}, {"title": ""}, {"day": "2199-01-01"}])
def test_without_words_or_for_a_day_to_come_nothing_is_kept_and_nothing_is_lost(cast: Cast, wrong: dict[str, str]) -> None:
    answer = sign_in(Client(), cast.ben).post(reverse("portal:write_said", args=[cast.amara.pk]), PAGE | wrong)
    assert answer.status_code == 422
    assert not Entry.objects.filter(child=cast.amara).exists()
    if "text" not in wrong:
        assert "I like it when Nan rings." in answer.content.decode()

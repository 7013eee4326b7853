"""Input nobody types by accident: each gets an answer below 500, says what to do, and stores nothing that was not meant."""

import io
from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from official_file.models import Entry, Sharing
from people.models import Cover, Membership, Relationship, Team, User
from stories.models import Contribution
from tests.cast import NOW, Cast, sign_in
from tests.factories.contributions import a_draft
from tests.factories.entries import an_entry

pytestmark = [pytest.mark.django_db, pytest.mark.database]
OVERRIDE, HIDDEN = "\u202e", "\u200b"
FAR_DAYS = ("0001-01-01", "9999-12-31", "2026-02-30", "0000-00-00", "20261-01-01", "next week")


@pytest.fixture(autouse=True)
def _wednesday() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def visit(cast: Cast) -> Entry:
    """Notes of a visit, which wait for a worker."""
    return an_entry(cast.amara, "visit", date(2024, 2, 3), text="We walked by the river.", facts={"title": "Visit at home"})


# --- addresses ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("query", ["go=2020-02-30", "go=2020-13-01", "go=0000-00-00", "go=%00", "go=9999-12-31", "go=0001-01-01"])
def test_an_impossible_day_in_the_address_shows_the_story(client: Client, cast: Cast, query: str) -> None:
    assert sign_in(client, cast.amara.user).get(f"{reverse('portal:my_story')}?by=time&{query}").status_code in (200, 302)


@pytest.mark.parametrize("query", ["at=x", "at=%00", "page=-1", "page=99999999999999999999", "page=x", "by=x", "by=section&in=%00&page=0"])
def test_impossible_places_in_the_address_show_the_story(client: Client, cast: Cast, query: str) -> None:
    assert sign_in(client, cast.amara.user).get(f"{reverse('portal:my_story')}?{query}").status_code in (200, 302)


@pytest.mark.parametrize("query", ["draft=x", "draft=%00", "about=%00", "about=x&kind=%00", "kind=" + "x" * 3000])
def test_impossible_drafts_are_not_found_or_blank(client: Client, cast: Cast, query: str) -> None:
    assert sign_in(client, cast.amara.user).get(f"{reverse('stories:write')}?{query}").status_code in (200, 404)


def test_staff_searches_take_any_sign(client: Client, cast: Cast) -> None:
    """PostgreSQL refuses U+0000 in a question: it finds nobody instead of breaking."""
    ben = sign_in(client, cast.ben)
    for words in ("\0", "Ama\0ra", OVERRIDE, "%", "_", "'; DROP TABLE people_child; --", "x" * 10_000):
        assert ben.post(reverse("portal:children"), {"words": words}).status_code == 200, words
        assert ben.post(reverse("portal:emergency"), {"words": words}).status_code == 200, words
    ruth = sign_in(Client(), cast.ruth)
    for words in ("%00", "%25", "x" * 3000):
        assert ruth.get(f"{reverse('portal:staff_people')}?words={words}").status_code == 200, words


def test_a_percent_sign_is_not_a_wildcard(client: Client, cast: Cast) -> None:
    assert not sign_in(client, cast.ben).post(reverse("portal:children"), {"words": "%"}).context["children"]


# --- days ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("day", FAR_DAYS)
def test_no_day_breaks_a_form_of_staff(client: Client, cast: Cast, visit: Entry, day: str) -> None:
    tie = Relationship.objects.get(child=cast.amara, user=cast.ben)
    joan, ben = sign_in(client, cast.joan), sign_in(Client(), cast.ben)
    sent = [
        joan.post(reverse("portal:end_allocation", args=[tie.pk]), {"last": day}),
        joan.post(reverse("portal:allocate", args=[cast.amara.pk]), {"worker": f"{cast.carys.pk}:social_worker", "starts": day}),
        joan.post(reverse("portal:cover"), {"worker": cast.ben.pk, "covering": cast.carys.pk, "starts": day, "ends": day}),
        ben.post(reverse("portal:entry_hold", args=[visit.pk]), {"until": day, "reason": "Court first."}),
        ben.post(reverse("portal:entry_withhold", args=[visit.pk]), {"ground": "SH_SOCIAL", "reason": "It would.", "review_on": day}),
        ben.post(
            reverse("portal:invite", args=[cast.amara.pk]),
            {"why_written_by": day, "safe_phone": "on", "decided_with": "x", "sits_with": "y"},
        ),
    ]
    assert all(answer.status_code in (403, 422) for answer in sent), [answer.status_code for answer in sent]
    assert not Cover.objects.exists()
    assert not Sharing.objects.exists()


# --- numbers and names --------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", ["9" * 30, "-1", "1e9", "2147483648", "x", ""])
@pytest.mark.parametrize("field", ["version", "turn"])
def test_no_number_breaks_a_draft(client: Client, cast: Cast, field: str, number: str) -> None:
    draft = a_draft(cast.amara)
    page = {"draft": draft.pk, "words": "New words.", "version": "1", "turn": "2", "tab": "a tab", field: number}
    answer = sign_in(client, cast.amara.user).post(reverse("stories:save"), page)
    assert answer.status_code in (302, 404, 409, 422)


@pytest.mark.parametrize("name", [f"Priya {OVERRIDE}hahS", f"Priya{HIDDEN} Shah", "Priya\tShah\n", "\u2066Priya Shah"])
def test_a_name_of_staff_holds_no_invisible_signs(client: Client, cast: Cast, name: str) -> None:
    """A young person reads who looked and who answers: two different people must not read the same, nor a name turn a sentence round."""
    team = Team.objects.get(name="East")
    given = {"display_name": name, "username": "priya", "role": "social_worker", "team": team.pk}
    answer = sign_in(client, cast.ruth).post(reverse("portal:staff_add"), given)
    made = User.objects.filter(username="priya").first()
    assert answer.status_code == 422 or (made and made.display_name == "Priya Shah")


def test_a_name_in_any_script_is_a_name(client: Client, cast: Cast) -> None:
    team = Team.objects.get(name="East")
    for number, name in enumerate(("ژیار حەسەن", "Nguyễn Thị Ánh", "O'Brien-Łukasz", "محمد‌رضا")):
        given = {"display_name": name, "username": f"someone{number}", "role": "social_worker", "team": team.pk}
        assert sign_in(client, cast.ruth).post(reverse("portal:staff_add"), given).status_code == 200
        assert User.objects.get(username=f"someone{number}").display_name == name


def test_a_user_name_is_written_in_one_way(client: Client, cast: Cast) -> None:
    """The same letters, typed on another phone, are the same name: and nobody takes a second one that only looks different."""
    team = Team.objects.get(name="East")
    ruth = sign_in(client, cast.ruth)
    ruth.post(reverse("portal:staff_add"), {"display_name": "Zoe One", "username": "zo\u00e9", "role": "social_worker", "team": team.pk})
    again = ruth.post(
        reverse("portal:staff_add"), {"display_name": "Two", "username": "zoe\u0301", "role": "social_worker", "team": team.pk}
    )
    assert again.status_code == 422
    assert Membership.objects.filter(user__username="zo\u00e9").count() == 1


# --- size ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["account_login", "portal:join", "portal:hide", "stories:save", "stories:worried", "portal:help"])
def test_a_huge_upload_is_refused_before_a_byte_is_read(client: Client, name: str) -> None:
    """Nobody needs to be signed in to send one: written to the disk, a few of them would fill it."""
    content = io.BytesIO(b"x" * 4_000_000)
    content.name = "film.mp4"
    answer = client.post(reverse(name), {"words": "My side.", "film": content})
    assert answer.status_code == 413
    page = answer.content.decode()
    assert "too large" in page
    assert "no-store" in answer["Cache-Control"]


def test_a_claim_of_two_gigabytes_is_enough_to_be_refused(client: Client) -> None:
    answer = client.generic(
        "POST", reverse("account_login"), b"x", content_type="multipart/form-data; boundary=x", CONTENT_LENGTH=str(2**31)
    )
    assert answer.status_code == 413


def test_the_longest_words_a_draft_holds_still_arrive(client: Client, cast: Cast) -> None:
    """200,000 hearts are the largest thing anybody may send: 2.4 million bytes on the way."""
    draft = a_draft(cast.amara)
    page = {"draft": draft.pk, "words": "\U0001f49b" * 200_000, "version": "1", "turn": "2", "tab": "a tab"}
    body = "&".join(f"{key}={_quoted(str(value))}" for key, value in page.items())
    amara = sign_in(client, cast.amara.user)
    answer = amara.generic("POST", reverse("stories:save"), body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code in (200, 302, 422)
    assert answer.status_code != 413


def _quoted(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode())


def test_thousands_of_fields_are_refused_with_a_page(client: Client, cast: Cast) -> None:
    many = {f"field{number}": "x" for number in range(5_000)}
    assert sign_in(client, cast.amara.user).post(reverse("portal:about_me"), many).status_code == 400


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])
def test_unknown_methods_change_and_break_nothing(client: Client, cast: Cast, visit: Entry, method: str) -> None:
    draft = a_draft(cast.amara)
    amara, ben = sign_in(client, cast.amara.user), sign_in(Client(), cast.ben)
    for reader, path in (
        (amara, reverse("portal:home")),
        (amara, reverse("stories:send", args=[draft.pk])),
        (amara, reverse("stories:save")),
        (ben, reverse("portal:entry_open", args=[visit.pk])),
        (Client(), reverse("account_login")),
    ):
        assert reader.generic(method, path).status_code < 500, path
    assert Contribution.objects.get(pk=draft.pk).sent_at is None
    assert not Sharing.objects.exists()

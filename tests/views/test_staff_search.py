"""Staff's search: in one file and in all they reach, never past their limits, and every look written down."""

from datetime import date, timedelta
from uuid import UUID

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from audit.events import Event
from audit.models import AuditEvent
from official_file.models import Sharing
from official_file.projection import refresh
from people.models import Cover, User
from tests.cast import NOW, Cast, sign_in
from tests.factories.contributions import a_sent
from tests.views.test_closed_cannot_be_inferred import add

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def search(user: User, words: str, child: UUID | None = None) -> str:
    """What the page says to this member of staff, without the marks."""
    url = reverse("portal:search_child", args=[child]) if child else reverse("portal:search_all")
    with time_machine.travel(NOW, tick=False):
        answer = sign_in(Client(), user).post(url, {"words": words}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode().replace("<mark>", "").replace("</mark>", "")


def looks() -> list[UUID]:
    """Of whose file a search was written down."""
    return list(AuditEvent.objects.filter(event=Event.FILE_SEARCHED).order_by("at").values_list("child", flat=True))


@pytest.mark.need("R80")
@pytest.mark.parametrize("words", ["okapi", "OKAPIS", "okpai", "closed note", "abuse or neglect", "patience"])
def test_a_worker_finds_what_is_closed_to_its_subject_too(cast: Cast, words: str) -> None:
    """Notes, their authors, and what a code means officially."""
    add(cast.amara, "note", {"title": "Closed note"}, date(2020, 1, 1), text="Two okapis came by.", author="Patience Obi")
    add(cast.amara, "reason_for_care", {"code": "N1"}, date(2020, 1, 1))
    assert "Found one thing" in search(cast.ben, words, cast.amara.pk)


@pytest.mark.need("R60")
def test_each_search_in_a_file_is_a_look_and_its_words_are_nowhere(cast: Cast) -> None:
    add(cast.amara, "note", {"title": "A note"}, date(2020, 1, 1), text="Two okapis.")
    search(cast.ben, "okapis", cast.amara.pk)
    search(cast.ben, "nothing like it", cast.amara.pk)
    assert looks() == [cast.amara.pk, cast.amara.pk]
    assert not [row for row in AuditEvent.objects.all() if "okapi" in str(row.facts).lower()]
    page = sign_in(Client(), cast.amara.user).get(reverse("portal:who_has_looked")).content.decode()
    assert "looked for something in your file." in page


@pytest.mark.need("R60", "R80")
def test_a_search_over_all_files_writes_a_look_for_those_of_whom_something_shows(cast: Cast) -> None:
    """Joan manages Ben, who works with Amara; Noor is in another team."""
    for child in (cast.amara, cast.noor):
        add(child, "note", {"title": "A note"}, date(2020, 1, 1), text=f"Okapi of {child.known_as}.")
    page = search(cast.joan, "okapi")
    assert "Okapi of Amara" in page
    assert "Noor" not in page
    assert looks() == [cast.amara.pk]
    assert "Nothing was found" in search(cast.joan, "giraffe")
    assert looks() == [cast.amara.pk]


@pytest.mark.need("R61")
def test_what_is_limited_to_others_is_in_no_answer_and_no_mending(cast: Cast) -> None:
    """Carys stands in for Ben. An entry limited to Amara's worker and his manager is for her like one that does not exist."""
    starts, ends = NOW - timedelta(days=1), NOW + timedelta(days=1)
    Cover.objects.create(worker=cast.ben, covering=cast.carys, recorded_by=cast.joan, starts=starts, ends=ends)
    entry = add(cast.amara, "note", {"title": "Zebrafinch"}, date(2020, 1, 1), text="Quokka words.")
    assert "Found one thing" in search(cast.carys, "zebrafinch", cast.amara.pk)
    Sharing.objects.create(entry=entry, decision="limited", by=cast.ben, by_name="Ben", by_role="social_worker", at=NOW)
    refresh(entry)
    for words in ("zebrafinch", "zebrafinhc", "quokka", "quoka"):
        for child in (cast.amara.pk, None):
            page = search(cast.carys, words, child)
            assert "Nothing was found" in page
            assert "We looked for" not in page
        assert "Found one thing" in search(cast.ben, words, cast.amara.pk)


def test_words_sent_to_somebody_else_are_not_found(cast: Cast) -> None:
    """A complaint about Ben that Amara sent to David."""
    a_sent(cast.amara, "Quokka words, only for David.", about_my_worker=True, chosen_reader=cast.david.pk)
    assert "Nothing was found" in search(cast.ben, "quokka", cast.amara.pk)
    assert "Found one thing" in search(cast.david, "quokka", cast.amara.pk)


@pytest.mark.need("R81")
def test_an_entry_leads_back_to_what_was_found(cast: Cast, client: Client) -> None:
    entry = add(cast.amara, "note", {"title": "A note"}, date(2020, 1, 1), text="Okapi.")
    with time_machine.travel(NOW, tick=False):
        for url in (reverse("portal:search_child", args=[cast.amara.pk]), reverse("portal:search_all")):
            sign_in(client, cast.ben)
            sent = client.post(url, {"words": "okapi"})
            page = client.get(sent["Location"]).content.decode()
            line = next(part for part in page.split('"') if part.startswith(reverse("portal:staff_entry", args=[entry.pk])))
            back = f"{sent['Location']}&amp;page=1#e-{entry.pk}"
            assert back in client.get(line.replace("&amp;", "&")).content.decode()

"""The pages on which places are searched: for officers, and for a colleague who was asked and sees nothing else."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from access_requests.actions.add_source import add_source
from access_requests.actions.ask_to_search import ask_to_search
from access_requests.actions.end_what_is_owed import end_what_is_owed
from access_requests.actions.record_search import Found, record_search
from access_requests.lifecycle import State
from access_requests.models import AccessRequest, Consultation, SearchAnswer, SourceSearch
from access_requests.queries.next_action import with_facts
from access_requests.queries.searching import still_to_search
from audit.events import Event
from audit.models import AuditEvent
from audit.queries import looks_at
from official_file.actions.propose_disposal import propose_disposal
from people.errors import NotAllowed
from people.models import Task, TaskKind
from tests.cast import NOW, Cast, sign_in
from tests.factories.entries import an_entry
from tests.factories.requests import a_request

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
ANSWER = {"search-outcome": "nothing", "search-terms": "Idris, 900003", "search-searched_on": "2026-11-23"}


@pytest.fixture
def asked(cast: Cast) -> AccessRequest:
    return a_request(cast)


def place(request: AccessRequest, source: str = "paper_store") -> SourceSearch:
    return request.searches.get(source=source, name="")


def page(name: str, thing: Any) -> str:
    return reverse(f"access_requests:{name}", args=[thing.pk])


def text(client: Client, url: str) -> str:
    return client.get(url).content.decode()


def left(request: AccessRequest) -> int:
    """How many places are left, which three ways of asking must agree on."""
    here = {one.search.pk for one in still_to_search(request)}
    assert here == set(request.searches.left().values_list("pk", flat=True))
    assert with_facts(AccessRequest.objects.filter(pk=request.pk)).get().places_left == len(here)
    return len(here)


@pytest.mark.need("F2")
def test_an_officer_sees_every_place_whom_to_ask_and_what_came_of_it(asked: AccessRequest, cast: Cast) -> None:
    sana = sign_in(Client(), cast.sana)
    shown = text(sana, page("searching", asked))
    assert "0 of 32 places have an answer" in shown
    assert all(name in shown for name in ("The paper store and its microfilm", "Drugs and alcohol", "Other councils", "Youth justice"))
    assert "The records store, or whoever keeps its list of boxes" in text(sana, page("search", place(asked)))
    assert sana.post(page("search", place(asked)), ANSWER).status_code == 302
    assert "1 of 32 places have an answer" in text(sana, page("searching", asked))
    assert SearchAnswer.objects.get().terms == "Idris, 900003"


def test_where_something_was_found_its_papers_are_asked_for_next(cast: Cast) -> None:
    asked = a_request(cast)
    AccessRequest.objects.filter(pk=asked.pk).update(state=State.SEARCHING)
    sana, box = sign_in(Client(), cast.sana), place(asked)
    assert sana.post(page("search", box), {**ANSWER, "search-outcome": "found"})["Location"] == page("search", box)
    bring = f"{page('bring_in', asked)}?from={box.pk}"
    assert bring in text(sana, page("search", box))
    assert re.search(rf'value="{box.pk}"\s+selected', text(sana, bring))
    assert sana.post(page("search", box), ANSWER)["Location"] == page("searching", asked)
    assert bring not in text(sana, page("search", box))


def test_an_answer_that_says_too_little_keeps_what_was_typed(asked: AccessRequest, cast: Cast) -> None:
    sana = sign_in(Client(), cast.sana)
    sent = sana.post(page("search", place(asked)), {**ANSWER, "search-outcome": "not_ours", "search-terms": "Idris J."})
    assert sent.status_code == 422
    assert "Write why, and who may know more." in sent.content.decode()
    assert "Idris J." in sent.content.decode()


def test_a_colleague_who_was_asked_finds_it_on_their_page_and_reads_names_and_numbers_only(asked: AccessRequest, cast: Cast) -> None:
    an_entry(cast.idris, "visit", TODAY, text="A secret visit.")
    dev, address = sign_in(Client(), cast.dev), page("search", place(asked))
    assert dev.get(address).status_code == 404
    sign_in(Client(), cast.sana).post(page("ask_to_search", place(asked)), {"worker": str(cast.dev.pk), "words": "Boxes 4 to 9."})
    assert address in text(dev, reverse("portal:desk"))
    assert "Idris" not in text(dev, reverse("portal:desk"))
    shown = text(dev, address)
    assert all(words in shown for words in ("Boxes 4 to 9.", "Idris", "900003", "What may be there"))
    assert not any(words in shown for words in ("A secret visit", asked.reference, "Ask somebody to search it"))
    assert dev.get(page("searching", asked)).status_code == 404
    assert dev.get(reverse("portal:child", args=[cast.idris.pk])).status_code == 404
    dev.get(address)
    assert [look.by_name for look in looks_at(cast.idris.pk)] == ["Dev Patel"]  # once a day, and Idris reads it
    assert dev.post(address, ANSWER).status_code == 302
    assert dev.get(address).status_code == 404
    assert AuditEvent.objects.filter(event=Event.REQUEST_PLACE_SEARCHED, by_name="Dev Patel").exists()


def test_when_the_request_ends_nobody_is_asked_any_more(asked: AccessRequest, cast: Cast) -> None:
    ask_to_search(search=place(asked), worker=cast.dev, by=cast.sana, now=NOW)
    AccessRequest.objects.filter(pk=asked.pk).update(state=State.WITHDRAWN, ended_at=NOW)
    end_what_is_owed(request=asked, by=cast.sana.who(NOW), now=NOW)
    assert not Task.objects.open().filter(kind=TaskKind.SEARCH_SOURCE).exists()
    with pytest.raises(NotAllowed, match="ended"):
        record_search(search=place(asked), found=Found("nothing", TODAY, "Idris"), by=cast.sana, now=NOW)


def test_several_places_get_one_answer_each(asked: AccessRequest, cast: Cast) -> None:
    sana = sign_in(Client(), cast.sana)
    places = [str(place(asked, source).pk) for source in ("gp", "housing", "police")]
    said = {"places": places, "outcome": "nothing", "terms": "Idris", "searched_on": "2026-11-23"}
    assert sana.post(page("several_places", asked), said).status_code == 302
    assert SearchAnswer.objects.filter(search__in=places, terms="Idris").count() == 3
    assert left(asked) == 29


def test_what_is_left_leaves_out_adoption_and_kinds_that_a_named_place_answers(asked: AccessRequest, cast: Cast) -> None:
    assert left(asked) == 32
    leeds = add_source(request=asked, source="other_council", name="Leeds", by=cast.sana, now=NOW)
    assert left(asked) == 33
    record_search(search=leeds, found=Found("nothing", TODAY, "Idris"), by=cast.sana, now=NOW)
    assert left(asked) == 31
    record_search(search=place(asked, "adoption"), found=Found("not_ours", TODAY, words="Told them."), by=cast.sana, now=NOW)
    assert left(asked) == 31


@pytest.mark.need("F3")
def test_an_organisation_is_asked_and_its_answer_kept_on_the_pages(asked: AccessRequest, cast: Cast) -> None:
    sana = sign_in(Client(), cast.sana)
    said = {"organisation": "South Police", "about": "A notice of 2003.", "asked_on": "2026-11-20"}
    assert sana.post(page("consultations", asked), said).status_code == 302
    row = Consultation.objects.get()
    assert "The clock does not wait for them." in text(sana, page("consultation", row))
    assert sana.post(page("chase_consultation", row), {"chase-on": "2026-11-22"}).status_code == 302
    answer = {"said-says": "agrees", "said-answered_on": "2026-11-23"}
    assert sana.post(page("consultation", row), answer).status_code == 302
    shown = text(sana, page("consultation", row))
    assert all(words in shown for words in ("Agrees", "again on 22 November 2026", "Written down by Sana Malik"))
    assert "said-says" not in shown


@pytest.mark.need("M8")
def test_what_is_missing_and_what_was_tried_stands_on_the_officers_pages(asked: AccessRequest, cast: Cast) -> None:
    entry = an_entry(cast.idris, "came_into_care", TODAY.replace(year=2000))
    with pytest.raises(NotAllowed, match="held"):
        propose_disposal(entry=entry, ground="retention", reason="Old.", by=cast.imani, now=NOW)
    sana = sign_in(Client(), cast.sana)
    shown = text(sana, page("searching", asked))
    assert "Somebody tried to destroy something" in shown
    assert "proposed to destroy an entry" in text(sana, reverse("access_requests:tried"))
    assert "No place that was searched covers these years in care" in shown
    assert "2000 to 2010" in shown

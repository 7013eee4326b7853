"""The pages about who asks for a file: an officer's, a worker's, and the young person's own."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from access_requests.actions.end_authority import end_authority
from access_requests.actions.make_status_code import make_status_code
from access_requests.actions.say_view import say_view
from access_requests.models import AccessRequest, ChildView, IdentityStep, StatusCode
from access_requests.proof import ASKS, QUESTIONS, Ask
from access_requests.queries.who import is_known, may_go_on
from access_requests.queries.who_rounds import questions_for
from law.who_may_ask import Reason
from official_file.models import Connection
from official_file.search.indexing import index_now
from people.models import Child, Notice, Task, TaskKind
from tests.cast import NOW, Cast, sign_in
from tests.factories.entries import an_entry
from tests.factories.who_asks import an_old_record, for_amara, found, unmatched

pytestmark = pytest.mark.django_db


def url(name: str, one: AccessRequest) -> str:
    """The address of a page about this request."""
    return reverse(f"access_requests:{name}", args=[one.pk])


def text(html: bytes) -> str:
    """The words of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", html.decode()).split())


@pytest.fixture
def imani(cast: Cast, client: Client) -> Client:
    """The officer's browser."""
    return sign_in(client, cast.imani)


def test_an_officer_finds_whose_record_it_is_and_sees_how_well_it_fits_and_nothing_it_says(cast: Cast, imani: Client) -> None:
    asked, child = unmatched(cast), an_old_record()
    told = "Patsy came to The Firs by the station, with a plaster on her knee."
    noted = [an_entry(child, "home", date(1974, 5, 1), facts={"place": "U4"}), an_entry(child, "note", date(1974, 5, 2), text=told)]
    index_now([one.pk for one in noted], NOW)
    before = imani.get(url("find_record", asked))
    assert "Trish" not in text(before.content)
    shown = text(imani.post(url("find_record", asked), {"more": ""}).content)
    assert "Patricia Grey" in shown
    assert "2 words about places fit" in shown
    assert "The years fit" in shown
    assert "plaster" not in shown
    imani.post(url("match_record", asked), {"child": child.pk, "more": ""})
    asked.refresh_from_db()
    assert asked.child == child
    assert imani.get(url("find_record", asked)).status_code == 404


def test_an_officer_begins_a_record_where_none_fits(cast: Cast, imani: Client) -> None:
    asked = unmatched(cast)
    assert imani.post(url("no_record", asked), {"words": ""}).status_code == 422
    imani.post(url("no_record", asked), {"words": "Pat Lowe, in every list"})
    asked.refresh_from_db()
    assert asked.child
    assert asked.child.known_as == "Pat Lowe"


def test_what_was_typed_stays_when_no_reason_is_given_and_enough_is_enough(cast: Cast, imani: Client) -> None:
    asked = found(cast)
    wrong = imani.post(url("identity", asked), {"ask": "1", "ask-way": "document", "ask-paper": "care", "ask-why": " "})
    assert wrong.status_code == 422
    assert 'value="care" selected' in wrong.content.decode()
    imani.post(url("identity", asked), {"ask": "1", "ask-way": "document", "ask-paper": "care", "ask-why": "Two people have this name."})
    imani.post(url("identity", asked), {"not_enough": "1", "seen-way": "other", "seen-words": "The line broke off."})
    assert not is_known(asked)
    imani.post(url("identity", asked), {"enough": "1", "seen-way": "document", "seen-paper": "care", "seen-words": "A review of 1979."})
    assert is_known(asked)
    page = text(imani.get(url("identity", asked)).content)
    assert "We know who is asking" in page
    assert "Ask for it" not in page


@pytest.mark.need("R70")
def test_a_person_with_no_papers_is_vouched_for_and_a_stranger_to_the_worker_is_not(cast: Cast, client: Client) -> None:
    asked = found(cast)
    sign_in(client, cast.imani).post(url("ask_to_vouch", asked))
    task = Task.objects.get(kind=TaskKind.VOUCH)
    assert sign_in(client, cast.ben).get(url("vouch", asked)).status_code == 404
    sana = sign_in(client, cast.sana)
    assert sana.get(reverse("portal:task", args=[task.pk])).url == url("vouch", asked)
    assert "Pat Lowe" in text(sana.get(url("vouch", asked)).content)
    assert sana.post(url("vouch", asked), {"knows": "yes", "words": ""}).status_code == 422
    sana.post(url("vouch", asked), {"knows": "yes", "words": "She came to the drop-in on Tuesday."})
    assert is_known(asked)
    assert IdentityStep.objects.get(request=asked).way == IdentityStep.Way.VOUCHED
    assert sana.get(url("vouch", asked)).status_code == 404


def a_life(child: Child) -> None:
    """Enough for a round of questions."""
    an_entry(child, "home", date(1974, 5, 1), facts={"place": "U4"})
    an_entry(child, "home", date(1978, 2, 1), facts={"place": "K2"})
    for key, names, relation, professional in (
        ("k1", ["Ken Lowe"], "your brother", False),
        ("k2", ["Miss Hale"], "your social worker", True),
        ("k3", ["Ann Dray"], "your foster carer", True),
    ):
        Connection.objects.create(child=child, source="case_notes", key=key, names=names, relation=relation, professional=professional)


def test_questions_from_the_file_are_the_same_words_for_anybody_and_four_of_five_are_enough(cast: Cast, imani: Client) -> None:
    asked = found(cast)
    assert "too little" in text(imani.get(url("identity_questions", asked)).content)
    assert asked.child
    a_life(asked.child)
    questions = questions_for(asked, cast.imani, NOW)
    assert [one.words for one in questions] == [ASKS[one.ask] for one in questions]
    assert len(questions) >= QUESTIONS
    page = imani.get(url("identity_questions", asked))
    assert "Ken Lowe" in text(page.content)
    five = [str(one.ask) for one in questions][:QUESTIONS]
    assert imani.post(url("identity_questions", asked), dict.fromkeys(five[:4], "right")).status_code == 422
    imani.post(url("identity_questions", asked), dict.fromkeys(five, "right") | {five[0]: "wrong"})
    assert is_known(asked)


def test_rounds_that_are_used_up_say_which_other_way_there_is(cast: Cast, imani: Client) -> None:
    asked = found(cast)
    assert asked.child
    a_life(asked.child)
    five = [str(one.ask) for one in questions_for(asked, cast.imani, NOW)][:QUESTIONS]
    for _round in range(2):
        imani.post(url("identity_questions", asked), dict.fromkeys(five, "wrong"))
    page = text(imani.get(url("identity_questions", asked)).content)
    assert "somebody who knows them" in page
    assert "Ken Lowe" not in page
    assert ASKS[Ask.HOME] not in page


@pytest.mark.need("R70")
def test_a_young_person_is_told_by_her_worker_and_says_no_on_a_page_of_her_own(cast: Cast, client: Client) -> None:
    asked = for_amara(cast)
    assert sign_in(client, cast.amara.user).get(url("my_view", asked)).status_code == 404
    ben = sign_in(client, cast.ben)
    assert "Grace Okafor" in text(ben.get(url("hear_view", asked)).content)
    ben.post(url("let_say", asked))
    amara = sign_in(client, cast.amara.user)
    home = amara.get(reverse("portal:home")).content.decode()
    assert url("my_view", asked) in home
    page = text(amara.get(url("my_view", asked)).content)
    assert "All three answers are fine" in page
    assert amara.post(url("my_view", asked), {"words": "Hm"}).status_code == 422
    said = text(amara.post(url("my_view", asked), {"says": "no", "words": "Not dad either."}, follow=True).content)
    assert "Nobody gets your file because of this" in said
    assert may_go_on(asked, NOW) == (Reason.SAYS_NO,)
    assert url("my_view", asked) not in amara.get(reverse("portal:home")).content.decode()
    assert sign_in(client, cast.noor.user).get(url("my_view", asked)).status_code == 404


def test_her_no_to_an_advocate_is_over_at_once_and_the_page_says_so(cast: Cast, client: Client) -> None:
    asked = for_amara(cast, "advocate", told=True)
    amara = sign_in(client, cast.amara.user)
    said = text(amara.post(url("my_view", asked), {"says": "no"}, follow=True).content)
    assert "They are out now" in said
    assert "Send my answer" not in said


def test_her_worker_writes_down_what_she_said_and_no_stranger_opens_the_page(cast: Cast, client: Client) -> None:
    asked = for_amara(cast)
    for stranger in (cast.dev, cast.carys, cast.ruth, cast.ellie):
        assert sign_in(client, stranger).get(url("hear_view", asked)).status_code == 404
    ben = sign_in(client, cast.ben)
    task = Task.objects.get(kind=TaskKind.CHILD_VIEW)
    assert ben.get(reverse("portal:task", args=[task.pk])).url == url("hear_view", asked)
    ben.post(url("hear_view", asked), {"says": "talk", "words": "On Tuesday: she wants to think."})
    assert ChildView.objects.get(request=asked).by == cast.ben
    assert Task.objects.open().filter(kind=TaskKind.CHILD_VIEW).exists()
    assert not Notice.objects.filter(user=cast.amara.user).exists()


def test_an_officer_writes_down_an_authority_and_ends_it_at_once(cast: Cast, imani: Client) -> None:
    asked = for_amara(cast, "advocate")
    seen = {
        "name": "Grace Okafor",
        "organisation": "Voices",
        "evidence": "A form she signed",
        "scope": "ask",
        "limits": "",
        "expires_on": "",
    }
    page = imani.get(url("authority", asked))
    assert page.status_code == 200
    assert "A birth certificate, and no order against it." in page.content.decode()
    assert imani.post(url("authority", asked), seen | {"evidence": ""}).status_code == 422
    imani.post(url("authority", asked), seen)
    assert asked.authority.organisation == "Voices"
    assert imani.post(url("authority", asked), {"why": ""}).status_code == 422
    imani.post(url("authority", asked), {"why": "She told Ben on the phone."})
    assert "It was taken back" in text(imani.get(url("authority", asked)).content)
    assert Reason.AUTHORITY_ENDED in may_go_on(asked, NOW)


def test_a_worker_writes_down_what_a_child_understands_and_no_age_is_a_gate(cast: Cast, client: Client) -> None:
    asked = for_amara(cast)
    ben = sign_in(client, cast.ben)
    page = text(ben.get(url("understanding", asked)).content)
    assert "No age is too young to ask" in page
    assert ben.post(url("understanding", asked), {"basis": "assessed_yes", "reasons": ""}).status_code == 422
    ben.post(url("understanding", asked), {"basis": "assessed_yes", "reasons": "She told me what a file is."})
    assert "This counts" in text(ben.get(url("understanding", asked)).content)
    assert sign_in(client, cast.carys).get(url("understanding", asked)).status_code == 404


def test_the_officers_page_says_in_sentences_what_stands_in_the_way_and_where_to_settle_it(cast: Cast, imani: Client) -> None:
    page = imani.get(url("request", unmatched(cast))).content.decode()
    assert "Nobody has found whose record this is about yet." in page
    assert "We do not know yet who is asking." in page
    asked = for_amara(cast)
    shown = imani.get(url("request", asked)).content.decode()
    assert url("hear_view", asked) in shown
    assert url("authority", asked) in shown


def follows(client: Client, asked: AccessRequest) -> Client:
    """Somebody without an account, inside with the reference and a code."""
    client.logout()
    code = make_status_code(request=asked, way=StatusCode.Way.PERSON, now=timezone.now())
    client.post(reverse("access_requests:status_door"), {"reference": asked.reference, "code": code})
    return client


def without_what_changes(html: bytes) -> str:
    """A page without the tokens and codes that are new each time."""
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"|<p class="join-code"[^>]*>[^<]*</p>', "", html.decode())


@pytest.mark.parametrize("says", ["yes", "no", "talk"])
def test_not_one_letter_of_what_a_parent_reads_changes_when_the_young_person_has_said_what_she_thinks(
    cast: Cast, client: Client, says: str
) -> None:
    asked = for_amara(cast, told=True)
    mum = follows(client, asked)
    first = mum.get(reverse("access_requests:status"))
    assert first.status_code == 200
    before = without_what_changes(mum.get(reverse("access_requests:status")).content)
    say_view(request=asked, says=says, words="Not the part about school.", by=cast.amara.user, now=timezone.now())
    assert without_what_changes(mum.get(reverse("access_requests:status")).content) == before


def test_an_advocate_whose_authority_ends_is_out_on_the_very_next_page(cast: Cast, client: Client) -> None:
    asked = for_amara(cast, "advocate")
    advocate = follows(client, asked)
    assert advocate.get(reverse("access_requests:status")).status_code == 200
    end_authority(request=asked, why="She told Ben on the phone.", by=cast.imani, now=timezone.now())
    out = advocate.get(reverse("access_requests:status"))
    assert (out.status_code, out.url) == (302, reverse("access_requests:status_door"))
    assert advocate.get(reverse("access_requests:status")).status_code == 302

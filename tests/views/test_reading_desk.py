"""The reading desk: who sees what waits, every look written down, every word typed kept, one address for each verb."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from audit.models import AuditEvent
from audit.queries import looks_at
from moderation.models import Check, Decision, Reading
from official_file.models import Entry
from people.models import Cover
from stories.lifecycle import Status
from stories.models import Contribution
from tests.cast import NOW, Cast, sign_in, sign_in_without_second_factor
from tests.factories.contributions import WORDS, a_proposal_not_to_add, a_reading, a_sent, an_entry, contribution_at

READERS = ("ben", "joan", "david")
OTHERS = ("carys", "dev", "gwen", "sana", "imani", "tom", "ellie", "ruth")
VERBS = (
    "claim",
    "release",
    "file_words",
    "talk_first",
    "propose_limit",
    "propose_not_adding",
    "reply",
    "add_note",
    "keep_reply",
    "confirm_proposal",
    "return_proposal",
)


def queue(client: Client) -> str:
    return client.get(reverse("moderation:queue")).content.decode()


def read(client: Client, contribution: Contribution) -> str:
    return client.get(reverse("moderation:reading", args=[contribution.pk])).content.decode()


def do(client: Client, verb: str, contribution: Contribution, **said: Any) -> Any:
    return client.post(reverse(f"moderation:{verb}", args=[contribution.pk]), said)


def fresh(contribution: Contribution) -> Contribution:
    return Contribution.objects.get(pk=contribution.pk)


@pytest.mark.need("R53")
def test_urgent_ones_come_first_then_the_oldest_and_lateness_is_in_words(cast: Cast, client: Client) -> None:
    old, new = a_sent(cast.amara, now=NOW - timedelta(days=9)), a_sent(cast.amara, now=NOW)
    urgent = a_sent(cast.amara, now=NOW, urgent=True)
    with time_machine.travel(NOW, tick=False):
        html = queue(sign_in(client, cast.ben))
    places = [html.index(str(one.pk)) for one in (urgent, old, new)]
    assert places == sorted(places)
    assert "Late since 12 November 2026." in html
    assert "Urgent: due today at 11am." in html
    assert WORDS.splitlines()[0] not in html


def test_everybody_sees_their_own_childrens_words_and_whoever_stands_in_sees_them_too(cast: Cast, client: Client) -> None:
    hers, his = a_sent(cast.amara), a_sent(cast.noor)
    week = timedelta(days=7)
    Cover.objects.create(worker=cast.ben, covering=cast.carys, starts=NOW - week, ends=NOW + 10 * week, recorded_by=cast.joan)
    seen = {name: queue(sign_in(Client(), getattr(cast, name))) for name in ("ben", "carys", "dev", "sana")}
    assert {name: (str(hers.pk) in html, str(his.pk) in html) for name, html in seen.items()} == {
        "ben": (True, False),
        "carys": (True, False),
        "dev": (False, True),
        "sana": (False, False),
    }


def test_a_manager_sees_what_is_late_in_the_team_and_what_waits_for_a_second_person(cast: Cast, client: Client) -> None:
    late, proposed = a_sent(cast.amara, now=NOW - timedelta(days=30)), a_sent(cast.amara)
    a_proposal_not_to_add(proposed, cast.ben)
    html = queue(sign_in(client, cast.joan))
    assert "Late, and somebody else" in html
    assert str(late.pk) in html
    assert "Ben Hughes proposes: Cannot add." in html
    assert "Nothing waits for you." in queue(sign_in(Client(), cast.gwen))


@pytest.mark.parametrize("name", ["imani", "tom", "ellie", "ruth"])
def test_roles_that_do_not_read_contributions_have_no_desk(cast: Cast, client: Client, name: str) -> None:
    assert sign_in(client, getattr(cast, name)).get(reverse("moderation:queue")).status_code == 404


def test_without_the_second_factor_nothing_is_shown(cast: Cast, client: Client) -> None:
    sent = a_sent(cast.amara)
    sign_in_without_second_factor(client, cast.ben)
    answer = client.get(reverse("moderation:reading", args=[sent.pk]))
    assert (answer.status_code, answer.url) == (302, reverse("second_factor"))


@pytest.mark.need("R60")
@pytest.mark.parametrize("name", READERS)
def test_every_look_is_written_down_for_the_young_person(cast: Cast, client: Client, name: str) -> None:
    reader, about = getattr(cast, name), an_entry(cast.amara)
    sent = a_sent(cast.amara, about=about)
    assert "I want to see my brother more." in read(sign_in(client, reader), sent)
    looks = [(look.event, look.by_name, look.about_id) for look in looks_at(cast.amara.pk)]
    assert sorted(looks) == [
        ("contribution_looked_at", str(reader), sent.pk),
        ("entry_looked_at", str(reader), about.pk),
    ]


@pytest.mark.parametrize("name", OTHERS)
def test_a_stranger_gets_byte_for_byte_the_answer_for_nothing(cast: Cast, client: Client, name: str) -> None:
    sent = contribution_at(Status.BEING_READ, cast)
    sign_in(client, getattr(cast, name))
    for verb in ("reading", *VERBS):
        method = client.get if verb == "reading" else client.post
        there, nowhere = (method(reverse(f"moderation:{verb}", args=[pk])) for pk in (sent.pk, uuid4()))
        assert (there.status_code, there.content) == (nowhere.status_code, nowhere.content)
        assert there.status_code == 404
    assert not looks_at(cast.amara.pk).exists()


def test_a_draft_and_what_was_taken_back_are_not_there(cast: Cast, client: Client) -> None:
    sign_in(client, cast.ben)
    for status in (Status.DRAFT, Status.WITHDRAWN):
        contribution = contribution_at(status, cast)
        assert client.get(reverse("moderation:reading", args=[contribution.pk])).status_code == 404


def test_the_young_person_has_no_desk(cast: Cast, client: Client) -> None:
    sent = a_sent(cast.amara)
    assert cast.amara.user
    sign_in(client, cast.amara.user)
    assert client.get(reverse("moderation:queue")).status_code == 404
    assert client.get(reverse("moderation:reading", args=[sent.pk])).status_code == 404


@pytest.mark.need("R54")
def test_from_the_desk_to_the_file_are_three_actions(cast: Cast, client: Client) -> None:
    sent = a_sent(cast.amara)
    sign_in(client, cast.ben)
    read(client, sent)
    do(client, "claim", sent)
    answer = do(client, "file_words", sent, reply="Thank you for telling us.", note="She said this at home too.")
    assert answer.url == reverse("moderation:queue")
    assert fresh(sent).standing is Status.FILED
    assert Entry.objects.get(contribution=sent).text == WORDS
    assert sent.notes.get().text == "She said this at home too."


def test_somebody_else_who_starts_is_told_who_reads(cast: Cast, client: Client) -> None:
    sent = contribution_at(Status.BEING_READ, cast)
    html = do_and_follow(sign_in(client, cast.joan), "claim", sent)
    assert "Ben Hughes is reading this. You can read it too, and answer when they put it back." in html
    assert "Put in the file" not in html


def do_and_follow(client: Client, verb: str, contribution: Contribution, **said: Any) -> str:
    return client.post(reverse(f"moderation:{verb}", args=[contribution.pk]), said, follow=True).content.decode()


@pytest.mark.parametrize("verb", ["file_words", "talk_first", "propose_limit", "propose_not_adding"])
def test_when_something_is_missing_every_word_typed_is_still_there(cast: Cast, client: Client, verb: str) -> None:
    sent = contribution_at(Status.BEING_READ, cast)
    typed = {"reply": "" if verb in {"file_words", "talk_first"} else "My answer", "note": "My note", "limit_explanation": ""}
    answer = do(sign_in(client, cast.ben), verb, sent, **typed)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "My note</textarea>" in html
    assert ("My answer</textarea>" in html) is (typed["reply"] != "")
    assert fresh(sent).standing is Status.BEING_READ


def test_deciding_at_once_is_also_starting_to_read(cast: Cast, client: Client) -> None:
    sent = a_sent(cast.amara)
    assert do(sign_in(client, cast.ben), "file_words", sent, reply="My answer").status_code == 302
    sent.refresh_from_db()
    assert sent.status == "filed"
    assert Reading.objects.get(contribution=sent).reader == cast.ben


def test_a_decision_that_is_refused_starts_nothing_and_keeps_the_words(cast: Cast, client: Client) -> None:
    sent = a_sent(cast.amara)
    answer = do(sign_in(client, cast.ben), "propose_not_adding", sent, reply="My answer")
    assert answer.status_code == 422
    assert "My answer" in answer.content.decode()
    assert not Reading.objects.filter(contribution=sent).exists()


@pytest.mark.need("R57")
def test_what_is_typed_is_kept_for_its_writer_alone(cast: Cast, client: Client) -> None:
    sent = contribution_at(Status.BEING_READ, cast)
    answer = do(sign_in(client, cast.ben), "keep_reply", sent, reply="Half an answ")
    assert answer.json()["sentence"] == "Your answer is kept. Only you can see it."
    assert "Half an answ</textarea>" in read(client, sent)
    joan = sign_in(Client(), cast.joan)
    assert "Half an answ" not in read(joan, sent)
    assert do(joan, "keep_reply", sent, reply="Mine").status_code == 409


@pytest.mark.need("R51")
def test_a_proposal_is_confirmed_by_the_second_person_and_the_reader_cannot(cast: Cast, client: Client) -> None:
    sent = contribution_at(Status.BEING_READ, cast)
    sign_in(client, cast.ben)
    do(client, "propose_not_adding", sent, reply="It is a song.", reason="not_theirs", refusal_explanation="A song of 1990.")
    assert "A manager or reviewing officer makes this decision." in read(client, sent)
    assert do(client, "confirm_proposal", sent).status_code == 422
    joan = sign_in(Client(), cast.joan)
    html = read(joan, sent)
    assert "A song of 1990." in html
    assert "The answer they will read" in html
    assert do(joan, "confirm_proposal", sent).status_code == 302
    assert fresh(sent).standing is Status.NOT_ADDED


def test_sent_back_its_reader_sees_the_sentence(cast: Cast, client: Client) -> None:
    sent = a_sent(cast.amara)
    a_proposal_not_to_add(sent, cast.ben)
    joan = sign_in(client, cast.joan)
    assert do(joan, "return_proposal", sent, sentence=" ").status_code == 422
    do(joan, "return_proposal", sent, sentence="It is her own song.")
    html = read(sign_in(Client(), cast.ben), sent)
    assert "Joan Mills sent your proposal back" in html
    assert "It is her own song." in html
    assert Check.objects.get().answer == "returned"


def test_a_worker_who_is_named_is_told_so_and_has_two_choices(cast: Cast, client: Client) -> None:
    sent = a_sent(cast.amara, "Ben never rings")
    a_reading(sent, cast.ben)
    html = read(sign_in(client, cast.ben), sent)
    assert "You are named in this, or it is about you." in html
    assert "Put in the file</button>" in html
    for gone in ("Talk first</button>", "Propose to limit it", "Propose not to add it"):
        assert gone not in html
    answer = do(client, "propose_not_adding", sent, reply="No", reason="technical", refusal_explanation="No")
    assert (answer.status_code, Decision.objects.count()) == (422, 0)


def test_answer_and_note_need_no_decision(cast: Cast, client: Client) -> None:
    sent = a_sent(cast.amara)
    joan = sign_in(client, cast.joan)
    do(joan, "reply", sent, reply="I have seen this.")
    do(joan, "add_note", sent, note="Talk to David.")
    html = read(joan, sent)
    assert "Joan Mills, Team manager, answered on" in html
    assert "Talk to David." in html
    assert (do(joan, "reply", sent, reply=" ").status_code, do(joan, "add_note", sent, note="").status_code) == (422, 422)


def test_put_back_it_is_free_for_somebody_else(cast: Cast, client: Client) -> None:
    sent = contribution_at(Status.BEING_READ, cast)
    assert do(sign_in(client, cast.ben), "release", sent).url == reverse("moderation:queue")
    assert fresh(sent).standing is Status.SENT
    assert Reading.objects.get(contribution=sent).ended_at is not None
    assert do(client, "release", sent).url == reverse("moderation:reading", args=[sent.pk])


def test_the_letters_have_a_hint_and_lead_to_links_and_buttons(cast: Cast, client: Client) -> None:
    first, second = a_sent(cast.amara, now=NOW - timedelta(hours=1)), a_sent(cast.amara)
    a_reading(second, cast.ben)
    html = read(sign_in(client, cast.ben), second)
    for letter in "acd":
        assert f'data-key="{letter}"' in html
    assert f'href="{reverse("moderation:reading", args=[first.pk])}" data-key="j"' in html
    assert "Use these letters" in html


def test_nothing_the_worker_sees_is_counted_before_it_is_sent(cast: Cast, client: Client) -> None:
    contribution_at(Status.DRAFT, cast)
    assert "Nothing waits for you." in queue(sign_in(client, cast.ben))
    assert not AuditEvent.objects.filter(child=cast.amara.pk).exists()

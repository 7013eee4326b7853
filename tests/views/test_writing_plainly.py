"""Writing plain words: help beside the words, a warning before they are published, a second look, the table approved."""

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from audit.models import AuditEvent
from official_file.approved_sentences import approval
from official_file.models import Entry, KeySummary, PlainDraft, PlainVersion
from people.models import Task, TaskKind
from tests.actions.verbs_of_words import a_visit, asked_of_joan
from tests.cast import NOW, Cast, sign_in
from tests.factories.entries import an_entry

HARD = "The placement was terminated by the LADO because of your non-compliant presentation throughout the statutory assessment."


@pytest.fixture
def ben(client: Client, cast: Cast) -> Client:
    """Her worker."""
    return sign_in(client, cast.ben)


def send(client: Client, entry: Entry, level: str = "plain", **given: str) -> tuple[int, str]:
    """Send the page's form."""
    with time_machine.travel(NOW, tick=False):
        answer = client.post(f"{reverse('portal:entry_plain', args=[entry.pk])}?level={level}", given, follow=True)
    return answer.status_code, answer.content.decode()


@pytest.mark.need("M22")
def test_the_words_to_avoid_and_how_to_write_stand_where_one_writes(ben: Client, cast: Cast) -> None:
    page = ben.get(reverse("portal:entry_plain", args=[a_visit(cast).pk])).content.decode()
    assert "How we write to them" in page
    assert "did not want to talk to us then" in page
    assert "We walked by the river." in page


@pytest.mark.need("M22")
@pytest.mark.parametrize("name", ["write_why", "write_pen_picture", "write_letter", "write_plan"])
def test_whatever_is_written_to_them_is_looked_over_as_it_is_typed(name: str, ben: Client, cast: Cast) -> None:
    page = ben.get(reverse(f"portal:{name}", args=[cast.amara.pk])).content.decode()
    assert "What helps" in page
    assert "Words to avoid, and what to write instead" in page
    assert f'data-look-over="{reverse("portal:look_over")}"' in page
    advice = ben.post(reverse("portal:look_over"), {"words": HARD}).json()["advice"]
    assert "<q>placement</q>: better <strong>home</strong>" in advice
    given = {"title": "For you", "text": HARD, "opens": "not_yet", "letter_type": "later_life", "do": "look"}
    boxes = {"form-TOTAL_FORMS": "0", "form-INITIAL_FORMS": "0"}
    looked = ben.post(reverse(f"portal:{name}", args=[cast.amara.pk]), {**given, **boxes}).content.decode()
    assert "<q>placement</q>: better <strong>home</strong>" in looked
    assert not Entry.objects.filter(child=cast.amara).exists()


@pytest.mark.need("M22")
def test_what_is_typed_is_kept_and_marked_as_it_is_typed(ben: Client, cast: Cast) -> None:
    visit = a_visit(cast)
    address = f"{reverse('portal:plain_keep', args=[visit.pk])}?level=plain"
    with time_machine.travel(NOW, tick=False):
        said = ben.post(address, {"text": HARD, "version": "0"}).json()
        assert (said["version"], PlainDraft.objects.get().text) == (1, HARD)
        assert "<q>non-compliant</q>: better <strong>did not want to, because</strong>" in said["advice"]
        assert "<q>was terminated</q>" in said["advice"] or "<q>terminated</q>" in said["advice"]
        assert "Hard: " in said["advice"]
        assert "Too short to measure." in ben.post(address, {"text": "We met.", "version": "1"}).json()["advice"]
        stale = ben.post(address, {"text": "Other words.", "version": "0"})
    assert stale.status_code == 409
    assert PlainDraft.objects.get().text == "We met."


@pytest.mark.need("R26")
def test_hard_words_are_warned_about_and_can_be_published_anyway_which_is_written_down(ben: Client, cast: Cast) -> None:
    visit = a_visit(cast)
    status, page = send(ben, visit, text=HARD)
    assert (status, PlainVersion.objects.count()) == (422, 0)
    assert "Publish anyway" in page
    assert HARD in page
    send(ben, visit, text=HARD, anyway="1")
    assert PlainVersion.objects.get().text == HARD
    facts = AuditEvent.objects.filter(event="plain_version_approved").latest("at").facts
    assert facts == {"level": "plain", "above_level": True}


@pytest.mark.need("R97")
def test_the_phone_shows_exactly_what_they_will_see_at_each_level_before_it_is_published(ben: Client, cast: Cast) -> None:
    review = an_entry(cast.amara, "review_minutes", NOW.date().replace(year=2020), text="LAC review held.", facts={"title": "A review"})
    send(ben, review, do="check", text="You came to your review.", what_it_is="These are notes of a meeting.")
    send(ben, review, "easy", do="check", text="You met your workers.", pictures="meeting")
    address = reverse("portal:plain_preview", args=[review.pk])
    with time_machine.travel(NOW, tick=False):
        plain, easy = (ben.get(f"{address}?level={level}").content.decode() for level in ("plain", "easy"))
    assert "You came to your review." in plain
    assert "These are notes of a meeting." in plain
    assert "You met your workers." in easy
    assert 'class="picture"' in easy
    assert not PlainVersion.objects.exists()
    send(ben, review, do="publish", text="You came to your review.", what_it_is="These are notes of a meeting.")
    assert KeySummary.objects.get().what_it_is == "These are notes of a meeting."


def test_a_colleague_looks_over_it_and_the_version_says_so(ben: Client, cast: Cast) -> None:
    visit = a_visit(cast)
    send(ben, visit, do="ask", text="You walked by the river.", colleague=str(cast.joan.pk))
    task = Task.objects.get(kind=TaskKind.SECOND_LOOK)
    joan, draft = sign_in(Client(), cast.joan), PlainDraft.objects.get()
    with time_machine.travel(NOW, tick=False):
        page = joan.get(reverse("portal:task", args=[task.pk]), follow=True).content.decode()
        assert "You were asked to look over these words" in page
        joan.post(reverse("portal:second_look", args=[draft.pk]), {"do": "fine"})
    send(ben, visit, do="publish", text="You walked by the river.")
    assert PlainVersion.objects.get().second_look_by_name == "Joan Mills"
    task.refresh_from_db()
    assert task.done_at


def test_a_colleague_of_the_team_looks_over_the_words_and_sees_nothing_else(ben: Client, cast: Cast) -> None:
    visit = a_visit(cast)
    send(ben, visit, do="ask", text="You walked by the river.", colleague=str(cast.dev.pk))
    assert PlainDraft.objects.get().second_reader is None  # of another team
    send(ben, visit, do="ask", text="You walked by the river.", colleague=str(cast.carys.pk))
    draft, carys = PlainDraft.objects.get(), sign_in(Client(), cast.carys)
    address = reverse("portal:words_to_look_over", args=[draft.pk])
    with time_machine.travel(NOW, tick=False):
        desk, page = carys.get(reverse("portal:desk")).content.decode(), carys.get(address).content.decode()
        for said in (desk, page):
            assert "Ben Hughes" in said
            assert "Amara" not in said
        assert f'href="{address}"' in desk
        assert "You walked by the river." in page
        assert visit.text not in page
        assert carys.get(reverse("portal:entry_plain", args=[visit.pk])).status_code == 404
        assert AuditEvent.objects.filter(event="entry_looked_at", by_name="Carys Pugh", about_id=visit.pk).count() == 1
        carys.post(reverse("portal:second_look", args=[draft.pk]), {"do": "change", "words": "Say who."})
        assert carys.get(address).status_code == 404
        assert address not in carys.get(reverse("portal:desk")).content.decode()
    draft.refresh_from_db()
    assert (draft.second_answer, draft.second_words) == ("change", "Say who.")


def test_only_who_was_asked_gives_the_second_look(cast: Cast) -> None:
    draft = asked_of_joan(cast)
    for user in (cast.ben, cast.carys, cast.david):
        assert sign_in(Client(), user).post(reverse("portal:second_look", args=[draft.pk]), {"do": "fine"}).status_code == 404


def test_their_own_words_have_no_page_for_writing_them_anew(ben: Client, cast: Cast) -> None:
    own = an_entry(cast.amara, "own_words", NOW.date().replace(year=2024), text="My words.", facts={"kind": "my_side"})
    assert ben.get(reverse("portal:entry_plain", args=[own.pk])).status_code == 404


def test_a_named_person_reads_all_the_sentences_and_approves_them_once(cast: Cast) -> None:
    joan = sign_in(Client(), cast.joan)
    with time_machine.travel(NOW, tick=False):
        assert "Nobody has approved the sentences" in joan.get(reverse("portal:desk")).content.decode()
        page = joan.get(reverse("portal:sentences")).content.decode()
        assert "You lived with foster carers from March 2017 to August 2018." in page
        assert "Nobody has approved these sentences yet." in page
        joan.post(reverse("portal:approve_sentences"), {"digest": "another"})
        assert approval() is None
        digest = page.split('name="digest" value="', 1)[1].split('"', 1)[0]
        joan.post(reverse("portal:approve_sentences"), {"digest": digest})
        assert "Joan Mills approved it on 18 November 2026." in joan.get(reverse("portal:sentences")).content.decode()
    there = approval()
    assert there is not None
    assert there.by == cast.joan

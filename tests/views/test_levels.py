"""An entry at three levels, what stands at its head, words that stood there before, and a draft that its subject checks."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from official_file.actions.approve_plain_version import HowWritten, approve_plain_version
from official_file.actions.let_them_check import let_them_check
from official_file.actions.open_entry import open_entry
from official_file.actions.publish_plain_draft import publish_plain_draft
from official_file.actions.write_key_summary import write_key_summary
from official_file.levels import EASY, ORIGINAL, PLAIN, at_level
from official_file.models import Entry, PlainDraft, Sharing
from official_file.plain_language.table import number
from people.errors import NotAllowed
from people.models import ReadingPreference, Task, TaskKind
from portal.queries.lines import lines_of
from portal.queries.my_entries import for_lines, my_entries
from portal.queries.story import Story
from tests.actions.verbs_of_words import a_draft_of_words, a_visit, amara, shown_to_amara
from tests.cast import NOW, Cast, sign_in
from tests.factories.entries import an_entry

LATER = NOW + timedelta(minutes=1)


@pytest.fixture
def visit(cast: Cast) -> Entry:
    """A visit of Ben's that is open to Amara: easy words, plain words and the original."""
    entry = a_visit(cast, opened=True)
    approve_plain_version(entry=entry, text="You walked by the river with Ben.", by=cast.ben, now=NOW)
    easy = HowWritten(level=EASY, pictures=("road", "worker"))
    approve_plain_version(entry=entry, text="Ben walked with you.", how=easy, by=cast.ben, now=NOW)
    return entry


@pytest.fixture
def reader(client: Client, cast: Cast) -> Client:
    """Amara, signed in."""
    return sign_in(client, amara(cast))


def read(client: Client, entry: Entry) -> str:
    """The entry's page, a minute later."""
    with time_machine.travel(LATER, tick=False):
        return client.get(reverse("portal:entry", args=[entry.pk])).content.decode()


def choose(client: Client, entry: Entry, level: str) -> str:
    """Press the button of a level."""
    with time_machine.travel(LATER, tick=False):
        return client.post(reverse("portal:entry_level", args=[entry.pk]), {"level": level}, follow=True).content.decode()


@pytest.mark.need("R2", "R27")
def test_the_reader_chooses_a_level_in_one_touch_and_it_is_kept(cast: Cast, reader: Client, visit: Entry) -> None:
    easy = choose(reader, visit, EASY)
    assert "Ben walked with you." in easy
    assert 'class="picture"' in easy
    assert "You walked by the river with Ben." not in easy
    assert ReadingPreference.objects.get(user=amara(cast)).level == EASY
    assert "Ben walked with you." in read(reader, visit)
    original = choose(reader, visit, ORIGINAL)
    assert '<details class="more" id="original" open>' in original
    plain = choose(reader, visit, PLAIN)
    assert "You walked by the river with Ben." in plain
    assert "Ben Hughes wrote these words for you." in plain
    assert visit.text in plain


@pytest.mark.need("R27")
def test_a_level_that_is_not_there_is_never_made_up(cast: Cast, reader: Client) -> None:
    note = an_entry(cast.amara, "note", LATER.date().replace(year=2020), text="We talked about swimming.", facts={"title": "A talk"})
    open_entry(entry=note, with_them=True, by=cast.ben, now=NOW)
    page = choose(reader, note, EASY)
    assert "Nobody has written easy words for this yet." in page
    assert "Ask for easy words" in page
    home = an_entry(cast.amara, "home", LATER.date().replace(year=2020), facts={"place": "U4"})
    assert "You live with <button" in choose(reader, home, EASY)
    assert "This is one line in a list, so there are no other words." in choose(reader, home, ORIGINAL)
    with time_machine.travel(LATER, tick=False):
        assert reader.post(reverse("portal:entry_level", args=[home.pk]), {"level": "hardest"}).status_code == 404


@pytest.mark.need("R5")
def test_what_a_paper_says_stands_in_short_at_its_head(cast: Cast, reader: Client, visit: Entry) -> None:
    write_key_summary(entry=visit, what_it_is="About a walk.", what_happens_next="Ben comes again in May.", by=cast.ben, now=NOW)
    page = read(reader, visit)
    assert page.index("About a walk.") < page.index("You walked by the river with Ben.")
    assert "Ben comes again in May." in page
    assert "Ben Hughes wrote this for you." in page


@pytest.mark.need("R5", "R10")
def test_of_a_decision_that_nobody_summed_up_the_page_says_so_and_how_to_ask(cast: Cast, reader: Client) -> None:
    decision = an_entry(cast.amara, "decision", LATER.date().replace(year=2020), text="Agreed.", facts={"title": "A decision"})
    open_entry(entry=decision, with_them=True, by=cast.ben, now=NOW)
    page = read(reader, decision)
    assert "Nobody has written this in short yet." in page
    assert "Ask what was decided" in page


@pytest.mark.need("R95")
def test_words_that_were_read_once_stay_readable_when_newer_ones_stand_there(cast: Cast, reader: Client, visit: Entry) -> None:
    approve_plain_version(entry=visit, text="You and Ben walked by the sea.", by=cast.ben, now=NOW + timedelta(seconds=30))
    page = read(reader, visit)
    assert page.index("You and Ben walked by the sea.") < page.index("Words that stood here before")
    assert page.index("Words that stood here before") < page.index("You walked by the river with Ben.")


def test_words_that_nobody_could_read_yet_are_not_shown_as_earlier_ones(cast: Cast, reader: Client) -> None:
    entry = a_visit(cast)
    for text in ("A first try.", "You walked by the river."):
        approve_plain_version(entry=entry, text=text, by=cast.ben, now=NOW - timedelta(hours=2))
    open_entry(entry=entry, with_them=True, by=cast.ben, now=NOW)
    assert "A first try." not in read(reader, entry)


@pytest.mark.need("M13")
def test_a_young_person_checks_words_before_they_are_final_and_asks_for_a_change(cast: Cast, reader: Client) -> None:
    draft = shown_to_amara(cast)
    with time_machine.travel(LATER, tick=False):
        assert "wrote words for you. Do they fit?" in reader.get(reverse("portal:home")).content.decode()
        page = reader.get(reverse("portal:check_words", args=[draft.entry_id])).content.decode()
        assert "You walked by the river with Ben." in page
        reader.post(reverse("portal:check_words", args=[draft.entry_id]), {"do": "change", "words": "It was the sea."})
    task = Task.objects.get(kind=TaskKind.CHECK_PLAIN)
    assert (task.words, task.for_user, task.about_id) == ("It was the sea.", cast.ben, draft.pk)
    publish_plain_draft(draft=draft, by=cast.ben, now=LATER)
    task.refresh_from_db()
    assert task.done_at
    with time_machine.travel(LATER, tick=False):
        assert reader.get(reverse("portal:check_words", args=[draft.entry_id])).status_code == 404


@pytest.mark.need("M13")
def test_words_written_together_say_so(cast: Cast, reader: Client) -> None:
    entry = a_visit(cast, opened=True)
    approve_plain_version(entry=entry, text="We walked.", how=HowWritten(written_with=True), by=cast.ben, now=NOW)
    assert "You wrote these words together with Ben Hughes." in read(reader, entry)


def test_a_draft_is_not_shown_of_an_entry_that_is_closed(cast: Cast, reader: Client) -> None:
    draft = a_draft_of_words(cast)
    with pytest.raises(NotAllowed) as refusal:
        let_them_check(draft=draft, by=cast.ben, now=NOW)
    assert "not open to them yet" in str(refusal.value.sentence)
    PlainDraft.objects.filter(pk=draft.pk).update(shown_at=NOW)
    with time_machine.travel(LATER, tick=False):
        assert reader.get(reverse("portal:check_words", args=[draft.entry_id])).status_code == 404


def test_what_is_opened_keeps_the_number_of_the_sentences_that_were_read(cast: Cast) -> None:
    entry = a_visit(cast, opened=True)
    assert Sharing.objects.get(entry=entry).sentences == number()


def test_at_level_tells_what_is_there(cast: Cast, visit: Entry) -> None:
    told = at_level(visit, EASY, today=NOW.date())
    assert (told.text, told.pictures, told.there) == ("Ben walked with you.", ("road", "worker"), (EASY, PLAIN, ORIGINAL))
    home = at_level(an_entry(cast.amara, "home", NOW.date().replace(year=2020), facts={"place": "U6"}), ORIGINAL, today=NOW.date())
    assert (home.level, home.asked, home.there) == (PLAIN, ORIGINAL, (EASY, PLAIN))


@pytest.mark.need("R27")
def test_lists_follow_the_level_that_was_chosen(cast: Cast, reader: Client, visit: Entry) -> None:
    home = an_entry(cast.amara, "home", LATER.date().replace(year=2020), facts={"place": "U4"})
    open_entry(entry=home, with_them=True, by=cast.ben, now=NOW)
    helpers = f"{reverse('portal:my_story')}?by=section&in={visit.body['sections'][0]}"

    def lists() -> str:
        with time_machine.travel(LATER, tick=False):
            return "".join(reader.get(address).content.decode() for address in (reverse("portal:newly_open"), helpers))

    plain = lists()
    assert plain.count("You walked by the river with Ben.") == 2
    assert "easy-pictures" not in plain
    choose(reader, visit, EASY)
    easy = lists()
    assert easy.count("Ben walked with you.") == 2
    assert "You walked by the river with Ben." not in easy
    assert "easy-pictures" in easy
    choose(reader, visit, ORIGINAL)
    assert lists().count(" ".join(visit.text.split()[:6])) == 2


def test_easy_words_cost_a_list_no_question_for_each_line(cast: Cast, reader: Client, django_assert_max_num_queries: Any) -> None:
    ReadingPreference.objects.create(user=amara(cast), level=EASY)
    for year in range(2010, 2024):
        open_entry(
            entry=an_entry(cast.amara, "move_reason", LATER.date().replace(year=year), facts={"code": "CARPL"}), by=cast.ben, now=NOW
        )
    user = amara(cast)
    story = Story(user=user, child=cast.amara, at=LATER)
    assert len(story.frame) == 14
    rows = list(for_lines(my_entries(user, cast.amara, LATER)))
    with django_assert_max_num_queries(3):
        lines = lines_of(rows, child=cast.amara, today=LATER.date(), level=EASY)
    assert all(line.pictures for line in lines)


@pytest.mark.need("R27")
def test_why_i_am_in_care_is_told_at_the_level_that_was_chosen(cast: Cast, reader: Client) -> None:
    reason = an_entry(cast.amara, "reason_for_care", LATER.date().replace(year=2020), facts={"code": "N1"})
    letter = an_entry(
        cast.amara, "why_letter", LATER.date().replace(year=2020), text="Dear Amara, I write to you.", facts={"title": "A letter"}
    )
    for entry in (reason, letter):
        open_entry(entry=entry, with_them=True, by=cast.ben, now=NOW)
    approve_plain_version(entry=letter, text="Ben wrote to you.", how=HowWritten(level=EASY, pictures=("letter",)), by=cast.ben, now=NOW)

    def why() -> str:
        with time_machine.travel(LATER, tick=False):
            return reader.get(reverse("portal:why")).content.decode()

    assert "Dear Amara, I write to you." in why()
    ReadingPreference.objects.update_or_create(user=amara(cast), defaults={"level": EASY, "fold_notes": False})
    easy = why()
    assert "Ben wrote to you." in easy
    assert "Dear Amara" not in easy
    assert at_level(reason, EASY, today=LATER.date()).text in easy

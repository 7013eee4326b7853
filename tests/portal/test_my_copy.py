"""A young person's own copy: exactly what is open to them, in a form that any program can read, and nothing else."""

import hashlib
import io
import json
import re
import zipfile
from datetime import date
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from audit.models import AuditEvent
from files.actions.shut import shut
from official_file.actions.answer_about_sharing import answer_about_sharing
from official_file.media import media_of
from official_file.queries import entries_for
from people.actions.write_about_part import write_about_part
from portal.exporting.my_copy import own_copy
from stories.actions.hide import hide
from stories.lifecycle import Status
from tests.actions.verbs_of_answers import a_question, answered_wrong
from tests.architecture.tree import ROOT
from tests.cast import NOW, Cast, sign_in
from tests.factories.contributions import a_draft, a_sent, contribution_at
from tests.factories.filed_media import ORIGINAL, PICTURE, a_filed_photo, an_attachment
from tests.views.test_closed_cannot_be_inferred import (
    CLOSED_HOW,
    FEW,
    NO_TRACE,
    OPEN_DAYS,
    SECRET_WORDS,
    SECRET_YEAR,
    add,
    closed_entry,
    open_history,
    undone,
)

SCHEMA = json.loads((ROOT / "docs/reference/my-copy.schema.json").read_text())
pytestmark = pytest.mark.django_db


def opened(content: bytes) -> dict[str, bytes]:
    """The files in the zip."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name.removeprefix("my-copy/"): archive.read(name) for name in archive.namelist()}


def copy_of(cast: Cast) -> dict[str, bytes]:
    """What Amara's copy holds."""
    return opened(own_copy(cast.amara.user, cast.amara, NOW).content)


def facts_of(files: dict[str, bytes]) -> dict[str, Any]:
    """The facts for machines, as the published schema has them."""
    facts: dict[str, Any] = json.loads(files["my-copy.json"])
    Draft202012Validator(SCHEMA).validate(facts)
    return facts


@pytest.mark.need("L2")
def test_she_gets_everything_that_is_open_to_her_and_a_receipt_that_proves_it(cast: Cast, client: Client) -> None:
    open_history(cast.amara, cast, [date(2020, 1, 8), date(2021, 2, 9)])
    contribution_at(Status.FILED, cast)
    a_draft(cast.amara, "A draft of mine. مسودة")
    with time_machine.travel(NOW, tick=False):
        answer = sign_in(client, cast.amara.user).post(reverse("portal:my_copy"))
        content = answer.getvalue()
        files = opened(content)
        facts = facts_of(files)
        held = {str(row.pk) for row in entries_for(cast.amara.user, cast.amara, NOW)}
    assert {one["id"] for one in facts["entries"]} == held
    assert {one["words"].split("\n")[0] for one in facts["my_words"]} == {"I want to see my brother more.", "A draft of mine. مسودة"}
    receipt = json.loads(files["receipt.json"])
    assert receipt["entries"] == len(held)
    assert receipt["files"] == {name: hashlib.sha256(content).hexdigest() for name, content in files.items() if name != "receipt.json"}
    assert (answer["Content-Disposition"], "no-store" in answer["Cache-Control"]) == ('attachment; filename="my-copy.zip"', True)
    made = AuditEvent.objects.get(event="own_copy_made")
    assert made.facts == {"sha256": hashlib.sha256(content).hexdigest(), "entries": len(held), "words": 2}


@pytest.mark.need("C8", "L2")
def test_the_page_in_it_can_be_read_without_the_internet(cast: Cast) -> None:
    open_history(cast.amara, cast, [date(2020, 1, 8)])
    page = copy_of(cast)["my-copy.html"].decode()
    assert "We talked." in page
    assert "Anybody who has this copy can read it." in page
    assert set(re.findall(r'(?:src|href)="([^"]+)"', page)) == {"my-copy.css"}
    assert "<script" not in page


def test_what_she_hid_on_this_phone_is_not_in_it(cast: Cast) -> None:
    hide(contribution=a_sent(cast.amara, "Hidden from my brother."), by=cast.amara.user, now=NOW)
    filed = contribution_at(Status.FILED, cast)
    hide(contribution=filed, by=cast.amara.user, now=NOW)
    said = b"".join(copy_of(cast).values())
    assert b"Hidden from my brother." not in said
    assert b"I want to see my brother more." not in said


def test_nothing_in_it_counts_what_she_cannot_see(cast: Cast) -> None:
    """No position, no link of a chain, no digest of a whole entry."""
    open_history(cast.amara, cast, [date(2020, 1, 8)])
    for row in entries_for(cast.amara.user, cast.amara, NOW):
        for told in (row.entry.link, row.entry.payload_digest):
            assert all(told.encode() not in content for content in copy_of(cast).values())
    assert b'"position"' not in copy_of(cast)["my-copy.json"]


@pytest.mark.need("R61", "L2")
@given(days=st.lists(OPEN_DAYS, max_size=3, unique=True), hows=st.lists(st.sampled_from(CLOSED_HOW), min_size=1, max_size=4))
@FEW
def test_no_word_name_or_year_of_anything_closed_is_in_it(cast: Cast, days: list[date], hows: list[str]) -> None:
    def example() -> None:
        open_history(cast.amara, cast, days)
        for how in hows:
            closed_entry(cast.amara, cast, how, date(SECRET_YEAR, 6, 7))
        for name, content in copy_of(cast).items():
            text = re.sub(r"[0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "", content.decode()).lower()
            assert not [word for word in SECRET_WORDS if word.lower() in text], name

    with time_machine.travel(NOW, tick=False):
        undone(example)


@pytest.mark.need("R61", "L2")
@given(days=st.lists(OPEN_DAYS, max_size=3, unique=True), hidden=st.lists(st.sampled_from(NO_TRACE), min_size=1, max_size=3), day=OPEN_DAYS)
@FEW
def test_adoption_and_a_death_change_not_one_byte_of_it(
    cast: Cast, days: list[date], hidden: list[tuple[str, dict[str, object], str]], day: date
) -> None:
    def example() -> None:
        open_history(cast.amara, cast, days)
        before = own_copy(cast.amara.user, cast.amara, NOW).content
        for kind, facts, restricted in hidden:
            add(cast.amara, kind, facts, day, restricted=restricted)
        assert own_copy(cast.amara.user, cast.amara, NOW).content == before

    with time_machine.travel(NOW, tick=False):
        undone(example)


@pytest.mark.need("R32", "R33", "L2")
def test_her_photos_and_recordings_are_in_it_as_shown_and_as_she_sent_them(cast: Cast) -> None:
    entry = a_filed_photo(cast.amara, cast.ben, caption="Me & B \u202e!", in_words="A dog.")
    an_attachment(a_sent(cast.amara, "Listen."), "sound")
    files = copy_of(cast)
    facts = facts_of(files)
    [photo] = next(one["media"] for one in facts["entries"] if one["id"] == str(entry.pk))
    assert (photo["caption"], photo["in_my_words"]) == ("Me & B \u202e!", "A dog.")
    assert (files[photo["shown_as"]], files[photo["as_i_sent_it"]]) == (PICTURE, ORIGINAL)
    assert {len(one["media"]) for one in facts["my_words"]} == {1}
    page = files["my-copy.html"].decode()
    assert f'<img src="{photo["shown_as"]}"' in page
    assert "<audio controls" in page
    assert json.loads(files["receipt.json"])["files"] == {
        name: hashlib.sha256(content).hexdigest() for name, content in files.items() if name != "receipt.json"
    }


def test_what_is_shut_or_not_checked_is_named_in_it_and_not_there(cast: Cast) -> None:
    entry = a_filed_photo(cast.amara, cast.ben)
    shut(file=media_of(entry)[0].file, by=cast.joan.who(NOW), now=NOW)
    an_attachment(a_sent(cast.amara, "Look."), content=b"\xff\xd8\xff nobody looked at it yet", clean=False)
    files = copy_of(cast)
    assert [name for name in files if name.endswith("as-i-sent-it.jpg")] == []
    assert b"Nobody may open this. It is the law." in files["my-copy.html"]
    assert b"Our virus checker has not passed it" in files["my-copy.html"]


@pytest.mark.need("R64", "L2")
def test_what_she_told_part_by_part_what_she_was_asked_and_what_she_said_is_wrong_are_in_it(cast: Cast) -> None:
    write_about_part(child=cast.amara, topic="food", words="Jollof.\nNo nuts.", by=cast.amara.user, now=NOW)
    write_about_part(child=cast.amara, topic="faith", rather_not_say=True, by=cast.amara.user, now=NOW)
    answer_about_sharing(asked=a_question(cast), answer="no", words="Not the school.", by=cast.amara.user, now=NOW)
    said = answered_wrong(cast)
    with time_machine.travel(NOW, tick=False):
        files = copy_of(cast)
    facts = facts_of(files)
    assert [(one["words"], one["rather_not_say"]) for one in facts["me"]["parts"]] == [("", True), ("Jollof.\nNo nuts.", False)]
    assert [(one["my_answer"], one["my_words"]) for one in facts["what_i_was_asked"]] == [("You said no.", "Not the school.")]
    assert [one["who"] for one in facts["who_agreed"]] == ["You"]
    [wrong] = next(one["i_said_is_wrong"] for one in facts["entries"] if one["id"] == str(said.entry_id))
    assert wrong["answer"] == said.explanation
    page = files["my-copy.html"].decode()
    for words in ("Jollof.", "I would rather not say.", "Not the school.", "You said that this is wrong."):
        assert words in page, words

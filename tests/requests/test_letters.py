"""Letters from real facts: what to expect, the answer with everything the law wants told, and each kind kept as it was sent."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import translation

from access_requests.actions.ask_question import ask_question
from access_requests.actions.extend_request import extend_request
from access_requests.actions.send_letter import send_letter
from access_requests.actions.write_letter import write_letter
from access_requests.letters.blocks import as_text
from access_requests.letters.kinds import LetterKind
from access_requests.letters.written import fingerprint_of
from access_requests.models import AccessRequest, RequestLetter
from law.clock import About
from official_file.plain_language.reading import grade, longest_sentence
from tests.cast import NOW, Cast, sign_in
from tests.factories.packs import a_pack, given, hold, item_of, read
from tests.factories.requests import Route, a_request
from tests.refusals import refused

pytestmark = pytest.mark.django_db


def text_of(letter: RequestLetter) -> str:
    """Its words; it stands as it was sent, has no empty place, and reads easily."""
    assert letter.fingerprint == fingerprint_of(letter.title, letter.blocks, letter.language)
    text = as_text(letter.blocks)
    assert not any(mark in text for mark in ("{", "}", "None", "..", "  ")), text
    ours = "\n".join(as_text([block]) for block in letter.blocks if block["kind"] != "words")
    assert grade(ours) <= 6
    assert max(longest_sentence(line) for line in ours.split("\n")) <= 25
    return text


@pytest.mark.need("R70")
def test_the_answer_is_made_from_what_was_gathered_read_and_searched(cast: Cast, client: Client) -> None:
    pack = a_pack(cast)
    hold(item_of(pack, "A letter"), cast.imani)
    made = given(pack, cast)
    assert made.letter
    text = text_of(made.letter)
    for wanted in (
        f"You get {made.manifest['pages']} pages.", "What we hold back", "One thing, or a part of it:", "Where we looked", "Paper files",
        "We keep this record until the 75th anniversary of birth.", "You can complain to us.", "the Information Commissioner",
        "ask a court",
    ):  # fmt: skip
        assert wanted in text, wanted
    page = sign_in(client, cast.idris.user).get(f"/my-file/letters/{made.letter.pk}/").content.decode()
    assert "Article 15 of the UK GDPR" in page
    following = client.get(f"/my-file/{pack.pk}/").content.decode()
    assert "You got our answer on" in following
    assert "Read what we gave you" in following


def test_before_it_is_given_a_letter_tells_what_to_expect(cast: Cast) -> None:
    pack = read(a_pack(cast), cast)
    letter = send_letter(request=pack, kind="preview", by=cast.imani, now=NOW)
    text = text_of(letter)
    for wanted in (
        "This tells you what to expect",
        "You will get",
        "What is missing",
        "We hold nothing back.",
        "Think of somebody who can be with you.",
    ):
        assert wanted in text, wanted


def test_what_tells_of_a_record_is_never_written_to_somebody_unknown(cast: Cast) -> None:
    asked = a_request(cast, route=Route.PUBLIC_FORM)
    for kind in (LetterKind.ANSWER, LetterKind.PREVIEW, LetterKind.NOTHING_HELD):
        with refused("not_known"):
            write_letter(request=asked, kind=kind, by=cast.imani, now=NOW)
    for kind in ("preview", "late"):
        with refused("not_now"):
            send_letter(request=asked, kind=kind, by=cast.imani, now=NOW)


def test_a_question_and_more_time_each_write_their_letter(cast: Cast) -> None:
    asked = a_request(cast)
    ask_question(request=asked, about=About.SCOPE, words="All of it, or some years?", by=cast.imani, now=NOW)
    extend_request(request=asked, reasons="There are 40 boxes.", by=cast.imani, now=NOW + timedelta(days=2))
    question, more = (text_of(asked.letters.get(kind=kind)) for kind in ("question", "extended"))
    assert "All of it, or some years?" in question
    assert "The time for our answer stands still until you tell us." in question
    assert "There are 40 boxes." in more
    assert "The last day for our answer is now" in more


def test_a_letter_is_in_the_language_of_the_request(cast: Cast) -> None:
    asked = a_request(cast, language="cy")
    letter = asked.letters.get(kind="acknowledged")
    assert letter.language == "cy"
    with translation.override("en-gb"):
        assert RequestLetter.objects.get(pk=letter.pk).title == letter.title


def test_support_is_by_age_and_nation(cast: Cast) -> None:
    child = text_of(a_request(cast, child=cast.amara).letters.get())
    adult = text_of(a_request(cast).letters.get())
    scottish = text_of(a_request(cast, route=Route.PUBLIC_FORM, nation="SC").letters.get())
    assert "Childline" in child
    assert "Childline" not in adult
    assert "Samaritans" in adult
    assert "Who Cares? Scotland" in scottish
    assert "Who Cares? Scotland" not in adult


def test_a_letter_names_nobody_in_its_title(cast: Cast) -> None:
    asked: AccessRequest = a_request(cast)
    assert "Idris" not in asked.letters.get().title

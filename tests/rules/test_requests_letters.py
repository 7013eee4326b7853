"""Letters about a request: every kind from every set of facts that can be, whole, plain, and with what the law wants told."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import pytest

from access_requests.letters.ages import age_from_words
from access_requests.letters.answering import NOT_ABROAD, ONE_MONTH, SEEN_BY, SORTS, YOUR_RIGHTS
from access_requests.letters.blocks import LIST, Block, EmptyWordsError, Paper, as_text
from access_requests.letters.facts import Asked, Complained, HeldBack, LetterFacts, MoreTime, Pack, Place, Regulator, Support
from access_requests.letters.kinds import LETTERS, LetterKind
from access_requests.letters.written import WRITERS, written
from law.clock import Extension, Facts, Pause, explain, request_clock
from official_file.plain_language.jargon import find_banned
from official_file.plain_language.reading import grade, longest_sentence

TODAY, GOT = date(2026, 11, 22), date(2026, 11, 2)
K = LetterKind
BARE = LetterFacts(
    reference="7K3M-9QXB",
    name="",
    for_other=False,
    to_put_right=False,
    council="the council",
    regulator=Regulator("the Information Commissioner", "ico.org.uk/make-a-complaint", "0303 123 1113"),
    today=TODAY,
    received_on=GOT,
    signed_in=False,
    page="",
    reach_us="",
    officer="",
    talk_by=date(2026, 11, 24),
    identity_known=False,
    due=None,
    clock=(),
    support=(),
)
SUPPORT = (Support("Childline", "0800 1111", "Somebody who listens.", "Any time."), Support("Become", "0800 023 2033"))
CLOCKS = (
    Facts(received=GOT),
    Facts(received=GOT, identity_asked=True),
    Facts(received=GOT, identity_asked=True, identity_received=date(2026, 11, 9)),
    Facts(received=GOT, fee_asked=True),
    Facts(received=GOT, pauses=(Pause(date(2026, 11, 10)),)),
    Facts(received=GOT, pauses=(Pause(date(2026, 11, 10), date(2026, 11, 12)),), extension=Extension(date(2026, 11, 20), "Many papers.")),
    Facts(received=date(2026, 9, 1), extension=Extension(date(2026, 11, 20), "Too late.")),
)
PACKS = (
    Pack(items=0, pages=0),
    Pack(items=1, pages=1, first_year=1974, last_year=1974, undated=1, ways=("Read it on this website",)),
    Pack(
        items=40,
        pages=312,
        first_year=1974,
        last_year=1983,
        undated=3,
        missing=("We have nothing from 1978 to 1980",),
        held_back=(HeldBack(1, "This part is about another child."), HeldBack(7, "This part is someone's address.")),
        ways=("On paper", "In large print"),
    ),
    Pack(items=2, pages=5, undated=2),
)
ASKED = (Asked("Do you want all of it, or some years?", GOT, stops=True), Asked("Which size of print?", GOT))
WHO = Asked("You wrote from an address that we do not know.", GOT, is_identity=True)
COMPLAINTS = tuple(
    Complained("C-1", GOT, about_answer=again, decider=decider, outcome="You were right in part", words="We should have written sooner.")
    for again, decider in product((False, True), ("", "Olu Adeyemi"))
)
OF_KIND: dict[LetterKind, tuple[dict[str, Any], ...]] = {
    K.IDENTITY_ASKED: ({"asked": WHO},),
    K.QUESTION: tuple({"asked": one} for one in ASKED),
    K.REMINDER: tuple({"asked": one} for one in (*ASKED, WHO)),
    K.EXTENDED: ({"more_time": MoreTime("There are 3,000 pages in boxes.", GOT, date(2027, 2, 2))},),
    K.LATE: ({"due": GOT}, {"due": GOT, "why": "A box came late from the paper store."}),
    K.PREVIEW: tuple({"pack": pack} for pack in PACKS),
    K.ANSWER: tuple(
        {"pack": pack, "kept": kept, "searched": (Place("Paper files", "We have looked here."),)}
        for pack, kept in product(PACKS, ("", "We keep this record until the 75th anniversary of birth."))
    ),
    K.REFUSED: ({"why": "All of it is about another person."}, {"why": "You asked last week.", "law": "UK GDPR Article 12(5)"}),
    K.NOTHING_HELD: ({}, {"searched": (Place("Paper files", "We have looked here."),)}),
    K.COMPLAINT_ACKNOWLEDGED: tuple({"complaint": one} for one in COMPLAINTS),
    K.COMPLAINT_OUTCOME: tuple({"complaint": one} for one in COMPLAINTS),
}


def everything_that_can_be(kind: LetterKind) -> Iterator[LetterFacts]:
    """Facts of one kind: who asks and how, what the clock says, who deals with it, whom to talk to, each with each."""
    for asks, known, clock, named, told in product(range(4), (False, True), CLOCKS, (False, True), OF_KIND.get(kind, ({},))):
        reckoned = request_clock(clock, nation="EW", today=TODAY)
        common: dict[str, Any] = {
            "for_other": asks == 1, "to_put_right": asks == 2, "signed_in": asks == 3, "identity_known": known,
            "due": reckoned.due, "clock": explain(reckoned), "support": SUPPORT if named else (),
            "name": "Pat Lowe" if named else "", "officer": "Imani Clarke" if named else "", "page": "my.example.gov.uk" if named else "",
            "reach_us": "01234 567890" if named else "",
        }  # fmt: skip
        yield replace(BARE, **(common | told))


def texts(blocks: list[Block]) -> list[str]:
    """Every piece of text, one by one."""
    return [text for block in blocks for text in (block["lines"] if block["kind"] == LIST else [block["text"]])]


def test_every_kind_of_letter_has_a_title_and_a_writer() -> None:
    assert set(LETTERS) == set(WRITERS) == set(LetterKind)


@pytest.mark.parametrize("kind", list(LetterKind))
def test_a_letter_is_whole_from_every_set_of_facts(kind: LetterKind) -> None:
    for facts in everything_that_can_be(kind):
        title, blocks = written(kind, facts)
        assert title
        assert blocks
        for text in texts(blocks):
            assert text.strip(), kind
            assert not any(mark in text for mark in ("{", "}", "None", "  ", " .", " ,", "..", ": .", "()")), (kind, text)
        for block in blocks:
            assert block["kind"] != LIST or block["lines"], kind


@pytest.mark.parametrize("kind", list(LetterKind))
def test_every_letter_is_easy_to_read(kind: LetterKind) -> None:
    for facts in {as_text(written(kind, facts)[1]): facts for facts in everything_that_can_be(kind)}:
        for text in facts.split("\n"):
            assert longest_sentence(text) <= 20, (kind, text)
            assert not find_banned(text), (kind, text)
    hardest = max(everything_that_can_be(kind), key=lambda facts: len(as_text(written(kind, facts)[1])))
    assert grade(as_text(written(kind, hardest)[1])) <= 5, kind


@pytest.mark.parametrize("kind", sorted(set(LetterKind) - {K.PREVIEW}))
def test_every_letter_says_how_to_complain_to_the_council_and_to_the_commissioner(kind: LetterKind) -> None:
    for facts in everything_that_can_be(kind):
        text = as_text(written(kind, facts)[1])
        assert "the Information Commissioner" in text
        assert "0303 123 1113" in text
        assert "You can complain to us." in text or kind in (K.COMPLAINT_ACKNOWLEDGED, K.COMPLAINT_OUTCOME)


def test_the_answer_holds_everything_article_15_asks_for() -> None:
    """(a) to (h) with (ea), and paragraph 2: purposes, sorts, who sees it, how long, rights, complaints, sources, computers, abroad."""
    facts = replace(
        BARE,
        pack=PACKS[2],
        kept="We keep this record until the 75th anniversary of birth.",
        searched=(Place("Paper files", "We have looked here."),),
    )
    text = as_text(written(K.ANSWER, facts)[1])
    for wanted in (
        "to look after you and keep you safe", *SORTS, *SEEN_BY, "the 75th anniversary", *YOUR_RIGHTS, ONE_MONTH, "You can complain to us.",
        "the Information Commissioner", "ask a court", "Paper files", "People decide.", NOT_ABROAD, "Article 15 of the UK GDPR",
        "312 pages", "1974", "1983", "We have nothing from 1978 to 1980", "Seven things, or parts of them",
    ):  # fmt: skip
        assert wanted in text, wanted


def test_a_refusal_says_why_by_which_law_and_every_way_to_go_on() -> None:
    text = as_text(written(K.REFUSED, replace(BARE, why="You asked last week.", law="UK GDPR Article 12(5)"))[1])
    for wanted in (
        "You asked last week.",
        "UK GDPR Article 12(5)",
        "You can complain to us.",
        "the Information Commissioner",
        "ask a court",
    ):
        assert wanted in text


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        (K.QUESTION, {}), (K.EXTENDED, {}), (K.EXTENDED, {"more_time": MoreTime("Why.", GOT, None)}), (K.LATE, {}),
        (K.REFUSED, {}), (K.ANSWER, {}), (K.PREVIEW, {}), (K.COMPLAINT_ACKNOWLEDGED, {}),
        (K.COMPLAINT_OUTCOME, {"complaint": Complained("C-1", GOT, False)}),
    ],
)  # fmt: skip
def test_nobody_is_sent_half_a_letter(kind: LetterKind, facts: dict[str, Any]) -> None:
    with pytest.raises(EmptyWordsError):
        written(kind, replace(BARE, **facts))


def test_a_place_without_words_is_refused() -> None:
    with pytest.raises(EmptyWordsError):
        Paper().say("It is {day}.", day="")


def test_a_letter_to_somebody_not_known_yet_never_says_that_there_is_a_file() -> None:
    for kind in (K.IDENTITY_ASKED, K.HELD_FOR_VIEW, K.ACKNOWLEDGED):
        for facts in everything_that_can_be(kind):
            if not facts.identity_known:
                assert "does not say if we have a file" in as_text(written(kind, facts)[1])


@pytest.mark.parametrize(
    ("words", "age"), [("1965", 61), ("4 May 1965", 61), ("", None), ("65", None), ("1965 or 1966", None), ("2007", None), ("2014", 12)]
)
def test_an_age_is_taken_from_their_own_words(words: str, age: int | None) -> None:
    assert age_from_words(words, today=TODAY) == age

"""The people of a file are found in every form their names are written; a word that is only a word is left alone."""

import pytest

from official_file.mentions import Known, Span, find
from official_file.mentions.wordlists import ordinary_words

SUBJECT = Known(("Amara Whitfield-Okafor", "Amara"), "", subject=True)
PEOPLE = (
    SUBJECT,
    Known(("Sarah Whitfield", "Saz"), "your mum"),
    Known(("Grace Okafor",), "your aunt"),
    Known(("Mark Okafor",), "Birth father"),
    Known(("May Whitfield",), "Grandmother"),
    Known(("Will Hope",), "mum's partner"),
    Known(("Priya Shah",), "social worker", professional=True),
    Known(("Siobhán Ní Bhriain-O'Hara",), "Half sibling"),
    Known(("سارة حسن", "Sara Hassan"), "your cousin"),
    Known(("کاروان عەزیز",), "your uncle"),
    Known(("Łukasz Wójcik",), "neighbour"),
    Known(("Robert MacLeod",), "your uncle"),
    Known(("Nguyễn Thị Hoa",), "friend"),
    Known(("Ahmed al-Hassan",), "your brother"),
    Known(("Ольга Коваленко", "Olha Kovalenko"), "your grandmother"),
)


def names_in(text: str) -> list[Span]:
    return [span for span in find(text, PEOPLE) if span.kind == "name"]


@pytest.mark.parametrize(
    ("text", "found", "who"),
    [
        ("I met Sarah Whitfield today.", "Sarah Whitfield", 1),
        ("SARAH WHITFIELD WAS SEEN.", "SARAH WHITFIELD", 1),
        ("rang sarah whitfield no answer", "sarah whitfield", 1),
        ("rang sarah no answer", "sarah", 1),
        ("It was Sarah's coat.", "Sarah", 1),
        ("It was Sarah’s coat.", "Sarah", 1),
        ("it was sarahs coat", "sarahs", 1),
        ("Then S. Whitfield left.", "S. Whitfield", 1),
        ("Then S Whitfield left.", "S Whitfield", 1),
        ("Sarah W. rang.", "Sarah W.", 1),
        ("Told S.W. and left.", "S.W.", 1),
        ("WHITFIELD, Sarah (mother)", "WHITFIELD, Sarah", 1),
        ("I asked Mrs Whitfield.", "Mrs Whitfield", 1),
        ("I asked Ms. Whitfield.", "Ms. Whitfield", 1),
        ("I spoke to Sarha about it.", "Sarha", 1),
        ("I spoke to Sarah Whitfeld.", "Sarah Whitfeld", 1),
        ("I spoke to Sara Whitfield.", "Sara Whitfield", 1),
        ("I spoke to Sarah\nWhitfield.", "Sarah\nWhitfield", 1),
        ("I spoke to Sarah Whit-\nfield.", "Sarah Whit-\nfield", 1),
        ("> with Sarah\n> Whitfield.", "Sarah\n> Whitfield", 1),
        ("Saz came late.", "Saz", 1),
        ("I saw Wh1tfield, Sarah.", "Wh1tfield, Sarah", 1),
        ("SarahWhitfield was typed together.", "SarahWhitfield", 1),
        ("A visit from Grace.", "Grace", 2),
        ("Grace said no.", "Grace", 2),
        ("grace said no to that", "grace", 2),
        ("Mark: where are you", "Mark", 3),
        ("mark's van was outside", "mark", 3),
        ("I told May about it.", "May", 4),
        ("May and Sarah came.", "May", 4),
        ("Spoke to Will about it.", "Will", 5),
        ("Will said he would not.", "Will", 5),
        ("Mr Hope rang.", "Mr Hope", 5),
        ("Siobhan Ni Bhriain came.", "Siobhan Ni Bhriain", 7),
        ("SIOBHÁN O'HARA came.", "SIOBHÁN O'HARA", 7),
        ("Ms OHara came.", "Ms OHara", 7),
        ("Ms O Hara came.", "Ms O Hara", 7),
        ("قالت سارة إنها", "سارة", 8),
        ("ذهبت مع وسارة", "وسارة", 8),
        ("She met Sara Hasan.", "Sara Hasan", 8),
        ("لەگەڵ كاروان بوو", "كاروان", 9),
        ("Lukasz Wojcik knocked.", "Lukasz Wojcik", 10),
        ("Mr Wojcik knocked.", "Mr Wojcik", 10),
        ("Uncle Bob came.", "Uncle Bob", 11),
        ("Rab McLeod came.", "Rab McLeod", 11),
        ("Robert Mac Leod came.", "Robert Mac Leod", 11),
        ("Hoa was there, and Nguyen Thi Hoa signed.", "Hoa", 12),
        ("Ahmad Alhassan signed.", "Ahmad Alhassan", 13),
        ("Пришла Ольга Коваленко.", "Ольга Коваленко", 14),
    ],
)
def test_a_name_is_found_in_the_form_it_is_written(text: str, found: str, who: int) -> None:
    spans = names_in(text)
    assert spans, text
    assert (spans[0].text, spans[0].connection, spans[0].propose) == (found, who, True)
    assert text[spans[0].start : spans[0].end] == found


@pytest.mark.parametrize(
    "text",
    [
        "She may go and will mark it in the diary, I hope.",
        "They said grace before tea.",
        "He rose at six and left in May 2019.",
        "The review is in May.",
        "Will you come? May I sit? Mark the page. Hope this helps.",
        "Hope House is closed on 5 May.",
        "a good mark in maths, with good grace",
        "HE MAY GO AND SHE WILL NOT MARK IT",
        "The SW said so, and the TM agreed.",
        "Please marry these two files and shah mat.",
    ],
)
def test_a_word_that_is_only_a_word_is_nobody(text: str) -> None:
    assert [span for span in names_in(text) if span.propose] == []


@pytest.mark.parametrize("text", ["Amara was well.", "AMARA'S ROOM", "amara", "Amarra Okafor", "A. Whitfield-Okafor", "Amara Okafor's bag"])
def test_the_person_the_file_is_about_is_found_and_never_proposed(text: str) -> None:
    assert [(span.connection, span.propose) for span in names_in(text)] == [(0, False)]
    by_name = find(text, [], subject_names=["Amara Whitfield-Okafor"])
    assert [(span.connection, span.propose) for span in by_name] == [(None, False)]


def test_staff_in_their_role_are_found_and_not_proposed() -> None:
    assert [(span.text, span.propose) for span in names_in("Priya Shah visited. priya rang. Sarah (SW) was off.")] == [
        ("Priya Shah", False),
        ("priya", False),
        ("Sarah", False),
    ]


def test_a_mother_is_no_staff_because_a_job_stands_before_her_name() -> None:
    assert [span.propose for span in names_in("I told the social worker Sarah had left.")] == [True]


def test_who_is_meant_is_told_by_the_title_and_by_the_rest_of_the_name() -> None:
    known = [Known(("Ann Dunne",), "your mum"), Known(("Paul Dunne",), "your dad"), Known(("Paul Reid",), "your uncle")]
    said = find("Mrs Dunne and Mr Dunne. Paul Reid came. Uncle Paul left.", known)
    assert [(span.text, span.connection) for span in said] == [("Mrs Dunne", 0), ("Mr Dunne", 1), ("Paul Reid", 2), ("Uncle Paul", 2)]


def test_somebody_the_file_does_not_know_is_found_by_title_or_kin() -> None:
    spans = find("Mrs Harrowgate (class teacher) met Mr Plum and her friend Chloe with Dr Patel and the solicitor Mr Holt.", [])
    names = [(span.text, span.propose) for span in spans if span.kind == "name"]
    assert names == [("Mrs Harrowgate", False), ("Mr Plum", True), ("Chloe", True), ("Dr Patel", False), ("Mr Holt", False)]


def test_a_name_within_an_address_or_an_email_is_part_of_it() -> None:
    spans = find("Write to sarah.whitfield@example.org or 12 Whitfield Road.", PEOPLE)
    assert [(span.text, span.kind) for span in spans] == [("sarah.whitfield@example.org", "email"), ("12 Whitfield Road", "address")]


@pytest.mark.parametrize(
    ("text", "found", "who", "propose"),
    [
        ("Liam Whitfield came.", "Liam Whitfield", None, True),  # a brother of whom the file does not know
        ("I met Sarah Jones.", "Sarah Jones", None, True),
        ("I met Sarah Whitfeild.", "Sarah Whitfeild", 0, True),
        ("I met Sarah Whitfield-Jones.", "Sarah Whitfield-Jones", 0, True),
        ("Amarra Whitfield was ill.", "Amarra Whitfield", 1, False),
        ("The Whitfield family moved.", "Whitfield", 1, False),
    ],
)
def test_an_unknown_word_beside_a_known_name_is_part_of_the_mention(text: str, found: str, who: int | None, propose: bool) -> None:
    known = [Known(("Sarah Whitfield",), "your mum"), Known(("Amara Whitfield",), subject=True)]
    (span,) = [span for span in find(text, known) if span.kind == "name"]
    assert (span.text, span.connection, span.propose) == (found, who, propose)


def test_the_dictionary_read_as_a_note_names_nobody() -> None:
    """57,000 English words in small letters: none of them is taken for a slip of somebody's name."""
    people = [*PEOPLE, Known(("Margaret Thornley",)), Known(("Darren Fairburn",)), Known(("Shane Cash",)), Known(("Kasia Nowak",))]
    words = sorted(ordinary_words())
    note = ". ".join(" ".join(words[at : at + 9]).capitalize() for at in range(0, len(words), 9))
    found = [span.text for span in find(note, people) if span.kind == "name"]
    assert len(found) <= 3, found


def test_a_sentence_that_ends_with_a_word_for_kin_is_no_title() -> None:
    spans = find("He went to his nan. Sarah came. I asked the judge. Crumble was served.", PEOPLE)
    assert [(span.text, span.kind) for span in spans] == [("his nan", "relation"), ("Sarah", "name")]


def test_a_carer_who_looks_after_their_brother_is_not_their_brother() -> None:
    known = [Known(("Tobi",), "your older brother"), Known(("Siân Price",), "Siân, who looks after your brother", professional=True)]
    assert [(span.text, span.connection) for span in find("Calls with her brother.", known)] == [("her brother", 0)]

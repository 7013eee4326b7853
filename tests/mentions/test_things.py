"""Relations without a name, addresses, schools and the numbers that lead to somebody; and what only looks like one."""

import pytest

from official_file.mentions import KINDS, Known, find
from official_file.mentions.checks import is_nhs_number, is_ni_number, is_upn

PEOPLE = (
    Known(("Amara Whitfield",), "", subject=True),
    Known(("Sarah Whitfield",), "your mum"),
    Known(("Dean Foley",), "your mum's partner"),
    Known(("Lorraine Pick",), "foster carer", professional=True),
)


def found(text: str, kind: str) -> list[str]:
    return [span.text for span in find(text, PEOPLE) if span.kind == kind]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("We saw mum's partner there.", "mum's partner"),
        ("we saw mums partner there", "mums partner"),
        ("The neighbour at number 9 rang.", "The neighbour at number 9"),
        ("I spoke to her foster carer's daughter.", "her foster carer's daughter"),
        ("Then dad left.", "dad"),
        ("The maternal grandmother attended.", "The maternal grandmother"),
        ("He hit his half-brother.", "his half-brother"),
        ("I met the lady next door.", "the lady next door"),
        ("Her mother-in-law came.", "Her mother-in-law"),
        ("Amara's older sister came.", "older sister"),
        ("MGM will have her.", "MGM"),
        ("A neighbour called the police.", "neighbour"),
        ("the man in the flat above shouted", "the man in the flat above"),
        ("Dad’s new girlfriend came.", "Dad’s new girlfriend"),
        ("she stays at her nan's house", "her nan"),
    ],
)
def test_somebody_without_a_name_is_found_by_who_they_are(text: str, relation: str) -> None:
    assert found(text, "relation") == [relation]


@pytest.mark.parametrize(
    "text",
    [
        "a friend of no one",
        "parents' evening",
        "Mother's Day",
        "no siblings",
        "the child",
        "a partner agency",
        "Father Christmas",
        "any relatives",
    ],
)
def test_nobody_in_particular_is_not_found(text: str) -> None:
    assert found(text, "relation") == []


def test_a_relation_leads_to_the_one_person_it_can_mean() -> None:
    spans = find("Her mum and mum's partner met the foster carer and Tom's mum.", PEOPLE)
    assert [(span.text, span.connection, span.propose) for span in spans if span.kind == "relation"] == [
        ("Her mum", 1, True),
        ("mum's partner", 2, True),
        ("the foster carer", 3, False),
        ("mum", None, True),
    ]


@pytest.mark.parametrize(
    ("text", "kind", "what"),
    [
        ("Ring 07700 900123 please.", "phone", "07700 900123"),
        ("Ring +44 (0)7700 900123.", "phone", "+44 (0)7700 900123"),
        ("tel (0113) 496 0123", "phone", "(0113) 496 0123"),
        ("0113-496-0123", "phone", "0113-496-0123"),
        ("his number in Poland is +48 601 234 567", "phone", "+48 601 234 567"),
        ("tel 496012", "phone", "496012"),
        ("o scanned O7700 9OO123 here", "phone", "O7700 9OO123"),
        ("sarah.w@example.org.uk rang", "email", "sarah.w@example.org.uk"),
        ("SARAH @ EXAMPLE.ORG", "email", "SARAH @ EXAMPLE.ORG"),
        ("at LS6 2QP.", "postcode", "LS6 2QP"),
        ("at ls62qp now", "postcode", "ls62qp"),
        ("SW1A 1AA", "postcode", "SW1A 1AA"),
        ("number 943 476 5919", "nhs_number", "943 476 5919"),
        ("NHS 9434765919.\n2. Next", "nhs_number", "9434765919"),
        ("AB 12 34 56 C", "ni_number", "AB 12 34 56 C"),
        ("ab123456c", "ni_number", "ab123456c"),
        ("QQ123456C", "ni_number", "QQ123456C"),
        ("UPN H801200001001", "upn", "H801200001001"),
        ("in YK19 ABC again", "vehicle", "YK19 ABC"),
        ("his car, reg b123 xyz,", "vehicle", "b123 xyz"),
        ("Case no: 123456", "case_id", "123456"),
        ("in LE19C00123 today", "case_id", "LE19C00123"),
        ("CAD 1432 of 12/05/2019", "case_id", "1432 of 12/05/2019"),
        ("ref: CYP/2019/0042", "case_id", "CYP/2019/0042"),
        ("DOB 02/03/2013", "date_of_birth", "02/03/2013"),
        ("d.o.b. 2.3.13", "date_of_birth", "2.3.13"),
        ("born in Leeds on 2 March 1987", "date_of_birth", "2 March 1987"),
        ("her birthday is 2nd of March", "date_of_birth", "2nd of March"),
        ("(02/03/1980, DOB)", "date_of_birth", "02/03/1980"),
        ("lives at 12 Acacia Avenue, Leeds, LS6 2QP", "address", "12 Acacia Avenue, Leeds"),
        ("Flat 3, 40 Beeston Road", "address", "Flat 3, 40 Beeston Road"),
        ("to 12 acacia avenue today", "address", "12 acacia avenue"),
        ("AT 9 MILL LANE.", "address", "9 MILL LANE"),
        ("7 Heol y Wern", "address", "7 Heol y Wern"),
        ("He lives on Bradley Road.", "address", "Bradley Road"),
        ("at St Mary's RC Primary School today", "school", "St Mary's RC Primary School"),
        ("he is at oakfield academy now", "school", "oakfield academy"),
        ("Ysgol y Garnedd rang.", "school", "Ysgol y Garnedd"),
        ("insta: kaz_w09", "other", "kaz_w09"),
        ("sort code 12-34-56", "other", "12-34-56"),
        ("NHS number 943 476 5918", "other", "943 476 5918"),
    ],
)
def test_what_leads_to_somebody_is_found(text: str, kind: str, what: str) -> None:
    assert kind in KINDS
    assert found(text, kind) == [what]


@pytest.mark.parametrize(
    "text",
    [
        "Visit on 02/03/2019 at 10.30, 3 close friends, 20 minutes way.",
        "1234567890 and 9434765918 and 1111111111",
        "her new school, a primary school, the school, after school club",
        "M1 2nd exit, the A64, room 4, ward 12, aged 13",
        "She scored 12/20 and 45% in 2019/20; SDQ 17.",
        "Born to run. Date of birth unknown.",
        "BG123456A and AB12345",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert [span for span in find(text, PEOPLE) if span.kind not in ("name", "relation")] == []


@pytest.mark.parametrize(
    ("check", "right", "wrong"),
    [
        (is_nhs_number, "943 476 5919", "943 476 5918"),
        (is_nhs_number, "4010232137", "4010232138"),
        (is_upn, "H801200001001", "A801200001001"),
        (is_ni_number, "AB 12 34 56 C", "BG 12 34 56 C"),
        (is_ni_number, "JG123456A", "JG123456E"),
    ],
)
def test_the_sums_are_done(check, right: str, wrong: str) -> None:
    assert (check(right), check(wrong)) == (True, False)


def test_the_subjects_own_day_of_birth_is_not_proposed() -> None:
    spans = find("Amara (DOB 02/03/2013) and Sarah (DOB 01/02/1985)", PEOPLE)
    assert [span.propose for span in spans if span.kind == "date_of_birth"] == [False, True]


def test_the_two_sides_of_a_family_are_not_mixed() -> None:
    known = [
        Known(("Eve Lang",), "Maternal grandmother"),
        Known(("Ida Berg",), "Paternal grandmother"),
        Known(("Bo Berg",), "Birth father"),
    ]
    spans = find("MGM rang; his paternal grandmother and the child's father came. Her nan and her adoptive father did not.", known)
    assert [(span.text, span.connection) for span in spans if span.kind == "relation"] == [
        ("MGM", 0),
        ("his paternal grandmother", 1),
        ("the child's father", 2),
        ("Her nan", None),
        ("her adoptive father", None),
    ]

"""Who somebody is: the person, their family and mother, addresses, numbers, school, disability, immigration."""

import json
from collections.abc import Iterator
from datetime import date, timedelta

from tests.factories.ssd.life import FORENAMES, SURNAMES, Life
from tests.factories.ssd.tables import Row

ETHNICITIES = ("WBRI", "BAFR", "MWBC", "APKN", "WOTH", "BCRB")
DISABILITIES = ("MOB", "COMM", "LD", "HEAR", "VIS", "BEH", "AUT", "DDA")
STREETS = ("Moor Lane", "St Mary's Road", "High Street", "Mill View", "The Crescent")


def person_rows(life: Life) -> Iterator[Row]:
    """The person and everything that says who they are."""
    chance = life.chance
    mother = babys_birthday(life) is not None
    values = {
        "pers_person_id": life.person,
        "pers_forename": chance.choice(FORENAMES),
        "pers_surname": SURNAMES[life.family % len(SURNAMES)],
        "pers_sex": "F" if mother else chance.choice("MF"),
        "pers_gender": chance.choice(("M", "F", "U", None)),
        "pers_ethnicity": chance.choice(ETHNICITIES),
        "pers_dob": life.born,
        "pers_common_child_id": f"{4_000_000_000 + life.number}",
        "pers_legacy_id": str(3_000_000 + life.number),
        "pers_upn_unknown": None if life.days_old > 1_800 else "UN1",
        "pers_send_flag": chance.choice("YN"),
        "pers_is_mother": "Y" if mother else "N",
        "pers_nationality": "GB",
    }
    yield "ssd_person", values
    yield "ssd_family", {"fami_table_id": f"FT{life.number}", "fami_family_id": f"F{life.family}", "fami_person_id": life.person}
    yield from _addresses(life)
    yield from _numbers(life)
    yield from _school(life)
    if life.is_about(0.12):
        code = chance.choice(DISABILITIES)
        yield "ssd_disability", {"disa_table_id": f"DIS{life.number}", "disa_person_id": life.person, "disa_disability_code": code}
    if life.is_about(0.06):
        yield (
            "ssd_immigration_status",
            {
                "immi_immigration_status_id": f"IMM{life.number}",
                "immi_person_id": life.person,
                "immi_immigration_status": "UASC" if life.entered else "ILR",
                "immi_immigration_status_start_date": life.entered or life.born,
            },
        )
    letters = {f"voch_{name}": chance.choice("YN") for name in ("explained_worries", "story_help_understand", "agree_worker", "plan_safe")}
    yield (
        "ssd_voice_of_child",
        {
            "voch_table_id": f"VO{life.number}",
            "voch_person_id": life.person,
            "voch_tablet_help_explain": "N",
            **letters,
        },
    )


def babys_birthday(life: Life) -> date | None:
    """When somebody who is grown up nearly had a child of her own; one in fifteen did."""
    born = life.at_age(16) + timedelta(days=200)
    return born if life.number % 15 == 0 and born < life.today else None


def baby_rows(life: Life) -> Iterator[Row]:
    """A girl's own baby: a person of the dataset too, and the row that says whose."""
    born = babys_birthday(life)
    if born is None:
        return
    baby = {"pers_person_id": f"B{life.number}", "pers_forename": "Baby", "pers_surname": SURNAMES[life.family % len(SURNAMES)]}
    yield "ssd_person", {**baby, "pers_sex": "F", "pers_ethnicity": "WBRI", "pers_dob": born, "pers_is_mother": "N"}
    yield (
        "ssd_mother",
        {
            "moth_table_id": f"MO{life.number}",
            "moth_person_id": life.person,
            "moth_childs_person_id": f"B{life.number}",
            "moth_childs_dob": born,
        },
    )


def _addresses(life: Life) -> Iterator[Row]:
    days = [life.born, *[home.start for home in life.homes[:2]]]
    for at, day in enumerate(days):
        ends = days[at + 1] if at + 1 < len(days) else None
        house, street = str(life.chance.randrange(1, 90)), life.chance.choice(STREETS)
        address = {"ROOM": "", "FLAT": "", "HOUSE": house, "STREET": street, "TOWN": "Quarrington", "UPRN": ""}
        yield (
            "ssd_address",
            {
                "addr_table_id": f"AD{life.number}-{at}",
                "addr_address_json": json.dumps(address),
                "addr_person_id": life.person,
                "addr_address_type": "Main" if at == 0 else "Placement",
                "addr_address_start_date": day,
                "addr_address_end_date": ends,
                "addr_address_postcode": f"QX{life.number % 90 + 1} 2AB",
            },
        )


def _numbers(life: Life) -> Iterator[Row]:
    found = [("Case Number", f"C{life.number:06}")]
    if life.days_old > 1_800:
        found.append(("Unique Pupil Number", _pupil_number(life.number)))
    for at, (kind, value) in enumerate(found):
        yield (
            "ssd_linked_identifiers",
            {
                "link_table_id": f"LI{life.number}-{at}",
                "link_person_id": life.person,
                "link_identifier_type": kind,
                "link_identifier_value": value,
                "link_valid_from_date": life.born,
            },
        )


def _pupil_number(number: int) -> str:
    digits = f"{820_200_000_000 + number:012}"
    weighted = sum(int(digit) * weight for digit, weight in zip(digits, range(2, 14), strict=True))
    return "ABCDEFGHJKLMNPQRTUVWXYZ"[weighted % 23] + digits


def _school(life: Life) -> Iterator[Row]:
    if life.days_old < 1_850 or not life.is_about(0.25):
        return
    number, asked = life.number, life.at_age(4)
    decided = asked + timedelta(days=40)
    named = decided + timedelta(days=60)
    yield "ssd_send", {"send_table_id": f"SE{number}", "send_person_id": life.person, "send_upn": _pupil_number(number)}
    yield (
        "ssd_ehcp_requests",
        {
            "ehcr_ehcp_request_id": f"ER{number}",
            "ehcr_send_table_id": f"SE{number}",
            "ehcr_ehcp_req_date": asked,
            "ehcr_ehcp_req_outcome_date": decided,
            "ehcr_ehcp_req_outcome": "Y",
        },
    )
    yield (
        "ssd_ehcp_assessment",
        {
            "ehca_ehcp_assessment_id": f"EA{number}",
            "ehca_ehcp_request_id": f"ER{number}",
            "ehca_ehcp_assessment_outcome_date": named,
            "ehca_ehcp_assessment_outcome": "Y",
        },
    )
    yield (
        "ssd_ehcp_named_plan",
        {
            "ehcn_named_plan_id": f"EN{number}",
            "ehcn_ehcp_asmt_id": f"EA{number}",
            "ehcn_named_plan_start_date": named,
        },
    )
    yield (
        "ssd_ehcp_active_plans",
        {
            "ehcp_active_ehcp_id": f"EP{number}",
            "ehcp_ehcp_request_id": f"ER{number}",
            "ehcp_active_ehcp_last_review_date": min(life.today, named + timedelta(days=360)),
        },
    )
    yield (
        "ssd_sen_need",
        {
            "senn_table_id": f"SN{number}",
            "senn_active_ehcp_id": f"EP{number}",
            "senn_active_ehcp_need_type": life.chance.choice(("SEMH", "ASD", "SLCN", "MLD")),
            "senn_active_ehcp_need_rank": "1",
        },
    )

"""Before and around care: contacts, early help, referrals, assessments, enquiries, conferences, plans, the court's first steps."""

import json
from collections.abc import Iterator
from datetime import date, timedelta

from tests.factories.ssd.life import Life
from tests.factories.ssd.tables import Row

CATEGORIES = ("NEG", "PHY", "EMO", "SAB")


def before_rows(life: Life) -> Iterator[Row]:
    """One referral that led to what followed, and sometimes an earlier one that did not."""
    ends = life.entered or life.today - timedelta(days=30)
    began = max(life.born, ends - timedelta(days=life.chance.randrange(60, 400)))
    yield from _referral(life, 0, began, life.left if life.entered else None)
    if (began - life.born).days > 700 and life.is_about(0.3):
        yield from _referral(life, 1, began - timedelta(days=500), began - timedelta(days=430))
    yield from _contact(life, began)
    yield from _plan_of_need(life, began, ends)
    if life.is_about(0.4):
        yield from _protection(life, began, ends)
    if life.is_about(0.2):
        yield (
            "ssd_early_help_episodes",
            {
                "earl_episode_id": f"EH{life.number}",
                "earl_person_id": life.person,
                "earl_episode_start_date": life.born,
                "earl_episode_end_date": began,
                "earl_episode_reason": "Support for the family",
                "earl_episode_end_reason": "Passed on",
                "earl_episode_organisation": "Quarrington Family Hub",
                "earl_episode_worker_id": f"W{life.number % 40 + 1}",
            },
        )
    if life.entered and life.is_about(0.1):
        yield from _court(life, ends)


def _referral(life: Life, at: int, day: date, closed: date | None) -> Iterator[Row]:
    outcome = {"SINGLE_ASSESSMENT_FLAG": "Y", "NFA_FLAG": "N", "STRATEGY_DISCUSSION_FLAG": "N"}
    yield (
        "ssd_cin_episodes",
        {
            "cine_referral_id": f"RE{life.number}-{at}",
            "cine_person_id": life.person,
            "cine_referral_date": day,
            "cine_cin_primary_need_code": life.chance.choice(("N1", "N4", "N5")),
            "cine_referral_source_code": life.chance.choice(("1A", "2A", "3A", "6")),
            "cine_referral_source_desc": "Schools",
            "cine_referral_outcome_json": json.dumps(outcome),
            "cine_referral_nfa": "N",
            "cine_close_reason": "RC7" if closed else None,
            "cine_close_date": closed,
            "cine_referral_team": "T1",
            "cine_referral_worker_id": f"W{life.number % 40 + 1}",
        },
    )
    yield (
        "ssd_cin_assessments",
        {
            "cina_assessment_id": f"AS{life.number}-{at}",
            "cina_person_id": life.person,
            "cina_referral_id": f"RE{life.number}-{at}",
            "cina_assessment_start_date": day,
            "cina_assessment_child_seen": "Y",
            "cina_assessment_auth_date": min(life.today, day + timedelta(days=40)),
            "cina_assessment_outcome_json": json.dumps({"OUTCOME_CLA_REQUEST_FLAG": "Y" if life.entered else "N"}),
            "cina_assessment_outcome_nfa": "N",
            "cina_assessment_team": "T1",
            "cina_assessment_worker_id": f"W{life.number % 40 + 1}",
        },
    )
    yield (
        "ssd_assessment_factors",
        {
            "cinf_table_id": f"AF{life.number}-{at}",
            "cinf_assessment_id": f"AS{life.number}-{at}",
            "cinf_assessment_factors_json": json.dumps(["1B", "3A"]),
        },
    )


def _contact(life: Life, day: date) -> Iterator[Row]:
    yield (
        "ssd_contacts",
        {
            "cont_contact_id": f"CT{life.number}",
            "cont_person_id": life.person,
            "cont_contact_date": day,
            "cont_contact_source_code": "2A",
            "cont_contact_source_desc": "Schools",
            "cont_contact_outcome_json": json.dumps({"NEW_REQUEST_FLAG": "Y", "NFA_FLAG": "N"}),
        },
    )


def _plan_of_need(life: Life, began: date, ends: date) -> Iterator[Row]:
    yield (
        "ssd_cin_plans",
        {
            "cinp_cin_plan_id": f"NP{life.number}",
            "cinp_referral_id": f"RE{life.number}-0",
            "cinp_person_id": life.person,
            "cinp_cin_plan_start_date": min(ends, began + timedelta(days=40)),
            "cinp_cin_plan_end_date": ends if life.entered else None,
            "cinp_cin_plan_team": "T1",
            "cinp_cin_plan_worker_id": f"W{life.number % 40 + 1}",
        },
    )
    for at, day in enumerate(life.every(45, began + timedelta(days=41), ends, wobble=8)[-3:]):
        yield (
            "ssd_cin_visits",
            {
                "cinv_cin_visit_id": f"NV{life.number}-{at}",
                "cinv_person_id": life.person,
                "cinv_cin_visit_date": day,
                "cinv_cin_visit_seen": "Y",
                "cinv_cin_visit_seen_alone": "N",
                "cinv_cin_visit_bedroom": "Y",
            },
        )


def _protection(life: Life, began: date, ends: date) -> Iterator[Row]:
    """An enquiry, the meeting about it, and the plan that the meeting made."""
    met = min(ends, began + timedelta(days=15))
    yield from _enquiry(life, began, met)
    yield from _plan(life, met, ends)


def _enquiry(life: Life, began: date, met: date) -> Iterator[Row]:
    number = life.number
    yield (
        "ssd_s47_enquiry",
        {
            "s47e_s47_enquiry_id": f"EN{number}",
            "s47e_referral_id": f"RE{number}-0",
            "s47e_person_id": life.person,
            "s47e_s47_start_date": began,
            "s47e_s47_end_date": met,
            "s47e_s47_nfa": "N",
            "s47e_s47_outcome_json": json.dumps({"CP_CONFERENCE_FLAG": "Y"}),
            "s47e_s47_completed_by_worker_id": f"W{number % 40 + 1}",
            "s47e_s47_completed_by_team": "T1",
        },
    )
    yield (
        "ssd_initial_cp_conference",
        {
            "icpc_icpc_id": f"IC{number}",
            "icpc_icpc_meeting_id": f"MT{number}",
            "icpc_s47_enquiry_id": f"EN{number}",
            "icpc_person_id": life.person,
            "icpc_cp_plan_id": f"PP{number}",
            "icpc_referral_id": f"RE{number}-0",
            "icpc_icpc_transfer_in": "N",
            "icpc_icpc_target_date": began + timedelta(days=15),
            "icpc_icpc_date": met,
            "icpc_icpc_outcome_cp_flag": "Y",
            "icpc_icpc_outcome_json": json.dumps({"CP_PLAN_FLAG": "Y"}),
            "icpc_icpc_team": "T1",
            "icpc_icpc_worker_id": f"W{number % 40 + 1}",
        },
    )


def _plan(life: Life, met: date, ends: date) -> Iterator[Row]:
    number, category = life.number, life.chance.choice(CATEGORIES)
    yield (
        "ssd_cp_plans",
        {
            "cppl_cp_plan_id": f"PP{number}",
            "cppl_referral_id": f"RE{number}-0",
            "cppl_icpc_id": f"IC{number}",
            "cppl_person_id": life.person,
            "cppl_cp_plan_start_date": met,
            "cppl_cp_plan_end_date": ends if life.entered else None,
            "cppl_cp_plan_initial_category": category,
            "cppl_cp_plan_ola": "N",
            "cppl_cp_plan_latest_category": category,
        },
    )
    yield from _watched_over(life, met, ends)


def _watched_over(life: Life, met: date, ends: date) -> Iterator[Row]:
    """The reviews and the visits of a child protection plan."""
    number = life.number
    for at, day in enumerate(life.every(90, met + timedelta(days=90), ends)[:4]):
        yield (
            "ssd_cp_reviews",
            {
                "cppr_cp_review_id": f"PR{number}-{at}",
                "cppr_person_id": life.person,
                "cppr_cp_plan_id": f"PP{number}",
                "cppr_cp_review_due": day,
                "cppr_cp_review_date": day,
                "cppr_cp_review_meeting_id": f"MT{number}-{at}",
                "cppr_cp_review_outcome_continue_cp": "Y",
                "cppr_cp_review_quorate": "Y",
                "cppr_cp_review_participation": "PN3",
            },
        )
    for at, day in enumerate(life.every(20, met + timedelta(days=10), ends, wobble=4)[:4]):
        yield (
            "ssd_cp_visits",
            {
                "cppv_cp_visit_id": f"PV{number}-{at}",
                "cppv_person_id": life.person,
                "cppv_cp_plan_id": f"PP{number}",
                "cppv_cp_visit_date": day,
                "cppv_cp_visit_seen": "Y",
                "cppv_cp_visit_seen_alone": "Y",
                "cppv_cp_visit_bedroom": "N",
            },
        )


def _court(life: Life, ends: date) -> Iterator[Row]:
    day = max(life.born, ends - timedelta(days=60))
    yield (
        "ssd_pre_proceedings",
        {
            "prep_table_id": f"PC{life.number}",
            "prep_person_id": life.person,
            "prep_plo_family_id": f"F{life.family}",
            "prep_pre_pro_decision_date": day,
            "prep_initial_pre_pro_meeting_date": min(ends, day + timedelta(days=14)),
            "prep_pre_pro_outcome": "Decision to issue care proceedings",
            "prep_cp_plans_referral_period": 1,
            "prep_prev_pre_proc_child": 0,
            "prep_prev_care_proc_child": 0,
            "prep_pre_pro_letter_date": day,
            "prep_pre_pro_meetings_num": 2,
            "prep_pre_pro_parents_legal_rep": "Y",
            "prep_court_reference": f"QX{life.number:05}",
            "prep_care_proc_court_hearings": 3,
            "prep_care_proc_short_notice": "N",
            "prep_la_inital_plan_approved": "Y",
        },
    )

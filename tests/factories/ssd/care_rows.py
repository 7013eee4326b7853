"""Being in care: episodes and homes, legal statuses, meetings in their rhythm, visits, health, plans, leaving."""

import json
from collections.abc import Iterator
from datetime import date, timedelta

from tests.factories.ssd.life import ONE, Life, Stretch
from tests.factories.ssd.tables import Row

VISITS_FOR = timedelta(days=500)  # visits of the last while only: a real extract is cut off as well
PARTICIPATION = ("PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7")
YOUNG = 4 * 365


def care_rows(life: Life) -> Iterator[Row]:
    """Everything of one time in care; nothing for those who never were."""
    if life.entered is None:
        return
    yield from _homes(life)
    yield from _episodes(life, life.entered)
    for at, status in enumerate(life.statuses):
        yield (
            "ssd_legal_status",
            {
                "lega_legal_status_id": f"LE{life.number}-{at}",
                "lega_person_id": life.person,
                "lega_legal_status": status.code,
                "lega_legal_status_start_date": status.start,
                "lega_legal_status_end_date": status.end,
            },
        )
    yield from _reviews(life, life.entered)
    yield from _visits(life)
    yield from _health(life, life.entered)
    yield from _missing(life, life.entered)
    yield from _plans(life, life.entered)
    yield from _permanence(life, life.entered)
    yield from _leaving(life)


def _spell(life: Life) -> str:
    return f"CLA{life.number}"


def _homes(life: Life) -> Iterator[Row]:
    for at, home in enumerate(life.homes):
        key = f"PL{life.number}-{at}"
        yield (
            "ssd_cla_placement",
            {
                "clap_cla_placement_id": key,
                "clap_cla_placement_start_date": home.start,
                "clap_cla_placement_type": home.code,
                "clap_cla_placement_urn": "XXXXXXX",
                "clap_cla_placement_distance": round(life.chance.random() * 60, 1),
                "clap_cla_id": _spell(life),
                "clap_cla_placement_provider": life.chance.choice(("PR1", "PR4", "PR5")),
                "clap_cla_placement_postcode": f"QY{at + 1} 3CD",
                "clap_cla_placement_end_date": home.end,
                "clap_cla_placement_change_reason": life.chance.choice(("CARPL", "CREQO", "OTHER")) if home.end else None,
                "clap_person_id": life.person,
            },
        )
        yield "ssd_s251_finance", {"s251_table_id": f"S2{life.number}-{at}", "s251_cla_placement_id": key}


def _episodes(life: Life, entered: date) -> Iterator[Row]:
    """One for each stretch in which neither the home nor the legal status changed."""
    days = sorted({stretch.start for stretch in (*life.homes, *life.statuses)})
    need = life.chance.choice(("N1", "N3", "N4", "N5", "N8"))
    for at, start in enumerate(days):
        last = at == len(days) - 1
        end = life.left if last else days[at + 1]
        moved, changed = (_begins(stretches, start) for stretches in (life.homes, life.statuses))
        reason = "S" if at == 0 else "B" if moved and changed else "P" if moved else "L"
        yield (
            "ssd_cla_episodes",
            {
                "clae_cla_episode_id": f"EP{life.number}-{at}",
                "clae_person_id": life.person,
                "clae_cla_episode_start_date": start,
                "clae_cla_episode_start_reason": reason,
                "clae_cla_primary_need_code": need,
                "clae_cla_episode_ceased_date": end,
                "clae_cla_episode_ceased_reason": None if end is None else life.chance.choice(("E4A", "E13", "E5")) if last else "X1",
                "clae_cla_id": _spell(life),
                "clae_referral_id": f"RE{life.number}-0",
                "clae_cla_placement_id": f"PL{life.number}-{_at(life.homes, start)}",
                "clae_entered_care_date": entered,
                "clae_cla_last_iro_contact_date": min(life.until, start + timedelta(days=20)),
            },
        )


def _begins(stretches: list[Stretch], day: date) -> bool:
    return any(stretch.start == day for stretch in stretches)


def _at(stretches: list[Stretch], day: date) -> int:
    return max(at for at, stretch in enumerate(stretches) if stretch.start <= day)


def _reviews(life: Life, entered: date) -> Iterator[Row]:
    """After 20 working days, after three months, then every six months; one in ten is missed, one in twenty cancelled."""
    due, at = [entered + timedelta(days=28), entered + timedelta(days=118)], 0
    while due[-1] < life.until:
        due.append(due[-1] + timedelta(days=183))
    for day in due:
        if day >= life.until or life.is_about(0.1):
            continue
        held = min(life.until - ONE, day + timedelta(days=life.chance.randrange(-6, 5)))
        cancelled = life.is_about(0.05)
        young = (held - life.born).days < YOUNG
        yield (
            "ssd_cla_reviews",
            {
                "clar_cla_review_id": f"RV{life.number}-{at}",
                "clar_cla_id": _spell(life),
                "clar_cla_review_due_date": day,
                "clar_cla_review_date": None if cancelled else held,
                "clar_cla_review_cancelled": "Y" if cancelled else "N",
                "clar_cla_review_participation": None if cancelled else "PN0" if young else life.chance.choice(PARTICIPATION),
            },
        )
        at += 1


def _visits(life: Life) -> Iterator[Row]:
    first = max(life.entered or life.today, life.today - VISITS_FOR)
    for at, day in enumerate(life.every(42, first, life.until - ONE, wobble=10)):
        yield (
            "ssd_cla_visits",
            {
                "clav_cla_visit_id": f"VI{life.number}-{at}",
                "clav_cla_id": _spell(life),
                "clav_person_id": life.person,
                "clav_cla_visit_date": day,
                "clav_cla_visit_seen": "Y",
                "clav_cla_visit_seen_alone": life.chance.choice("YN"),
            },
        )


def _health(life: Life, entered: date) -> Iterator[Row]:
    for at, day in enumerate(life.every(365, entered + timedelta(days=30), life.until - ONE, wobble=20)):
        for kind in ("Health check", "Dental check"):
            yield (
                "ssd_cla_health",
                {
                    "clah_health_check_id": f"HE{life.number}-{at}-{kind[0]}",
                    "clah_person_id": life.person,
                    "clah_health_check_type": kind,
                    "clah_health_check_date": day,
                    "clah_health_check_status": "Completed",
                },
            )
        if life.at_age(4) <= day <= life.at_age(17):
            yield (
                "ssd_sdq_scores",
                {
                    "csdq_table_id": f"SD{life.number}-{at}",
                    "csdq_person_id": life.person,
                    "csdq_sdq_completed_date": day,
                    "csdq_sdq_score": str(life.chance.randrange(40)),
                },
            )
    yield (
        "ssd_cla_immunisations",
        {
            "clai_person_id": life.person,
            "clai_immunisations_status": life.chance.choice("YN"),
            "clai_immunisations_status_date": max(entered, life.until - timedelta(days=100)),
        },
    )
    if life.is_about(0.04) and life.until > life.at_age(11):
        yield (
            "ssd_cla_substance_misuse",
            {
                "clas_substance_misuse_id": f"SM{life.number}",
                "clas_person_id": life.person,
                "clas_substance_misuse_date": max(entered, life.at_age(11)),
                "clas_substance_misused": "Cannabis",
                "clas_intervention_received": "Y",
            },
        )


def _missing(life: Life, entered: date) -> Iterator[Row]:
    if not life.is_about(0.15):
        return
    for at, day in enumerate(life.every(200, entered + timedelta(days=5), life.until - timedelta(days=6), wobble=90)[-4:]):
        yield (
            "ssd_missing",
            {
                "miss_table_id": f"MI{life.number}-{at}",
                "miss_person_id": life.person,
                "miss_missing_episode_start_date": day,
                "miss_missing_episode_type": life.chance.choice("MA"),
                "miss_missing_episode_end_date": day + timedelta(days=life.chance.randrange(1, 5)),
                "miss_missing_rhi_offered": "Y",
                "miss_missing_rhi_accepted": life.chance.choice("YN"),
            },
        )


def _plans(life: Life, entered: date) -> Iterator[Row]:
    flags = {"REMAINSUP": "N", "RETURN1M": "N", "SUPVLIV": "N", "LTFOST": "Y", "RESPLMT": "N", "ADOPTION": "N", "OTHER": "N"}
    yield (
        "ssd_cla_care_plan",
        {
            "lacp_table_id": f"CP{life.number}",
            "lacp_person_id": life.person,
            "lacp_cla_care_plan_start_date": min(life.until, entered + timedelta(days=10)),
            "lacp_cla_care_plan_end_date": life.left,
            "lacp_cla_care_plan_json": json.dumps(flags),
        },
    )
    if life.is_about(0.03) and life.until > life.at_age(11):
        yield (
            "ssd_cla_convictions",
            {
                "clac_cla_conviction_id": f"CO{life.number}",
                "clac_person_id": life.person,
                "clac_cla_conviction_date": max(entered, life.at_age(11)),
                "clac_cla_conviction_offence": "Criminal damage",
            },
        )


def _permanence(life: Life, entered: date) -> Iterator[Row]:
    if life.is_about(0.05):
        yield (
            "ssd_cla_previous_permanence",
            {
                "lapp_table_id": f"PP{life.number}",
                "lapp_person_id": life.person,
                "lapp_previous_permanence_order_date": f"zz/{entered.month:02}/{entered.year - 1}",
                "lapp_previous_permanence_option": life.chance.choice(("P1", "P2", "P3", "P4")),
                "lapp_previous_permanence_la": "E09000001",
            },
        )
    if life.is_about(0.04) and (life.until - entered).days > 500:
        decided = entered + timedelta(days=200)
        yield (
            "ssd_permanence",
            {
                "perm_table_id": f"PE{life.number}",
                "perm_person_id": life.person,
                "perm_cla_id": _spell(life),
                "perm_adm_decision_date": decided,
                "perm_placement_order_date": decided + timedelta(days=60),
                "perm_adopted_by_carer_flag": "N",
                "perm_part_of_sibling_group": "Y",
                "perm_siblings_placed_together": 2,
                "perm_siblings_placed_apart": 0,
                "perm_decision_reversed_date": decided + timedelta(days=250),
                "perm_decision_reversed_reason": "RD1",
                "perm_adoption_worker_id": "W1",
            },
        )


def _leaving(life: Life) -> Iterator[Row]:
    if life.today < life.at_age(17):
        return
    yield (
        "ssd_care_leavers",
        {
            "clea_table_id": f"CL{life.number}",
            "clea_person_id": life.person,
            "clea_care_leaver_eligibility": "Former relevant child" if life.today >= life.at_age(18) else "Eligible child",
            "clea_care_leaver_in_touch": "YES",
            "clea_care_leaver_latest_contact": life.today - timedelta(days=life.chance.randrange(1, 60)),
            "clea_care_leaver_accommodation": life.chance.choice(("B", "U", "V", "Z")),
            "clea_care_leaver_accom_suitable": "1",
            "clea_care_leaver_activity": life.chance.choice(("F1", "F2", "F4", "P2")),
            "clea_pathway_plan_review_date": life.today - timedelta(days=life.chance.randrange(1, 180)),
            "clea_care_leaver_personal_advisor": f"W{life.number % 40 + 1}",
            "clea_care_leaver_allocated_team": "T3",
            "clea_care_leaver_worker_id": f"W{life.number % 40 + 1}",
        },
    )

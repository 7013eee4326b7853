"""Who works there, in which team, and who worked with whom: one allocated worker after the other, never two at once."""

from collections.abc import Iterator
from datetime import date, timedelta

from tests.factories.ssd.life import FORENAMES, ONE, SURNAMES, Life
from tests.factories.ssd.tables import Row

WORKERS = 40
TEAMS = ("Assessment", "Children in care", "Leaving care")


def worker_rows(today: date) -> Iterator[Row]:
    """Teams, professionals, and what the export says about itself."""
    for at, name in enumerate(TEAMS, start=1):
        parent = {"dept_team_parent_id": "T1", "dept_team_parent_name": TEAMS[0]} if at > 1 else {}
        yield "ssd_department", {"dept_team_id": f"T{at}", "dept_team_name": name, **parent}
    for at in range(1, 2 * WORKERS + 1):
        reviewing = at > WORKERS
        yield (
            "ssd_professionals",
            {
                "prof_professional_id": f"W{at}",
                "prof_staff_id": f"S{at:04}",
                "prof_professional_name": f"{FORENAMES[at % len(FORENAMES)]} {SURNAMES[(at * 7) % len(SURNAMES)]}",
                "prof_social_worker_registration_no": f"SW{at:06}",
                "prof_professional_job_title": "Independent Reviewing Officer" if reviewing else "Social Worker",
                "prof_professional_caseload": 14,
                "prof_professional_department": TEAMS[at % 3],
                "prof_full_time_equivalency": 1.0,
                "prof_agency_worker_flag": "N",
            },
        )
    yield (
        "ssd_version_log",
        {
            "version_number": "1.3.2",
            "release_date": today - timedelta(days=90),
            "description": "Generated",
            "is_current": 1,
            "created_at": today - timedelta(days=90),
            "created_by": "generator",
            "impact_description": "None",
        },
    )


def involvement_rows(life: Life) -> Iterator[Row]:
    """Allocated workers without overlap, a reviewing officer while in care, and what was sent on about this person."""
    began = max(life.born, (life.entered or life.today) - timedelta(days=100))
    for at, day in enumerate(days := [began, *life.every(700, began + timedelta(days=200), life.until, wobble=300)]):
        last = at == len(days) - 1
        ends = life.left if last else days[at + 1] - ONE
        if ends and ends < day:
            ends = day
        yield _involvement(life, f"{at}", f"W{(life.number + at) % WORKERS + 1}", "Social Worker", day, ends)
    if life.entered:
        reviewing = f"W{life.number % WORKERS + WORKERS + 1}"
        yield _involvement(life, "R", reviewing, "Independent Reviewing Officer", life.entered, life.left)
    if life.today >= life.at_age(17) and life.entered:
        starts = max(life.at_age(17), began)
        yield _involvement(life, "A", f"W{(life.number + 20) % WORKERS + 1}", "Personal Advisor", starts, None)
    yield (
        "ssd_api_data_staging",
        {
            "id": str(life.number + 1),
            "person_id": life.person,
            "json_payload": "{}",
            "submission_status": "Sent",
            "row_state": "Unchanged",
            "last_updated": life.today,
        },
    )


def _involvement(life: Life, at: str, worker: str, role: str, starts: date, ends: date | None) -> Row:
    return "ssd_involvements", {
        "invo_involvements_id": f"IN{life.number}-{at}",
        "invo_professional_id": worker,
        "invo_professional_role_id": role,
        "invo_professional_team": "T3" if at == "A" else "T2",
        "invo_involvement_start_date": starts,
        "invo_involvement_end_date": ends,
        "invo_worker_change_reason": "CHILD" if ends else None,
        "invo_person_id": life.person,
        "invo_referral_id": f"RE{life.number}-0",
    }

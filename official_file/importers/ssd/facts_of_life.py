"""Every other table about the time in care, after it, and the person -> facts. Each row stands alone."""

from collections.abc import Iterator
from datetime import date

from official_file.drafts import EntryDraft
from official_file.importers.ssd.origin import UNKNOWN_DAY, Origin, point, stretch
from official_file.importers.ssd.rows import Row
from official_file.plain_language.when import Precision, When

ADOPTION = "adoption"
ADOPTION_PLANS = ("ADOPT", "FFA", "PLACEMENT ORDER", "PLACEMENTORDER")
YES, NO = 1, 0
NOTHING_TO_SAY = frozenset({"", "0"})
DEAD = "DIED"
HELD_UP = ("plan", "book", "refus", "declin", "cancel", "not ", "dna", "attend", "overdue", "outstanding", "due", "pending", "request")
DONE = ("attended", "complet", "done", "carried out")
CHECKS = (
    ("dent", "teeth_check"),
    ("teeth", "teeth_check"),
    ("optic", "eye_check"),
    ("eye", "eye_check"),
    ("sight", "eye_check"),
    ("vision", "eye_check"),
    ("assess", "health_assessment"),
    ("rha", "health_assessment"),
    ("iha", "health_assessment"),
    ("develop", "health_check"),
    ("surveillance", "health_check"),
    ("health visitor", "health_check"),
    ("health check", "health_assessment"),
)
ALONE = ("unaccompanied", "uasc")

Facts = Iterator[EntryDraft]


def review(row: Row, origin: Origin) -> Facts:
    """A review that was held; one that was cancelled, or is only due, says nothing."""
    if row.day("cla_review_date") and row.number("cla_review_cancelled") != YES:
        yield origin.draft(row, "", "review_held", point(row.day("cla_review_date")), code=row.text("cla_review_participation"))


def care_visit(row: Row, origin: Origin) -> Facts:
    """A visit by the worker of a child in care."""
    if row.day("cla_visit_date"):
        seen, alone = row.number("cla_visit_seen"), row.number("cla_visit_seen_alone")
        yield origin.draft(row, "", "visit_held", point(row.day("cla_visit_date")), purpose="care", seen=seen, alone=alone)


def health(row: Row, origin: Origin) -> Facts:
    """A health check that took place. What was planned, refused or missed says nothing about somebody's health."""
    kind = row.text("health_check_type").lower()
    fact = next((name for sign, name in CHECKS if sign in kind), "")
    if fact and row.day("health_check_date") and _took_place(row.text("health_check_status")):
        yield origin.draft(row, "", "health_check", point(row.day("health_check_date")), **{fact: YES})


def _took_place(status: str) -> bool:
    said = status.lower()
    return any(sign in said for sign in DONE) and "not " not in said or not any(sign in said for sign in HELD_UP)


def immunisations(row: Row, origin: Origin) -> Facts:
    """Whether vaccines were up to date."""
    status = row.number("immunisations_status")
    if status is not None:
        yield origin.draft(row, "", "health_check", point(row.day("immunisations_status_date")), immunisations=status)


def feelings_form(row: Row, origin: Origin) -> Facts:
    """The form about how somebody feels (SDQ): its score, or why there is none."""
    score, reason = row.number("sdq_score"), row.text("sdq_reason")
    if score is not None or reason:
        yield origin.draft(row, "", "health_check", point(row.day("sdq_completed_date")), sdq_score=score, sdq_reason=reason)


def substances(row: Row, origin: Origin) -> Facts:
    """Worries about drugs or alcohol. A row is a worry, unless it says no."""
    misused = NO if row.text("substance_misused").lower() in {"n", "no", "0", "none"} else YES
    helped = row.number("intervention_received")
    when = point(row.day("substance_misuse_date"))
    yield origin.draft(row, "", "health_check", when, substance_misuse=misused, intervention_received=helped)


def conviction(row: Row, origin: Origin) -> Facts:
    """A conviction or caution."""
    yield origin.draft(row, "", "conviction", point(row.day("cla_conviction_date")), offence=row.text("cla_conviction_offence"))


def care_plan(row: Row, origin: Origin) -> Facts:
    """What the care plan aimed at. A plan for adoption stands apart, under the rules for adoption."""
    goals = row.listed("cla_care_plan_json")
    when = stretch(row.day("cla_care_plan_start_date"), row.day("cla_care_plan_end_date"))
    adoption = tuple(goal for goal in goals if goal.startswith(ADOPTION_PLANS))
    open_goals = tuple(goal for goal in goals if goal not in adoption)
    if open_goals:
        yield origin.draft(row, "care_plan", "care_plan", when, goals=",".join(open_goals))
    if adoption:
        yield origin.draft(row, ADOPTION, ADOPTION, when, restricted=ADOPTION, step="planned")


def time_away(row: Row, origin: Origin) -> Facts:
    """A time somebody was away, and the talk they were offered when they came back."""
    start, end = row.day("missing_episode_start_date"), row.day("missing_episode_end_date")
    offered, accepted = row.number("missing_rhi_offered"), row.number("missing_rhi_accepted")
    if start or end:
        code = row.text("missing_episode_type")
        yield origin.draft(row, "", "missing_episode", stretch(start, end), code=code, talk_offered=offered, talk_accepted=accepted)


def earlier_order(row: Row, origin: Origin) -> Facts:
    """An order from before this time in care."""
    if row.text("previous_permanence_option"):
        day, precision = row.partial("previous_permanence_order_date")
        when = When(day, None, precision) if day else UNKNOWN_DAY
        code, authority = row.text("previous_permanence_option"), row.text("previous_permanence_la")
        yield origin.draft(row, "", "previous_order", when, code=code, authority=authority)


STEPS = (
    ("adm_decision_date", "decided"),
    ("ffa_cp_decision_date", "decided_early"),
    ("placement_order_date", "court_order"),
    ("matched_date", "matched"),
    ("placed_ffa_cp_date", "placed_early"),
    ("placed_foster_carer_date", "placed_with_carer"),
)
BY_CARERS = {YES: "by foster carers", NO: "by others"}


def permanence(row: Row, origin: Origin) -> Facts:
    """The steps towards adoption or another order for good. All of them are under the rules for adoption: they leave no trace."""
    for name, step in STEPS:
        if row.day(name):
            detail = BY_CARERS.get(row.number("adopted_by_carer_flag") or NO) if step == "matched" and _says_who(row) else None
            yield _step(row, step, point(row.day(name)), origin, detail=detail)
    placed, back, why = row.day("placed_for_adoption_date"), row.day("decision_reversed_date"), row.text("decision_reversed_reason")
    if placed:
        yield _step(row, "placed", When(placed, back if back and back >= placed else None), origin, code=why)
    elif back:
        yield _step(row, "decision_changed", point(back), origin, code=why)
    if row.day("permanence_order_date"):
        yield _step(row, "order", point(row.day("permanence_order_date")), origin, code=row.text("permanence_order_type"))


def _says_who(row: Row) -> bool:
    return row.number("adopted_by_carer_flag") is not None


def _step(row: Row, step: str, when: When, origin: Origin, **facts: str | None) -> EntryDraft:
    return origin.draft(row, step, ADOPTION, when, restricted=ADOPTION, step=step, **facts)


def after_care(row: Row, origin: Origin) -> Facts:
    """Being in touch, home, work and rights after care, as they are on the day of the export; and when the plan was looked at."""
    touched = row.day("care_leaver_latest_contact")
    now = point(touched)
    touch, home, work = row.text("care_leaver_in_touch"), row.text("care_leaver_accommodation"), row.text("care_leaver_activity")
    if touch not in NOTHING_TO_SAY:
        yield origin.draft(row, "touch", "leaving_care_touch", now, code=touch)
    if home not in NOTHING_TO_SAY:
        code, suitable = _home_and_suitable(home, row.text("care_leaver_accom_suitable"))
        yield origin.draft(row, "home", "leaving_care_home", now, code=code, suitable=suitable)
    if work not in NOTHING_TO_SAY:
        yield origin.draft(row, "activity", "leaving_care_activity", now, code=work)
    if row.text("care_leaver_eligibility"):
        category = entitlement(row.text("care_leaver_eligibility"))
        yield origin.draft(row, "rights", "leaving_care_rights", UNKNOWN_DAY, category=category)
    looked_at = row.day("pathway_plan_review_date")
    if looked_at and looked_at <= origin.today:
        yield origin.draft(row, f"pathway_plan/{looked_at.isoformat()}", "pathway_plan", point(looked_at))


def _home_and_suitable(code: str, suitable: str) -> tuple[str, int | None]:
    """The letter, and whether it was suitable (1) or not (2), from a field of its own or after the letter."""
    letter, digit = (code[0], code[1:]) if code[:1].isalpha() and code[1:] in {"1", "2"} else (code, "")
    said = {"1": 1, "2": 2, "y": 1, "yes": 1, "suitable": 1, "n": 2, "no": 2, "unsuitable": 2}.get((suitable or digit).lower())
    return letter, said


def entitlement(words: str) -> str:
    """The code of a right to help after care, from the words that systems write; else the words."""
    plain = " ".join(words.lower().replace("-", " ").replace("_", " ").split())
    if "former" in plain:
        return "FORMER_RELEVANT"
    return next(
        (code for sign, code in (("qualif", "QUALIFYING"), ("relevant", "RELEVANT"), ("eligible", "ELIGIBLE")) if sign in plain), words
    )


def person(row: Row, origin: Origin) -> Facts:
    """What the dataset says about who somebody is."""
    if row.text("ethnicity"):
        yield origin.draft(row, "ethnic_background", "ethnic_background", UNKNOWN_DAY, code=row.text("ethnicity"))
    if row.text("nationality"):
        yield origin.draft(row, "nationality", "nationality", UNKNOWN_DAY, words=row.text("nationality"))


def own_child(row: Row, origin: Origin) -> Facts:
    """A child of the young person. It stands in their own file; the child's file says who their mother is."""
    born: date | None = row.day("childs_dob")
    yield origin.draft(row, "own_child", "own_child", point(born), born=born.isoformat() if born else None)


def disability(row: Row, origin: Origin) -> Facts:
    """A disability, in the code of the children in need census."""
    if row.text("disability_code"):
        yield origin.draft(row, "", "disability", UNKNOWN_DAY, code=row.text("disability_code"))


def immigration(row: Row, origin: Origin) -> Facts:
    """A right to be in the UK; coming without parents is the same fact as in the return."""
    status = row.text("immigration_status")
    start, end = row.day("immigration_status_start_date"), row.day("immigration_status_end_date")
    if any(sign in status.lower() for sign in ALONE):
        yield origin.draft(row, "unaccompanied", "unaccompanied", UNKNOWN_DAY, until=end.isoformat() if end else None)
    elif status:
        yield origin.draft(row, "", "immigration", stretch(start, end), status=status)


def asked(row: Row, origin: Origin) -> Facts:
    """What the young person said about the help they get."""
    said = {
        "worries_explained": row.number("explained_worries"),
        "story_helped": row.number("story_help_understand"),
        "agreed": row.number("agree_worker"),
        "plan_safe": row.number("plan_safe"),
        "tablet_helped": row.number("tablet_help_explain"),
    }
    if any(answer is not None for answer in said.values()):
        yield origin.draft(row, "", "asked_about_help", UNKNOWN_DAY, **said)


def worker(row: Row, origin: Origin) -> Facts:
    """Somebody who worked with the young person, with a name, from and to."""
    known = origin.workers.get(row.text("professional_id"))
    role = role_of(row.text("professional_role_id"), known.role if known else "")
    start, end = row.day("involvement_start_date"), row.day("involvement_end_date")
    if start or end:
        number = known.number if known else row.text("professional_id")
        name, reason = known.name if known else "", row.text("worker_change_reason")
        when = When(start, end) if start else When(None, end, Precision.DAY)
        yield origin.draft(row, "", "worker_period", when, worker_key=number, name=name, role=role, reason=reason if end else "")


ROLES = (
    ("reviewing", "independent reviewing officer"),
    ("iro", "independent reviewing officer"),
    ("personal advis", "personal adviser"),
    ("pathway", "personal adviser"),
    ("leaving care", "personal adviser"),
    ("social work", "social worker"),
    ("case worker", "social worker"),
    ("caseworker", "social worker"),
    ("family support", "family support worker"),
    ("early help", "early help worker"),
    ("conference chair", "chair of meetings"),
    ("health visitor", "health visitor"),
)


def role_of(role: str, job_title: str) -> str:
    """What somebody does, in everyday words: from their role for this young person, else from their job."""
    for said in (role, job_title):
        plain = said.lower().replace("_", " ")
        for sign, word in ROLES:
            if sign in plain.split() or (len(sign) > 3 and sign in plain):
                return word
        if plain.strip() in {"sw", "asw", "allocated", "allocated worker", "key worker", "lead"}:
            return "social worker"
        if plain.strip() == "pa":
            return "personal adviser"
    return job_title.strip().lower() if any(letter.islower() for letter in job_title) else ""

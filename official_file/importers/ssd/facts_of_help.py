"""Early help, children in need, protection, assessments and school -> facts. Each row stands alone; a worker opens each."""

from collections.abc import Iterator

from official_file.drafts import EntryDraft
from official_file.importers.ssd.origin import UNKNOWN_DAY, Origin, point, stretch
from official_file.importers.ssd.rows import Row
from official_file.plain_language.when import When

HARD = 2  # sensitivity of what tells of harm
YES, NO = 1, 0
ANSWERS = {
    "y": "yes",
    "yes": "yes",
    "1": "yes",
    "agreed": "yes",
    "true": "yes",
    "n": "no",
    "no": "no",
    "0": "no",
    "refused": "no",
    "false": "no",
}
TOOK_NO_PART = frozenset({"pn0", "pn3", "pn7", "n", "no", "0"})

Facts = Iterator[EntryDraft]


def early_help(row: Row, origin: Origin) -> Facts:
    """Help a family had before anybody thought of care."""
    when = stretch(row.day("episode_start_date"), row.day("episode_end_date"))
    reason, ended, place = row.text("episode_reason"), row.text("episode_end_reason"), row.text("episode_organisation")
    by = row.text("episode_worker_id")
    yield origin.draft(row, "", "early_help", when, by=by, reason=reason, ended=ended, organisation=place)


def in_need(row: Row, origin: Origin) -> Facts:
    """A time as a child in need: from the day somebody asked to the day it was closed. Who asked is never imported."""
    when = stretch(row.day("referral_date"), row.day("close_date"))
    code, ended, nothing = row.text("cin_primary_need_code"), row.text("close_reason"), row.number("referral_nfa")
    yield origin.draft(row, "", "in_need", when, by=row.text("referral_worker_id"), code=code, ended=ended, nothing_more=nothing)


def need_plan(row: Row, origin: Origin) -> Facts:
    """A child in need plan."""
    when = stretch(row.day("cin_plan_start_date"), row.day("cin_plan_end_date"))
    yield origin.draft(row, "", "need_plan", when, by=row.text("cin_plan_worker_id"))


def need_visit(row: Row, origin: Origin) -> Facts:
    """A visit to a child in need."""
    yield from _visit(row, "cin_visit", "need", None, origin)


def protection_visit(row: Row, origin: Origin) -> Facts:
    """A visit under a child protection plan."""
    yield from _visit(row, "cp_visit", "protection", HARD, origin)


def _visit(row: Row, name: str, purpose: str, sensitivity: int | None, origin: Origin) -> Facts:
    if row.day(f"{name}_date"):
        seen, alone, bedroom = (row.number(f"{name}_{what}") for what in ("seen", "seen_alone", "bedroom"))
        when = point(row.day(f"{name}_date"))
        facts = {"purpose": purpose, "seen": seen, "alone": alone, "bedroom": bedroom}
        yield origin.draft(row, "", "visit_held", when, sensitivity=sensitivity, **facts)


def assessment(row: Row, origin: Origin) -> Facts:
    """An assessment: from the day it began to the day it was signed."""
    when = When(row.day("assessment_auth_date") or row.day("assessment_start_date"))
    seen, nothing = row.number("assessment_child_seen"), row.number("assessment_outcome_nfa")
    by = row.text("assessment_worker_id")
    yield origin.draft(row, "", "assessment_made", when if when.start else UNKNOWN_DAY, by=by, seen=seen, nothing_more=nothing)


def factors(row: Row, origin: Origin) -> Facts:
    """What an assessment was worried about, in codes: kept, and told only by a worker."""
    if codes := row.listed("assessment_factors_json"):
        yield origin.draft(row, "", "assessment_factors", UNKNOWN_DAY, codes=",".join(codes))


def protection_plan(row: Row, origin: Origin) -> Facts:
    """A child protection plan: what workers were worried about first, and last."""
    when = stretch(row.day("cp_plan_start_date"), row.day("cp_plan_end_date"))
    first, latest = row.text("cp_plan_initial_category"), row.text("cp_plan_latest_category")
    yield origin.draft(row, "", "protection_plan", when, code=first or latest, latest=latest, other_council=row.number("cp_plan_ola"))


def protection_review(row: Row, origin: Origin) -> Facts:
    """A conference that looked at a plan again."""
    if row.day("cp_review_date"):
        part = row.text("cp_review_participation").lower()
        took_part = None if not part else NO if part in TOOK_NO_PART else YES
        goes_on, when = row.number("cp_review_outcome_continue_cp"), point(row.day("cp_review_date"))
        yield origin.draft(row, "", "protection_meeting", when, step="review", plan=goes_on, took_part=took_part)


def conference(row: Row, origin: Origin) -> Facts:
    """The first conference."""
    if row.day("icpc_date"):
        by, when = row.text("icpc_worker_id"), point(row.day("icpc_date"))
        yield origin.draft(row, "", "protection_meeting", when, by=by, step="first", plan=row.number("icpc_outcome_cp_flag"))


def enquiry(row: Row, origin: Origin) -> Facts:
    """An enquiry about harm (Children Act 1989 s 47)."""
    when = stretch(row.day("s47_start_date"), row.day("s47_end_date"))
    yield origin.draft(row, "", "enquiry", when, by=row.text("s47_completed_by_worker_id"), nothing_more=row.number("s47_nfa"))


def told(row: Row, origin: Origin) -> Facts:
    """That the council was told something. Who told it is never imported."""
    if row.day("contact_date"):
        yield origin.draft(row, "", "asked_for_help", point(row.day("contact_date")))


def before_court(row: Row, origin: Origin) -> Facts:
    """The council told the parents what had to change before it asked a court."""
    if row.day("pre_pro_decision_date"):
        yield origin.draft(row, "", "before_court", point(row.day("pre_pro_decision_date")), outcome=row.text("pre_pro_outcome"))


def school_request(row: Row, origin: Origin) -> Facts:
    """Somebody asked for a plan for learning, and what the council decided."""
    if row.day("ehcp_req_date"):
        yield origin.draft(row, "asked", "education_step", point(row.day("ehcp_req_date")), step="asked")
    if row.day("ehcp_req_outcome_date"):
        outcome, when = _answer(row.text("ehcp_req_outcome")), point(row.day("ehcp_req_outcome_date"))
        yield origin.draft(row, "decided", "education_step", when, step="decided", outcome=outcome)


def school_assessment(row: Row, origin: Origin) -> Facts:
    """The council decided whether to make a plan for learning."""
    if row.day("ehcp_assessment_outcome_date"):
        outcome, when = _answer(row.text("ehcp_assessment_outcome")), point(row.day("ehcp_assessment_outcome_date"))
        detail = row.text("ehcp_assessment_exceptions")
        yield origin.draft(row, "", "education_step", when, step="assessed", outcome=outcome, detail=detail)


def school_plan(row: Row, origin: Origin) -> Facts:
    """A plan for learning."""
    when = stretch(row.day("named_plan_start_date"), row.day("named_plan_ceased_date"))
    yield origin.draft(row, "", "education_plan", when, ended=row.text("named_plan_ceased_reason"))


def school_plan_looked_at(row: Row, origin: Origin) -> Facts:
    """A plan for learning was looked at again. The day is part of the key: next year's is a new event, and this one stays."""
    looked_at = row.day("active_ehcp_last_review_date")
    if looked_at and looked_at <= origin.today:
        yield origin.draft(row, looked_at.isoformat(), "education_step", point(looked_at), step="looked_at")


def learning_need(row: Row, origin: Origin) -> Facts:
    """What help with learning somebody needs."""
    if row.text("active_ehcp_need_type"):
        code, rank = row.text("active_ehcp_need_type"), row.text("active_ehcp_need_rank")
        yield origin.draft(row, "", "learning_need", UNKNOWN_DAY, code=code, rank=rank)


def _answer(said: str) -> str:
    return ANSWERS.get(said.strip().lower(), said)

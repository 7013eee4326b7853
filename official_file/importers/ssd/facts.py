"""One person's rows -> everything they say, as drafts of entries. Pure: the same rows and the same file give the same drafts."""

from collections.abc import Callable, Iterator, Mapping

from official_file.drafts import EntryDraft
from official_file.importers.comparing import Known
from official_file.importers.ssd import facts_of_help, facts_of_life
from official_file.importers.ssd.facts_of_care import care_facts
from official_file.importers.ssd.origin import Origin
from official_file.importers.ssd.rows import Row

FACTS_OF: Mapping[str, Callable[[Row, Origin], Iterator[EntryDraft]]] = {
    "ssd_person": facts_of_life.person,
    "ssd_mother": facts_of_life.own_child,
    "ssd_disability": facts_of_life.disability,
    "ssd_immigration_status": facts_of_life.immigration,
    "ssd_involvements": facts_of_life.worker,
    "ssd_voice_of_child": facts_of_life.asked,
    "ssd_cla_reviews": facts_of_life.review,
    "ssd_cla_visits": facts_of_life.care_visit,
    "ssd_cla_health": facts_of_life.health,
    "ssd_cla_immunisations": facts_of_life.immunisations,
    "ssd_sdq_scores": facts_of_life.feelings_form,
    "ssd_cla_substance_misuse": facts_of_life.substances,
    "ssd_cla_convictions": facts_of_life.conviction,
    "ssd_cla_care_plan": facts_of_life.care_plan,
    "ssd_missing": facts_of_life.time_away,
    "ssd_cla_previous_permanence": facts_of_life.earlier_order,
    "ssd_permanence": facts_of_life.permanence,
    "ssd_care_leavers": facts_of_life.after_care,
    "ssd_early_help_episodes": facts_of_help.early_help,
    "ssd_cin_episodes": facts_of_help.in_need,
    "ssd_cin_plans": facts_of_help.need_plan,
    "ssd_cin_visits": facts_of_help.need_visit,
    "ssd_cin_assessments": facts_of_help.assessment,
    "ssd_assessment_factors": facts_of_help.factors,
    "ssd_cp_plans": facts_of_help.protection_plan,
    "ssd_cp_visits": facts_of_help.protection_visit,
    "ssd_cp_reviews": facts_of_help.protection_review,
    "ssd_initial_cp_conference": facts_of_help.conference,
    "ssd_s47_enquiry": facts_of_help.enquiry,
    "ssd_contacts": facts_of_help.told,
    "ssd_pre_proceedings": facts_of_help.before_court,
    "ssd_ehcp_requests": facts_of_help.school_request,
    "ssd_ehcp_assessment": facts_of_help.school_assessment,
    "ssd_ehcp_named_plan": facts_of_help.school_plan,
    "ssd_ehcp_active_plans": facts_of_help.school_plan_looked_at,
    "ssd_sen_need": facts_of_help.learning_need,
}


def facts_of(rows: Mapping[str, list[Row]], known: Known, origin: Origin) -> list[EntryDraft]:
    """Every fact, each with a key of its own. `known`: what the file already holds of this child from the dataset."""
    found = list(care_facts(rows, known, origin))
    for table, tell in FACTS_OF.items():
        for row in rows.get(table, []):
            found += tell(row, origin)
    return found

"""Every table and field of the Standard Safeguarding Dataset, and what becomes of it: the one place to look it up.

    table_called("cla_placements")                  ->   the table ssd_cla_placement
    table_with(["clap_cla_placement_id", ...])      ->   the same, by its columns

`manage.py import_ssd --fields` prints it for people. Section, sensitivity and opening rule of what a field feeds are those of
the kind of entry (official_file/kinds.py, official_file/opening_rules.py), so they are said once.
"""

import re
from collections.abc import Iterable, Iterator

from official_file.importers.ssd import tables_of_care, tables_of_help, tables_of_people
from official_file.importers.ssd.shapes import Field, Table

# In this order they are read: whoever is pointed at comes before whoever points.
TABLES: dict[str, Table] = {table.name: table for table in (*tables_of_people.TABLES, *tables_of_care.TABLES, *tables_of_help.TABLES)}
OFF = frozenset(table.name for table in TABLES.values() if table.off)

# Other names that versions of the dataset, and systems that export it, have given the same table or field.
TABLE_SYNONYMS = {
    "ssd_sdq": "ssd_sdq_scores",
    "ssd_cla_sdq_scores": "ssd_sdq_scores",
    "ssd_persons": "ssd_person",
    "ssd_people": "ssd_person",
    "ssd_families": "ssd_family",
    "ssd_s47": "ssd_s47_enquiry",
    "ssd_s47_enquiries": "ssd_s47_enquiry",
    "ssd_legal_statuses": "ssd_legal_status",
    "ssd_immigration_statuses": "ssd_immigration_status",
    "ssd_icpc": "ssd_initial_cp_conference",
    "ssd_voice_of_the_child": "ssd_voice_of_child",
    "ssd_previous_permanence": "ssd_cla_previous_permanence",
    "ssd_disabilities": "ssd_disability",
    "ssd_early_help": "ssd_early_help_episodes",
    "ssd_cla_care_plans": "ssd_cla_care_plan",
    "ssd_cp_conference": "ssd_initial_cp_conference",
}
FIELD_SYNONYMS = {
    "clap_placement_id": "clap_cla_placement_id",
    "ehca_ehcp_asmt_id": "ehca_ehcp_assessment_id",
    "ehca_ehcp_asmt_request_id": "ehca_ehcp_request_id",
    "ehca_ehcp_asmt_outcome_date": "ehca_ehcp_assessment_outcome_date",
    "ehca_ehcp_asmt_outcome": "ehca_ehcp_assessment_outcome",
    "ehca_ehcp_asmt_exceptions": "ehca_ehcp_assessment_exceptions",
    "ehcn_ehcp_assessment_id": "ehcn_ehcp_asmt_id",
    "lega_legal_status_start": "lega_legal_status_start_date",
    "lega_legal_status_end": "lega_legal_status_end_date",
    "miss_missing_episode_start": "miss_missing_episode_start_date",
    "miss_missing_episode_end": "miss_missing_episode_end_date",
    "immi_immigration_status_start": "immi_immigration_status_start_date",
    "immi_immigration_status_end": "immi_immigration_status_end_date",
    "csdq_sdq_completed": "csdq_sdq_completed_date",
    "cine_referral_source": "cine_referral_source_code",
    "cine_cin_primary_need": "cine_cin_primary_need_code",
    "clae_cla_primary_need": "clae_cla_primary_need_code",
    "clas_substance_misuse_intervention": "clas_intervention_received",
    "cinp_cin_plan_start": "cinp_cin_plan_start_date",
    "cinp_cin_plan_end": "cinp_cin_plan_end_date",
    "earl_episode_start": "earl_episode_start_date",
    "earl_episode_end": "earl_episode_end_date",
    "clar_cla_review_due": "clar_cla_review_due_date",
    "fami_family_table_id": "fami_table_id",
    "prep_la_initial_plan_approved": "prep_la_inital_plan_approved",
    "invo_involvement_id": "invo_involvements_id",
    "invo_role": "invo_professional_role_id",
}
ENOUGH_SIGNS = 2


def table_called(name: str) -> Table | None:
    """The table of this name, however it is spelt: with or without ssd_, singular or plural, with a schema or an ending."""
    plain = re.sub(r"[^a-z0-9]+", "_", name.lower().rsplit("/", 1)[-1].removesuffix(".csv")).strip("_")
    start = plain.find("ssd_")
    plain = plain[start:] if start >= 0 else f"ssd_{plain}"
    return _BY_NAME.get(_singular(plain)) or _BY_NAME.get(_singular(re.sub(r"(_\d+)+$", "", plain)))


def table_with(columns: Iterable[str]) -> Table | None:
    """The table that these columns belong to, or None when they are those of no table, or of two alike."""
    names = [column_name(column) for column in columns]
    signs = {table.name: sum(name in _FIELDS[table.name] for name in names) for table in TABLES.values()}
    best = max(signs, key=lambda name: signs[name])
    return TABLES[best] if signs[best] >= ENOUGH_SIGNS else None


def column_name(cell: str) -> str:
    """A heading as the dataset writes it."""
    name = cell.strip().strip("\ufeff\"'[]`").strip().lower().replace(" ", "_")
    return FIELD_SYNONYMS.get(name, name)


def field_of(table: Table, column: str) -> Field | None:
    """The field of this column; a column may have lost its table's prefix."""
    name = column_name(column)
    return _FIELDS[table.name].get(name) or _FIELDS[table.name].get(column_name(table.full(name)))


def all_fields() -> Iterator[tuple[Table, Field]]:
    """Every field of every table."""
    return ((table, field) for table in TABLES.values() for field in table.fields)


def _singular(name: str) -> str:
    return TABLE_SYNONYMS.get(name, name).removesuffix("s")


_BY_NAME = {_singular(name): table for name, table in TABLES.items()}
_FIELDS = {table.name: {table.full(field.name): field for field in table.fields} for table in TABLES.values()}

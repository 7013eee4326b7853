"""Who people are, who belongs to them, who works with them; and what the dataset says about itself."""

from official_file.importers.ssd.shapes import (
    ABOUT_STAFF,
    NO_USE,
    NOT_ABOUT_THEM,
    WHERE_PEOPLE_LIVE,
    Form,
    Table,
    fact,
    key,
    no,
)

PERSON = Table(
    "ssd_person",
    "pers_",
    (
        key("person_id", "identifier.ssd"),
        fact("forename", Form.TEXT, "name.legal"),
        fact("surname", Form.TEXT, "name.legal"),
        fact("sex", Form.CODE, "connection.relation"),
        no("gender", "Nobody is told here who they are. Young people say it in their own words."),
        fact("ethnicity", Form.CODE, "ethnic_background.code", codes="ETHNIC"),
        fact("dob", Form.DAY, "child.date_of_birth"),
        key("common_child_id", "identifier.match"),
        key("legacy_id", "identifier.match"),
        no("upn_unknown", "It says why there is no pupil number."),
        no("send_flag", "It says only that other tables say more."),
        no("expected_dob", "A birth that was expected says nothing about what happened."),
        fact("death_date", Form.DAY, "child.died_on"),
        no("is_mother", "The table ssd_mother says it with the child's name and day of birth."),
        fact("nationality", Form.TEXT, "nationality.words"),
    ),
    key="person_id",
    person="person_id",
)
LINKED = Table(
    "ssd_linked_identifiers",
    "link_",
    (
        key("table_id"),
        key("person_id"),
        fact("identifier_type", Form.TEXT, "identifier.match"),
        fact("identifier_value", Form.TEXT, "identifier.upn", "identifier.match"),
        no("valid_from_date", NO_USE),
        no("valid_to_date", NO_USE),
    ),
    key="table_id",
    person="person_id",
)
FAMILY = Table(
    "ssd_family",
    "fami_",
    (key("table_id"), key("family_id", "family"), key("person_id", "connection.family")),
    key="table_id",
    person="person_id",
)
MOTHER = Table(
    "ssd_mother",
    "moth_",
    (
        key("table_id"),
        key("person_id", "connection.mother"),
        key("childs_person_id", "connection.mother"),
        fact("childs_dob", Form.DAY, "own_child.born"),
    ),
    key="table_id",
    person="person_id",
)
DISABILITY = Table(
    "ssd_disability",
    "disa_",
    (key("person_id"), key("table_id"), fact("disability_code", Form.CODE, "disability.code", codes="DISABILITY")),
    key="table_id",
    person="person_id",
)
IMMIGRATION = Table(
    "ssd_immigration_status",
    "immi_",
    (
        key("person_id"),
        key("immigration_status_id"),
        fact("immigration_status", Form.TEXT, "immigration.status", "unaccompanied"),
        fact("immigration_status_start_date", Form.DAY, "immigration.when"),
        fact("immigration_status_end_date", Form.DAY, "immigration.when", "unaccompanied.until"),
    ),
    key="immigration_status_id",
    person="person_id",
    first="immigration_status_start_date",
    last="immigration_status_end_date",
)
INVOLVEMENTS = Table(
    "ssd_involvements",
    "invo_",
    (
        key("involvements_id"),
        key("professional_id", "worker_period.worker_key"),
        fact("professional_role_id", Form.TEXT, "worker_period.role"),
        no("professional_team", "Who a worker is says their name and what they do, not their team."),
        fact("involvement_start_date", Form.DAY, "worker_period.when"),
        fact("involvement_end_date", Form.DAY, "worker_period.when"),
        fact("worker_change_reason", Form.TEXT, "worker_period.reason", codes="SW_REASON"),
        key("person_id"),
        no("referral_id", NO_USE),
    ),
    key="involvements_id",
    person="person_id",
    first="involvement_start_date",
    last="involvement_end_date",
    with_tables=("ssd_professionals",),
)
PROFESSIONALS = Table(
    "ssd_professionals",
    "prof_",
    (
        key("professional_id"),
        no("staff_id", ABOUT_STAFF),
        fact("professional_name", Form.TEXT, "worker_period.name", "connection.professional"),
        fact("social_worker_registration_no", Form.TEXT, "worker_period.worker_key"),
        fact("professional_job_title", Form.TEXT, "worker_period.role"),
        no("professional_caseload", ABOUT_STAFF),
        no("professional_department", ABOUT_STAFF),
        no("full_time_equivalency", ABOUT_STAFF),
        no("agency_worker_flag", ABOUT_STAFF),
    ),
    key="professional_id",
)
ADDRESS = Table(
    "ssd_address",
    "addr_",
    tuple(
        no(name, WHERE_PEOPLE_LIVE)
        for name in (
            "table_id",
            "address_json",
            "person_id",
            "address_type",
            "address_start_date",
            "address_end_date",
            "address_postcode",
        )
    ),
)
DEPARTMENT = Table(
    "ssd_department", "dept_", tuple(no(name, NOT_ABOUT_THEM) for name in ("team_id", "team_name", "team_parent_id", "team_parent_name"))
)
STAGING = Table(
    "ssd_api_data_staging",
    "",
    tuple(
        no(name, "What the council sends to the government; it says nothing that other tables do not say.")
        for name in (
            "id",
            "person_id",
            "json_payload",
            "current_hash",
            "previous_hash",
            "submission_status",
            "submission_timestamp",
            "api_response",
            "row_state",
            "last_updated",
        )
    ),
)
VERSION = Table(
    "ssd_version_log",
    "",
    (
        no("version_number", NOT_ABOUT_THEM),
        fact("release_date", Form.DAY, "as_of"),
        no("description", NOT_ABOUT_THEM),
        no("is_current", NOT_ABOUT_THEM),
        fact("created_at", Form.DAY, "as_of"),
        no("created_by", ABOUT_STAFF),
        no("impact_description", NOT_ABOUT_THEM),
    ),
)
FINANCE = Table(
    "ssd_s251_finance",
    "s251_",
    tuple(
        no(name, "It is about money that the council spent.")
        for name in ("table_id", "cla_placement_id", "placeholder_1", "placeholder_2", "placeholder_3", "placeholder_4")
    ),
)
VOICE = Table(
    "ssd_voice_of_child",
    "voch_",
    (
        key("table_id"),
        key("person_id"),
        fact("explained_worries", Form.YES_NO, "asked_about_help.worries_explained"),
        fact("story_help_understand", Form.YES_NO, "asked_about_help.story_helped"),
        fact("agree_worker", Form.YES_NO, "asked_about_help.agreed"),
        fact("plan_safe", Form.YES_NO, "asked_about_help.plan_safe"),
        fact("tablet_help_explain", Form.YES_NO, "asked_about_help.tablet_helped"),
    ),
    key="table_id",
    person="person_id",
)

TABLES = (
    PERSON,
    LINKED,
    FAMILY,
    MOTHER,
    DISABILITY,
    IMMIGRATION,
    INVOLVEMENTS,
    PROFESSIONALS,
    VOICE,
    ADDRESS,
    DEPARTMENT,
    STAGING,
    VERSION,
    FINANCE,
)

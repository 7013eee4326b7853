"""What an entry can be about that is hard to read: one table of themes, and which entries carry them by rule.

    by_rule("missing_episode", {"code": "M"}, "")    ->   Known({"missing"}, sure=True)
    by_rule("visit", {"title": "A visit"}, "We..")   ->   Known(set(), sure=False): a person wrote it, so a person must say

A theme is what the reader may choose never to see, what a content note names, and what a strong warning stands on. An entry
whose themes nobody can be sure of (`sure` False) stays closed while its reader has chosen never to see some kind.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from law.wording import gettext_noop
from official_file.kinds import KINDS
from official_file.opening_rules import ADOPTION_CODES, DEATH_CODES
from official_file.plain_language.codes import meaning
from official_file.plain_language.facts import CODE_LISTS, code_of, text_of

Facts = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Theme:
    """One thing an entry can be about. `label` is read by a child; `strong`: its entries open only after a warning (R18)."""

    slug: str
    label: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """The themes an entry carries by rule. `sure` False: there may be others, until a worker has said."""

    themes: frozenset[str]
    sure: bool


_TABLE = (
    Theme("violence", gettext_noop("Fighting and violence"), strong=True),
    Theme("hurt", gettext_noop("Children being hurt or not looked after"), strong=True),
    Theme("sexual_harm", gettext_noop("Sexual harm"), strong=True),
    Theme("death", gettext_noop("Someone dying"), strong=True),
    Theme("self_harm", gettext_noop("Hurting yourself"), strong=True),
    Theme("drink_drugs", gettext_noop("Drink and drugs")),
    Theme("illness", gettext_noop("Being ill, and hospital")),
    Theme("police_court", gettext_noop("Police and court")),
    Theme("missing", gettext_noop("Running away or going missing")),
    Theme("goodbyes", gettext_noop("Moving and saying goodbye")),
    Theme("family", gettext_noop("Family who could not look after you")),
    Theme("adoption", gettext_noop("Adoption")),
    Theme("money", gettext_noop("Money worries, or no home")),
    Theme("hate", gettext_noop("Bullying and hate")),
)
THEMES: dict[str, Theme] = {theme.slug: theme for theme in _TABLE}
STRONG = frozenset(theme.slug for theme in _TABLE if theme.strong)

# Every entry of the kind is about this, whatever it says.
KIND_THEMES: dict[str, frozenset[str]] = {
    "health_check": frozenset({"illness"}),
    "conviction": frozenset({"police_court"}),
    "adoption": frozenset({"adoption"}),
    "missing_episode": frozenset({"missing"}),
    "deprivation_of_liberty": frozenset({"police_court"}),
    "before_court": frozenset({"police_court", "family"}),
    "move_reason": frozenset({"goodbyes"}),
    "left_care": frozenset({"goodbyes"}),
    "came_into_care": frozenset({"family"}),
    "reason_for_care": frozenset({"family"}),
    "in_need": frozenset({"family"}),
    "early_help": frozenset({"family"}),
    "asked_for_help": frozenset({"family"}),
    "protection_plan": frozenset({"hurt"}),
    "protection_meeting": frozenset({"hurt"}),
    "enquiry": frozenset({"hurt"}),
}

# Further themes of single codes: list -> code -> themes.
CODE_THEMES: dict[str, dict[str, frozenset[str]]] = {
    "CIN": {
        "N1": frozenset({"hurt"}),
        "N3": frozenset({"illness"}),
        "N7": frozenset({"money"}),
    },
    "CP_CATEGORY": {
        "PHY": frozenset({"violence"}),
        "SAB": frozenset({"sexual_harm"}),
        "MUL": frozenset({"violence", "sexual_harm"}),  # which ones it does not say: the stronger is assumed
    },
    "LS": dict.fromkeys(("C1", "C2", "D1", "E1", "L3", "J1", "J2", "J3"), frozenset({"police_court"}))
    | dict.fromkeys(("L1", "L2"), frozenset({"police_court", "hurt"})),
    "PLACE": {
        "K1": frozenset({"police_court"}),
        "R5": frozenset({"police_court"}),
        "R2": frozenset({"illness"}),
        "T1": frozenset({"illness"}),
    },
    "REC": {"E14": frozenset({"police_court"}), "E9": frozenset({"police_court"})},
    "REASON_PLACE_CHANGE": {
        "ALLEG": frozenset({"hurt"}),
        "STAND": frozenset({"hurt"}),
        "APPRR": frozenset({"hurt"}),
        "CUSTOD": frozenset({"police_court"}),
    },
    "SW_REASON": {"SWDIED": frozenset({"death", "goodbyes"})},
    "ACCOM": {"S": frozenset({"money"}), "X": frozenset({"police_court"}), "H": frozenset({"police_court", "goodbyes"})},
    "ACTIV": {"G4": frozenset({"illness"})},
}

# What an assessment was worried about: the factors of the children in need census, by their number.
FACTOR_THEMES: dict[str, frozenset[str]] = {
    "1": frozenset({"drink_drugs"}),
    "2": frozenset({"drink_drugs"}),
    "3": frozenset({"violence"}),
    "4": frozenset({"illness"}),
    "6": frozenset({"illness"}),
    "10": frozenset({"missing"}),
    "11": frozenset({"sexual_harm"}),
    "12": frozenset({"hurt"}),
    "13": frozenset({"violence", "police_court"}),
    "14": frozenset({"police_court"}),
    "15": frozenset({"self_harm"}),
    "16": frozenset({"hurt"}),
    "17": frozenset({"hurt"}),
    "18": frozenset({"hurt", "violence"}),
    "19": frozenset({"hurt", "sexual_harm"}),
    "22": frozenset({"hurt"}),
    "23": frozenset({"hurt", "hate"}),
    "24": frozenset({"hate"}),
}
NO_THEME_FACTORS = frozenset({"5", "7", "8", "9", "21"})

# Facts in which somebody may have written anything at all.
WRITTEN_FACTS = {
    "conviction": ("offence",),
    "adoption": ("detail",),
    "early_help": ("reason",),
    "education_step": ("detail",),
    "visit_held": ("purpose",),
    "care_plan": ("goals",),
    "consent": ("asked",),
}
OWN = "own_words"


def by_rule(kind: str, facts: Facts, text: str, restricted: str = "") -> Known:
    """What is known of the entry without anybody reading it. Their own words carry none, and stay theirs whatever they choose."""
    if kind == OWN:
        return Known(frozenset(), sure=True)
    found = KIND_THEMES.get(kind, _NONE)
    if restricted == "adoption":
        found = found | {"adoption"}
    if kind not in KINDS or KINDS[kind].free:
        return Known(found, sure=False)
    sure = not text and not any(text_of(facts, name) for name in WRITTEN_FACTS.get(kind, ()))
    if kind == "assessment_factors":
        return _of_factors(text_of(facts, "codes"), Known(found, sure))
    if kind in CODE_LISTS:
        code_list, code = code_of(kind, facts)
        found = found | _of_code(code_list, code)
        sure = sure and (not code or meaning(code_list, code).known)
    return Known(found, sure)


def in_order(slugs: object) -> list[str]:
    """Those of these slugs that are themes, in the order of the table."""
    wanted = set(slugs) if isinstance(slugs, set | frozenset | list | tuple) else set()
    return [slug for slug in THEMES if slug in wanted]


_NONE: frozenset[str] = frozenset()


def _of_code(code_list: str, code: str) -> frozenset[str]:
    found = CODE_THEMES.get(code_list, {}).get(code, _NONE)
    if code in ADOPTION_CODES.get(code_list, _NONE):
        found = found | {"adoption"}
    if code in DEATH_CODES.get(code_list, _NONE):
        found = found | {"death"}
    return found


def _of_factors(codes: str, known: Known) -> Known:
    """The census numbers them, and adds a letter for whom each is about: "3A", "15A"."""
    found, sure = known.themes, known.sure
    for code in filter(None, codes.split(",")):
        number = code.strip().rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        found = found | FACTOR_THEMES.get(number, _NONE)
        sure = sure and (number in FACTOR_THEMES or number in NO_THEME_FACTORS)
    return Known(found, sure)

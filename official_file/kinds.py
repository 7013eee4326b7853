"""Every kind of entry: what it is called, which section it stands in, and which facts it holds. One readable table.

`facts` names each key and its type; `free` kinds carry text that a person wrote, which is closed to its subject until a
named worker has read and opened it. docs/reference/entry-kinds.md and the JSON schemas are generated from here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

SECTIONS: tuple[str, ...] = (
    "about_me",
    "why_in_care",
    "homes",
    "family",
    "helpers",
    "health",
    "school",
    "money",
    "plans",
    "decisions",
    "papers",
    "my_words",
    "leaving_care",
)

TEXT, NUMBER, LIST = "string", "integer", "array"


class WrongFacts(ValueError):
    """Facts that do not fit their kind; the message names the kind and the key."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of entry. `facts` maps key to JSON type; every key may also be null or left out."""

    key: str
    name: str
    section: str
    facts: Mapping[str, str] = field(default_factory=dict)
    free: bool = False

    def schema(self) -> dict[str, Any]:
        """The JSON schema of this kind's facts."""
        properties = {key: {"type": [json_type, "null"]} for key, json_type in self.facts.items()}
        return {"title": self.name, "type": "object", "additionalProperties": False, "properties": properties}


_CODE = {"code": TEXT}
_WRITTEN = {"title": TEXT, "summary": TEXT, "key": TEXT, "voice": TEXT}
_ANSWERS = dict.fromkeys(("worries_explained", "story_helped", "agreed", "plan_safe", "tablet_helped"), NUMBER)

KINDS: dict[str, Kind] = {
    kind.key: kind
    for kind in (
        Kind("came_into_care", "Came into care", "why_in_care"),
        Kind("home", "A home", "homes", {"place": TEXT, "provider": TEXT, "rne": TEXT, "short_break": NUMBER}),
        Kind("legal_status", "Legal reason for being in care", "decisions", _CODE),
        Kind("reason_for_care", "Reason for being in care", "why_in_care", _CODE),
        Kind("move_reason", "Reason for a move", "homes", _CODE),
        Kind("left_care", "Left care", "leaving_care", _CODE),
        Kind("review_held", "A review meeting", "plans", _CODE),
        Kind("unaccompanied", "Came to the UK without parents", "about_me", {"until": TEXT}),
        Kind("ethnic_background", "Background as we wrote it", "about_me", _CODE),
        Kind("own_child", "Their own child", "family", {"born": TEXT}),
        Kind(
            "health_check",
            "Health checks",
            "health",
            {
                "sdq_score": NUMBER,
                "sdq_reason": TEXT,
                "health_check": NUMBER,
                "immunisations": NUMBER,
                "teeth_check": NUMBER,
                "eye_check": NUMBER,
                "health_assessment": NUMBER,
                "substance_misuse": NUMBER,
                "intervention_received": NUMBER,
                "intervention_offered": NUMBER,
            },
        ),
        Kind("conviction", "A conviction", "decisions", {"offence": TEXT}),
        Kind("leaving_care_touch", "In touch after care", "leaving_care", _CODE),
        Kind("leaving_care_activity", "Work or study after care", "leaving_care", _CODE),
        Kind("leaving_care_home", "Home after care", "leaving_care", {"code": TEXT, "suitable": NUMBER}),
        Kind("adoption", "Adoption", "decisions", {"step": TEXT, "code": TEXT, "detail": TEXT}),
        Kind("previous_order", "An earlier order", "decisions", {"code": TEXT, "authority": TEXT}),
        Kind("missing_episode", "Time away", "homes", {"code": TEXT, "talk_offered": NUMBER, "talk_accepted": NUMBER}),
        Kind("worker_period", "A worker", "helpers", {"worker_key": TEXT, "reason": TEXT, "name": TEXT, "role": TEXT}),
        Kind("deprivation_of_liberty", "Deprivation of liberty order", "decisions"),
        Kind("visit_held", "A worker's visit", "helpers", {"purpose": TEXT, "seen": NUMBER, "alone": NUMBER, "bedroom": NUMBER}),
        Kind("care_plan", "Aims of the care plan", "plans", {"goals": TEXT}),
        Kind("in_need", "A time as a child in need", "why_in_care", {"code": TEXT, "ended": TEXT, "nothing_more": NUMBER}),
        Kind("need_plan", "A child in need plan", "plans"),
        Kind("protection_plan", "A child protection plan", "plans", {"code": TEXT, "latest": TEXT, "other_council": NUMBER}),
        Kind("protection_meeting", "A child protection conference", "plans", {"step": TEXT, "plan": NUMBER, "took_part": NUMBER}),
        Kind("enquiry", "An enquiry about harm", "why_in_care", {"nothing_more": NUMBER}),
        Kind("asked_for_help", "Somebody told the council", "why_in_care"),
        Kind("assessment_made", "An assessment was made", "plans", {"seen": NUMBER, "nothing_more": NUMBER}),
        Kind("assessment_factors", "What an assessment was worried about", "why_in_care", {"codes": TEXT}),
        Kind("before_court", "Before a court was asked", "decisions", {"outcome": TEXT}),
        Kind("early_help", "Early help", "why_in_care", {"reason": TEXT, "ended": TEXT, "organisation": TEXT}),
        Kind("education_plan", "A plan for help with learning", "school", {"ended": TEXT}),
        Kind("education_step", "A step towards a plan for learning", "school", {"step": TEXT, "outcome": TEXT, "detail": TEXT}),
        Kind("learning_need", "Help needed with learning", "school", {"code": TEXT, "rank": TEXT}),
        Kind("disability", "A disability", "health", _CODE),
        Kind("immigration", "Right to be in the UK", "papers", {"status": TEXT}),
        Kind("nationality", "Nationality", "about_me", {"words": TEXT}),
        Kind("consent", "Whether somebody agrees", "decisions", {"topic": TEXT, "asked": TEXT, "answer": TEXT}),
        Kind(
            "identity_paper",
            "A paper that says who they are",
            "papers",
            {"type": TEXT, "held_by": TEXT, "expires_on": TEXT, "document": TEXT},
        ),
        Kind("asked_about_help", "Asked what they think of our help", "plans", _ANSWERS),
        Kind("leaving_care_rights", "Right to help after care", "leaving_care", {"category": TEXT}),
        Kind("pathway_plan", "Plan for leaving care looked at", "leaving_care"),
        Kind(
            "service",
            "A service around them",
            "helpers",
            {
                "service": TEXT,
                "status": TEXT,
                "name": TEXT,
                "contact": TEXT,
                "since": TEXT,
                "until": TEXT,
                "confirmed_on": TEXT,
            },
        ),
        Kind("visit", "A visit", "helpers", _WRITTEN, free=True),
        Kind("letter", "A letter", "papers", {**_WRITTEN, "type": TEXT}, free=True),
        Kind("review_minutes", "Notes of a review", "plans", _WRITTEN, free=True),
        Kind("plan", "A plan", "plans", {**_WRITTEN, "strengths": TEXT, "items": LIST}, free=True),
        Kind("decision", "A decision", "decisions", _WRITTEN, free=True),
        Kind("assessment", "An assessment", "plans", _WRITTEN, free=True),
        Kind("note", "A note", "about_me", _WRITTEN, free=True),
        Kind("pen_picture", "Pen picture", "about_me", _WRITTEN, free=True),
        Kind("why_letter", "What happened when you came into care", "why_in_care", _WRITTEN, free=True),
        Kind(
            "document",
            "A document",
            "papers",
            {**_WRITTEN, "sha256": TEXT, "media_type": TEXT, "pages": NUMBER, "type": TEXT},
            free=True,
        ),
        Kind(
            "own_words",
            "Their own words",
            "my_words",
            {
                "contribution": TEXT,
                "kind": TEXT,
                "digest": TEXT,
                "about": TEXT,
                "about_person": TEXT,
                "follows": TEXT,
                "helped_by": TEXT,
                "language": TEXT,
                "sent_at": TEXT,
                "board": LIST,
                "attachments": LIST,
            },
            free=True,
        ),
    )
}

_PYTHON = {TEXT: str, NUMBER: int, LIST: list}


def check_facts(kind: str, facts: Mapping[str, Any]) -> None:
    """Raise WrongFacts when the kind is unknown, or a fact is not one of its own or not of its type."""
    if kind not in KINDS:
        raise WrongFacts(f"There is no kind of entry called {kind}.")
    known = KINDS[kind].facts
    for key, value in facts.items():
        if key not in known:
            raise WrongFacts(f"An entry of kind {kind} has no fact called {key}.")
        if value is not None and type(value) is not _PYTHON[known[key]]:
            raise WrongFacts(f"The fact {key} of kind {kind} must be a {known[key]}.")

"""The grounds on which something may be kept from its subject, as typed data (exemptions.json), and what is never a ground.

For example:

    ground("TP_CONTACT").reason_yp      ->   the sentence the young person reads
    worker_grounds("EW")                ->   what a worker may choose for the everyday record
    refused_reason("It might upset her.")   ->   a sentence saying why that is not a reason in law
"""

import json
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from law.bank_holidays import Nation
from law.wording import gettext_noop

DATA = Path(__file__).with_name("exemptions.json")


class Kind(StrEnum):
    """What a code does."""

    EXEMPTION = "exemption"
    HOLD = "hold"
    OTHER_REGIME = "other_regime"
    NOT_IN_SCOPE = "not_in_scope"
    GAP = "gap"


class Tell(StrEnum):
    """What the subject is told: the reason, only that something cannot be shared now, or nothing at all."""

    FULL = "full"
    SOFT = "soft"
    NONE = "none"


SOFT_WORDS = gettext_noop("We can't share this part right now. You can ask someone new to look at it again.")


@dataclass(frozen=True, slots=True)
class Ground:
    """One code: words for staff and for the young person, the law, who must approve, when to look again (months)."""

    code: str
    title: str
    reason_yp: str
    cite: str
    nations: frozenset[str]
    kind: Kind
    tell: Tell
    legal_precondition: str
    approve: tuple[str, ...]
    review_months: int
    review_on_request: bool
    review_triggers: tuple[str, ...]
    note: str

    @property
    def words_for_subject(self) -> str | None:
        """The message the young person may read, or None when saying anything would tell."""
        return {Tell.FULL: self.reason_yp, Tell.SOFT: SOFT_WORDS, Tell.NONE: None}[self.tell]


# A worker withholding from the everyday record. Left out: adoption and other regimes (never decided here), grounds that exist
# only against a parent's request (Sch 3 paras 10 and 21), the council's own interests, and codes of a released copy.
WORKER_CODES = frozenset(
    {
        "TP_PRIVATE",
        "TP_CHILD",
        "TP_SOURCE",
        "TP_CONTACT",
        "TP_CARER_HOME",
        "TP_REFUSED",
        "SH_SELF",
        "SH_OTHER",
        "SH_HEALTH",
        "SH_EDU",
        "HEALTH_WAIT",
        "REPORTER_WAIT",
        "CRIME",
        "JUDICIAL",
        "LPP",
    }
)


@cache
def grounds() -> dict[str, Ground]:
    """Every code, in the order of the file."""
    rows = json.loads(DATA.read_text(encoding="utf-8"))
    return {row["code"]: _ground(row) for row in rows}


def _ground(row: dict[str, Any]) -> Ground:
    """One row of the file, typed."""
    review = row["review"]
    return Ground(
        code=row["code"],
        title=row["title"],
        reason_yp=row["reason_yp"],
        cite=row["cite"],
        nations=frozenset(row["nations"]),
        kind=Kind(row["kind"]),
        tell=Tell(row["tell"]),
        legal_precondition=row["legal_precondition"],
        approve=tuple(row["approve"]),
        review_months=review["months"],
        review_on_request=review["on_request"],
        review_triggers=tuple(review["triggers"]),
        note=row["note"],
    )


def ground(code: str) -> Ground:
    """One code. Raises KeyError for a code that does not exist."""
    return grounds()[code]


def worker_grounds(nation: str) -> list[Ground]:
    """The grounds a worker may choose for "withhold" in this nation. Raises ValueError for a nation."""
    nation = Nation(nation)
    return [one for one in grounds().values() if one.code in WORKER_CODES and nation in one.nations]


def may_worker_choose(code: str, nation: str) -> bool:
    """Whether `code` is one of `worker_grounds(nation)`."""
    return any(one.code == code for one in worker_grounds(nation))


@dataclass(frozen=True, slots=True)
class NotAReason:
    """Something people write as a reason that is none in law: a pattern to recognise it, and what to say to the worker."""

    code: str
    pattern: str
    sentence: str


NOT_REASONS = (
    NotAReason(
        "embarrassing",
        r"embarrass|make us look|reputation",
        gettext_noop("That it is embarrassing for the council is not a reason to withhold."),
    ),
    NotAReason(
        "complaint_or_claim",
        r"(?:lead to|start|bring|make|cause|result in) an? (?:formal )?(?:complaint|claim)|legal claim|litigation",
        gettext_noop("That it may lead to a complaint or a claim is not a reason to withhold."),
    ),
    NotAReason(
        "author_not_asked",
        r"(?:author|writer|worker) (?:was|has|were|is)(?: not|n't) (?:been )?(?:asked|consulted|agreed|happy)",
        gettext_noop("That the author was not asked is not a reason to withhold."),
    ),
    NotAReason(
        "staff_name",
        r"(?:staff|worker'?s?|manager'?s?|teacher'?s?|professional'?s?) names?\b"
        r"|names? of (?:the |a )?(?:staff|worker|social worker|professional)",
        gettext_noop("Names of staff and paid carers doing their work are shared (Data Protection Act 2018, Schedule 2, paragraph 17)."),
    ),
    NotAReason(
        "told_us_themselves",
        r"(?:she|he|they|the young person|the child) (?:told|gave|said it to) us (?:this |it )?(?:them|her|him)sel",
        gettext_noop("What the young person told us themselves is theirs to read."),
    ),
    NotAReason(
        "best_interests",
        r"best interests?",
        gettext_noop("Best interests is not a ground for keeping someone's own record from them. Hold it until someone can be with them."),
    ),
    NotAReason(
        "too_young",
        r"too young|not old enough|age[- ]inappropriate",
        gettext_noop("Age alone is not a reason to withhold. Hold it until someone can read it with them."),
    ),
    NotAReason(
        "upset",
        r"\b(?:might|may|will|would|could|can) (?:be )?(?:very )?(?:upset|distress)|\bupsetting\b|hurt (?:her|his|their) feelings",
        gettext_noop("Upset, anger or distress is not serious harm. Share it with support, or hold it until someone can be there."),
    ),
    NotAReason(
        "old",
        r"(?:too|so|very) old\b(?! enough)|\ban? old (?:record|file|paper|note)|from (?:a )?long ago",
        gettext_noop("That it is old is not a reason to withhold."),
    ),
    NotAReason(
        "jargon",
        r"jargon|hard to (?:read|understand)|too (?:technical|complicated)|wo(?:n't|uld not|uldn't) understand",
        gettext_noop("That it is hard to understand is not a reason to withhold. Write a plain version beside it."),
    ),
    NotAReason(
        "too_much_work",
        r"too (?:much work|long to|many pages)|takes? too long|not enough time",
        gettext_noop("That it is a lot of work is not a reason to withhold."),
    ),
)


def not_a_reason(reason: str) -> NotAReason | None:
    """What is written there that is no reason in law, or None. A second person decides about all others."""
    return next((one for one in NOT_REASONS if re.search(one.pattern, reason, flags=re.IGNORECASE)), None)


def refused_reason(reason: str) -> str | None:
    """The sentence that answers a written reason which is none in law, or None."""
    found = not_a_reason(reason)
    return found.sentence if found else None

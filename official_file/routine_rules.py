"""The council's own rules for everyday kinds: after how many days they open by themselves, or only by a worker. Pure.

They stand below official_file/opening_rules.py: they say how long, never what. A rule holds from the moment it was made: for what
came in later, and for what was not open yet. What had opened by an earlier rule stays open.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from official_file.kinds import KINDS
from official_file.opening_rules import Opens, rule_for
from official_file.plain_language.codes import known_codes
from official_file.plain_language.facts import CODE_LISTS
from official_file.plain_language.twelve_services import SERVICES, Status

LONGEST_DAYS = 3650


@dataclass(frozen=True, slots=True)
class Held:
    """A rule as it was made: `days` None means only by a worker."""

    at: datetime
    days: int | None


def opens_under(
    rules: Sequence[Held], *, recorded_at: datetime, days: int, moment: Callable[[int], datetime | None]
) -> tuple[int | None, datetime | None]:
    """The days that count for an entry, and when it opens, None for only by a worker. `rules` are those of its kind, oldest first.

    `days` is the council's setting, for as long as no rule was made; `moment` says when it opens after so many days.
    """
    counts: int | None = days
    opens = moment(days)
    for rule in rules:
        if opens and opens <= rule.at and recorded_at <= rule.at:
            break
        counts, opens = rule.days, None if rule.days is None else moment(rule.days)
    return counts, opens


def routine_kinds() -> list[str]:
    """The kinds a rule can be made for: those of which the table lets something open by itself after a time."""
    return [kind for kind, one in KINDS.items() if not one.free and any(_after_a_time(kind, facts) for facts in _examples(kind))]


def _after_a_time(kind: str, facts: dict[str, object]) -> bool:
    return rule_for(kind, facts).opens is Opens.AFTER_A_TIME


def _examples(kind: str) -> list[dict[str, object]]:
    """Facts to try a kind with: none, every code of its list, a service that is recorded."""
    if kind == "service":
        return [{"status": Status.RECORDED, "service": service.key} for service in SERVICES]
    code_list, name = CODE_LISTS.get(kind, ("", ""))
    found: list[dict[str, object]] = [{}]
    return found + [{name: code} for code in sorted(known_codes(code_list))] if code_list else found

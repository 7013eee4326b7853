"""The figures of one quarter as they may be told: small numbers hidden, and what would give them away (R58, R93, C6)."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext, gettext_noop

from moderation.figures.counted import (
    Teams,
    answered,
    blanks,
    corrections,
    middle,
    middle_days,
    parts_of,
    reviews,
    with_own_words,
    written,
)
from moderation.figures.hiding import Told, hide_counts, hide_shares
from moderation.figures.quarters import Quarter
from moderation.flag_figures import FALSE_ALARM, flags_between
from official_file.gap_words import BLANKS, REASONS

COUNT, PER_CENT, DAYS = "count", "per_cent", "days"
NOTHING = "\N{EN DASH}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure by team. `unit`: COUNT, PER_CENT or DAYS. A None is hidden, or there is nothing to say it of."""

    slug: str
    title: str
    unit: str
    teams: list[str]
    told: Told

    @property
    def cells(self) -> list[str]:
        """What stands under each team, and last of all together."""
        return [self._said(self.told.by[team]) if team in self.told.by else NOTHING for team in self.teams] + [self.together]

    @property
    def together(self) -> str:
        """What is said of all teams together."""
        return self._said(self.told.together) if self.told.by else NOTHING

    def _said(self, value: int | None) -> str:
        if value is None:
            return gettext("too few to say")
        return {COUNT: "%d", PER_CENT: "%d%%", DAYS: gettext("%d days")}[self.unit] % value


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of one quarter. `teams`: their names, as columns. `reasons`: why something is blank, for the whole council."""

    quarter: Quarter
    teams: list[str]
    figures: list[Figure]
    reasons: Told


TITLES = {
    "answered": gettext_noop("Young people's words answered"),
    "in_time": gettext_noop("Answered within three working days"),
    "days_to_answer": gettext_noop("Middle number of days until an answer"),
    "flags": gettext_noop("Times a person was asked to look at once"),
    "flags_in_time": gettext_noop("Looked at in time, of those that were looked at"),
    "false_alarms": gettext_noop("False alarms, of those that were answered"),
    "own_words": gettext_noop("Records with the young person's own words in them"),
    "voice": gettext_noop("Things written this quarter that hold the young person's own words"),
    "reviews": gettext_noop("Reviews held"),
    "summed_up": gettext_noop("Reviews whose summary is written"),
    "days_to_summary": gettext_noop("Middle number of days until the summary"),
    "corrections": gettext_noop("Corrections asked for"),
    "settled": gettext_noop("Corrections settled by the end of the quarter"),
}


def figures_of(quarter: Quarter) -> Figures:
    """Every figure of this quarter, ready to be shown to anybody."""
    teams = Teams(quarter.ends)
    found = [
        *_answers(teams, quarter),
        *_flags(teams, quarter),
        *_words(teams, quarter),
        *_reviews(teams, quarter),
        *_corrections(teams, quarter),
    ]
    return Figures(quarter, [team or gettext("No worker") for team in teams.names], found, hide_counts(blanks(quarter)))


def reason_in_words(code: str) -> str:
    """Why something is blank, as a worker chose it."""
    choice = REASONS.get(code) or BLANKS.get(code)
    return gettext(choice.label) if choice else code


def _answers(teams: Teams, quarter: Quarter) -> list[Figure]:
    rows = list(answered(quarter))
    count = hide_counts(teams.count(child for child, _days, _in_time in rows))
    in_time = parts_of(teams, ((child, in_time) for child, _days, in_time in rows))
    return [
        _figure("answered", COUNT, teams, count),
        _figure("in_time", PER_CENT, teams, hide_shares(in_time, also=count.hidden)),
        _figure("days_to_answer", DAYS, teams, _middles(teams, [(child, days) for child, days, _ in rows], count)),
    ]


def _flags(teams: Teams, quarter: Quarter) -> list[Figure]:
    """What asked a human to look soon, by words or by themselves, and what came of it."""
    rows = list(flags_between(quarter.begins, quarter.ends))
    count = hide_counts(teams.count(row.child for row in rows))
    timed = parts_of(teams, ((row.child, row.in_time) for row in rows if row.in_time is not None))
    said = parts_of(teams, ((row.child, row.outcome == FALSE_ALARM) for row in rows if row.outcome))
    return [
        _figure("flags", COUNT, teams, count),
        _figure("flags_in_time", PER_CENT, teams, hide_shares(timed, also=count.hidden)),
        _figure("false_alarms", PER_CENT, teams, hide_shares(said, also=count.hidden)),
    ]


def _words(teams: Teams, quarter: Quarter) -> list[Figure]:
    return [
        _figure("own_words", PER_CENT, teams, hide_shares(parts_of(teams, with_own_words(quarter)))),
        _figure("voice", PER_CENT, teams, hide_shares(parts_of(teams, written(quarter)))),
    ]


def _reviews(teams: Teams, quarter: Quarter) -> list[Figure]:
    rows = list(reviews(quarter))
    count = hide_counts(teams.count(child for child, _days in rows))
    summed = hide_shares(parts_of(teams, ((child, days is not None) for child, days in rows)), also=count.hidden)
    days = _middles(teams, [(child, days) for child, days in rows if days is not None], count, summed)
    return [
        _figure("reviews", COUNT, teams, count),
        _figure("summed_up", PER_CENT, teams, summed),
        _figure("days_to_summary", DAYS, teams, days),
    ]


def _corrections(teams: Teams, quarter: Quarter) -> list[Figure]:
    rows = list(corrections(quarter))
    count = hide_counts(teams.count(child for child, _settled in rows))
    return [
        _figure("corrections", COUNT, teams, count),
        _figure("settled", PER_CENT, teams, hide_shares(parts_of(teams, rows), also=count.hidden)),
    ]


def _figure(slug: str, unit: str, teams: Teams, told: Told) -> Figure:
    return Figure(slug, gettext(TITLES[slug]), unit, teams.names, told)


def _middles(teams: Teams, rows: list[tuple[UUID, int]], *beside: Told) -> Told:
    """The middle numbers, hidden too where what stands beside them is: a number there would say that it is not small."""
    hidden = frozenset[str]().union(*(told.hidden for told in beside))
    by = {team: None if team in hidden else days for team, days in middle_days(teams, rows).items()}
    closed = any(told.together is None for told in beside)
    return Told(by, None if closed else middle([days for _child, days in rows]))

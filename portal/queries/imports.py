"""The runs of the importers as somebody at the council reads them: what came in, what was left out and why, what is stale."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop, ngettext

from law.calendar_words import say_date, say_time
from law.working_time import london_day
from official_file.importers.freshness import freshness
from official_file.importers.report import GRAVE, is_not_delivered
from official_file.models import ImportRun, PossibleDuplicate

SYSTEMS = {
    "ssd": gettext_noop("The council's system (SSD)"),
    "ssda903": gettext_noop("The yearly return (SSDA903)"),
    "case_notes": gettext_noop("Case notes"),
    "documents": gettext_noop("Documents"),
    "services": gettext_noop("Services"),
}
MOST_SAID = 5  # sentences of one kind of problem


@dataclass(frozen=True, slots=True)
class RunLine:
    """One run in the list. `state` is "" for one that ended well; `grave`: what nobody may overlook among its problems, whole sentences.

    `absent`: how many tables are not in this delivery, which is no problem.
    """

    url: str
    system: str
    began: str
    outcome: str
    problems: str
    state: str
    grave: list[str]
    absent: str = ""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One system, when facts last came from it, and whether that is too long ago."""

    system: str
    last: str
    late: bool


@dataclass(slots=True)
class ProblemsOf:
    """What is odd in one table: a sentence for each of the first of a kind, and how many more there are."""

    table: str
    count: int = 0
    sentences: list[str] = field(default_factory=list)
    more: str = ""


@dataclass(frozen=True, slots=True)
class RunPage:
    """Everything about one run."""

    line: RunLine
    rows: list[tuple[str, str]]
    problems: list[ProblemsOf]
    not_listed: int
    left_out: list[tuple[str, list[tuple[str, list[str]]]]]
    tables: list[tuple[str, str]]


def name_of(system: str) -> str:
    """What people call this system."""
    return gettext(SYSTEMS[system]) if system in SYSTEMS else system


def run_lines(runs: Iterable[ImportRun]) -> list[RunLine]:
    """The runs as lines, in their order."""
    newest = {run.pk for run in ImportRun.objects.order_by("-started_at")[:1]}
    return [run_line(run, is_newest=run.pk in newest) for run in runs]


def run_line(run: ImportRun, *, is_newest: bool) -> RunLine:
    """One run as a line."""
    day, time = say_date(london_day(run.started_at), gettext), say_time(timezone.localtime(run.started_at).time(), gettext)
    began = gettext("%(day)s at %(time)s") % {"day": day, "time": time}
    listed = run.report.get("problems") or ()
    absent = sum(1 for one in listed if is_not_delivered(str(one["code"]), str(one["table"])))
    problems = len(listed) - absent + int(run.report.get("problems_not_listed") or 0)
    state = ""
    if run.ended_at is None:
        state = gettext("Running, or it was stopped.") if is_newest else gettext("It was stopped. The next run went on from there.")
    return RunLine(
        url=reverse("portal:import_run", args=[run.pk]),
        system=name_of(run.system),
        began=began,
        outcome=outcome(run.report),
        problems=ngettext("%(count)d problem", "%(count)d problems", problems) % {"count": problems} if problems else "",
        state=state,
        grave=[str(one["message"]) for one in listed if one["code"] in GRAVE],
        absent=ngettext("%(count)d table is not in this delivery.", "%(count)d tables are not in this delivery.", absent)
        % {"count": absent}
        if absent
        else "",
    )


def outcome(report: Mapping[str, Any]) -> str:
    """What a run changed, in a sentence: "12 facts added, 3 changed, 5 gone." """
    said = changes_in(report)
    if not report:
        return ""
    return gettext("Facts: %(what)s.") % {"what": said} if said else gettext("Nothing had changed.")


def changes_in(report: Mapping[str, Any]) -> str:
    """The same as a list of words, or ""."""
    return ", ".join(words % {"count": count} for count, words in _changes(report) if count)


def _changes(report: Mapping[str, Any]) -> list[tuple[int, str]]:
    entries = report.get("entries") or {}
    return [
        (int(entries.get("added") or 0), gettext("%(count)d added")),
        (int(entries.get("superseded") or 0), gettext("%(count)d changed")),
        (int(report.get("entries_joined") or 0), gettext("%(count)d joined to what another source told")),
        (int(report.get("gone") or 0), gettext("%(count)d no longer there")),
        (int(report.get("there_again") or 0), gettext("%(count)d there again")),
    ]


def source_lines(at: datetime) -> list[SourceLine]:
    """Every system that was ever imported, the stalest first."""
    return [SourceLine(name_of(one.system), _last(one.last), one.late) for one in freshness(at)]


def _last(last: datetime | None) -> str:
    if last is None:
        return gettext("No import has come to its end yet.")
    return gettext("Last brought in on %(day)s.") % {"day": say_date(london_day(last), gettext)}


def possible_duplicates() -> int:
    """How many pairs of entries may be one event, and nobody has said."""
    return PossibleDuplicate.objects.filter(answer=PossibleDuplicate.Answer.OPEN).count()


def run_page(run: ImportRun) -> RunPage:
    """One run, whole."""
    report, children = run.report, run.report.get("children") or {}
    seconds = (run.ended_at - run.started_at).total_seconds() if run.ended_at else None
    rows = [
        (gettext("Rows read"), f"{int(report.get('rows_read') or 0):,}"),
        (gettext("Young people"), _people(children)),
        (gettext("Facts"), changes_in(report) or gettext("nothing had changed")),
        (gettext("It took"), _took(seconds)),
    ]
    newest = not ImportRun.objects.filter(started_at__gt=run.started_at).exists()
    return RunPage(
        line=run_line(run, is_newest=newest),
        rows=rows,
        problems=problems_by_table(report.get("problems") or []),
        not_listed=int(report.get("problems_not_listed") or 0),
        left_out=left_out_by_table(report.get("not_imported") or []),
        tables=sorted((str(table), f"{int(count):,}") for table, count in (report.get("tables") or {}).items()),
    )


def problems_by_table(problems: Iterable[Mapping[str, Any]]) -> list[ProblemsOf]:
    """The problems under their tables, the first few of each kind in full; under one heading all tables that are not there."""
    found: dict[str, ProblemsOf] = {}
    kinds: dict[tuple[str, str], int] = {}
    for problem in problems:
        table, code = str(problem["table"]), str(problem["code"])
        is_absent = is_not_delivered(code, table)
        table = gettext("Not in this delivery: tables that may never be made") if is_absent else table
        of = found.setdefault(table, ProblemsOf(table))
        of.count += 1
        kinds[table, code] = kinds.get((table, code), 0) + 1
        if kinds[table, code] <= MOST_SAID or is_absent:
            of.sentences.append(str(problem["message"]))
    for of in found.values():
        left = of.count - len(of.sentences)
        of.more = ngettext("And %(count)d more like these.", "And %(count)d more like these.", left) % {"count": left} if left else ""
    last = gettext("Not in this delivery: tables that may never be made")
    return sorted(found.values(), key=lambda of: (of.table == last, -of.count, of.table))


def left_out_by_table(left: Iterable[Mapping[str, Any]]) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    """What was not imported, as (table, [(reason, [field, ...]), ...]): a reason is said once."""
    found: dict[str, dict[str, list[str]]] = {}
    for one in left:
        found.setdefault(str(one["table"]), {}).setdefault(str(one["reason"]), []).append(str(one["field"]))
    return [(table, list(reasons.items())) for table, reasons in sorted(found.items())]


def _people(children: Mapping[str, Any]) -> str:
    words = {
        "added": gettext("%(count)d new"),
        "updated": gettext("%(count)d with something new"),
        "unchanged": gettext("%(count)d unchanged"),
        "refused": gettext("%(count)d left out"),
    }
    said = [sentence % {"count": int(children.get(key) or 0)} for key, sentence in words.items() if children.get(key)]
    return ", ".join(said) or gettext("nobody")


def _took(seconds: float | None) -> str:
    if seconds is None:
        return gettext("It has not come to its end.")
    minutes = round(seconds / 60)
    return ngettext("%(count)d minute", "%(count)d minutes", minutes) % {"count": minutes} if minutes else gettext("less than a minute")

"""Plans in two versions, what young people say of them, a meeting that comes with its sheet, one summed up and one that is late."""

from datetime import timedelta
from typing import Any

from dateutil.relativedelta import relativedelta

from audit.who import THE_PORTAL
from law.working_time import london_day
from official_file.actions.answer_plan import answer_plan
from official_file.actions.chase_meetings import chase_meetings
from official_file.actions.keep_meeting import add_meeting, tell_of_meeting
from official_file.actions.write_plan import Written, write_plan
from official_file.actions.write_summary import InShort, write_summary
from official_file.meetings import summary_due
from official_file.models import Entry, Meeting
from official_file.plain_language.when import Precision
from official_file.plan_rules import PartDay, PlanItem
from portal.management.demonstration.council import Council, read
from stories.actions.save_draft import Start, save_draft
from stories.draft_order import Stamp
from stories.prompts import BY_SLUG
from stories.sheets import Answering, next_draft_id

AN_HOUR = timedelta(hours=1)


def plan_and_meet(council: Council) -> None:
    """Everything of plans.json, in the order in which it happened; then what is owed is asked for, as every sweep does."""
    told = read("plans.json")
    for one in told["held"]:
        _held(council, one)
    for one in told["plans"]:
        _plan(council, one)
    for one in told["meetings"]:
        _coming(council, one)
    chase_meetings(by=THE_PORTAL, now=council.now)


def _plan(council: Council, one: dict[str, Any]) -> None:
    child, by = council.child(one["child"]), council.staff[one["by"]]
    versions: list[Entry] = []
    for version in one["versions"]:
        items = tuple(_item(council, said) for said in version["items"])
        written = Written(one["title"], one["about"], one["strengths"], items)
        of, at = (versions[-1] if versions else None), council.at_work(version["days_ago"])
        versions.append(write_plan(child=child, written=written, of=of, opens=True, with_them=True, by=by, now=at))
        for said in one["answers"]:
            if said["version"] == len(versions) - 1:
                then = max(council.days_ago(said["days_ago"]), at + AN_HOUR / 60)
                user = council.account(one["child"])
                answer_plan(entry=versions[-1], answer=said["answer"], words=said["words"], by=user, now=then)


def _item(council: Council, said: dict[str, Any]) -> PlanItem:
    """An item whose month is told from today: the demonstration is always of this year."""
    words = {name: said[name] for name in ("key", "need", "strength", "do", "who", "happened") if name in said}
    if "by_months" not in said:
        return PlanItem(**words)
    month = (london_day(council.now) + relativedelta(months=said["by_months"])).replace(day=1)
    return PlanItem(**words, by=PartDay(month, Precision.MONTH))


def _coming(council: Council, one: dict[str, Any]) -> None:
    child, by, at = council.child(one["child"]), council.staff[one["by"]], council.at_work(one["told_days_ago"])
    on = london_day(council.now) + timedelta(days=one["in_days"])
    meeting = add_meeting(child=child, kind=one["kind"], on=on, chaired_by=one["chaired_by"], they_know=True, by=by, now=at)
    user = council.account(one["child"])
    for slug, words in one["sheet"].items():
        pk, sheet = next_draft_id(user, meeting, slug), Answering(meeting, BY_SLUG[slug])
        kind, stamp = BY_SLUG[slug].kind, Stamp(0, "demonstration", 1)
        save_draft(
            child=child, draft_id=pk, words=words, stamp=stamp, start=Start(kind=kind, sheet=sheet), by=user, now=council.days_ago(1)
        )


def _held(council: Council, one: dict[str, Any]) -> None:
    """A meeting of the past: with its summary, or without one, which is late by now."""
    child, by, at = council.child(one["child"]), council.staff[one["by"]], council.at_work(one["days_ago"])
    on = london_day(at)
    first = {"made_at": at, "summary_due": summary_due(one["kind"], on, child.nation)}
    meeting, _made = Meeting.objects.get_or_create(child=child, kind=one["kind"], on=on, defaults=first)
    if "text" in one:
        tell_of_meeting(meeting=meeting, by=by, now=at)
        in_short = InShort(one["what_it_is"], one["what_was_decided"], one["what_happens_next"])
        given = {"title": one["title"], "text": one["text"], "in_short": in_short, "opens": True, "with_them": True}
        write_summary(meeting=meeting, by=by, now=at + AN_HOUR, **given)
    else:
        tell_of_meeting(meeting=meeting, by=by, now=council.at_work(6))

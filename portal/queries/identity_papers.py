"""The papers that say who somebody is, as lines of a page; and what their first page says when one runs out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext

from law.calendar_words import say_date
from law.working_time import london_day
from official_file.identity_papers import ABOUT, IdentityPaper, asked_paper_id, papers_of
from official_file.plain_language.paper_lines import WHAT_IT_IS
from people.models import Child, Task, TaskKind, User
from portal.queries.asked import promise


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One sort of paper. `kind`: done, careful or plain, for its look; `ask`: whether they can ask for it; `asked`: who answers, when."""

    type: str
    name: str
    what: str
    held: str
    kind: str
    until: str
    warning: str
    url: str
    ask: bool
    asked: str


def my_identity_papers(user: User, child: Child, at: datetime) -> list[PaperLine]:
    """The lines for the person they belong to, with what they asked for."""
    open_now = Task.objects.open().filter(child=child, kind=TaskKind.GIVE_PAPER, about_type=ABOUT).select_related("child", "for_user")
    asked = {task.about_id: promise(task, at) for task in open_now}
    papers = papers_of(user, child, at, london_day(at))
    return [_line(one, asked.get(asked_paper_id(child, one.type), ""), to_staff=False) for one in papers]


def lines_of_papers(papers: Iterable[IdentityPaper], child: Child) -> list[PaperLine]:
    """The lines for staff."""
    open_now = Task.objects.open().filter(child=child, kind=TaskKind.GIVE_PAPER, about_type=ABOUT)
    asked = {task.about_id: gettext("They asked for it.") for task in open_now}
    return [_line(one, asked.get(asked_paper_id(child, one.type), ""), to_staff=True) for one in papers]


def running_out(user: User, child: Child, at: datetime) -> list[str]:
    """A sentence for each paper that runs out soon, or did."""
    return [line.warning for line in my_identity_papers(user, child, at) if line.warning]


def _line(one: IdentityPaper, asked: str, *, to_staff: bool) -> PaperLine:
    day = say_date(one.expires_on, gettext) if one.expires_on else ""
    name = gettext(one.name)
    warning = ""
    if one.soon:
        warning = gettext("%(paper)s: it runs out on %(day)s.") % {"paper": name, "day": day}
    elif one.over:
        warning = gettext("%(paper)s: it ran out on %(day)s.") % {"paper": name, "day": day}
    page = "portal:staff_entry" if to_staff else "portal:entry"
    return PaperLine(
        type=one.type,
        name=name,
        what=gettext(WHAT_IT_IS[one.type]) if one.type in WHAT_IT_IS else "",
        held=gettext(one.held) if one.entry else gettext("Not known. Nobody has written down where it is."),
        kind={"them": "done", "us": "done", "getting": ""}.get(one.held_by, "plain"),
        until=gettext("Good until %(day)s.") % {"day": day} if day and not warning else "",
        warning=warning,
        url=reverse(page, args=[one.entry]) if one.entry else "",
        ask=one.held_by != "them" and not asked,
        asked=asked,
    )

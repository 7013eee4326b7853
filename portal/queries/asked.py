"""What a young person asked for, and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext, gettext_noop

from law.calendar_words import say_by, say_date
from law.working_time import london_day
from official_file.models import EntryNow
from people.child_names import ABOUT as NAME
from people.models import Child, Task, TaskKind, User
from people.reach import worker_of

ASKED: dict[str, str] = {
    TaskKind.ENTRY_IS_WRONG: gettext_noop("You said that this is wrong."),
    TaskKind.TALK: gettext_noop("You asked to talk about this."),
    TaskKind.OPEN_CHAPTER: gettext_noop("You asked to read more of a part of your story."),
    TaskKind.WRITE_WHY: gettext_noop("The letter about why you came into care."),
    TaskKind.LOOK_AGAIN: gettext_noop("You asked someone else to look again at something that we cannot show you."),
    TaskKind.NOT_ABOUT_ME: gettext_noop("You said that something is not about you."),
    TaskKind.GIVE_PAPER: gettext_noop("You asked for one of your papers."),
    TaskKind.PRINT_COPY: gettext_noop("You asked for this on paper."),
    TaskKind.PLAN_ANSWER: gettext_noop("You said that you do not agree, or want to talk about it."),
}
ASKED_FOR_THE_FILE = gettext_noop("You asked for your whole file.")
NAME_IS_WRONG = gettext_noop("You said that what we call you is not right.")
LOOK_AT_WRONG = gettext_noop("You asked someone else to look at what you said is wrong.")
ABOUT_SOMETHING_ELSE = {"file": ASKED_FOR_THE_FILE, NAME: NAME_IS_WRONG, "rectification": LOOK_AT_WRONG}


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing asked. `state` says where it stands; `answer` is what was written back; `url` leads to what it is about."""

    text: str
    words: str
    asked_on: str
    state: str
    answer: str
    done: bool
    url: str


def asked_about(child: Child, entry_id: UUID, at: datetime) -> list[Asked]:
    """What the reader asked about one entry, oldest first. What they said is wrong is told by portal/queries/said_wrong.py."""
    tasks = Task.objects.filter(child=child, about_type="entry", about_id=entry_id, kind=TaskKind.TALK).order_by("made_at")
    return _in_words(tasks.select_related("for_user", "done_by", "child"), frozenset(), at)


def all_asked(user: User, child: Child, at: datetime) -> list[Asked]:
    """Everything the reader asked for, newest first. A link only to what is open to them."""
    found = Task.objects.filter(child=child, kind__in=list(ASKED)).exclude(kind=TaskKind.LOOK_AGAIN, about_type="contribution")
    tasks = list(found.select_related("for_user", "done_by", "child").order_by("-made_at"))
    about = [task.about_id for task in tasks if task.about_type == "entry" and task.kind != TaskKind.OPEN_CHAPTER]
    open_now = EntryNow.objects.visible_to(user, at).filter(child=child, pk__in=about)
    return _in_words(tasks, frozenset(open_now.values_list("pk", flat=True)), at)


def who_answers(task: Task, at: datetime) -> User | None:
    """Whose it is to answer: the one it was given to while they may still see the child, then the child's worker; None for a team."""
    given = task.for_user
    if given and Child.objects.visible_to(given, at).filter(pk=task.child_id).exists():
        return given
    return worker_of(task.child, at) if given else None


def promise(task: Task, at: datetime) -> str:
    """Who answers, and by when: "Priya will answer by Thursday." A clock that has run out says so."""
    today, due = london_day(at), london_day(task.due_at)
    who = str(who_answers(task, at) or gettext("Somebody"))
    if due < today:
        return gettext("%(who)s should have answered by %(day)s. It is late. You can ask again or complain.") % {
            "who": who,
            "day": say_date(due, gettext),
        }
    return gettext("%(who)s will answer %(by)s.") % {"who": who, "by": say_by(due, today=today, translate=gettext)}


def _in_words(tasks: Iterable[Task], links: frozenset[UUID], at: datetime) -> list[Asked]:
    return [_one(task, links, at) for task in tasks]


def _one(task: Task, links: frozenset[UUID], at: datetime) -> Asked:
    done = task.done_at is not None
    state = _answered(task) if done else promise(task, at)
    return Asked(
        text=gettext(ABOUT_SOMETHING_ELSE.get(task.about_type) or ASKED[task.kind]),
        words=task.words,
        asked_on=say_date(_day(task.made_at), gettext),
        state=state,
        answer=task.outcome,
        done=done,
        url=reverse("portal:entry", args=[task.about_id]) if task.about_id in links else "",
    )


def _answered(task: Task) -> str:
    day = say_date(_day(task.done_at), gettext) if task.done_at else ""
    if task.done_by_id == task.child.user_id:
        return gettext("You took this back on %(day)s.") % {"day": day}
    return gettext("%(who)s answered on %(day)s.") % {"who": str(task.done_by), "day": day}


def _day(at: datetime) -> date:
    return london_day(at)

"""What a member of staff owes today, and to whom."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext, gettext_noop, ngettext

from access_requests.queries.complaints_today import complaints_waiting
from access_requests.queries.today import lines_for
from access_requests.searching_permissions import asked_of as places_asked_of
from law.working_time import london_day
from moderation.queries import Waiting as WaitingWords
from moderation.queries import desk_of as reading_desk
from official_file.late_sharing import late_of
from official_file.models import EntryNow
from official_file.models.now import State
from official_file.plain_drafts import asked_of
from people.models import AboutMePart, Child, Cover, Relationship, Task, TaskKind, User
from people.querysets import WORKER_ROLES
from people.reach import worker_of
from people.roles import Permission
from portal.queries.lateness import Lateness, lateness
from portal.queries.staff_lines import with_days
from stories.models import Contribution
from stories.queries import open_clocks

FAR = datetime(9999, 1, 1, tzinfo=UTC)
SENT, WORRIED = gettext_noop("sent something to read"), gettext_noop("is worried about something now")
MAY_NEED_YOU = gettext_noop("sent something that may need you now")
NOT_UNDERSTOOD = gettext_noop("said something in a language nobody has understood yet")
TALKS, CONFIRM = gettext_noop("waits to talk about what they sent"), gettext_noop("a decision waits for a second person")
ASKED_NOW, UNOPENED = gettext_noop("a worker asks you to look at this now"), gettext_noop("sent something that nobody opened yet")
AROUND_A_MEETING = (TaskKind.PREPARE_MEETING, TaskKind.REVIEW_SUMMARY)
COMES_WITH_THE_CHILD = (
    TaskKind.ENTRY_IS_WRONG,
    TaskKind.TALK,
    TaskKind.OPEN_CHAPTER,
    TaskKind.WRITE_WHY,
    TaskKind.GONE_FROM_SOURCE,
    TaskKind.PLAN_ANSWER,
    TaskKind.ANSWER_ABOUT_SHARING,
    TaskKind.GIVE_PAPER,
    TaskKind.PAPER_EXPIRES,
    *AROUND_A_MEETING,
)
AT_ONCE = (TaskKind.ILLEGAL_IMAGE,)
TEAM_MATE_ASKS = gettext_noop("%(name)s asks you to look over plain words")
A_PLACE = gettext_noop("Somebody asks you to search a place you know")
SECOND_PERSON = (TaskKind.CONFIRM_DISPOSAL, TaskKind.CONFIRM_DECISION, TaskKind.CHECK_REQUEST)
IN_LINES = (TaskKind.ANSWER_REQUEST, TaskKind.DECIDE_COMPLAINT)  # said by lines of their own, with what comes next
ON_THE_BOARD = (TaskKind.ANSWER_REQUEST, TaskKind.CHECK_REQUEST)  # who handles and checks requests finds them there
WHAT = {
    TaskKind.READ_CONTRIBUTION: SENT,
    TaskKind.URGENT_WORRY: WORRIED,
    TaskKind.CONFIRM_DECISION: CONFIRM,
    TaskKind.LOOK_AGAIN: gettext_noop("asked for somebody else to look again"),
    TaskKind.ENTRY_IS_WRONG: gettext_noop("says that something in the file is wrong"),
    TaskKind.TALK: gettext_noop("wants to talk about something"),
    TaskKind.OPEN_CHAPTER: gettext_noop("asked to read more of their story"),
    TaskKind.NOT_ABOUT_ME: gettext_noop("says that something is not about them"),
    TaskKind.WRITE_WHY: gettext_noop("waits for the letter about why they are in care"),
    TaskKind.CONFIRM_DISPOSAL: gettext_noop("somebody proposed to destroy an entry"),
    TaskKind.CHECK_IDENTITY: gettext_noop("we are not sure whose record this is"),
    TaskKind.ASK_FOR_DOCUMENT: gettext_noop("something is missing from the file: look for it"),
    TaskKind.APPRAISE_RECORD: gettext_noop("the time to keep this record is over"),
    TaskKind.GONE_FROM_SOURCE: gettext_noop("something is no longer in the council's system"),
    TaskKind.PLAN_ANSWER: gettext_noop("does not agree with a plan, or wants to talk about it"),
    TaskKind.PREPARE_MEETING: gettext_noop("has a meeting soon: tell them, so that they can get ready"),
    TaskKind.REVIEW_SUMMARY: gettext_noop("waits for the summary of a meeting"),
    TaskKind.PRINT_COPY: gettext_noop("asked for a printed copy"),
    TaskKind.SECOND_LOOK: gettext_noop("a colleague asks you to look over plain words"),
    TaskKind.CHECK_PLAIN: gettext_noop("wants plain words about them changed"),
    TaskKind.ANSWER_ABOUT_SHARING: gettext_noop("answered about something you want to share"),
    TaskKind.GIVE_PAPER: gettext_noop("asked for one of their papers"),
    TaskKind.PAPER_EXPIRES: gettext_noop("has a paper that runs out soon"),
    TaskKind.ILLEGAL_IMAGE: gettext_noop("sent a picture that was closed: follow the steps"),
    TaskKind.OPEN_MEDIA: UNOPENED,
    TaskKind.ESCALATED: ASKED_NOW,
    TaskKind.ANSWER_REQUEST: gettext_noop("a request for their whole file is open"),
    TaskKind.CHECK_REQUEST: gettext_noop("an answer to a request waits for your check"),
    TaskKind.VOUCH: gettext_noop("say whether you know who is asking for the file"),
    TaskKind.CHILD_VIEW: gettext_noop("somebody else asked for their file: ask them what they think"),
    TaskKind.SEARCH_SOURCE: gettext_noop("search a place you know for what is about them"),
    TaskKind.SUPPORT_REQUEST: gettext_noop("asked for their file: offer to be there"),
    TaskKind.DECIDE_COMPLAINT: gettext_noop("a complaint about a request waits for your decision"),
    TaskKind.WRITE_BACK_FAILED: gettext_noop("wrote words that did not reach the council's system"),
}


@dataclass(frozen=True, slots=True)
class Owed:
    """One task as a line of the desk. `due`: when, in words; `due_at`: the moment itself, by which a pile is ordered.

    `child` None: it says nothing of whose record it is about.
    """

    child: Child | None
    what: str
    url: str
    due: Lateness
    whose: str
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """One child of whom something waits to be read and opened."""

    child: Child
    count: int
    url: str
    due: Lateness | None = None


@dataclass(slots=True)
class Desk:
    """Everything on the desk of one member of staff."""

    urgent: list[Owed] = field(default_factory=list)
    to_read: list[Owed] = field(default_factory=list)
    to_confirm: list[Owed] = field(default_factory=list)
    asked: list[Owed] = field(default_factory=list)
    overdue: list[Owed] = field(default_factory=list)
    to_open: list[Waiting] = field(default_factory=list)
    about_me: list[Child] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is owed."""
        return not any((self.urgent, self.to_read, self.to_confirm, self.asked, self.overdue, self.to_open, self.about_me))


def desk_of(user: User, at: datetime) -> Desk:
    """The desk of this moment. A task is on it when it is theirs, their role's, or that of somebody they stand in for."""
    desk = Desk()
    if user.may(Permission.READ_CONTRIBUTIONS, at):
        _put_words(desk, user, at)
    mine = {task.pk for task in my_tasks(user, at)}
    others = tasks_in_reach(user, at).exclude(kind__in=IN_LINES)
    for task in others.select_related("child", "for_user").order_by("due_at"):
        if task.pk in mine:
            pile = desk.urgent if task.kind in AT_ONCE else desk.to_confirm if task.kind in SECOND_PERSON else desk.asked
            pile.append(owed_of(task, at))
        elif _is_late_in_team(task, user, at):
            desk.overdue.append(owed_of(task, at))
    desk.asked += _words_to_look_over(user, at) + _places_to_search(user, at)
    lines = (*lines_for(user, at), *complaints_waiting(user, at))
    desk.asked += [_request(line.child, line.what, line.url, line.due_at, at) for line in lines]
    if user.may(Permission.ALLOCATE, at):
        desk.overdue += late_in_team(user, at)
    if user.may(Permission.OPEN_ENTRIES, at):
        desk.to_open = waiting_by_child(user, at)
        desk.about_me = new_to(user, at)
    for pile in (desk.urgent, desk.to_read, desk.to_confirm, desk.asked):
        pile.sort(key=lambda one: one.due_at or FAR)
    return desk


def _words_to_look_over(user: User, at: datetime) -> list[Owed]:
    """What somebody of their team asked them to look over, of records they do not see: for them no task stands on the desk."""
    here = Child.objects.visible_to(user, at)
    found = []
    for draft in asked_of(user, at).exclude(entry__child__in=here):
        address = reverse("portal:words_to_look_over", args=[draft.pk])
        found.append(Owed(None, gettext(TEAM_MATE_ASKS) % {"name": draft.by}, address, Lateness("", late=False), ""))
    return found


def _is_late_in_team(task: Task, user: User, at: datetime) -> bool:
    return task.due_at <= at and task.kind not in ON_THE_BOARD and user.may(Permission.ALLOCATE, at)


def _request(child: Child | None, what: str, url: str, due_at: datetime | None, at: datetime) -> Owed:
    return Owed(child, what, url, lateness(due_at, at) if due_at else Lateness("", late=False), "", due_at)


def _places_to_search(user: User, at: datetime) -> list[Owed]:
    """Places somebody asked them to search, for people whose record they do not see: being asked gives no reach."""
    here = Child.objects.visible_to(user, at)
    tasks = places_asked_of(user, at).exclude(child__in=here).select_related("child", "for_user")
    return [replace(owed_of(task, at), child=None, what=gettext(A_PLACE)) for task in tasks]


def _put_words(desk: Desk, user: User, at: datetime) -> None:
    """What young people sent, as the reading desk has it: the rules of who may read it are there."""
    words = reading_desk(user, at)
    for one in (*words.mine_open, *words.to_read):
        first = one.look_now or one.waits_for_interpreter
        (desk.urgent if first else desk.to_read).append(_words(one.contribution, _what(one), one.due_at, one.reader, at, to_the_hour=first))
    desk.asked += [_words(one.contribution, TALKS, one.due_at, one.reader, at) for one in words.to_talk]
    desk.asked += [_words(one.contribution, UNOPENED, one.due_at, one.reader, at) for one in words.to_open]
    desk.overdue += [_words(one.contribution, SENT, one.due_at, one.reader, at) for one in words.late_in_team]
    clocks = open_clocks([decision.contribution for decision in words.to_confirm])
    for decision in words.to_confirm:
        clock = clocks.get(decision.contribution_id)
        desk.to_confirm.append(_words(decision.contribution, CONFIRM, clock.due_at if clock else None, decision.by, at))


def _what(one: WaitingWords) -> str:
    """Why it waits: the most urgent reason."""
    if one.escalated:
        return ASKED_NOW
    if one.contribution.urgent and one.look_now:
        return WORRIED
    if one.worried:
        return MAY_NEED_YOU
    return NOT_UNDERSTOOD if one.waits_for_interpreter else SENT


def _words(
    contribution: Contribution, what: str, due_at: datetime | None, whose: User | None, at: datetime, *, to_the_hour: bool = False
) -> Owed:
    return Owed(
        child=contribution.child,
        what=gettext(what),
        url=reverse("moderation:reading", args=[contribution.pk]),
        due=lateness(due_at, at, to_the_hour=to_the_hour) if due_at else Lateness("", late=False),
        whose=str(whose) if whose else "",
        due_at=due_at,
    )


def tasks_in_reach(user: User, at: datetime) -> "QuerySet[Task]":
    """Every open task about a child this user may see, but those about words that were sent: the reading desk has them."""
    return Task.objects.open().filter(child__in=Child.objects.visible_to(user, at)).exclude(about_type="contribution")


def my_tasks(user: User, at: datetime) -> "QuerySet[Task]":
    """Those that are this user's to do: theirs, their role's, or of somebody they stand in for."""
    covered = Cover.objects.active(at).filter(covering=user).values("worker")
    whose = Q(for_user=user) | Q(for_user__in=covered) | Q(for_role__in=user.roles_at(at)) | _left_behind(user, at)
    return tasks_in_reach(user, at).filter(whose).distinct()


def _left_behind(user: User, at: datetime) -> Q:
    """What was owed by a worker who has gone, or by the access team before there was a worker: it comes with the child."""
    still_theirs = Relationship.objects.active(at).filter(child=OuterRef("child"), user=OuterRef("for_user"))
    gone = Q(for_user__isnull=False) & ~Exists(still_theirs) | Q(for_role="access_worker")
    mine = Relationship.objects.active(at).filter(user=user, role__in=WORKER_ROLES).values("child")
    children = Q(child__in=mine)
    if "access_worker" in user.roles_at(at):
        children |= Q(child__in=Child.objects.worked_with_by(user, at))
    return Q(kind__in=COMES_WITH_THE_CHILD) & gone & children


def waiting_by_child(user: User, at: datetime) -> list[Waiting]:
    """The children this user works with of whom something waits, most first, with how much."""
    mine = Child.objects.worked_with_by(user, at).values("pk")
    rows = with_days(EntryNow.objects.visible_to(user, at).current()).filter(waits(at), no_trace=False, child__in=mine)
    counts = dict(rows.order_by().values_list("child").annotate(count=Count("pk")))
    found = list(Child.objects.filter(pk__in=counts))
    late = late_of(found, EntryNow.objects.visible_to(user, at), at)
    children = sorted(found, key=lambda child: (child.pk not in late, -counts[child.pk]))
    return [_waiting(child, counts[child.pk], late.get(child.pk), at) for child in children]


def late_in_team(user: User, at: datetime) -> list[Owed]:
    """For a manager: what is new and should have been read by now by those who work with these children."""
    own = Relationship.objects.active(at).filter(user=user, role__in=WORKER_ROLES).values("child")
    others = Child.objects.worked_with_by(user, at).exclude(pk__in=own)
    children = {child.pk: child for child in others}
    late = late_of(children.values(), EntryNow.objects.visible_to(user, at), at)
    return [_late(children[pk], dues, at) for pk, dues in sorted(late.items(), key=lambda one: one[1][0])]


def _late(child: Child, dues: list[datetime], at: datetime) -> Owed:
    worker = worker_of(child, at)
    said = ngettext("one new thing waits to be read for them", "%(count)s new things wait to be read for them", len(dues))
    url = reverse("portal:opening", args=[child.pk])
    return Owed(child, said % {"count": len(dues)}, url, lateness(dues[0], at), str(worker) if worker else "")


def _waiting(child: Child, count: int, late: list[datetime] | None, at: datetime) -> Waiting:
    return Waiting(child, count, reverse("portal:opening", args=[child.pk]), lateness(late[0], at) if late else None)


def waits(at: datetime) -> Q:
    """What waits for a worker: never read, or a day has come on which it was to be looked at again (`with_days` first)."""
    today = london_day(at)
    due_again = Q(state=State.HELD, held_until__lte=today) | Q(state=State.WITHHELD, look_again__lte=today)
    return Q(state=State.WAITING) | due_again


def new_to(user: User, at: datetime) -> list[Child]:
    """Children whose About me this worker has not read yet."""
    told = Exists(AboutMePart.objects.filter(child=OuterRef("child")))
    ties = Relationship.objects.active(at).filter(~Q(child__about_me="") | told, user=user, about_me_read_at__isnull=True)
    return [tie.child for tie in ties.select_related("child")]


def owed_of(task: Task, at: datetime) -> Owed:
    """One task as a line."""
    return Owed(
        child=task.child,
        what=gettext(WHAT[TaskKind(task.kind)]),
        url=page_of(task),
        due=lateness(task.due_at, at, to_the_hour=task.kind in AT_ONCE),
        whose=str(task.for_user) if task.for_user else "",
        due_at=task.due_at,
    )


def page_of(task: Task) -> str:
    """Where the task is done: most on a page of their own kind, a few where their matter stands."""
    if task.kind == TaskKind.ASK_FOR_DOCUMENT:
        return f"{reverse('portal:gaps', args=[task.child_id])}?gap={task.about_id}#here"
    if task.kind in OF_THE_CHILD:
        return reverse(OF_THE_CHILD[TaskKind(task.kind)], args=[task.child_id])
    if task.kind in OF_THE_THING:
        return reverse(OF_THE_THING[TaskKind(task.kind)], args=[task.about_id])
    return reverse("portal:task", args=[task.pk])


OF_THE_CHILD = {TaskKind.APPRAISE_RECORD: "portal:keeping", TaskKind.PAPER_EXPIRES: "portal:identity_papers"}
OF_THE_THING = {
    TaskKind.CONFIRM_DISPOSAL: "portal:disposal",
    TaskKind.ILLEGAL_IMAGE: "moderation:image_report",
    TaskKind.SEARCH_SOURCE: "access_requests:search",
    TaskKind.DECIDE_COMPLAINT: "access_requests:complaint",
    **dict.fromkeys(ON_THE_BOARD, "access_requests:request"),
    **dict.fromkeys(AROUND_A_MEETING, "portal:meeting"),
}

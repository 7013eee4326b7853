"""A child as their worker meets them: their own words first, then who helps, what waits, and what is known."""

from dataclasses import dataclass
from datetime import datetime

from law.working_time import london_day
from official_file.models import Connection
from official_file.presentation import Shown, show
from official_file.queries import entries_for
from people.models import Child, JoinCode, Relationship, Task, User
from people.permissions import decides_for
from people.reach import Reader, readers_of
from portal.queries.desk import Owed, owed_of
from portal.queries.opening import waiting_number


@dataclass(frozen=True, slots=True)
class ChildPage:
    """Everything beside the timeline."""

    age: int | None
    names: list[str]
    decides: bool
    unread_about_me: bool
    pen_picture: Shown | None
    ties: list[Relationship]
    readers: list[Reader]
    owed: list[Owed]
    waiting: int
    connections: list[Connection]
    code: JoinCode | None


def child_page(user: User, child: Child, at: datetime) -> ChildPage:
    """What stands on a child's page for this member of staff."""
    today = london_day(at)
    tasks = Task.objects.open().filter(child=child).exclude(about_type="contribution").select_related("child", "for_user")
    pictures = entries_for(user, child, at).filter(kind="pen_picture").order_by("-day", "-recorded_at")[:1]
    mine = Relationship.objects.active(at).filter(child=child, user=user, about_me_read_at__isnull=True)
    return ChildPage(
        age=child.age_on(today),
        names=list(dict.fromkeys(child.names.exclude(name=child.known_as).exclude(mistaken=True).values_list("name", flat=True))),
        decides=decides_for(user, child, at),
        unread_about_me=bool(child.about_me) and mine.exists(),
        pen_picture=next((show(row, child=child, today=today) for row in pictures), None),
        ties=list(Relationship.objects.active(at).filter(child=child).select_related("user")),
        readers=readers_of(child, at),
        owed=[owed_of(task, at) for task in tasks.order_by("due_at")],
        waiting=waiting_number(user, child, at),
        connections=list(child.connections.order_by("professional", "relation", "key")),
        code=open_code(child, at),
    )


def open_code(child: Child, at: datetime) -> JoinCode | None:
    """The code that works now, when there is one."""
    return child.join_codes.filter(used_at__isnull=True, cancelled_at__isnull=True, expires_at__gt=at).first()

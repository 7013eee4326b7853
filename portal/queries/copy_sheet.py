"""A printed copy as a worker prints it: what the young person sees, at the level and in the language they asked for.

It holds what is open to them and not chosen away, without words they hid on their phone, and of that only what this worker may
see too. What opens only after a warning is named and not quoted in a list: it can be asked for by itself.
"""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from law.working_time import london_day
from official_file.levels import at_level
from official_file.models import EntryNow
from official_file.models.now import EntryNowQuerySet
from official_file.presentation import Shown, as_chosen, show
from people.models import Child, Task, User
from portal.copies import Copy
from portal.queries.lines import lines_of, told_in_order
from portal.queries.media import STAFF, media_in
from portal.queries.my_entries import for_lines, my_entries
from portal.queries.paper_copies import name_of
from portal.queries.people_around import Person, Workers, people_i_know, workers_of
from portal.queries.story import Story
from portal.queries.whole_page import WHY_KINDS, picture_words
from portal.queries.years import entries_of
from stories.media import ShownMedia

PAPERS = ("letter", "why_letter", "plan", "review_minutes", "decision", "assessment", "document")
MOST = 400


@dataclass(frozen=True, slots=True)
class Item:
    """One entry on paper. `text` is "" for what a list does not quote. `media`: photos are printed, a recording says that it is one."""

    title: str
    when: str
    age: str
    text: str
    own: bool
    pictures: tuple[str, ...] = ()
    media: tuple[ShownMedia, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole copy. `left`: how many entries did not fit; `picture`: the pen picture, of the first page."""

    title: str
    items: list[Item]
    left: int = 0
    about_me: str = ""
    picture: Shown | None = None
    picture_words: str = ""
    known: tuple[Person, ...] = ()
    workers: Workers | None = None


def sheet_of(task: Task, reader: User, at: datetime) -> Sheet:
    """The copy that a task asks for. Say it inside the language it was asked for in. Raises ValueError for another task."""
    copy, child = Copy.from_key(task.about_type), task.child
    owner = child.user
    if owner is None:
        return Sheet(_title(copy), [])
    if copy.what == "people":
        return Sheet(_title(copy), [], known=tuple(people_i_know(child)), workers=workers_of(owner, child, at))
    rows = _rows(copy, task, Story(user=owner, child=child, at=at)).filter(pk__in=EntryNow.objects.visible_to(reader, at).values("pk"))
    if copy.what == "home":
        newest = rows.last()
        picture = show(newest, child=child, today=london_day(at)) if newest else None
        picture = as_chosen(picture, newest, level=copy.level, child=child, today=london_day(at)) if newest and picture else None
        words = picture_words(picture, copy.level) if picture else ""
        return Sheet(_title(copy), [], about_me=child.about_me, picture=picture, picture_words=words)
    return Sheet(_title(copy), _items(copy, list(for_lines(rows)[:MOST]), child, at), left=max(rows.count() - MOST, 0))


def _rows(copy: Copy, task: Task, story: Story) -> EntryNowQuerySet:
    rows: EntryNowQuerySet = my_entries(story.user, story.child, story.at)
    if copy.what == "entry":
        return rows.filter(pk=task.about_id)
    if copy.what == "section":
        return rows.filter(sections__contains=f"|{copy.which}|")
    if copy.what == "year":
        return entries_of(story, copy.which)
    kinds = {"why": WHY_KINDS, "papers": PAPERS, "home": ("pen_picture",)}
    return rows.filter(kind__in=kinds[copy.what]) if copy.what in kinds else rows.exclude(pk__in=story.told_already)


def _items(copy: Copy, rows: list[EntryNow], child: Child, at: datetime) -> list[Item]:
    today = london_day(at)
    by_id = {row.pk: row for row in rows}
    media = media_in((row.entry for row in rows), reader=STAFF, mine=True)
    found = []
    for line in told_in_order(lines_of(rows, child=child, today=today)):
        quoted = copy.what == "entry" or not line.guarded
        told = at_level(by_id[line.id].entry, copy.level, copy.language, today=today) if quoted and not line.own else None
        text = line.text if line.own else told.text if told else ""
        found.append(Item(line.title, line.when, line.age, text, line.own, told.pictures if told else (), tuple(media.get(line.id, ()))))
    return found


def _title(copy: Copy) -> str:
    return name_of(copy.what, copy.which) or gettext("One thing in my story")

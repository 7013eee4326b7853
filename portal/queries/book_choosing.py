"""What can be chosen for a life story book: everything open, page by page under the headings of the story, with what is in it ticked."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext

from official_file.books import reader_of
from official_file.models import EntryNow, LifeBook
from people.models import Child, User
from portal.queries.book_outline import BookStory
from portal.queries.lines import Line, lines_of, told_in_order
from portal.queries.my_entries import for_lines
from portal.queries.story_parts import part_on

A_PAGE = 60
AT_FIRST = ("pen_picture", "came_into_care", "home", "why_letter", "letter", "own_words", "left_care", "adoption", "own_child")


@dataclass(slots=True)
class Group:
    """Lines under one heading of the story."""

    title: str
    lines: list[tuple[Line, bool]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Choosing:
    """One page of what can be chosen."""

    page: Page[EntryNow]
    groups: list[Group]


def choosing(book: LifeBook, number: str | None, at: datetime) -> Choosing:
    """One page, oldest first; what has no date comes last."""
    story = BookStory(user=reader_of(book), child=book.child, at=at)
    rows = for_lines(story.rows.exclude(pk__in=story.told_already))
    page = Paginator(rows, A_PAGE).get_page(number)
    chosen = set(book.pages.values_list("entry_id", flat=True))
    groups: list[Group] = []
    for line in told_in_order(lines_of(list(page.object_list), child=book.child, today=story.today)):
        part = part_on(line.day, story.parts)
        title = part.title if part else (gettext("The beginning") if line.day else gettext("We do not know when"))
        if not groups or groups[-1].title != title:
            groups.append(Group(title))
        groups[-1].lines.append((line, line.id in chosen))
    return Choosing(page, groups)


def chosen_at_first(user: User, child: Child, at: datetime) -> Collection[UUID]:
    """What a new book begins with: the homes, the big days, letters and own words; of pen pictures the newest."""
    story = BookStory(user=user, child=child, at=at)
    rows = list(story.rows.filter(kind__in=AT_FIRST).exclude(pk__in=story.told_already).values_list("pk", "kind"))
    pens = [pk for pk, kind in rows if kind == "pen_picture"]
    return [pk for pk, _kind in rows if pk not in pens[:-1]]

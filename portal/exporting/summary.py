"""The file to read from beginning to end: a page of plain HTML, for people."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from files.direction import lines_with_direction
from files.queries import is_shut
from law.working_time import london_day
from official_file.models import EntryNow
from official_file.models.now import State
from official_file.plain_language.when import When
from official_file.presentation import show
from people.roles import display_name
from portal.exporting.gather import Gathered, words_of
from portal.queries.my_entries import in_order
from stories.boards import in_lines
from stories.media import in_order as in_order_sent
from stories.models import Contribution

ORIGINALS = "originals"


@dataclass(frozen=True, slots=True)
class Sent:
    """A photo, a drawing or a recording: its author's own words, what somebody else wrote of it, and its original in this export."""

    label: str
    caption: list[tuple[str, str]]
    own: list[tuple[str, str]]
    others: list[tuple[str, str]]
    original: str


@dataclass(frozen=True, slots=True)
class Told:
    """One entry in the summary. `text`: its words, line by line, each with the way it runs."""

    heading: str
    when: str
    plain: str
    text: list[tuple[str, str]]
    author: str
    sources: str
    state: str
    number: int


def summary_html(gathered: Gathered, now: datetime) -> str:
    """The page. Every entry is in it, the older versions and what was destroyed as well."""
    child = gathered.child
    shown = {
        "child": child,
        "now": now,
        "names": child.names.all(),
        "identifiers": child.identifiers.order_by("source", "key"),
        "entries": list(_entries(gathered, now)),
        "words": [(one, lines_with_direction(one.words), in_lines(one.board, translate=_), _sent(one)) for one in words_of(child)],
        "about_me": lines_with_direction(child.about_me) if child.about_me else [],
        "gaps": child.gaps.order_by("starts", "at"),
        "heads": gathered.heads,
    }
    return render_to_string("portal/export/summary.html", shown)


def _entries(gathered: Gathered, now: datetime) -> Any:
    rows = EntryNow.objects.filter(child=gathered.child).select_related("entry__payload")
    today = london_day(now)
    for row in in_order(rows).prefetch_related("entry__sources", "entry__plain_versions"):
        yield _told(row, gathered, today)


def _told(row: EntryNow, gathered: Gathered, today: Any) -> Told:
    body = row.entry.body
    if not body:
        return Told(_("Lawfully destroyed"), "", "", [], "", "", "", row.entry.position)
    said = show(row, child=gathered.child, today=today, whole=True)
    when = When.from_body(body["when"])
    author = ", ".join(filter(None, (body["author"]["name"], body["author"]["role"])))
    state = _("Corrected by a later entry") if row.superseded_by_id else State(row.state).label
    return Told(
        heading=said.heading if said else body["kind"],
        when=said.when_words if said else " – ".join(day.isoformat() for day in (when.start, when.end) if day),
        plain=said.plain if said else str(body["facts"]),
        text=lines_with_direction(body["text"]) if body["text"] else [],
        author=author,
        sources=", ".join(f"{source.system} {source.key}" for source in row.entry.sources.all()),
        state=str(state),
        number=row.entry.position,
    )


def _sent(one: Contribution) -> list[Sent]:
    """What was sent with these words, in its order, each with a link to its original. What is shut is named, and leads nowhere."""
    found = []
    for row in in_order_sent(one):
        shut = row.file is None or is_shut(row.file)
        others = [(said.text, f"{said.by_name}, {display_name(said.by_role)}") for said in row.descriptions.all()]
        label = _("%(what)s. Nobody may open it, by law.") if shut else "%(what)s"
        found.append(
            Sent(
                label=label % {"what": row.get_kind_display()},
                caption=lines_with_direction(row.caption) if row.caption else [],
                own=lines_with_direction(row.in_words) if row.in_words else [],
                others=others,
                original="" if shut or row.file is None else f"{ORIGINALS}/{row.file.sha256}",
            )
        )
    return found

"""The file to read from beginning to end: a page of plain HTML, for people."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from files.direction import lines_with_direction
from law.working_time import london_day
from official_file.models import EntryNow
from official_file.models.now import State
from official_file.plain_language.when import When
from official_file.presentation import show
from portal.exporting.gather import Gathered, words_of
from portal.queries.my_entries import in_order


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
        "words": [(one, lines_with_direction(one.words)) for one in words_of(child)],
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

"""A young person's own copy: exactly what is open to them on their pages, to read (HTML) and for machines (JSON), with a receipt.

Never a link of a chain, a position or a count of anything else: those would tell how much there is that they cannot see. Words
they hid on this phone stay hidden: whoever makes the copy may not be alone with it.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.template.loader import render_to_string
from django.utils.timezone import localtime
from django.utils.translation import gettext

from audit.queries import looks_at
from audit.sentences import sentence
from files.safe_copies import get
from law.working_time import london_day
from official_file.covered import cover_of
from official_file.models import EntryFile, EntryNow
from official_file.papers import may_be_shown, pages_of, paper_of
from official_file.presentation import Shown, show
from official_file.withheld import withheld_from
from people.models import Child, User
from portal.exporting.my_answers import about_me_parts, disputes, what_i_was_asked, who_agreed
from portal.exporting.my_media import Kept, media_of_mine
from portal.exporting.packing import Packed, as_json, digest_of, packed
from portal.exporting.styles import CSS
from portal.queries.asked import all_asked
from portal.queries.kept_back import kept_back
from portal.queries.my_entries import my_entries
from portal.queries.people_around import people_i_know, workers_of
from portal.queries.sections import BY_SLUG
from stories.boards import in_lines
from stories.lifecycle import Status
from stories.meanings import shown_meanings
from stories.models import Contribution, Note, Reply
from stories.queries import kept_by
from stories.states import saved_on, state_of

FORMAT = 1
Facts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class OwnCopy:
    """The zip in a file of its own, its digest, and how much is in it."""

    file: Packed
    sha256: str
    entries: int
    words: int

    @property
    def content(self) -> bytes:
        """The zip, whole."""
        self.file.seek(0)
        return self.file.read()


def own_copy(user: User, child: Child, at: datetime) -> OwnCopy:
    """Make the copy. Nothing is in it that a page of theirs does not show at this moment."""
    pictures: dict[str, bytes] = {}
    media: dict[str, Kept] = {}
    facts = facts_of(user, child, at, pictures, media)
    files = {
        "my-copy.html": render_to_string("portal/export/my_copy.html", {"copy": facts, "made_on": at}).encode(),
        "my-copy.json": as_json(facts),
        "my-copy.css": CSS.encode(),
        **pictures,
    }
    file = packed(files, media, _receipt(facts), at)
    return OwnCopy(file, digest_of(file), len(facts["entries"]), len(facts["my_words"]))


def facts_of(user: User, child: Child, at: datetime, pictures: dict[str, bytes], media: dict[str, Kept]) -> Facts:
    """What is open to them now: docs/reference/my-copy.schema.json. Pictures of papers are put into `pictures`, of theirs into `media`."""
    today = london_day(at)
    rows = [(row, entry) for row in my_entries(user, child, at) if (entry := show(row, child=child, today=today))]
    workers = workers_of(user, child, at)
    mine = [(one, media_of_mine(one, media)) for one in _mine(user)]
    sent = {one.entry_id: one_of_mine for one, one_of_mine in mine if one.entry_id}
    wrong = disputes([row for row, _entry in rows], child, at)
    papers = set(EntryFile.objects.filter(entry__child=child).values_list("entry_id", flat=True))
    return {
        "format": FORMAT,
        "made_at": at.isoformat(),
        "me": {
            "known_as": child.known_as,
            "born": child.date_of_birth.isoformat() if child.date_of_birth else None,
            "about_me": child.about_me,
            "parts": about_me_parts(child),
        },
        "entries": [
            {
                **_entry(row, entry),
                "pages": _pages(row, pictures) if row.pk in papers else [],
                "media": sent.get(row.pk, []),
                "i_said_is_wrong": wrong.get(row.pk, []),
            }
            for row, entry in rows
        ],
        "my_words": [{**_words(one, at), "media": told} for one, told in mine],
        "people_i_know": [{"name": one.name, "who": one.role} for one in people_i_know(child)],
        "workers": {
            "now": [{"name": one.name, "role": one.role, "when": one.when} for one in workers.now],
            "before": [{"name": one.name, "role": one.role, "when": one.when} for one in workers.before],
        },
        "what_i_asked": [
            {"what": one.text, "my_words": one.words, "asked_on": one.asked_on, "where_it_stands": one.state, "answer": one.answer}
            for one in all_asked(user, child, at)
        ],
        "what_i_was_asked": what_i_was_asked(child, at),
        "who_agreed": who_agreed(user, child, at),
        "who_has_looked": [{"at": localtime(event.at).isoformat(), "what": sentence(event)} for event in looks_at(child.pk)],
        "not_shown": [
            {"what": one.title, "why": one.words, "decided": one.decided} for one in kept_back(withheld_from(child, today), today)
        ],
    }


def _entry(row: EntryNow, entry: Shown) -> Facts:
    when = entry.when
    return {
        "id": str(entry.id),
        "what": entry.heading,
        "kind": entry.kind,
        "sections": [BY_SLUG[slug].title for slug in row.sections.strip("|").split("|") if slug in BY_SLUG],
        "when": {
            "from": when.start.isoformat() if when.start else None,
            "to": when.end.isoformat() if when.end else None,
            "precision": str(when.precision),
            "in_words": entry.when_words,
            "my_age": entry.ages,
        },
        "in_plain_words": entry.plain,
        "more": list(entry.details),
        "original_words": entry.original if entry.free or entry.own_words else "",
        "before_you_read": entry.warning,
        "my_own_words": entry.own_words,
        "taps": in_lines(row.entry.facts.get("board") or [], translate=gettext) if entry.own_words else [],
        "written_by": {"name": entry.author_name, "role": entry.author_role},
        "written_on": entry.written_on.isoformat() if entry.written_on else None,
        "came_from": [{"system": system, "last_seen": day.isoformat() if day else None} for system, day in entry.sources],
    }


def _pages(row: EntryNow, pictures: dict[str, bytes]) -> list[Facts]:
    """The pages of a paper that may be shown: their words, and the picture that their own pages show."""
    found = paper_of(row)
    if found is None or not may_be_shown(found.file):
        return []
    pages, cover = [], cover_of(row.entry)
    for page in pages_of(found.file):
        name, drawn = f"papers/{row.pk}-{page.number}.jpg", get(page.picture) if page.picture and not cover.closes_pictures else None
        if drawn:
            pictures[name] = drawn
        pages.append({"number": page.number, "words": cover.page(page.text), "picture": name if drawn else None})
    return pages


def _mine(user: User) -> list[Contribution]:
    """What they wrote, drafts as well; not what they hid on this phone."""
    return list(kept_by(user).filter(hidden_by_author=False).order_by("started_at"))


def _words(one: Contribution, at: datetime) -> Facts:
    draft = one.standing is Status.DRAFT
    state = saved_on(one.saved_at, at) if draft else state_of(one, clock=None, reader="", now=at).text
    return {
        "id": str(one.pk),
        "kind": str(one.get_kind_display()),
        "words": one.words,
        "taps": in_lines(one.board, translate=gettext),
        "in_other_languages": [{"what": meant.title, "words": meant.text, "by": meant.who} for meant in shown_meanings(one)],
        "sha256": one.digest or None,
        "sent_at": one.sent_at.isoformat() if one.sent_at else None,
        "where_it_stands": state,
        "answers": [_said(reply) for reply in one.replies.all()],
        "notes": [_said(note) for note in one.notes.all()],
    }


def _said(row: Reply | Note) -> Facts:
    return {"words": row.text, "by": row.by_name, "role": row.by_role, "at": row.at.isoformat()}


def _receipt(facts: Facts) -> Facts:
    """What the receipt says besides the digest of every file."""
    return {"format": FORMAT, "made_at": facts["made_at"], "entries": len(facts["entries"]), "my_words": len(facts["my_words"])}

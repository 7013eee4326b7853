"""Who and what an entry mentions besides the person it is about, and the label that stands in the place of each.

    people = people_of(child)
    for span in mentions_in(entry, people=people):
        label_for(span, people)  ->  "[your mum]", "[a person whose name we keep private]", "[a phone number we keep private]"

A proposal for a worker: nothing is hidden or opened by it. The rules are in official_file/mentions/ and know no database.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from official_file.mentions import Known, Span, find
from official_file.models import Connection, Entry, EntryNow
from official_file.plain_language.relations import RELATIONS, AddedWord, in_their_terms
from people.families import brothers_and_sisters_of
from people.models import Child, ChildName, Relationship
from people.written_names import folded

# Those who ring the council about a family: a label with their relation beside "rang us" tells who did.
OFTEN_TOLD_US = frozenset({RELATIONS["neighbour"], RELATIONS["family friend"]})


@dataclass(frozen=True, slots=True)
class Mentionable:
    """Somebody this file knows of. `known_to_them`: a worker confirmed that the young person knows of them, and as whom."""

    known: Known
    known_to_them: bool = False
    connection: Connection | None = None


def known_for(child: Child) -> list[Known]:
    """Everybody this child's file knows of, for `mentions.find`: in the same order as `people_of`."""
    return [one.known for one in people_of(child)]


def people_of(child: Child) -> list[Mentionable]:
    """The child, the people in their life, their brothers and sisters who have a record here, and their workers."""
    rows = list(Connection.objects.filter(child=child).select_related("other_child").order_by("source", "key"))
    kept = {row.other_child_id for row in rows}
    others = Child.objects.filter(pk__in=brothers_and_sisters_of(child) - kept).order_by("pk")
    found = [Mentionable(Known(_names_of(child), subject=True)), *(_connection(row) for row in rows)]
    found += [Mentionable(Known(_names_of(one), "sibling")) for one in others]
    return [*found, *(Mentionable(Known((name,), role, professional=True)) for name, role in _workers(child))]


def mentions_in(entry: Entry, *, people: Sequence[Mentionable] | None = None, text: str | None = None) -> list[Span]:
    """The mentions in an entry's text, or in `text` about the same child; whoever wrote the entry counts as a worker.

    A span's `connection` is a place in `people` (by default those of `people_of`), None for a writer who is not among them.
    """
    known = [one.known for one in (people_of(entry.child) if people is None else people)]
    body = entry.body
    author = str((body.get("author") or {}).get("name") or "")
    writer = [Known((author,), professional=True)] if author and not _is_among(author, known) else []
    spans = find(str(body.get("text") or "") if text is None else text, [*known, *writer])
    return [span if span.connection is None or span.connection < len(known) else _of_nobody(span) for span in spans]


def label_for(span: Span, people: Sequence[Mentionable], *, more: Iterable[AddedWord] = ()) -> str:
    """What stands in the place of a mention, in square brackets, in the language of the page.

    A relation stands in it only when a worker confirmed that the young person knows of this person, and only in the words of our
    own list or of the council's (`more`): what a system says of somebody may hold a name, or tell who told us.
    """
    return f"[{_words_for(span, people, more)}]"


def _words_for(span: Span, people: Sequence[Mentionable], more: Iterable[AddedWord]) -> str:
    if span.kind not in ("name", "relation"):
        return _thing(span.kind)
    who = people[span.connection] if span.connection is not None and span.connection < len(people) else None
    if who is None:
        return _("a person whose name we keep private")
    if who.known.subject:
        return _("you")
    if who.known.professional:
        return _("somebody whose job is to help")
    return (_relation(who.known.relation, list(more)) if who.known_to_them else "") or _("a person whose name we keep private")


def _relation(relation: str, more: list[AddedWord]) -> str:
    """Who they are, in words of a list; empty when no list has them, or when those words would say who told us."""
    listed = ({*RELATIONS.values()} | {word.said for word in more}) - OFTEN_TOLD_US
    key = " ".join(relation.split()).casefold()
    if key in {word.casefold() for word in listed}:
        return _(next(word for word in listed if word.casefold() == key))
    said = in_their_terms(relation, more=more)
    return _(said) if said in listed else ""


def _thing(kind: str) -> str:
    things = {
        "address": _("an address we keep private"),
        "postcode": _("a postcode we keep private"),
        "phone": _("a phone number we keep private"),
        "email": _("an email address we keep private"),
        "date_of_birth": _("a date of birth we keep private"),
        "vehicle": _("a car number we keep private"),
        "school": _("a school"),
    }
    return things.get(kind) or _("a number we keep private")


def _names_of(child: Child) -> tuple[str, ...]:
    """What they are called now, and every name they had. What was never theirs is left out."""
    names = ChildName.objects.filter(child=child, mistaken=False).order_by("pk").values_list("name", flat=True)
    return tuple(dict.fromkeys(name for name in (child.known_as, *names) if name))


def _connection(row: Connection) -> Mentionable:
    names = tuple(str(name) for name in row.names if name)
    if row.other_child:
        names = tuple(dict.fromkeys((*names, *_names_of(row.other_child))))
    return Mentionable(Known(names, row.relation, professional=row.professional), row.known_confirmed_at is not None, row)


def _workers(child: Child) -> list[tuple[str, str]]:
    """Names and roles of those who work with them, or did: by their ties here and by what the council's systems wrote."""
    found: dict[tuple[str, str], None] = {}
    for tie in Relationship.objects.filter(child=child, user__kind="staff").select_related("user").order_by("pk"):
        found[tie.user.display_name, tie.get_role_display()] = None
    for row in EntryNow.objects.filter(child=child, kind="worker_period").select_related("entry__payload").order_by("pk"):
        facts = row.entry.body.get("facts", {})
        found[str(facts.get("name") or ""), str(facts.get("role") or "")] = None
    return [(name, role) for name, role in found if name]


def _is_among(name: str, known: Sequence[Known]) -> bool:
    return any(folded(name) == folded(other) for one in known for other in one.names)


def _of_nobody(span: Span) -> Span:
    return Span(span.start, span.end, span.text, span.kind, None, span.propose)

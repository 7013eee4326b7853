"""What a worker may cover of an entry before it opens: which words, under which label, on which ground.

    labels_for(people)                     ->   every label there is, as it is kept and as it reads
    marks_of(entry, people)                ->   who and what the entry mentions, each proposed to be covered or not
    check_passages(entry, passages, ...)   ->   raises a sentence

A label never says who told us something, nor a relation that the young person may not know of: so it comes from a list.
Names of staff, paid carers and teachers in their work are not covered as private (DPA 2018 Sch 2 para 17).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from law.exemptions import may_worker_choose, refused_reason
from official_file.covered import Cover, cover_of, label_in_words, passages_in_force, whole_text
from official_file.covering_rules import Covered, can_be_covered, places_of
from official_file.mentioned import Mentionable, label_for, mentions_in, people_of
from official_file.mentions import Span
from official_file.models import Entry
from people.errors import NotAllowed
from people.written_names import folded

LONGEST = 5000  # letters of one passage
THINGS = ("name", "address", "postcode", "phone", "email", "date_of_birth", "vehicle", "school", "nhs_number")
CONTACT = frozenset({"address", "postcode", "phone", "email"})
ABOUT_OTHERS = "TP_"  # how the codes begin that are about another person's privacy
PRIVATE, ANOTHER_CHILD, CONTACT_DETAILS = "TP_PRIVATE", "TP_CHILD", "TP_CONTACT"
BROTHERS_AND_SISTERS = frozenset({"brother", "sister", "sibling"})
SOMETHING = f"[{gettext_noop('something private about somebody else')}]"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words to be covered, wherever they stand in the entry: the label in their place, the ground in law, and why."""

    words: str
    label: str
    ground: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """Somebody or something that an entry mentions, in every form in which it is written there.

    `who`: for the worker; `proposed`: whether it would be covered; `professional`: it cannot be, as private.
    """

    key: str
    who: str
    words: tuple[str, ...]
    places: int
    label: str
    ground: str
    proposed: bool
    professional: bool

    @property
    def reads(self) -> str:
        """The label as it reads in the language of the page."""
        return label_in_words(self.label)

    def passages(self, reason: str) -> list[Passage]:
        """One for each form."""
        return [Passage(words, self.label, self.ground, reason) for words in self.words]


def labels_for(people: Sequence[Mentionable]) -> dict[str, str]:
    """Every label that may stand in this file: as it is kept -> as it reads."""
    spans = [_span(thing, None) for thing in THINGS]
    spans += [_span("name", place) for place, one in enumerate(people) if one.known_to_them and not one.known.subject]
    kept = dict.fromkeys([*(_kept_label(span, people) for span in spans), SOMETHING])
    return {label: label_in_words(label) for label in kept}


def marks_of(entry: Entry, people: Sequence[Mentionable]) -> list[Mark]:
    """Who and what the entry mentions besides the person it is about, each once, in the order of the text."""
    text, found = whole_text(entry), dict[str, list[Span]]()
    for span in mentions_in(entry, people=people, text=text):
        one = people[span.connection] if span.connection is not None else None
        if not (one and one.known.subject) and can_be_covered(span.text):
            found.setdefault(_key(span), []).append(span)
    return [_mark(key, spans, people, text) for key, spans in found.items()]


def check_passages(entry: Entry, passages: Sequence[Passage], people: Sequence[Mentionable]) -> None:
    """Raise NotAllowed for words that are not there, too few or too many; a label of no list; a ground of none; a worker's name."""
    text, labels = whole_text(entry), labels_for(people)
    for passage in passages:
        if not can_be_covered(passage.words) or len(passage.words) > LONGEST:
            raise NotAllowed("too_short", _("Choose at least two letters to cover, and at most a page."))
        if not places_of(passage.words, text):
            sentence = _("We cannot find “%(words)s” in this entry. Type it exactly as it is written there.")
            raise NotAllowed("words_not_there", sentence % {"words": passage.words[:80]})
        if passage.label not in labels:
            raise NotAllowed("no_such_label", _("Choose one of the labels. It must not tell more than they may know."))
        if not may_worker_choose(passage.ground, entry.child.nation):
            raise NotAllowed("no_such_ground", _("Choose one of the grounds the law gives for what you cover."))
        if not passage.reason.strip():
            raise NotAllowed("no_reason", _("Write why these words are covered, in a sentence. Somebody may ask."))
        if not_one := refused_reason(passage.reason):
            raise NotAllowed("not_a_reason", not_one)
        _check_name(passage, people)


def carried(entry: Entry) -> list[Passage]:
    """What is covered now, to be covered again by a new decision."""
    rows = list(passages_in_force().filter(entry=entry.pk))
    if not rows:
        return []
    text = whole_text(entry)
    found = {text[row.start : row.end]: row for row in rows}
    return [Passage(words, row.label, row.ground, row.reason) for words, row in found.items()]


def _check_name(passage: Passage, people: Sequence[Mentionable]) -> None:
    said = folded(passage.words)
    for one in people:
        if said not in {folded(name) for name in one.known.names}:
            continue
        if one.known.subject:
            raise NotAllowed("their_own_name", _("This is the young person's own name. It is not covered in their own record."))
        if one.known.professional and passage.ground.startswith(ABOUT_OTHERS):
            raise NotAllowed(
                "staff_name",
                _("%(name)s was doing their work. The law lets us share that (DPA 2018, Schedule 2, paragraph 17).")
                % {"name": passage.words},
            )


def _mark(key: str, spans: Sequence[Span], people: Sequence[Mentionable], text: str) -> Mark:
    first = spans[0]
    one = people[first.connection] if first.connection is not None else None
    words = tuple(dict.fromkeys(" ".join(span.text.split()) for span in spans))
    places = {place for said in words for place in places_of(said, text)}
    return Mark(
        key=key,
        who=_who(first, one),
        words=words,
        places=len(places),
        label=_kept_label(first, people),
        ground=_ground(first, one),
        proposed=any(span.propose for span in spans) and not (one and one.known_to_them),
        professional=bool(one and one.known.professional),
    )


def _who(span: Span, one: Mentionable | None) -> str:
    if one is None or not one.known.names:
        return span.text
    relation = f" ({one.known.relation})" if one.known.relation else ""
    return f"{one.known.names[0]}{relation}"


def _ground(span: Span, one: Mentionable | None) -> str:
    if span.kind in CONTACT:
        return CONTACT_DETAILS
    relation = one.known.relation.casefold() if one else ""
    child = bool(one and one.connection and one.connection.other_child_id) or any(word in relation for word in BROTHERS_AND_SISTERS)
    return ANOTHER_CHILD if child else PRIVATE


def _key(span: Span) -> str:
    return f"p{span.connection}" if span.connection is not None else f"{span.kind}-{folded(span.text)}"


def _span(kind: str, connection: int | None) -> Span:
    return Span(0, 0, "", kind, connection, propose=True)


def _kept_label(span: Span, people: Sequence[Mentionable]) -> str:
    with translation.override(settings.LANGUAGE_CODE):
        return label_for(span, people)


def passages_to_cover(entry: Entry, chosen: Sequence[Passage] | None) -> list[Passage]:
    """What the new decision covers: what was chosen, else what is covered now. Raises NotAllowed for what may not be covered."""
    if chosen is None:
        if cover_of(entry).lost:
            raise NotAllowed("cover_again", _("Its paper was read anew. Look again at what is covered in it, and choose it once more."))
        return carried(entry)
    if chosen:
        check_passages(entry, chosen, people_of(entry.child))
    return list(chosen)


def as_cover(passages: Sequence[Passage]) -> Cover:
    """How it reads with these covered."""
    return Cover(tuple(Covered(one.words, label_in_words(one.label)) for one in passages))

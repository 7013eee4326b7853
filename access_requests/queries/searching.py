"""Where was searched for a request, what came of it and what is still open: for officers, and in few words for who asked."""

from collections import defaultdict
from dataclasses import dataclass, field
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from access_requests.models import AccessRequest, SearchAnswer, SourceSearch
from access_requests.searching_permissions import ABOUT
from access_requests.sources import COUNTED, GROUP_NAMES, PLAIN_NAMES, SOURCES, Group, Source
from people.models import Task, TaskKind

Outcome = SearchAnswer.Outcome
MISSING = (Outcome.CANNOT_BE_FOUND, Outcome.CANNOT_BE_SEARCHED)


@dataclass(frozen=True, slots=True)
class Place:
    """One place of one request: what came of it so far, newest answer first, and who has been asked and not answered."""

    search: SourceSearch
    source: Source
    answers: tuple[SearchAnswer, ...]
    asked: Task | None

    @property
    def name(self) -> str:
        """What it is called: its own name, or that of its row."""
        return self.search.name or gettext(self.source.name)

    @property
    def newest(self) -> SearchAnswer | None:
        """The answer that counts."""
        return self.answers[0] if self.answers else None

    @property
    def url(self) -> str:
        """Its own page."""
        return reverse("access_requests:search", args=[self.search.pk])

    @property
    def state(self) -> str:
        """How it stands, for officers."""
        if self.source.group is Group.APART:
            return gettext("Handed on") if self.newest else gettext("Never searched here")
        if self.newest:
            return str(self.newest.get_outcome_display())
        if self.asked:
            return gettext("%(name)s was asked") % {"name": self.asked.for_user}
        return gettext("%(name)s was asked") % {"name": self.search.asked_of} if self.search.asked_of else gettext("Not searched yet")

    @property
    def state_kind(self) -> str:
        """How its state is coloured (components/state.html)."""
        if self.newest:
            return "careful" if self.newest.outcome in MISSING else "done"
        return "" if self.asked or self.search.asked_of else "plain"


@dataclass(slots=True)
class PlaceGroup:
    """Places of one kind. `apart`: kept out of every count."""

    group: Group
    name: str
    places: list[Place] = field(default_factory=list)

    @property
    def apart(self) -> bool:
        """Whether the law keeps it apart."""
        return self.group is Group.APART


@dataclass(frozen=True, slots=True)
class Progress:
    """How many places have an answer, of how many. Adoption is in neither number."""

    done: int
    total: int

    @property
    def left(self) -> int:
        """How many have none yet."""
        return self.total - self.done

    @property
    def words(self) -> str:
        """ "12 of 32 places have an answer"."""
        said = ngettext("%(done)s of %(total)s place has an answer", "%(done)s of %(total)s places have an answer", self.total)
        return said % {"done": self.done, "total": self.total}


def places_of(request: AccessRequest) -> list[Place]:
    """Every place on the list, in the order of the table, those added by hand behind their kind."""
    answers: dict[UUID, list[SearchAnswer]] = defaultdict(list)
    for answer in SearchAnswer.objects.filter(search__request=request).order_by("-at"):
        answers[answer.search_id].append(answer)
    searches = list(request.searches.all())
    tasks = Task.objects.open().filter(kind=TaskKind.SEARCH_SOURCE, about_type=ABOUT, about_id__in=[one.pk for one in searches])
    asked = {task.about_id: task for task in tasks.select_related("for_user")}
    order = list(SOURCES)
    searches.sort(key=lambda one: (order.index(one.source), one.name.casefold()))
    return [Place(one, SOURCES[one.source], tuple(answers[one.pk]), asked.get(one.pk)) for one in searches]


def place_of(search: SourceSearch) -> Place:
    """One place, for its own page."""
    return next(one for one in places_of(search.request) if one.search.pk == search.pk)


def groups_of(places: list[Place]) -> list[PlaceGroup]:
    """The same under headings, without empty ones."""
    found = [PlaceGroup(one, gettext(GROUP_NAMES[one]), [place for place in places if place.source.group is one]) for one in Group]
    return [one for one in found if one.places]


def progress_of(places: list[Place]) -> Progress:
    """How far the search is. A heading under which other places can be named counts as answered by any of them."""
    counted = [one for one in places if one.source.slug in COUNTED]
    return Progress(sum(_has_answer(one, counted) for one in counted), len(counted))


def still_to_search(request: AccessRequest) -> list[Place]:
    """The places of a request without an answer: somebody has still to look there, or to say why nobody can."""
    return still_open(places_of(request))


def still_open(places: list[Place]) -> list[Place]:
    """Those of these places without an answer."""
    counted = [one for one in places if one.source.slug in COUNTED]
    return [one for one in counted if not _has_answer(one, counted)]


def where_we_looked(request: AccessRequest) -> list[tuple[str, str]]:
    """For who asked: each kind of place and how far we are there, in words.

    Never which service knows them, nor whether something was there: that a service is in a file can tell more than its words, and
    how many pages there are is said once, of all together. Adoption is not among them, for anybody.
    """
    places = [one for one in places_of(request) if one.source.slug in COUNTED]
    found = []
    for group, name in PLAIN_NAMES.items():
        here = [one for one in places if one.source.group is group]
        if here:
            found.append((gettext(name), _in_words(group, here)))
    return found


def _has_answer(place: Place, counted: list[Place]) -> bool:
    if place.newest:
        return True
    named = place.source.named and not place.search.name
    return named and any(one.newest for one in counted if one.source is place.source and one.search.name)


def _in_words(group: Group, here: list[Place]) -> str:
    done = sum(_has_answer(one, here) for one in here)
    if done == 0:
        return gettext("We have not looked here yet.")
    if done < len(here):
        said = gettext("We have looked in %(done)s of %(total)s places.") % {"done": done, "total": len(here)}
    else:
        said = gettext("We have looked here.")
    lost = group is not Group.SERVICES and any(one.newest and one.newest.outcome in MISSING for one in here)
    return f"{said} {gettext('Something is missing or cannot be searched. We tell you about it.')}" if lost else said

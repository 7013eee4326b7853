"""What was found, for the letters that tell of it: the manifest of the pack, in words for whoever asked."""

from datetime import date
from typing import Any

from django.utils.translation import gettext

from access_requests.asking_choices import FORMATS
from access_requests.letters.facts import HeldBack, Pack, Place
from access_requests.models import AccessRequest
from access_requests.pack import Says
from access_requests.queries.manifest import manifest_of
from access_requests.queries.pack import to_read
from access_requests.queries.searching import where_we_looked
from law.exemptions import ground
from official_file.gap_words import gap_title


def pack_of(request: AccessRequest, today: date) -> Pack:
    """The pack as it stands today. Where even saying that something is held back would tell, nothing is said and nothing counted."""
    told = manifest_of(request, today)
    years: list[int] = told["years"]
    return Pack(
        items=len(told["given"]),
        pages=told["pages"],
        first_year=years[0] if years else None,
        last_year=years[-1] if years else None,
        undated=sum(one["year"] is None for one in told["given"]),
        missing=_missing(told),
        held_back=(*_held_back(told), *_parts(request)),
        ways=_ways(request),
    )


def places_looked_in(request: AccessRequest) -> tuple[Place, ...]:
    """Where we looked, and how far: in the few words that everybody gets."""
    return tuple(Place(name, came_of_it) for name, came_of_it in where_we_looked(request))


def _missing(told: dict[str, Any]) -> tuple[str, ...]:
    things = [" ".join(part for part in (_ended(one["what"]), one["why"]) if part) for one in told["missing"]]
    years = [_ended(gap_title("stretch", first=first, last=last, translate=gettext)) for first, last in told["not_covered"]]
    return (*years, *things)


def _held_back(told: dict[str, Any]) -> list[HeldBack]:
    """Each ground with its words for whoever asked."""
    return [HeldBack(one["count"], gettext(words)) for one in told["held"] if (words := ground(one["ground"]).words_for_subject)]


def _parts(request: AccessRequest) -> list[HeldBack]:
    """Things of which parts are hidden first: each hidden part says why where it stands."""
    count = to_read(request).filter(says=Says.HIDE_PARTS).count()
    return [HeldBack(count, gettext("Parts of this are hidden. Each hidden part says why."))] if count else []


def _ways(request: AccessRequest) -> tuple[str, ...]:
    chosen = request.answers.get("formats") or []
    return tuple(gettext(name) for slug, name in FORMATS if slug in chosen)


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."

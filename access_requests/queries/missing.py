"""What is known to be missing from what was searched: years no place covers, and things the file should hold and does not (M8, R72)."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from access_requests.coverage import Span, Stretch, years_not_covered
from access_requests.models import AccessRequest, SearchAnswer
from access_requests.queries.in_scope import in_scope
from access_requests.sources import COUNTED
from law.ages import ADULT, turns
from official_file.gap_words import REASONS
from official_file.gaps import FRAME, Found, GapsOf, title_of, year_spans
from official_file.models import EntryNow
from people.models import Child

SEARCHED = (SearchAnswer.Outcome.FOUND, SearchAnswer.Outcome.NOTHING)


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing, as the person reads it. `why`: what somebody at the council said of it, or ""."""

    what: str
    why: str
    when: date | None


@dataclass(frozen=True, slots=True)
class Gaps:
    """Everything missing. `years`: in care and covered by no searched place; `things`: in the order of their days."""

    years: list[Stretch]
    things: list[Missing]

    def __bool__(self) -> bool:
        return bool(self.years or self.things)


def missing_from(request: AccessRequest, today: date) -> Gaps:
    """What is missing for this request on this day; nothing while nobody knows whose record it is."""
    if request.child is None:
        return Gaps([], [])
    known = gaps_of(request.child, today)
    return Gaps(_years(request, known, today), [_missing(gap) for gap in known.found])


def gaps_of(child: Child, today: date) -> GapsOf:
    """The gaps of the file without adoption: neither its entries nor what they speak of is named or missed.

    The day on which care ended shapes them however it ended: years after it are nobody's gap.
    """
    rows = in_scope(child).current()
    ended = EntryNow.objects.current().filter(child=child, kind="left_care")
    frame = list((rows.filter(kind__in=FRAME) | ended).select_related("entry__payload").order_by("day"))
    return GapsOf(child, today, frame=frame, spans=year_spans(rows, child)[0], texts=rows)


def _years(request: AccessRequest, known: GapsOf, today: date) -> list[Stretch]:
    answers: dict[object, SearchAnswer] = {}
    for answer in SearchAnswer.objects.filter(search__request=request, search__source__in=sorted(COUNTED)).order_by("at"):
        answers[answer.search_id] = answer  # the newest counts
    covered = [(one.covers_from, one.covers_to) for one in answers.values() if one.outcome in SEARCHED]
    return years_not_covered(_wanted(known, today), covered)


def _wanted(known: GapsOf, today: date) -> list[Span]:
    """The times in care; of somebody of whom none is known, the whole childhood."""
    if known.care:
        return [(span.start, span.end or today) for span in known.care]
    born = known.child.date_of_birth
    return [(born, min(today, turns(born, ADULT)))] if born else []


def _missing(gap: Found) -> Missing:
    said = gap.said
    if said is None or not said.reason:
        return Missing(title_of(gap), "", gap.starts)
    reason = gettext(REASONS[said.reason].sentence) if said.reason in REASONS else ""
    return Missing(said.what or title_of(gap), said.words or reason, gap.starts)

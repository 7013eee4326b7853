"""Some pages of a paper as a thing of their own; and which pages look as if they were about somebody else."""

from datetime import datetime

from access_requests.gatherers.drafts import ItemDraft, Placing
from access_requests.gatherers.papers import text_of_pages, texts_of
from access_requests.gathering.dating import evidence
from access_requests.gathering.freezing import Frozen
from access_requests.gathering.signing import signature_in
from access_requests.gathering.splitting import Range, about_others, as_typed
from access_requests.models import Item
from law.working_time import london_day
from people.models import ChildName


def draft_of_pages(item: Item, part: Range, why: str, now: datetime) -> ItemDraft:
    """These pages, with what is known of the whole. They have a date of their own when they say one, else that of the whole."""
    before, file = item.frozen, item.file
    shift = (item.first_page or 1) - 1
    first, last = part.first + shift, part.last + shift
    text = text_of_pages(file, first, last) if file else ""
    frozen = Frozen(
        title=before["title"],
        kind=item.kind,
        source=item.source,
        text=text,
        author=before["author"] if part.first == 1 else "",
        role=before["role"] if part.first == 1 else "",
        recorded_on=london_day(item.frozen_at),
        recorded_by=before["recorded_by"],
        signed=signature_in(text),
        facts={"part_of": str(item.pk)} | {name: before["facts"][name] for name in ("name", "type") if name in before["facts"]},
        digest=before["digest"],
        file=before["file"],
        pages=(first, last),
    )
    return ItemDraft(
        key=f"{item.key}:p{first}-{last}",
        frozen=frozen,
        placing=_placing(item, text, now),
        about_type=item.about_type,
        about_id=item.about_id,
        file=file,
        parent=item.key,
        pages=last - first + 1,
    )


def _placing(item: Item, text: str, now: datetime) -> Placing:
    child = item.request.child
    found = evidence(text, today=london_day(now), born=child.date_of_birth if child else None)
    if found:
        return Placing(guessed=found.day, precision=found.precision, why=found.why)
    if item.placed == Item.Placed.DATED:
        return Placing(item.when_from, item.when_to, item.precision)
    return Placing(guessed=item.placed_on, precision=item.precision, why=item.placed_why)


def pages_about_others(item: Item) -> str:
    """Which of its pages have somebody else's name in their heading, as an officer would type them; "" for none."""
    child = item.request.child
    if item.file is None or item.pages == 1 or child is None:
        return ""
    names = {child.known_as, *ChildName.objects.filter(child=child).values_list("name", flat=True)}
    return as_typed(about_others(texts_of(item.file, item.first_page or 1, item.last_page), names))

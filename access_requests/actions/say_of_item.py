"""An officer says of one thing what happens to it: given whole, parts hidden first, or all of it held back on a ground of the law."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from access_requests.actions.lock_request import lock_request
from access_requests.health_gate import HEALTH_QUESTIONS, health_wrong, is_health, known_from_file
from access_requests.models import AccessRequest, Item, ItemReading
from access_requests.models.signed import signed
from access_requests.pack import Says
from access_requests.pack_permissions import check_reads
from access_requests.proposals import is_for_themselves
from access_requests.queries.pack import newest_reading
from audit.events import Event
from audit.record import record
from law.holding_back import is_none_in_law, missing, why_not, wrong_answer
from law.working_time import london_day
from people.errors import NotAllowed
from people.models import User

ABOUT = "access_request_item"
A_MOMENT = timedelta(microseconds=1)


@transaction.atomic
def say_of_item(
    *,
    item: Item,
    says: Says,
    by: User,
    now: datetime,
    seen: str = "",
    ground: str = "",
    why: str = "",
    basis: Mapping[str, str] | None = None,
) -> ItemReading:
    """Write it down. `seen`: the id of the newest reading the officer was shown ("" for none), so that nobody decides over another.

    `basis`: the answers to what the ground asks (law/holding_back.py); for something about health that is not held back, why the
    law lets it be given (DPA 2018 Sch 3 para 6). Raises NotAllowed ("basis:<question>" names the answer that is wrong).
    """
    request = lock_request(request=item.request, by=by, now=now)
    check_reads(by, request, now)
    item = Item.objects.select_related("request").get(pk=item.pk)
    if item.set_aside:
        raise NotAllowed("set_aside", _("This was set aside. Take it back into the pack first."))
    before = newest_reading(item)
    if str(before.pk if before else "") != seen:
        raise NotAllowed("read_meanwhile", _("Somebody has read this since you opened it. Look at what they said first."))
    said = {name: words.strip() for name, words in (basis or {}).items() if words.strip()}
    why, today = why.strip(), london_day(now)
    if says == Says.HOLD_BACK:
        _check_ground(request, ground, why, said, today)
    else:
        ground = ""
        said = _health(item, said, today)
    at = max(now, before.at + A_MOMENT) if before else now
    made = ItemReading.objects.create(item=item, says=says, ground=ground, why=why, basis=said, reader=by, **signed(by, at))
    facts = {"says": str(says)}
    record(Event.REQUEST_ITEM_READ, child=None, by=by.who(now), at=now, about_type=ABOUT, about_id=item.pk, facts=facts)
    return made


def _check_ground(request: AccessRequest, ground: str, why: str, basis: Mapping[str, str], today: date) -> None:
    if sentence := why_not(ground, for_themselves=is_for_themselves(request), nation=request.nation):
        raise NotAllowed("no_such_ground", gettext(sentence))
    if not why:
        raise NotAllowed("no_reason", _("Write why this ground fits. A second person reads it."))
    if sentence := is_none_in_law(ground, why):
        raise NotAllowed("not_a_reason", gettext(sentence))
    if open_questions := missing(ground, basis):
        sentence = _("%(question)s The law asks for this before the ground is used.") % {"question": gettext(open_questions[0].label)}
        raise NotAllowed(f"basis:{open_questions[0].name}", sentence)
    try:
        wrong = wrong_answer(ground, basis, today)
    except ValueError as no_day:
        raise NotAllowed("basis:day", _("We need a date like 4 May 2016.")) from no_day
    if wrong:
        raise NotAllowed(f"basis:{wrong[0]}", gettext(wrong[1]))


def _health(item: Item, said: dict[str, str], today: date) -> dict[str, str]:
    """What lets something about health be given, to be kept with the reading; {} for everything else. Raises NotAllowed without it."""
    if not is_health(item) and said.get("health") != "yes":
        return {}
    known = known_from_file(item)
    kept = {name: said[name] for name in ("health", *HEALTH_QUESTIONS) if name in said}
    if known:
        return kept | {"known": known}
    if wrong := health_wrong(kept, today):
        raise NotAllowed(f"basis:{wrong[0]}", wrong[1])
    return kept

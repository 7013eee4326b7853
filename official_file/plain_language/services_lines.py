"""What a young person reads of a service around them: that it is there, who, how to reach them, and when we last checked.

None recorded, and not known, make no sentence: "Services around me" tells those apart on one page.
"""

from collections.abc import Mapping
from datetime import date

from law.calendar_words import say_date
from law.wording import Translate, fill, gettext_noop, identity
from official_file.plain_language.facts import text_of
from official_file.plain_language.twelve_services import BY_KEY, Status

WHO = gettext_noop("Who: {name}.")
REACH = gettext_noop("How to reach them: {contact}.")
SINCE = gettext_noop("Since {day}.")
UNTIL = gettext_noop("Until {day}.")
CHECKED = gettext_noop("We last checked this on {day}.")
KEPT_OFF = gettext_noop("We keep the name and the place off this page, in case somebody else holds your phone. Ask your worker.")
OTHERWISE = gettext_noop("A service around you")


def service_heading(facts: Mapping[str, object]) -> str:
    """What the service is called to them."""
    service = BY_KEY.get(text_of(facts, "service"))
    return service.name if service else OTHERWISE


def service_lines(facts: Mapping[str, object], translate: Translate = identity) -> tuple[str, ...]:
    """The sentences of a service that is there; none for anything else."""
    service = BY_KEY.get(text_of(facts, "service"))
    if service is None or text_of(facts, "status") != Status.RECORDED:
        return ()
    said = [translate(service.there)]
    if service.tells_place:
        said.append(translate(KEPT_OFF) if text_of(facts, "name") or text_of(facts, "contact") else "")
    else:
        said += [_filled(WHO, "name", facts, translate), _filled(REACH, "contact", facts, translate)]
    said += [_dated(message, key, facts, translate) for message, key in ((SINCE, "since"), (UNTIL, "until"), (CHECKED, "confirmed_on"))]
    return tuple(sentence for sentence in said if sentence)


def _filled(message: str, key: str, facts: Mapping[str, object], translate: Translate) -> str:
    text = text_of(facts, key).rstrip(".")
    return fill(message, translate, **{key: text}) if text else ""


def _dated(message: str, key: str, facts: Mapping[str, object], translate: Translate) -> str:
    try:
        day = date.fromisoformat(text_of(facts, key))
    except ValueError:
        return ""
    return fill(message, translate, day=say_date(day, translate))

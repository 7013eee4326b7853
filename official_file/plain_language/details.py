"""The lines under the sentences: who ran a home, how long it lasted, why a worker changed, what a health year shows.

Only what says something is said. A score never appears: a number without its context tells nothing true.
"""

from collections.abc import Callable, Mapping
from datetime import date

from law.calendar_words import say_date
from law.wording import Translate, fill, gettext_noop, identity
from official_file.plain_language.codes import meaning
from official_file.plain_language.dataset_lines import lines_of
from official_file.plain_language.facts import is_no, is_yes, text_of
from official_file.plain_language.phrases import say_duration
from official_file.plain_language.when import Precision, When

EXACT_DATES = gettext_noop("The exact dates are {start} to {end}.")
EXACT_START = gettext_noop("The exact date is {start}.")
PLANNED_STAY = gettext_noop("This was a short stay that was planned and agreed.")
STATUS_UNTIL = gettext_noop("Our records say so until {date}.")
BORN = gettext_noop("Your child was born on {date}.")
GOOD_ENOUGH = gettext_noop("We thought it was a good enough place for you.")
NOT_GOOD_ENOUGH = gettext_noop("We thought it was not a good enough place for you.")

FORM_FILLED_IN = gettext_noop("Your carer filled in a form about how you were feeling.")
FORM_SCORE = gettext_noop("It ends in a score, and the score alone says little. Ask us what it meant for you.")
SAW_A_HEALTH_WORKER = gettext_noop("You had your yearly health check.")
NO_HEALTH_WORKER = gettext_noop("We have no note of a yearly health check for you at that time.")
SMALL_CHILD_CHECKS = gettext_noop("You had the health checks that small children have.")
SAW_A_DENTIST = gettext_noop("A dentist looked at your teeth.")
NO_DENTIST = gettext_noop("We have no note of a dentist's check for you at that time.")
VACCINES = gettext_noop("Your vaccines were up to date.")
NOT_ALL_VACCINES = gettext_noop("Not all your vaccines were up to date at that time.")
DRUGS_OR_ALCOHOL = gettext_noop("Workers were worried about drugs or alcohol.")
HELP_RECEIVED = gettext_noop("You had help with this.")
HELP_OFFERED = gettext_noop("You were offered help with this, and did not take it at that time.")
SAW_YOUR_EYES = gettext_noop("Someone checked your eyes.")

# (fact, what yes says, what no says): no to a risk says nothing.
HEALTH_FACTS = (
    ("health_assessment", SAW_A_HEALTH_WORKER, NO_HEALTH_WORKER),
    ("health_check", SMALL_CHILD_CHECKS, ""),
    ("teeth_check", SAW_A_DENTIST, NO_DENTIST),
    ("eye_check", SAW_YOUR_EYES, ""),
    ("immunisations", VACCINES, NOT_ALL_VACCINES),
    ("substance_misuse", DRUGS_OR_ALCOHOL, ""),
)


def health_lines(facts: Mapping[str, object], translate: Translate = identity) -> tuple[str, ...]:
    """One sentence for each fact of a health year (table OC2) that says something."""
    said = [yes if is_yes(facts, name) else no if is_no(facts, name) else "" for name, yes, no in HEALTH_FACTS]
    if is_yes(facts, "substance_misuse"):
        said.append(HELP_RECEIVED if is_yes(facts, "intervention_received") else "")
        offered = is_yes(facts, "intervention_offered") and not is_yes(facts, "intervention_received")
        said.append(HELP_OFFERED if offered else "")
    if text_of(facts, "sdq_score"):
        said += [FORM_FILLED_IN, FORM_SCORE]
    elif text_of(facts, "sdq_reason"):
        said.append(meaning("SDQ_REASON", text_of(facts, "sdq_reason")).plain)
    return tuple(translate(message) for message in said if message)


def detail_lines(kind: str, facts: Mapping[str, object], when: When, translate: Translate = identity) -> tuple[str, ...]:
    """The lines of detail for one entry, in reading order; often none."""
    lines = {
        "home": _home_lines,
        "worker_period": _worker_lines,
        "unaccompanied": _unaccompanied_lines,
        "own_child": _own_child_lines,
        "leaving_care_home": _later_home_lines,
        "conviction": _lines_of("conviction"),
        "missing_episode": _lines_of("missing_episode"),
    }
    return lines[kind](facts, when, translate) if kind in lines else ()


def _home_lines(facts: Mapping[str, object], when: When, translate: Translate) -> tuple[str, ...]:
    """Who ran it, how long, and the exact dates, which the sentence says in months."""
    provider = meaning("PLACE_PROVIDER", text_of(facts, "provider"))
    said = [PLANNED_STAY] if is_yes(facts, "short_break") else []
    said += [provider.plain] if provider.known else []
    return (*(translate(message) for message in said), *_exact(when, translate))


def _exact(when: When, translate: Translate) -> tuple[str, ...]:
    """Duration and exact dates, when both days are known."""
    if when.precision is not Precision.DAY or when.start is None:
        return ()
    if when.end is None:
        return (fill(EXACT_START, translate, start=say_date(when.start, translate)),)
    dates = fill(EXACT_DATES, translate, start=say_date(when.start, translate), end=say_date(when.end, translate))
    return (say_duration(when.start, when.end, translate), dates) if when.end > when.start else ()


def _worker_lines(facts: Mapping[str, object], when: When, translate: Translate) -> tuple[str, ...]:
    """Why the worker changed, once the time has ended."""
    reason = text_of(facts, "reason")
    why = (translate(meaning("SW_REASON", reason).plain),) if reason and when.end is not None else ()
    return (*why, *_exact(when, translate))


def _unaccompanied_lines(facts: Mapping[str, object], _when: When, translate: Translate) -> tuple[str, ...]:
    """Until when the return says so."""
    until = _date(facts, "until")
    return (fill(STATUS_UNTIL, translate, date=say_date(until, translate)),) if until else ()


def _own_child_lines(facts: Mapping[str, object], _when: When, translate: Translate) -> tuple[str, ...]:
    """The day the child was born."""
    born = _date(facts, "born")
    return (fill(BORN, translate, date=say_date(born, translate)),) if born else ()


def _later_home_lines(facts: Mapping[str, object], _when: When, translate: Translate) -> tuple[str, ...]:
    """Whether the council thought the place good enough: 1 yes, 2 no, in a fact of its own or after the letter."""
    suitable = text_of(facts, "suitable") or text_of(facts, "code")[1:]
    message = {"1": GOOD_ENOUGH, "TRUE": GOOD_ENOUGH, "2": NOT_GOOD_ENOUGH, "FALSE": NOT_GOOD_ENOUGH}.get(suitable.upper())
    return (translate(message),) if message else ()


def _lines_of(kind: str) -> Callable[[Mapping[str, object], When, Translate], tuple[str, ...]]:
    """The lines that only the dataset can fill."""
    return lambda facts, _when, translate: lines_of(kind, facts, translate)


def _date(facts: Mapping[str, object], name: str) -> date | None:
    """A fact that is a date, or None when it is missing or cannot be read: a line is left out rather than wrong."""
    try:
        return date.fromisoformat(text_of(facts, name))
    except ValueError:
        return None

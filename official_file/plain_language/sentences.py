"""Facts -> plain sentences, one numbered pattern each (patterns.py holds the approved table).

For example:

    say_entry(kind="home", facts={"place": "U6", "provider": "PR1", "rne": "P"},
              when=When(date(2017, 3, 4), date(2018, 8, 21)), born=date(2009, 12, 1), today=date(2026, 11, 22))
    -> Plain(heading="Living with foster carers",
             sentences=("You lived with foster carers from March 2017 to August 2018.", "You were 7, then 8."), ...)

None means: say nothing at all (a code that means "no" to a risk, a future date, a death). Codes, scores, addresses and
postcodes never appear. Pass Django's `gettext` as `translate` on pages.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from law.wording import Translate, fill, gettext_noop, identity
from official_file.plain_language import headings, patterns
from official_file.plain_language.codes import meaning
from official_file.plain_language.dataset_lines import lines_of
from official_file.plain_language.details import detail_lines, health_lines
from official_file.plain_language.facts import code_of, text_of
from official_file.plain_language.paper_lines import paper_heading
from official_file.plain_language.patterns import TABLE_VERSION, Form, Pattern, pattern_for
from official_file.plain_language.phrases import UNKNOWN_DATE, say_ages, say_when, title_when
from official_file.plain_language.services_lines import service_heading
from official_file.plain_language.silence import says_nothing
from official_file.plain_language.when import LASTING, When
from official_file.plain_language.words_of_homes import home_words

THIS_WAS = gettext_noop("This was {when}.")
THIS_HAS_BEEN = gettext_noop("This has been so {when}.")
BACKGROUND_NOT_TOLD = frozenset({"REFU", "NOBT"})
EDUCATION_STEPS = frozenset({"asked", "decided", "assessed", "looked_at"})


@dataclass(frozen=True, slots=True)
class Plain:
    """What a young person reads: a heading of a few words, whole sentences, and optional lines of detail.

    `when` and `ages` say the time on lines of their own (a timeline shows them beside the heading). `summary` is the writer's own
    plain summary, word for word, where there is one. `pattern` and `table_version` say which approved pattern made the
    sentences: keep both when it is shared.
    """

    heading: str
    sentences: tuple[str, ...]
    details: tuple[str, ...] = ()
    when: str = ""
    ages: str = ""
    summary: str = ""
    pattern: int = 0
    table_version: int = TABLE_VERSION

    @property
    def text(self) -> str:
        """The sentences in one string."""
        return " ".join(self.sentences)


@dataclass(frozen=True, slots=True)
class _Telling:
    """Everything one entry's sentences are made from."""

    kind: str
    facts: Mapping[str, object]
    when: When
    born: date | None
    translate: Translate

    @property
    def lasting(self) -> bool:
        """Whether no end means still so."""
        return self.kind in LASTING

    @property
    def form(self) -> Form:
        """Which grammar tells it."""
        if not self.when.is_known:
            return Form.UNDATED
        return Form.OPEN if self.lasting and self.when.end is None else Form.DATED

    @property
    def when_phrase(self) -> str:
        """The time inside a sentence."""
        return say_when(self.when, lasting=self.lasting, translate=self.translate)


def say_entry(
    *, kind: str, facts: Mapping[str, object], when: When, born: date | None, today: date, translate: Translate = identity
) -> Plain | None:
    """The heading and sentences for one entry, or None when nothing is to be said. Raises KeyError for an unknown kind."""
    telling = _Telling(kind, facts, when.as_told(kind, today), born, translate)
    pattern = pattern_for(_pattern_kind(kind, facts), telling.form)
    if says_nothing(kind, facts) or when.is_future(today):
        return None
    return Plain(
        heading=_heading(pattern, telling),
        sentences=tuple(one for sentence in pattern.sentences for one in _said(sentence, telling)),
        details=detail_lines(kind, facts, telling.when, translate),
        when=title_when(telling.when, lasting=telling.lasting, translate=translate),
        ages=_ages(telling),
        summary=text_of(facts, "summary"),
        pattern=pattern.number,
    )


def _pattern_kind(kind: str, facts: Mapping[str, object]) -> str:
    """The row of the table: the kind, or what tells it apart within its kind."""
    if kind == "worker_period" and text_of(facts, "name"):
        return "worker_with_name"
    if kind == "document" and text_of(facts, "media_type").startswith("audio/"):
        return "document_to_hear"
    if kind == "ethnic_background" and code_of(kind, facts)[1] in BACKGROUND_NOT_TOLD:
        return "background_not_told"
    if kind == "education_step" and text_of(facts, "step") in EDUCATION_STEPS:
        return f"education_step_{text_of(facts, 'step')}"
    return kind


def _said(sentence: str, telling: _Telling) -> tuple[str, ...]:
    """A message filled, or the sentences that belong in a place of the table; none for a place with nothing to say."""
    if sentence == patterns.LINES:
        return lines_of(telling.kind, telling.facts, telling.translate) or health_lines(telling.facts, telling.translate)
    places = {
        patterns.MEANING: _meaning,
        patterns.HOME: _home,
        patterns.TIME: _time,
        patterns.AGES: _ages,
    }
    if sentence in places:
        said = places[sentence](telling)
    else:
        said = fill(sentence, telling.translate, when=telling.when_phrase, name=text_of(telling.facts, "name"))
    return (said,) if said else ()


def _meaning(telling: _Telling) -> str:
    """The plain words of the entry's code."""
    code_list, code = code_of(telling.kind, telling.facts)
    return telling.translate(meaning(code_list, code).plain) if code else ""


def _home(telling: _Telling) -> str:
    """The plain words of a home in the right tense."""
    words = home_words(text_of(telling.facts, "place"))
    message = {Form.OPEN: words.now, Form.DATED: words.past}.get(telling.form, words.plain)
    return fill(message, telling.translate, when=telling.when_phrase)


def _time(telling: _Telling) -> str:
    """The time as a sentence of its own."""
    if telling.form is Form.UNDATED:
        return telling.translate(UNKNOWN_DATE)
    message = THIS_HAS_BEEN if telling.form is Form.OPEN else THIS_WAS
    return fill(message, telling.translate, when=telling.when_phrase)


def _ages(telling: _Telling) -> str:
    """How old the person was, as a sentence."""
    return say_ages(telling.when, telling.born, lasting=telling.lasting, translate=telling.translate)


def _heading(pattern: Pattern, telling: _Telling) -> str:
    """The heading of the pattern, of the code, or the title its writer gave it (never translated)."""
    if pattern.heading == patterns.TITLE:
        title = text_of(telling.facts, "title")
        return title or telling.translate(headings.WITHOUT_TITLE[telling.kind])
    if pattern.heading == patterns.HEADING:
        return telling.translate(_heading_of_code(telling))
    return telling.translate(pattern.heading)


def _heading_of_code(telling: _Telling) -> str:
    """The heading that belongs to the code."""
    if telling.kind == "home":
        return home_words(text_of(telling.facts, "place")).heading
    if telling.kind == "service":
        return service_heading(telling.facts)
    if telling.kind == "identity_paper":
        return paper_heading(telling.facts)
    if telling.kind == "worker_period":
        return headings.WORKERS.get(text_of(telling.facts, "role").upper(), headings.WORKERS_OTHERWISE)
    of_kind = {
        "legal_status": (headings.LEGAL_STATUS, headings.LEGAL_STATUS_OTHERWISE),
        "move_reason": (headings.MOVED, headings.MOVED_OTHERWISE),
        "left_care": (headings.LEFT_CARE, headings.LEFT_CARE_OTHERWISE),
    }
    by_code, otherwise = of_kind[telling.kind]
    return by_code.get(code_of(telling.kind, telling.facts)[1], otherwise)

"""The words of a chapter: heading and a summary of at most two sentences.

For example:

    say_chapter(chapter, born=..., today=...).heading   ->   "Living with foster carers, 2017 to 2018"

Homes are never numbered, and an end the record does not give is said as one we do not know.
"""

from datetime import date

from law.wording import Translate, fill, gettext_noop, identity
from official_file.chapters import Chapter, NotInCare, ShortStay
from official_file.plain_language.codes import meaning
from official_file.plain_language.patterns import Form, Pattern, pattern_for
from official_file.plain_language.phrases import say_ages, say_when, say_years, title_when
from official_file.plain_language.sentences import Plain
from official_file.plain_language.when import When
from official_file.plain_language.words_of_homes import home_words

HEADING_YEARS = gettext_noop("{heading}, {years}")
END_UNSURE = gettext_noop("Our records do not say when this ended.")
STAY = gettext_noop("{what} This was {when}.")


def say_chapter(chapter: Chapter | NotInCare, *, born: date | None, today: date, translate: Translate = identity) -> Plain:
    """Heading with years, a summary of at most two sentences, and a detail line for each short stay."""
    end = chapter.end if chapter.end is not None and chapter.end <= today else None
    when = When(chapter.start, end)
    pattern, heading, message = _words(chapter, Form.OPEN if end is None else Form.DATED)
    said = fill(message, translate, when=say_when(when, lasting=True, translate=translate))
    ages = say_ages(when, born, lasting=True, translate=translate)
    return Plain(
        heading=fill(HEADING_YEARS, translate, heading=translate(heading), years=say_years(chapter.start, end, translate)),
        sentences=(said, ages) if ages and message.count(".") == 1 else (said,),
        details=_details(chapter, translate),
        when=title_when(when, lasting=True, translate=translate),
        ages=ages,
        pattern=pattern.number,
    )


def _words(chapter: Chapter | NotInCare, form: Form) -> tuple[Pattern, str, str]:
    """The pattern, heading and first message of a chapter, in the right tense."""
    if isinstance(chapter, NotInCare):
        pattern = pattern_for("not_in_care", Form.DATED)
    elif chapter.breaks:
        pattern = pattern_for("chapter_of_breaks", form)
    else:
        words = home_words(chapter.place)
        return pattern_for("chapter", form), words.heading, words.now if form is Form.OPEN else words.past
    return pattern, pattern.heading, pattern.sentences[0]


def _details(chapter: Chapter | NotInCare, translate: Translate) -> tuple[str, ...]:
    """That we do not know the end, and one line for each short stay (not for each of a long series of breaks)."""
    if isinstance(chapter, NotInCare):
        return ()
    unsure = (translate(END_UNSURE),) if chapter.end_unsure else ()
    return unsure if chapter.breaks else (*unsure, *(_stay(stay, translate) for stay in chapter.short_stays))


def _stay(stay: ShortStay, translate: Translate) -> str:
    """One short stay, as a line."""
    when = say_when(When(stay.start, stay.end), lasting=True, translate=translate)
    return fill(STAY, translate, what=translate(meaning("PLACE", stay.place).plain), when=when)

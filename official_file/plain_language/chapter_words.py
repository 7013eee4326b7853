"""The words of a chapter: heading and two sentences.

say_chapter(chapter, born=..., today=...).heading   ->   "Living with foster carers, 2017 to 2018"
"""

from datetime import date

from law.wording import Translate, identity
from official_file.chapters import Chapter, NotInCare
from official_file.plain_language.sentences import Plain


def say_chapter(chapter: Chapter | NotInCare, *, born: date | None, today: date, translate: Translate = identity) -> Plain:
    """Heading with years, a summary of at most two sentences, and a detail line for each short stay."""
    raise NotImplementedError

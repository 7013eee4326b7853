"""Facts -> plain sentences, one numbered pattern each (patterns.py holds the approved table).

    say_entry(kind="home", facts={"place": "U4", "provider": "PR1", "rne": "P"},
              when=When(date(2017, 3, 4), date(2018, 8, 21)), born=date(2009, 6, 1), today=date(2026, 11, 22))
    -> Plain(heading="Living with foster carers",
             sentences=("You lived with foster carers from March 2017 to August 2018.", "You were 7, then 9."), ...)

None means: say nothing at all (a code that means "no" to a risk, a future date, a death). Codes, scores, addresses and
postcodes never appear. Pass Django's `gettext` as `translate` on pages.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from law.wording import Translate, identity
from official_file.plain_language.when import When


@dataclass(frozen=True, slots=True)
class Plain:
    """What a young person reads: a heading of a few words, whole sentences, and optional lines of detail.

    `pattern` and `table_version` say which approved pattern made it; keep both when it is shared.
    """

    heading: str
    sentences: tuple[str, ...]
    details: tuple[str, ...] = ()
    pattern: int = 0
    table_version: int = 0

    @property
    def text(self) -> str:
        """The sentences in one string."""
        return " ".join(self.sentences)


def say_entry(
    *, kind: str, facts: Mapping[str, object], when: When, born: date | None, today: date, translate: Translate = identity
) -> Plain | None:
    """The heading and sentences for one entry, or None when nothing is to be said. Raises KeyError for an unknown kind."""
    raise NotImplementedError

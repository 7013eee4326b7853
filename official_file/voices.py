"""Whose voice an entry is: what every view of it says (R34). One readable table, for the young person and for staff.

    voice_of("visit", {"voice": "reported"})   ->   Voice.REPORTED
    say_voice(Voice.OWN_HELPED, to_them=True, translate=str, helped_by="Gran")
        ->   "These are your own words. Gran helped you."

Own words and own words with help come from the young person; what they said to a worker, what a parent or carer reported and
what a worker saw for themselves are told apart where the writer did. Where nobody did, the line says that too.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from law.wording import gettext_noop
from official_file.kinds import KINDS

_ = gettext_noop


class Voice(StrEnum):
    """Whose voice it is. The first six are what a writer can say of what they wrote."""

    OWN = "own"
    OWN_HELPED = "own_with_help"
    SAID = "said"
    SAID_TOGETHER = "said_together"
    REPORTED = "reported"
    OBSERVED = "observed"
    WRITTEN = "written"
    LETTER = "letter"
    PAPER = "paper"
    LISTED = "listed"


TOLD = (Voice.OWN, Voice.OWN_HELPED, Voice.SAID, Voice.SAID_TOGETHER, Voice.REPORTED, Voice.OBSERVED)  # in case notes, and here
OWN_VOICES = frozenset({Voice.OWN, Voice.OWN_HELPED})

TO_THEM: dict[Voice, str] = {
    Voice.OWN: _("These are your own words."),
    Voice.OWN_HELPED: _("These are your own words. {helped_by} helped you."),
    Voice.SAID: _("You said this to a worker, who wrote it down."),
    Voice.SAID_TOGETHER: _("You and a worker wrote this down together."),
    Voice.REPORTED: _("A parent or carer told a worker this."),
    Voice.OBSERVED: _("A worker saw or heard this themselves."),
    Voice.WRITTEN: _("It does not say if the writer saw this, or was told."),
    Voice.LETTER: _("This is what the writer wanted to tell."),
    Voice.PAPER: _("This is a paper as it is. We did not write it anew."),
    Voice.LISTED: _("This comes from a list. Nobody wrote it in words."),
}
TO_STAFF: dict[Voice, str] = {
    Voice.OWN: _("Their own words."),
    Voice.OWN_HELPED: _("Their own words, with help from {helped_by}."),
    Voice.SAID: _("They said this to a worker, who wrote it down."),
    Voice.SAID_TOGETHER: _("They and a worker wrote this down together."),
    Voice.REPORTED: _("A parent or carer reported this."),
    Voice.OBSERVED: _("The writer saw or heard this themselves."),
    Voice.WRITTEN: _("It does not say whether the writer saw this or was told."),
    Voice.LETTER: _("A letter: what its writer wanted to tell."),
    Voice.PAPER: _("A paper as it is."),
    Voice.LISTED: _("A line of a list. Nobody wrote it in words."),
}
SOMEBODY = _("Somebody")
_BY_KIND = {
    "own_words": Voice.OWN,
    "letter": Voice.LETTER,
    "why_letter": Voice.LETTER,
    "document": Voice.PAPER,
}


def voice_of(kind: str, facts: Mapping[str, Any]) -> Voice:
    """Whose voice an entry of this kind with these facts is."""
    if facts.get("voice") in TOLD:
        return Voice(facts["voice"])
    if kind == "own_words" and facts.get("helped_by"):
        return Voice.OWN_HELPED
    free = kind in KINDS and KINDS[kind].free
    return _BY_KIND.get(kind, Voice.WRITTEN if free else Voice.LISTED)


def say_voice(voice: Voice, *, to_them: bool, translate: Callable[[str], str], helped_by: str = "") -> str:
    """The line for the young person (`to_them`) or for staff. `helped_by`: who helped or sat with them."""
    said = translate((TO_THEM if to_them else TO_STAFF)[voice])
    return said.format(helped_by=helped_by or translate(SOMEBODY))


def voice_line(body: Mapping[str, Any], *, to_them: bool, translate: Callable[[str], str]) -> str:
    """The line of one entry, from its body."""
    facts = body["facts"]
    return say_voice(voice_of(body["kind"], facts), to_them=to_them, translate=translate, helped_by=str(facts.get("helped_by") or ""))

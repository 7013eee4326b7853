"""Saying no to a whole request: the few reasons the law knows, from where in its life each can be proposed, and what each asks.

For example:

    reasons_for(for_themselves=True)      ->   the reasons there are for somebody who asks for their own file
    reason("unfounded").cite              ->   "UK GDPR Art 12(5)"

Pure. A refusal says why, and that one can complain to the council, to the Commissioner and to a court (Art 12(4)); the letter
says so. Whoever refuses must be able to show that it is so (Art 12(5)), so every reason asks for it in words.
"""

from dataclasses import dataclass

from law.wording import gettext_noop

IDENTITY, SEARCHING, READING = "identity", "searching", "reading"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason. `asks`: what has to be shown, to the officer; `says`: to the person who asked; `after`: the states it is proposed from.

    `of_others`: only when somebody asks for another person's file.
    """

    slug: str
    title: str
    asks: str
    says: str
    cite: str
    after: frozenset[str]
    of_others: bool = False


_TABLE = (
    Reason(
        "identity",
        gettext_noop("We do not know who is asking"),
        gettext_noop("What did we ask for, on which days, and what came? Why was it not enough?"),
        gettext_noop(
            "We could not find out who is asking. We must keep the file safe, so we cannot give it now. You can ask again at any time."
        ),
        "UK GDPR Art 12(2), 12(6)",
        frozenset({IDENTITY}),
    ),
    Reason(
        "authority",
        gettext_noop("They have not shown that they may ask for this person"),
        gettext_noop("Which authority did we ask for, on which days, and what came?"),
        gettext_noop("We have not seen that you may ask for this. The person themselves can ask us at any time."),
        "UK GDPR Art 15; Data Protection Act 2018 s 187",
        frozenset({IDENTITY, SEARCHING, READING}),
        of_others=True,
    ),
    Reason(
        "not_their_wish",
        gettext_noop("The person it is about understands, and did not agree"),
        gettext_noop("How do we know that they understand what is asked? Who spoke with them, and when?"),
        gettext_noop("We cannot give this to you. The person themselves can ask us at any time."),
        "UK GDPR Art 15; Data Protection Act 2018 s 208 (Scotland)",
        frozenset({IDENTITY, SEARCHING, READING}),
        of_others=True,
    ),
    Reason(
        "unfounded",
        gettext_noop("Clearly without any ground"),
        gettext_noop("What shows that they do not want the file at all? A file that is large, or a person who is angry, shows nothing."),
        gettext_noop("We think that this was not really asked to get the file. Tell us if we are wrong, and we will look again."),
        "UK GDPR Art 12(5)",
        frozenset({SEARCHING, READING}),
    ),
    Reason(
        "excessive",
        gettext_noop("Clearly too much: asked again and again, with nothing new"),
        gettext_noop("When did they ask before, what did they get, and how do we know that there is nothing new?"),
        gettext_noop("You asked for the same not long ago, and there is nothing new since. What we gave you is still yours to read."),
        "UK GDPR Art 12(5)",
        frozenset({SEARCHING, READING}),
    ),
    Reason(
        "all_held_back",
        gettext_noop("Everything has to be held back"),
        gettext_noop("Why can nothing at all be given, not even with parts hidden?"),
        gettext_noop("We looked at everything we found. The law does not let us give any of it now."),
        "Data Protection Act 2018 Schs 2 to 4",
        frozenset({READING}),
    ),
)
REASONS: dict[str, Reason] = {one.slug: one for one in _TABLE}


def reason(slug: str) -> Reason:
    """One reason. Raises KeyError for one that does not exist."""
    return REASONS[slug]


def reasons_for(*, for_themselves: bool, state: str = "") -> list[Reason]:
    """The reasons there are; with `state`, those that can be proposed from it."""
    return [one for one in _TABLE if not (one.of_others and for_themselves) and (not state or state in one.after)]

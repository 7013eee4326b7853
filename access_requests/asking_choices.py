"""The choices somebody has who asks for a file, as (value, words). Values are kept for good; words may be put better."""

from law.wording import gettext_noop

Choices = tuple[tuple[str, str], ...]

ASKERS: Choices = (
    ("self", gettext_noop("Myself: the file is about me")),
    ("parent", gettext_noop("My child, or a child I have parental responsibility for")),
    ("advocate", gettext_noop("Somebody I am the advocate of")),
    ("solicitor", gettext_noop("Somebody I am the solicitor of")),
    ("supporter", gettext_noop("A relative or friend who asked me to")),
    ("body", gettext_noop("Somebody my organisation acts for")),
    ("attorney", gettext_noop("Somebody I am attorney or deputy for")),
)
WHATS: Choices = (
    ("everything", gettext_noop("Everything you have")),
    ("years", gettext_noop("Some years, or a part of it")),
    ("why", gettext_noop("Just tell me why: the main story, not every page")),
    ("photos_first", gettext_noop("Everything, but photos and letters first")),
)
FORMATS: Choices = (
    ("read_here", gettext_noop("Read it on this website")),
    ("download", gettext_noop("Download it")),
    ("paper", gettext_noop("On paper")),
    ("large_print", gettext_noop("In large print")),
    ("audio", gettext_noop("Read aloud, as sound")),
    ("language", gettext_noop("In another language")),
)
COMPANY: Choices = (
    ("somebody", gettext_noop("Somebody I choose is with me")),
    ("council", gettext_noop("Somebody from the council is with me")),
    ("alone", gettext_noop("I read it alone")),
    ("not_sure", gettext_noop("I do not know yet")),
)
TELL_WORKER: Choices = (
    ("yes", gettext_noop("Yes, tell them")),
    ("no", gettext_noop("No, not now")),
)
HOWS: Choices = (
    ("here", gettext_noop("A message on this website")),
    ("email", gettext_noop("E-mail")),
    ("phone", gettext_noop("A call")),
    ("text", gettext_noop("A text message")),
    ("post", gettext_noop("A letter")),
)


def words_of(choices: Choices, value: str) -> str:
    """The words of a value, in English; the value itself for one that is no longer offered."""
    return dict(choices).get(value, value)

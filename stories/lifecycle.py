"""The life of a contribution, as a table: where it can go from each state, whose move it is, and what its author reads.

Nothing else assigns `status`: `Contribution.move_to` is the one guarded setter. For example:

    can_move(Status.SENT, Status.BEING_READ)   ->   True
    can_move(Status.FILED, Status.WITHDRAWN)   ->   False: what is in the file stays there
"""

from enum import StrEnum

from law.wording import gettext_noop


class Status(StrEnum):
    """Where a contribution stands."""

    DRAFT = "draft"
    SENT = "sent"
    BEING_READ = "being_read"
    LETS_TALK = "lets_talk"
    ASKED_AGAIN = "asked_again"
    FILED = "filed"
    FILED_LIMITED = "filed_limited"
    NOT_ADDED = "not_added"
    WITHDRAWN = "withdrawn"


class Owner(StrEnum):
    """Whose move it is."""

    YOUNG_PERSON = "young_person"
    WORKER = "worker"
    NOBODY = "nobody"


TRANSITIONS: dict[Status, frozenset[Status]] = {
    # A draft that is thrown away is WITHDRAWN too: its words are erased, and a late autosave cannot bring it back.
    Status.DRAFT: frozenset({Status.SENT, Status.WITHDRAWN}),
    Status.SENT: frozenset({Status.BEING_READ, Status.WITHDRAWN}),
    # A proposal to limit or not to add leaves it "being read" until a second person has confirmed. A reader who puts it
    # back returns it to where it was claimed.
    Status.BEING_READ: frozenset(
        {
            Status.SENT,
            Status.LETS_TALK,
            Status.ASKED_AGAIN,
            Status.FILED,
            Status.FILED_LIMITED,
            Status.NOT_ADDED,
            Status.WITHDRAWN,
        }
    ),
    Status.LETS_TALK: frozenset({Status.BEING_READ, Status.WITHDRAWN}),
    # "Ask someone else to look": back to a reader who has not decided it before.
    Status.NOT_ADDED: frozenset({Status.ASKED_AGAIN}),
    Status.ASKED_AGAIN: frozenset({Status.BEING_READ, Status.WITHDRAWN}),
    Status.FILED: frozenset(),
    Status.FILED_LIMITED: frozenset(),
    Status.WITHDRAWN: frozenset(),
}

OWNER: dict[Status, Owner] = {
    Status.DRAFT: Owner.YOUNG_PERSON,
    Status.SENT: Owner.WORKER,
    Status.BEING_READ: Owner.WORKER,
    Status.LETS_TALK: Owner.WORKER,
    Status.ASKED_AGAIN: Owner.WORKER,
    Status.FILED: Owner.NOBODY,
    Status.FILED_LIMITED: Owner.NOBODY,
    Status.NOT_ADDED: Owner.YOUNG_PERSON,
    Status.WITHDRAWN: Owner.NOBODY,
}

LABELS: dict[Status, str] = {
    Status.DRAFT: gettext_noop("A draft. Only you can see it."),
    Status.SENT: gettext_noop("Sent."),
    Status.BEING_READ: gettext_noop("Being read."),
    Status.LETS_TALK: gettext_noop("Your worker wants to talk with you about it first."),
    Status.ASKED_AGAIN: gettext_noop("You asked someone else to look."),
    Status.FILED: gettext_noop("In your file, in your words."),
    Status.FILED_LIMITED: gettext_noop("In your file, in your words. Fewer people can read it."),
    Status.NOT_ADDED: gettext_noop("Not added to your file. It is still yours."),
    Status.WITHDRAWN: gettext_noop("You took it back."),
}

IN_FILE = (Status.FILED, Status.FILED_LIMITED)
WAITING = (Status.SENT, Status.LETS_TALK, Status.ASKED_AGAIN)
UNDECIDED = (*WAITING, Status.BEING_READ)


def can_move(current: Status, wanted: Status) -> bool:
    """Whether the table allows this step."""
    return wanted in TRANSITIONS[current]

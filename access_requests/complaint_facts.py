"""What several verbs ask of a complaint."""

from uuid import UUID, uuid5

from access_requests.models import Complaint

OPEN_STATES = (Complaint.State.RECEIVED, Complaint.State.LOOKED_AT)


def again_id(complaint: Complaint) -> UUID:
    """The id of the request that begins because of it: always the same, so that it begins once."""
    return uuid5(complaint.pk, "the work begins again")


def chain_of_complaint(complaint: Complaint) -> UUID | None:
    """Under whose audit it is written down: the person's own, when they complained signed in; else the installation's.

    What somebody else complains about stays out of the audit that the person it is about reads.
    """
    child = complaint.child
    return child.pk if child and complaint.user_id and complaint.user_id == child.user_id else None

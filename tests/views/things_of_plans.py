"""Of Amara's: a plan that is open to her, a meeting she knows of, one that was held today, and an answer on a sheet."""

from uuid import UUID

from tests.actions.verbs_of_plans import a_meeting, a_plan
from tests.cast import NOW, Cast


def her_plans(cast: Cast) -> dict[str, tuple[UUID | str, ...]]:
    """All of them, by the name of the thing."""
    meeting = a_meeting(cast)
    held = a_meeting(cast, "conference", NOW.date())
    return {"plan": (a_plan(cast).pk,), "meeting": (meeting.pk,), "held": (held.pk,), "meeting+question": (meeting.pk, "want")}

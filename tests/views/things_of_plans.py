"""Of Amara's: a plan that is open to her, a meeting she knows of, one that was held today, and an answer on a sheet."""

from uuid import UUID

from people.encryption import encrypt
from people.models import ContactWay
from tests.actions.verbs_of_plans import a_meeting, a_plan
from tests.cast import NOW, Cast


def her_plans(cast: Cast) -> dict[str, tuple[UUID | str, ...]]:
    """All of them, by the name of the thing."""
    meeting = a_meeting(cast)
    held = a_meeting(cast, "conference", NOW.date())
    return {
        "plan": (a_plan(cast).pk,),
        "meeting": (meeting.pk,),
        "held": (held.pk,),
        "way_to_tell": (a_way_to_tell(cast).pk,),
        "meeting+question": (meeting.pk, "want"),
    }


def a_way_to_tell(cast: Cast) -> ContactWay:
    """A phone that she gave and has not proved."""
    return ContactWay.objects.create(user=cast.amara.user, kind="sms", sealed_address=encrypt("+447700900123"), added_at=NOW)

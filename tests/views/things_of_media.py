"""A photo on its way: in a draft of Amara's, for addresses. See things.py."""

from uuid import UUID

from tests.cast import Cast
from tests.factories.attachments import added
from tests.factories.contributions import a_draft


def her_photo(cast: Cast) -> dict[str, tuple[UUID | int | str, ...]]:
    """The photo, and one copy of it."""
    photo = added(a_draft(cast.amara, ""), "photo", caption="Bramble")
    return {"draft_photo": (photo.pk,), "draft_photo+form": (photo.pk, "photo")}

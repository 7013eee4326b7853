"""Of the reading desk: a photo Amara sent, and words Ben begins his answers with."""

from uuid import UUID

from moderation.actions.keep_saved_reply import keep_saved_reply
from moderation.actions.report_image import report_image
from tests.cast import NOW, Cast
from tests.factories.attachments import a_sent_with_media


def read_and_answered(cast: Cast) -> dict[str, tuple[UUID | str, ...]]:
    """Each, by the name of the thing."""
    photo = a_sent_with_media(cast.amara, words="My dog.").attachments.get()
    saved = keep_saved_reply(title="Thank you", text="Thank you, [name].", by=cast.ben, now=NOW)
    shut = a_sent_with_media(cast.amara, words="At the sea.").attachments.get()
    report = report_image(attachment=shut, by=cast.ben, now=NOW)
    return {"reported": (report.pk,), "sent_photo": (photo.pk,), "sent_photo+form": (photo.pk, "photo"), "saved": (saved.pk,)}

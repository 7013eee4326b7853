"""What a worker types is kept as they type, until they send it or put the reading back."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from moderation.models import Reading
from people.errors import NotAllowed
from people.models import User


@transaction.atomic
def keep_reply(*, reading: Reading, text: str, by: User, now: datetime) -> Reading:
    """Keep the answer that is being written. Only its writer sees it. Raises NotAllowed for anybody else. `now` changes nothing."""
    reading = Reading.objects.select_for_update().get(pk=reading.pk)
    if reading.reader_id != by.pk or reading.ended_at is not None:
        raise NotAllowed("ended", _("This reading has ended. Open the page again to see how it stands now."))
    reading.reply_draft = text
    reading.save(update_fields=["reply_draft"])
    return reading

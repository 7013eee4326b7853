"""Leave a file out that was brought in and cannot be read: the paper came in again, or was brought in by mistake."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.audit_chain import chain_of
from access_requests.may_gather import check_may_gather
from access_requests.models import AccessRequest, Upload
from audit.events import Event
from audit.record import record
from people.errors import NotAllowed
from people.models import User

ABOUT = "access_request_upload"


@transaction.atomic
def leave_upload(*, upload: Upload, why: str, by: User, now: datetime) -> Upload:
    """It counts as unread no more, and stays listed with `why`. Raises NotAllowed."""
    AccessRequest.objects.select_for_update().get(pk=upload.request_id)
    upload = Upload.objects.select_for_update(of=("self",)).select_related("request__child").get(pk=upload.pk)
    check_may_gather(by, upload.request, now)
    if upload.state != Upload.State.KEPT_UNREAD:
        raise NotAllowed("not_unread", _("This is not one of the files that could not be read."))
    if not why.strip():
        raise NotAllowed("no_reason", _("Write why it is left out: it came in again, say, or it is somebody else's."))
    upload.state, upload.reason = Upload.State.REFUSED, why.strip()[:300]
    upload.save(update_fields=["state", "reason"])
    chain = chain_of(upload.request)
    record(Event.REQUEST_FILE_LEFT, child=chain, by=by.who(now), at=now, about_type=ABOUT, about_id=upload.pk)
    return upload

"""What was said to the person who asked, and what they said: messages both ways, and letters made from the facts."""

import uuid

from django.db import models
from django.db.models import Q

from access_requests.models.request import AccessRequest
from access_requests.models.signed import Signed
from audit.append_only import AppendOnlyModel


class RequestMessage(Signed, AppendOnlyModel):
    """One message about a request, word for word. `from_requester`: theirs, else ours."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(AccessRequest, on_delete=models.PROTECT, related_name="messages")
    from_requester = models.BooleanField()
    text = models.TextField()

    class Meta:
        ordering = ["at"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="request_message_has_words")]

    def __str__(self) -> str:
        return f"message {self.at:%Y-%m-%d}"


class RequestLetter(Signed, AppendOnlyModel):
    """A letter, made from the facts and kept as it was sent. `blocks`: [{"kind": "heading"|"paragraph"|"list", "text"|"lines"}].

    `about_type` and `about_id` say what it is about besides the request (a complaint, a question), so that no letter goes twice.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(AccessRequest, on_delete=models.PROTECT, related_name="letters")
    kind = models.CharField(max_length=40)
    about_type = models.CharField(max_length=40, blank=True)
    about_id = models.UUIDField(null=True, blank=True)
    language = models.CharField(max_length=10)
    title = models.CharField(max_length=300)
    blocks = models.JSONField(default=list)
    fingerprint = models.CharField(max_length=64)

    class Meta:
        ordering = ["at"]
        constraints = [models.UniqueConstraint(fields=["request", "kind", "about_id"], name="request_letter_once")]

    def __str__(self) -> str:
        return self.kind


class LetterPosted(Signed, AppendOnlyModel):
    """A letter left on paper, by post or by hand: for those who asked for paper. `tracking`: what the post office gave."""

    letter = models.OneToOneField(RequestLetter, primary_key=True, on_delete=models.PROTECT, related_name="posted")
    how = models.CharField(max_length=40)
    tracking = models.CharField(max_length=100, blank=True)

    def __str__(self) -> str:
        return self.how

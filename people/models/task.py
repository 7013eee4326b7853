"""Something owed to a child, with a clock; and notices, which say that something happened and never what."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models.child import Child
from people.models.user import User


class TaskKind(models.TextChoices):
    """What is owed."""

    READ_CONTRIBUTION = "read_contribution", _("Read what they sent")
    URGENT_WORRY = "urgent_worry", _("They are worried about something now")
    CONFIRM_DECISION = "confirm_decision", _("Confirm or return a decision")
    LOOK_AGAIN = "look_again", _("Somebody asked you to look again")
    ENTRY_IS_WRONG = "entry_is_wrong", _("They say this is wrong")
    TALK = "talk", _("They want to talk about this")
    OPEN_CHAPTER = "open_chapter", _("They asked to read a part of their story")
    NOT_ABOUT_ME = "not_about_me", _("They say this is not about them")
    WRITE_WHY = "write_why", _("Write why they are in care")
    CONFIRM_DISPOSAL = "confirm_disposal", _("Confirm a disposal")
    CHECK_IDENTITY = "check_identity", _("Check whose record this is")
    GONE_FROM_SOURCE = "gone_from_source", _("Look at what the council's system no longer holds")
    APPRAISE_RECORD = "appraise_record", _("Decide whether to keep the record longer")
    WRITE_BACK_FAILED = "write_back_failed", _("Their words did not reach the council's system")
    ASK_FOR_DOCUMENT = "ask_for_document", _("Look for a document that the file speaks of")
    REVIEW_SUMMARY = "review_summary", _("Write the summary of a meeting for them")
    PREPARE_MEETING = "prepare_meeting", _("Tell them a meeting is coming, so that they can prepare")
    PAPER_EXPIRES = "paper_expires", _("One of their papers runs out soon")
    PRINT_COPY = "print_copy", _("They asked for a printed copy")
    SECOND_LOOK = "second_look", _("Look over a plain version somebody wrote")
    CHECK_PLAIN = "check_plain", _("They want a plain version changed")
    ANSWER_ABOUT_SHARING = "answer_about_sharing", _("They answered about something you want to share")
    PLAN_ANSWER = "plan_answer", _("They do not agree with a plan, or want to talk about it")
    GIVE_PAPER = "give_paper", _("They asked for one of their papers")
    OPEN_MEDIA = "open_media", _("Look at or listen to what they sent")
    INTERPRET = "interpret", _("Have their words put into a language you understand")
    ILLEGAL_IMAGE = "illegal_image", _("An image was reported: follow the steps")
    ESCALATED = "escalated", _("A worker asked a manager to look at this now")
    ANSWER_REQUEST = "answer_request", _("Somebody asked for the whole file")
    CHECK_REQUEST = "check_request", _("Check an answer to a request before it is given")
    VOUCH = "vouch", _("Say whether you know who is asking for the file")
    CHILD_VIEW = "child_view", _("Ask them what they think: somebody else asked for their file")
    SEARCH_SOURCE = "search_source", _("Search a place you know for everything about them")
    SUPPORT_REQUEST = "support_request", _("They asked for their file: offer to be there")
    DECIDE_COMPLAINT = "decide_complaint", _("Decide a complaint, or look again at an answer")


class TaskQuerySet(models.QuerySet["Task"]):
    """Tasks, by what matters about them."""

    def open(self) -> "TaskQuerySet":
        """Not done yet."""
        return self.filter(done_at__isnull=True)


class Task(models.Model):
    """Something owed to a child, about any noun (type and id), with the moment it is due."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=40, choices=TaskKind.choices)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="tasks")
    about_type = models.CharField(max_length=40)
    about_id = models.UUIDField()
    words = models.TextField(blank=True)
    made_at = models.DateTimeField()
    due_at = models.DateTimeField()
    for_user = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="tasks")
    for_role = models.CharField(max_length=40, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    outcome = models.TextField(blank=True)
    told_manager_at = models.DateTimeField(null=True, blank=True)

    objects = TaskQuerySet.as_manager()

    class Meta:
        ordering = ["due_at"]
        indexes = [models.Index(fields=["child", "done_at", "due_at"], name="task_child_open")]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "about_type", "about_id"], condition=models.Q(done_at__isnull=True), name="task_open_once_for_each_thing"
            ),
            models.CheckConstraint(
                condition=models.Q(done_at__isnull=True, done_by__isnull=True) | models.Q(done_at__isnull=False, done_by__isnull=False),
                name="task_done_at_and_by_together",
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()


class Notice(models.Model):
    """ "Something new is waiting for you": a sentence's key and a place to go, with no content of the record."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="notices")
    kind = models.CharField(max_length=40)
    about_type = models.CharField(max_length=40, blank=True)
    about_id = models.UUIDField(null=True, blank=True)
    at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at"]
        constraints = [models.UniqueConstraint(fields=["user", "kind", "about_id"], name="notice_once")]

    def __str__(self) -> str:
        return self.kind

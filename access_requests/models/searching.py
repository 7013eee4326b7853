"""Where was searched, what was found there, and which other organisations were asked before their words are given."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from access_requests.models.request import AccessRequest
from access_requests.models.signed import Signed
from access_requests.querysets import SourceSearchQuerySet
from audit.append_only import AppendOnlyModel
from audit.protection import Protection, SealedOnce


class SourceSearch(models.Model):
    """One place to search for one request: a slug of access_requests/sources.py, or a place named by hand (`other`)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(AccessRequest, on_delete=models.PROTECT, related_name="searches")
    source = models.CharField(max_length=40)
    name = models.CharField(max_length=300, blank=True, help_text="Of a place that is not in the list: another council, a home.")
    asked_of = models.CharField(max_length=300, blank=True, help_text="Who was asked to search it.")
    added_at = models.DateTimeField()

    objects = SourceSearchQuerySet.as_manager()

    class Meta:
        ordering = ["added_at"]
        constraints = [models.UniqueConstraint(fields=["request", "source", "name"], name="source_search_once")]

    def __str__(self) -> str:
        return self.source


class SearchAnswer(Signed, AppendOnlyModel):
    """What a search of one place came to. The newest counts. `covers_from` and `covers_to`: the years that place can hold."""

    class Outcome(models.TextChoices):
        FOUND = "found", _("Searched, something is there")
        NOTHING = "nothing", _("Searched, nothing is there")
        NOT_OURS = "not_ours", _("Not ours: somebody else keeps it")
        CANNOT_BE_FOUND = "cannot_be_found", _("It should be there, and cannot be found")
        CANNOT_BE_SEARCHED = "cannot_be_searched", _("It cannot be searched")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    search = models.ForeignKey(SourceSearch, on_delete=models.PROTECT, related_name="answers")
    outcome = models.CharField(max_length=20, choices=Outcome.choices)
    terms = models.TextField(blank=True)
    covers_from = models.DateField(null=True, blank=True)
    covers_to = models.DateField(null=True, blank=True)
    words = models.TextField(blank=True)
    searched_on = models.DateField()

    class Meta:
        ordering = ["at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(outcome__in=("not_ours", "cannot_be_found", "cannot_be_searched")) | ~Q(words=""),
                name="search_answer_without_finding_says_why",
            ),
            models.CheckConstraint(
                condition=Q(covers_from__isnull=True) | Q(covers_to__isnull=True) | Q(covers_to__gte=models.F("covers_from")),
                name="search_answer_covers_a_time",
            ),
        ]

    def __str__(self) -> str:
        return self.outcome


class Consultation(models.Model):
    """Another organisation that gave us information is asked before it is given (F3). Its silence does not stop the clock."""

    class Says(models.TextChoices):
        AGREES = "agrees", _("Agrees")
        ASKS_TO_HIDE = "asks_to_hide", _("Asks us to hide something")
        REFUSES = "refuses", _("Does not agree")

    PROTECTION: ClassVar[Protection] = SealedOnce(
        columns=("id", "request_id", "organisation", "about", "asked_on", "says", "answer", "answered_on"), when="answered_on IS NOT NULL"
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(AccessRequest, on_delete=models.PROTECT, related_name="consultations")
    organisation = models.CharField(max_length=300)
    about = models.TextField(help_text="What of theirs it is about, without the words themselves.")
    asked_on = models.DateField()
    asked_by_name = models.CharField(max_length=300)
    chased_on = models.DateField(null=True, blank=True)
    says = models.CharField(max_length=14, choices=Says.choices, blank=True)
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True, blank=True)
    kept_by_name = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["asked_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True, says="") | (Q(answered_on__isnull=False) & ~Q(says="")),
                name="consultation_answered_says_what",
            )
        ]

    def __str__(self) -> str:
        return self.says or "asked"

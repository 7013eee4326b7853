"""Notices at the top of pages: for a time, for young people or staff, always or only while nobody is at work."""

from typing import ClassVar

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import DraftStateMixin, RevisionMixin, TranslatableMixin, WorkflowMixin


class Banner(WorkflowMixin, DraftStateMixin, RevisionMixin, TranslatableMixin, models.Model):
    """One notice. `{day}` in its words is the next day on which somebody is at work."""

    class Tone(models.TextChoices):
        CALM = "calm", _("Calm")
        CAREFUL = "careful", _("Careful: something does not work, or may worry")

    class Audience(models.TextChoices):
        YOUNG_PEOPLE = "young_person", _("Young people")
        STAFF = "staff", _("Staff")
        BOTH = "both", _("Both")

    class When(models.TextChoices):
        ALWAYS = "always", _("The whole time")
        CLOSED = "closed", _("Only while nobody is at work")
        HOLIDAY = "holiday", _("Only on bank holidays")

    text = models.CharField(
        _("words"), max_length=250, help_text=_("One or two short sentences. {day} becomes the next day on which somebody is at work.")
    )
    tone = models.CharField(_("how it looks"), max_length=10, choices=Tone.choices, default=Tone.CALM)
    audience = models.CharField(_("who sees it"), max_length=12, choices=Audience.choices, default=Audience.YOUNG_PEOPLE)
    when = models.CharField(_("when"), max_length=10, choices=When.choices, default=When.ALWAYS)
    starts = models.DateField(_("from"), null=True, blank=True, help_text=_("Empty: from now on."))
    ends = models.DateField(_("until, and on that day"), null=True, blank=True, help_text=_("Empty: until you take it away."))
    revisions = GenericRelation("wagtailcore.Revision", content_type_field="base_content_type", object_id_field="object_id")
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState", content_type_field="base_content_type", object_id_field="object_id", for_concrete_model=False
    )

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering: ClassVar[list[str]] = ["starts", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(starts__isnull=True) | models.Q(ends__isnull=True) | models.Q(ends__gte=models.F("starts")),
                name="banner_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        """Refuse an end before the beginning. Raises ValidationError."""
        super().clean()
        if self.starts and self.ends and self.ends < self.starts:
            raise ValidationError({"ends": _("Give a day after the first one.")})

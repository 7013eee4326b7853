"""People to talk to: who is offered to whom, by age and by nation."""

from typing import ClassVar

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import DraftStateMixin, RevisionMixin, TranslatableMixin, WorkflowMixin


class Kind(models.TextChoices):
    """What somebody is for. The order here is the order they are shown in."""

    EMERGENCY = "1_emergency", _("In danger now")
    LISTENING = "2_listening", _("To talk, any time")
    OUR_TEAM = "3_our_team", _("Our own team, out of hours")
    ADVICE = "4_advice", _("People on your side")


class SupportContact(WorkflowMixin, DraftStateMixin, RevisionMixin, TranslatableMixin, models.Model):
    """A helpline, or the council's own team. Numbers are shown as written; nothing is fetched from anywhere."""

    name = models.CharField(_("name"), max_length=80)
    what = models.CharField(_("what they do"), max_length=200, help_text=_("One or two plain sentences, said to the reader."))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.ADVICE)
    phone = models.CharField(
        _("phone number"), max_length=30, blank=True, help_text=_("Leave empty for our own team: its number is kept under Settings.")
    )
    text_number = models.CharField(_("number to text"), max_length=30, blank=True)
    web = models.CharField(_("web address"), max_length=100, blank=True, help_text=_("Shown as words, never as a link: example.org.uk"))
    hours = models.CharField(_("when they answer"), max_length=100, blank=True)
    age_from = models.PositiveSmallIntegerField(_("from age"), null=True, blank=True)
    age_to = models.PositiveSmallIntegerField(
        _("to age"), null=True, blank=True, help_text=_("The last age it is for: 18 means up to the 19th birthday.")
    )
    in_england = models.BooleanField(_("England"), default=True)
    in_wales = models.BooleanField(_("Wales"), default=True)
    in_scotland = models.BooleanField(_("Scotland"), default=True)
    in_northern_ireland = models.BooleanField(_("Northern Ireland"), default=True)
    order = models.PositiveSmallIntegerField(_("order"), default=50, help_text=_("Smaller numbers come first within a kind."))
    staff_note = models.TextField(
        _("note for staff"), blank=True, help_text=_("Never shown to readers: when the number was last checked, and by whom.")
    )
    revisions = GenericRelation("wagtailcore.Revision", content_type_field="base_content_type", object_id_field="object_id")
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState", content_type_field="base_content_type", object_id_field="object_id", for_concrete_model=False
    )

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("person to talk to")
        verbose_name_plural = _("people to talk to")
        ordering: ClassVar[list[str]] = ["kind", "order", "name"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(age_from__isnull=True) | models.Q(age_to__isnull=True) | models.Q(age_to__gte=models.F("age_from")),
                name="support_contact_ages_in_order",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse somebody nobody could reach. Raises ValidationError."""
        super().clean()
        if self.kind != Kind.OUR_TEAM and not (self.phone or self.text_number or self.web):
            raise ValidationError(_("Give a phone number, a number to text or a web address, so that people can reach them."))

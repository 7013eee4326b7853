"""What the service is called, whose it is, when people are at work, and the number to call at night."""

from datetime import time
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Colour(models.TextChoices):
    """Colours that can be read on every ground, by day and by night: static/css/ownstory.css holds their values."""

    BLUE = "blue", _("Blue")
    PLUM = "plum", _("Plum")
    RED = "red", _("Dark red")
    GREEN = "green", _("Green")
    SLATE = "slate", _("Slate")


@register_setting(icon="time", order=10)
class ServiceSettings(BaseGenericSetting):
    """The one row of what a council decides about itself. Empty names fall back to the installation's settings."""

    service_name = models.CharField(
        _("name of the service"), max_length=40, blank=True, help_text=_("What young people see at the top of every page.")
    )
    council_name = models.CharField(_("name of the council"), max_length=100, blank=True)
    colour = models.CharField(
        _("colour of the council"),
        max_length=10,
        choices=Colour.choices,
        blank=True,
        help_text=_("For links and buttons. Each of these can be read by day and by night; high contrast keeps its own."),
    )
    monday = models.BooleanField(_("Monday"), default=True)
    tuesday = models.BooleanField(_("Tuesday"), default=True)
    wednesday = models.BooleanField(_("Wednesday"), default=True)
    thursday = models.BooleanField(_("Thursday"), default=True)
    friday = models.BooleanField(_("Friday"), default=True)
    saturday = models.BooleanField(_("Saturday"), default=False)
    sunday = models.BooleanField(_("Sunday"), default=False)
    opens = models.TimeField(_("people are at work from"), default=time(9))
    closes = models.TimeField(_("until"), default=time(17))
    emergency_duty_number = models.CharField(
        _("number of the team out of hours"),
        max_length=30,
        blank=True,
        help_text=_(
            "The council's own team that answers urgent calls at night and at weekends. Until it is filled in, nobody is shown it."
        ),
    )
    mandatory_reporting = models.BooleanField(
        _("the duty to report child sex offences is in force"),
        default=False,
        help_text=_("England: clause 77 of the Crime and Policing Bill. Workers are then told of the duty where they read."),
    )

    panels: ClassVar[list[Any]] = [
        MultiFieldPanel([FieldPanel("service_name"), FieldPanel("council_name"), FieldPanel("colour")], heading=_("Names and colour")),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel(day) for day in DAYS]), FieldRowPanel([FieldPanel("opens"), FieldPanel("closes")])],
            heading=_("When people read what is sent"),
        ),
        FieldPanel("emergency_duty_number"),
        FieldPanel("mandatory_reporting"),
    ]

    class Meta:
        verbose_name = _("Our name, hours and number")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=models.Q(closes__gt=models.F("opens")), name="service_closes_after_it_opens")
        ]

    def __str__(self) -> str:
        return str(self._meta.verbose_name)

    @property
    def days(self) -> tuple[int, ...]:
        """The days people are at work; Monday is 0."""
        return tuple(number for number, day in enumerate(DAYS) if getattr(self, day))

    def clean(self) -> None:
        """Refuse hours that never open, with how to put it right. Raises ValidationError."""
        super().clean()
        if not self.days:
            raise ValidationError({"monday": _("Tick at least one day, so that we can say when somebody reads.")})
        if self.opens and self.closes and self.opens >= self.closes:
            raise ValidationError({"closes": _("Give a time after the opening time.")})

"""A moment as people say it, for pages that tell when something was kept or ends."""

from datetime import datetime

from django import template
from django.utils.timezone import localtime
from django.utils.translation import gettext

from law.calendar_words import say_date, say_time

register = template.Library()


@register.filter
def clock(moment: datetime | None) -> str:
    """The time of day: "9am", "6.18pm"; "" for none."""
    return say_time(localtime(moment).time(), gettext) if moment else ""


@register.filter
def day_and_clock(moment: datetime | None) -> str:
    """The day and the time: "22 November 2026, 6.18pm"; "" for none."""
    return f"{say_date(localtime(moment).date(), gettext)}, {clock(moment)}" if moment else ""

"""Lists of words that a council adds to: what its systems write, and how it is said to a young person."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ListedWord(models.Model):
    """One word of a list, from a day on. Rows are added and never changed: who was written down before keeps the word of then."""

    class List(models.TextChoices):
        RELATION = "relation", _("Who somebody is to them")

    of_list = models.CharField(_("list"), max_length=20, choices=List.choices, default=List.RELATION)
    written = models.CharField(_("what our systems write"), max_length=200, help_text=_("As it stands there: Kinship carer."))
    said = models.CharField(_("how we say it"), max_length=200, help_text=_("To the person it is about: your aunt, who looks after you."))
    since = models.DateField(
        _("from which day on"),
        default=timezone.localdate,
        help_text=_("People who were written down before that day keep the word of then."),
    )

    class Meta:
        verbose_name = _("word of a list")
        verbose_name_plural = _("words of lists")
        ordering: ClassVar[list[str]] = ["of_list", "written", "-since"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["of_list", "written", "since"], name="listed_word_once_a_day")
        ]

    def __str__(self) -> str:
        return self.written

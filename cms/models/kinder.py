"""Kinder words: what a worker is offered in the place of a label, while they write to a young person."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class KinderWord(models.Model):
    """A word that hurts or hides, the exact words to write instead, and why. Offered, never put in by itself."""

    term = models.CharField(_("word to avoid"), max_length=80, unique=True)
    instead = models.CharField(_("write instead"), max_length=200, help_text=_("Exact words: seeing your mum, ran away."))
    why = models.CharField(_("why"), max_length=250, blank=True, help_text=_("One sentence for the worker who writes."))

    class Meta:
        verbose_name = _("kinder word")
        verbose_name_plural = _("kinder words")
        ordering: ClassVar[list[str]] = ["term"]

    def __str__(self) -> str:
        return self.term

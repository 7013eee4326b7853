"""Kinder words: what a worker is offered in the place of a label, while they write to a young person."""

from typing import ClassVar

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import RevisionMixin


class KinderWord(RevisionMixin, models.Model):
    """A word that hurts or hides, the exact words to write instead, and why. Offered, never put in by itself.

    `banned`: it should never stand in anything written to a young person, as the words of the list in our own code.
    """

    term = models.CharField(_("word to avoid"), max_length=80, unique=True)
    instead = models.CharField(_("write instead"), max_length=200, help_text=_("Exact words: seeing your mum, ran away."))
    banned = models.BooleanField(
        _("never to a young person"),
        default=False,
        help_text=_("A worker who publishes plain words with it is asked to say it another way first."),
    )
    why = models.CharField(_("why"), max_length=250, blank=True, help_text=_("One sentence for the worker who writes."))
    revisions = GenericRelation("wagtailcore.Revision", content_type_field="base_content_type", object_id_field="object_id")

    class Meta:
        verbose_name = _("kinder word")
        verbose_name_plural = _("kinder words")
        ordering: ClassVar[list[str]] = ["term"]

    def __str__(self) -> str:
        return self.term

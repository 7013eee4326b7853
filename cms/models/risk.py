"""Words that ask a human to look soon, in every language offered. A prompt, never a verdict."""

from typing import ClassVar

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import RevisionMixin

FEWEST_LETTERS = 3


class RiskWord(RevisionMixin, models.Model):
    """A word or short phrase in one language, and which worry it may point to. Nobody is ever shown which word it was."""

    class Group(models.TextChoices):
        HURT_MYSELF = "hurt_myself", _("Hurting themselves, or not wanting to live")
        HURT_BY_SOMEBODY = "hurt_by_somebody", _("Somebody hurts or touches them")
        NOT_SAFE = "not_safe", _("Not safe where they are, or running away")
        MADE_TO = "made_to", _("Made to do things: carrying, working, sex, pictures")
        HURT_SOMEBODY = "hurt_somebody", _("Hurting somebody else")

    term = models.CharField(
        _("word or phrase"), max_length=80, help_text=_("As young people write it. An ending is found too: kill, killed.")
    )
    language = models.CharField(_("language"), max_length=10, help_text=_("Its short name, such as en, cy or ar."))
    group = models.CharField(_("what it may mean"), max_length=20, choices=Group.choices)
    revisions = GenericRelation("wagtailcore.Revision", content_type_field="base_content_type", object_id_field="object_id")

    class Meta:
        verbose_name = _("risk word")
        verbose_name_plural = _("risk words")
        ordering: ClassVar[list[str]] = ["language", "group", "term"]
        constraints = [models.UniqueConstraint(fields=["term", "language"], name="risk_word_once")]

    def __str__(self) -> str:
        return self.term

    def clean(self) -> None:
        """Refuse what would find nearly everything, with what to do. Raises ValidationError."""
        super().clean()
        self.term, self.language = " ".join(self.term.split()), self.language.strip().casefold()
        if sum(sign.isalpha() for sign in self.term) < FEWEST_LETTERS:
            raise ValidationError({"term": _("Write a longer word or a phrase. This one would stand in nearly everything.")})

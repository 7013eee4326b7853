"""The glossary: words of children's social care and what they mean."""

from pathlib import Path
from typing import ClassVar

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import DraftStateMixin, RevisionMixin, TranslatableMixin, WorkflowMixin

PICTURES = Path(settings.BASE_DIR) / "templates" / "pictures"


def pictures() -> list[tuple[str, str]]:
    """The pictures that come with the software, by name."""
    names = sorted(file.stem for file in PICTURES.glob("*.svg"))
    return [(name, name.replace("_", " ").replace("-", " ").capitalize()) for name in names]


class GlossaryTerm(WorkflowMixin, DraftStateMixin, RevisionMixin, TranslatableMixin, models.Model):
    """A word workers use, its meaning in everyday words, and the other forms it is written in."""

    term = models.CharField(_("word"), max_length=80)
    plain = models.CharField(
        _("what it means"), max_length=250, help_text=_("One or two short sentences in everyday words. It is read by a child of nine.")
    )
    also = models.TextField(
        _("other forms"), blank=True, help_text=_("Short forms and other spellings, one on each line: LAC, looked after child.")
    )
    picture = models.CharField(_("picture"), max_length=40, blank=True, choices=pictures, help_text=_("It stands beside the word."))
    revisions = GenericRelation("wagtailcore.Revision", content_type_field="base_content_type", object_id_field="object_id")
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState", content_type_field="base_content_type", object_id_field="object_id", for_concrete_model=False
    )

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("word to know")
        verbose_name_plural = _("words to know")
        ordering: ClassVar[list[str]] = ["term"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["locale", "term"], name="glossary_term_once_in_a_language")
        ]

    def __str__(self) -> str:
        return self.term

    @property
    def other_forms(self) -> list[str]:
        """The other forms, without blank lines."""
        return [form.strip() for form in self.also.splitlines() if form.strip()]

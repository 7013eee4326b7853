"""Words of our pages that a council may say in its own way: names of the parts of a record, what the writing page asks, one notice."""

from typing import ClassVar

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import DraftStateMixin, RevisionMixin, TranslatableMixin, WorkflowMixin

PLACES = (
    ("asylum_notice", _("Writing: to somebody who came to the UK alone or to be safe")),
    ("ask_words", _("Writing: the question above the box")),
    ("ask_words_hint", _("Writing: the sentence under the question")),
    ("section:about_me", _("Part of the record: About me")),
    ("section:why_in_care", _("Part of the record: Why I am in care")),
    ("section:homes", _("Part of the record: Where I have lived")),
    ("section:family", _("Part of the record: My family and important people")),
    ("section:helpers", _("Part of the record: People whose job is to help me")),
    ("section:health", _("Part of the record: My health")),
    ("section:school", _("Part of the record: School, college and work")),
    ("section:money", _("Part of the record: Money")),
    ("section:plans", _("Part of the record: My plans and meetings")),
    ("section:decisions", _("Part of the record: Decisions and court")),
    ("section:papers", _("Part of the record: My papers")),
    ("section:my_words", _("Part of the record: My words")),
    ("section:leaving_care", _("Part of the record: Leaving care")),
)


class Wording(WorkflowMixin, DraftStateMixin, RevisionMixin, TranslatableMixin, models.Model):
    """What stands in one place instead of our own words. Every version is kept; taken away, our own words stand there again."""

    place = models.CharField(_("where it stands"), max_length=40, choices=PLACES)
    text = models.CharField(_("words"), max_length=250, help_text=_("Everyday words. It is read by a child of nine."))
    revisions = GenericRelation("wagtailcore.Revision", content_type_field="base_content_type", object_id_field="object_id")
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState", content_type_field="base_content_type", object_id_field="object_id", for_concrete_model=False
    )

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("wording of our pages")
        verbose_name_plural = _("wordings of our pages")
        ordering: ClassVar[list[str]] = ["place"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["locale", "place"], name="wording_once_in_a_language")
        ]

    def __str__(self) -> str:
        return str(self.get_place_display())

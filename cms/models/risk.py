"""Words that ask a human to look soon, in every language offered. A prompt, never a verdict."""

from typing import ClassVar

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import RevisionMixin

FEWEST_LETTERS = 3
ANY_WORDS, ONE_OF = "*", "/"  # the signs of stories/risk_words.py
MOST_STARS = 4
MOSTLY = 0.5  # so many of the words of one part are found in few texts
# Words that stand in nearly everything: a term needs a word that is none of them.
_EVERYWHERE = """
i am is are was be me my you your he him his she her they them their we us it a an the this that to of in on at for from with and or but
so if not no do have had has will would can want go going get got make made say said all
"""
EVERYWHERE = frozenset(_EVERYWHERE.split())


class RiskWord(RevisionMixin, models.Model):
    """A word or short phrase in one language, and which worry it may point to. Nobody is ever shown which word it was."""

    class Group(models.TextChoices):
        HURT_MYSELF = "hurt_myself", _("Hurting themselves, or not wanting to live")
        HURT_BY_SOMEBODY = "hurt_by_somebody", _("Somebody hurts or touches them")
        NOT_SAFE = "not_safe", _("Not safe where they are, or running away")
        MADE_TO = "made_to", _("Made to do things: carrying, working, sex, pictures")
        HURT_SOMEBODY = "hurt_somebody", _("Hurting somebody else")

    term = models.CharField(
        _("word or phrase"),
        max_length=1000,
        help_text=_(
            "As young people write it. An ending is found too: kill, killed. hit/kick me: one of these words. "
            "think about * dying: up to three words between."
        ),
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
        """Refuse what would find nearly everything and signs that say nothing, with what to do. Raises ValidationError."""
        super().clean()
        self.term, self.language = " ".join(self.term.split()), self.language.strip().casefold()
        if finds_everything(self.term):
            raise ValidationError({"term": _("Write a longer word or a phrase. This one would stand in nearly everything.")})
        if not signs_are_right(self.term):
            raise ValidationError(
                {"term": _("A star stands alone between two words. A / stands between two words with no space: hit/kick me.")}
            )


def finds_everything(term: str) -> bool:
    """Whether a term could stand in nearly every text: too few letters, or with signs and made of everyday words alone."""
    parts = [part.casefold().split(ONE_OF) for part in term.split() if part != ANY_WORDS]
    if sum(sign.isalpha() for sign in term) < FEWEST_LETTERS or not parts:
        return True
    if ANY_WORDS not in term and ONE_OF not in term:
        return False
    of_their_own = [sum(len(one) >= FEWEST_LETTERS and one not in EVERYWHERE for one in part) / len(part) for part in parts]
    return max(of_their_own) < 1 if len(parts) == 1 else max(of_their_own) < MOSTLY


def signs_are_right(term: str) -> bool:
    """Whether each star stands alone between two words, and each / between two words without a space."""
    parts = term.split()
    stars = [place for place, part in enumerate(parts) if part == ANY_WORDS]
    alone = all(0 < place < len(parts) - 1 and parts[place + 1] != ANY_WORDS for place in stars)
    words = [one for part in parts if part != ANY_WORDS for one in part.split(ONE_OF)]
    return alone and len(stars) <= MOST_STARS and all(words) and not any(ANY_WORDS in one for one in words)

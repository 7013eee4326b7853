"""How somebody likes to read, and what a young person tells about themselves, part by part."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.models.child import Child
from people.models.user import User


class ReadingPreference(models.Model):
    """How one person likes their pages: level, order, size, colours. Theirs alone; kept until they change it."""

    class Level(models.TextChoices):
        EASY = "easy", _("Easy: one sentence with pictures")
        PLAIN = "plain", _("Plain words")
        ORIGINAL = "original", _("The words as they were written")

    class Order(models.TextChoices):
        DATE = "date", _("In the order it happened")
        SECTION = "section", _("Part by part")

    class Size(models.TextChoices):
        NORMAL = "normal", _("Normal")
        LARGE = "large", _("Large")
        LARGER = "larger", _("Very large")

    class Colours(models.TextChoices):
        AUTO = "auto", _("As my phone is set")
        LIGHT = "light", _("Light")
        DARK = "dark", _("Dark")
        CONTRAST = "contrast", _("High contrast")

    user = models.OneToOneField(User, primary_key=True, on_delete=models.CASCADE, related_name="reading_preference")
    level = models.CharField(max_length=10, choices=Level.choices, default=Level.PLAIN)
    order = models.CharField(max_length=10, choices=Order.choices, default=Order.DATE)
    size = models.CharField(max_length=10, choices=Size.choices, default=Size.NORMAL)
    colours = models.CharField(max_length=10, choices=Colours.choices, default=Colours.AUTO)
    easy_letters = models.BooleanField(default=False, help_text="Letters and spacing that help many people with dyslexia.")
    print_points = models.PositiveSmallIntegerField(default=12)
    fold_notes = models.BooleanField(default=True, help_text="Passages with a content note are folded.")
    changed_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"{self.level}, {self.order}"


class AboutMePart(models.Model):
    """One thing a young person tells about themselves in their own words, or would rather not say."""

    class Topic(models.TextChoices):
        FAITH = "faith", _("What I believe")
        LANGUAGE = "language", _("Languages I speak")
        FOOD = "food", _("Food I eat and food I do not")
        CULTURE = "culture", _("Where my family is from, and what we keep up")
        GOOD_AT = "good_at", _("What I am good at")
        PROUD_OF = "proud_of", _("What I am proud of")
        MATTERS = "matters", _("Who and what matters to me")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="about_me_parts")
    topic = models.CharField(max_length=20, choices=Topic.choices)
    words = models.TextField(blank=True)
    rather_not_say = models.BooleanField(default=False)
    at = models.DateTimeField()

    class Meta:
        ordering = ["topic"]
        constraints = [
            models.UniqueConstraint(fields=["child", "topic"], name="about_me_part_once"),
            models.CheckConstraint(condition=Q(rather_not_say=False) | Q(words=""), name="about_me_part_said_or_not"),
        ]

    def __str__(self) -> str:
        return self.topic

"""The person the record is about, of any age, and the names and numbers they are known by."""

import uuid
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models.user import User
from people.querysets import ChildQuerySet


class Child(models.Model):
    """The person the record is about. `known_as` is the one name shown everywhere."""

    class Stage(models.TextChoices):
        IN_CARE = "in_care", _("In care")
        CARE_LEAVER = "care_leaver", _("Care leaver")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    known_as = models.CharField(max_length=300, blank=True)
    date_of_birth = models.DateField(null=True, blank=True)
    pronouns = models.CharField(max_length=40, blank=True)
    first_language = models.CharField(max_length=80, blank=True)
    nation = models.CharField(max_length=2, default="EW")
    stage = models.CharField(max_length=20, choices=Stage.choices, default=Stage.IN_CARE)
    died_on = models.DateField(null=True, blank=True)
    retention_until = models.DateField(null=True, blank=True)
    user = models.OneToOneField(User, null=True, blank=True, on_delete=models.PROTECT, related_name="child")
    notice_acknowledged_at = models.DateTimeField(null=True, blank=True)
    about_me = models.TextField(blank=True)
    about_me_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    objects = ChildQuerySet.as_manager()

    class Meta:
        ordering = ["known_as", "made_at"]

    def __str__(self) -> str:
        return self.known_as or "A child whose name we do not have yet"

    def age_on(self, day: date) -> int | None:
        """Age in whole years on that day; None when the date of birth is not known."""
        born = self.date_of_birth
        if born is None:
            return None
        return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


class ChildName(models.Model):
    """A name over time: legal, former, in another script, alias. Staff search by any; own pages show only known-as."""

    class Kind(models.TextChoices):
        KNOWN_AS = "known_as", _("Known as")
        LEGAL = "legal", _("Legal name")
        FORMER = "former", _("Former name")
        OTHER_SCRIPT = "other_script", _("In another script")
        ALIAS = "alias", _("Also known as")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="names")
    name = models.CharField(max_length=300)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    starts = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)
    mistaken = models.BooleanField(default=False, help_text="It was never theirs. Kept, so that no import brings it back.")

    class Meta:
        ordering = ["starts", "name"]
        constraints = [models.UniqueConstraint(fields=["child", "name", "kind"], name="child_name_once")]

    def __str__(self) -> str:
        return self.name


class Identifier(models.Model):
    """How one of the council's systems knows the child: (child, source, key)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="identifiers")
    source = models.CharField(max_length=40)
    key = models.CharField(max_length=200)
    last_seen = models.DateField(null=True, blank=True, help_text="The day of the newest export of everything that held them.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "key"], name="identifier_names_one_child")]

    def __str__(self) -> str:
        return f"{self.source}: {self.key}"


class Family(models.Model):
    """Children whom a source calls one family. Leaving it takes nothing from anybody's record."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    source = models.CharField(max_length=40)
    key = models.CharField(max_length=200)

    class Meta:
        verbose_name_plural = "families"
        constraints = [models.UniqueConstraint(fields=["source", "key"], name="family_once")]

    def __str__(self) -> str:
        return f"{self.source}: {self.key}"


class FamilyMember(models.Model):
    """One child in one family, from when the source said so until it no longer did."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="members")
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="families")
    as_of = models.DateField(null=True, blank=True)
    left_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["family", "child"], name="family_member_once")]

    def __str__(self) -> str:
        return f"member of {self.family_id}"


class DoubtfulMatch(models.Model):
    """A source speaks of somebody who may be a child we know: nothing is imported about them until a worker says who it is."""

    class Answer(models.TextChoices):
        OPEN = "", _("Nobody has looked")
        SAME = "same", _("The same person")
        NEW = "new", _("Somebody else")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    source = models.CharField(max_length=40)
    key = models.CharField(max_length=200)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="doubtful_matches")
    why = models.CharField(max_length=40)
    found_at = models.DateTimeField()
    answer = models.CharField(max_length=10, choices=Answer.choices, blank=True, default="")
    answered_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "doubtful matches"
        constraints = [models.UniqueConstraint(fields=["source", "key", "child"], name="doubtful_match_once")]

    def __str__(self) -> str:
        return f"{self.source}: {self.key}?"

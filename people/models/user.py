"""Who signs in. No e-mail is asked for, and no account is all-powerful: the database refuses one."""

import uuid
from datetime import datetime
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from audit.who import Who
from people.passphrase import as_typed
from people.roles import ROLES, Permission, allows


class UserManager(BaseUserManager["User"]):
    """Makes accounts. The verbs in people/actions/ are what pages and commands call."""

    def create_user(self, *, username: str, password: str | None, kind: str, display_name: str = "", **extra: Any) -> "User":
        """A new account with a hashed passphrase (None: cannot sign in yet)."""
        user = self.model(username=username.strip(), kind=kind, display_name=display_name, **extra)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        """Find by user name, whatever its capitals."""
        return self.get(username__iexact=username)


class User(AbstractBaseUser, PermissionsMixin):
    """A young person or a member of staff who can sign in."""

    class Kind(models.TextChoices):
        YOUNG_PERSON = "young_person", _("Young person")
        STAFF = "staff", _("Staff")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    username = models.CharField(max_length=60, unique=True)
    display_name = models.CharField(max_length=300, blank=True)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    language = models.CharField(max_length=10, default="en-gb")
    is_active = models.BooleanField(default=True)
    made_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("username"), name="user_name_once_whatever_its_capitals"),
            models.CheckConstraint(condition=models.Q(is_superuser=False), name="user_is_never_all_powerful"),
        ]

    def __str__(self) -> str:
        return self.display_name or self.username

    @property
    def is_staff(self) -> bool:
        """Whether this is a member of staff (who needs a second factor for every page)."""
        return self.kind == self.Kind.STAFF

    def check_password(self, raw_password: str | None) -> bool:
        """Whether this is the passphrase, forgiving what a phone's keyboard adds to it (people/passphrase.py)."""
        check = super().check_password
        return raw_password is not None and any(check(one) for one in as_typed(raw_password))

    def get_full_name(self) -> str:
        """The name shown to others."""
        return str(self)

    def get_short_name(self) -> str:
        """The name shown to others."""
        return str(self)

    def roles_at(self, at: datetime) -> set[str]:
        """The keys of people/roles.py this person holds at that moment. Kept for the life of this object."""
        kept: dict[str, set[str]] = self.__dict__.setdefault("_roles", {})
        key = at.date().isoformat()
        if key not in kept:
            kept[key] = set(self.memberships.active(at).values_list("role", flat=True))
        return kept[key]

    def may(self, permission: Permission, at: datetime) -> bool:
        """Whether a role held now carries the permission. Reach is a separate question: `visible_to`."""
        return self.is_active and self.is_staff and allows(self.roles_at(at), permission)

    def who(self, at: datetime | None = None) -> Who:
        """This person as the audit writes them down: name, leading role, id."""
        if not self.is_staff:
            return Who(str(self), "young_person", self.pk)
        held = set(self.memberships.values_list("role", flat=True)) if at is None else self.roles_at(at)
        leading = next((key for key in ROLES if key in held), "staff")
        return Who(str(self), leading, self.pk)


class Team(models.Model):
    """A group of staff with a manager."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=200, unique=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class PeriodQuerySet(models.QuerySet[Any]):
    """Rows that hold from `starts` until `ends` (null: still)."""

    def active(self, at: datetime) -> "PeriodQuerySet":
        """Rows in force at that moment."""
        return self.filter(models.Q(ends__isnull=True) | models.Q(ends__gt=at), starts__lte=at)


class Membership(models.Model):
    """A member of staff's role in a team, from and to."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=40, choices=[(role.key, role.display_name) for role in ROLES.values()])
    starts = models.DateTimeField()
    ends = models.DateTimeField(null=True, blank=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        ordering = ["starts"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends__isnull=True) | models.Q(ends__gte=models.F("starts")), name="membership_ends_after_start"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.role}, {self.team}"

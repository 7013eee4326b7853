"""What an account manager and a team manager write down."""

from datetime import datetime
from typing import Any, cast

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from people.forms.fields import DayField, NameField
from people.models import Team, User
from people.queries import may_stand_in, team_of, workers_with_children
from people.roles import ROLES

NAME_LETTERS = RegexValidator(r"^[\w.\-]+$", _("Use letters, numbers, dots and dashes only, with no spaces."))
ROLE_CHOICES = [(role.key, role.display_name) for role in ROLES.values()]


class RoleForm(forms.Form):
    """A role in a team."""

    role = forms.ChoiceField(label=_("Role"), choices=ROLE_CHOICES, error_messages={"required": _("Choose a role.")})
    team = forms.ModelChoiceField(
        label=_("Team"),
        queryset=Team.objects.filter(closed_at__isnull=True),
        empty_label=_("Choose one"),
        error_messages={"required": _("Choose a team.")},
    )


class StaffForm(RoleForm):
    """A new member of staff."""

    display_name = NameField(
        label=_("Their name, as young people read it"), max_length=300, error_messages={"required": _("Type their name.")}
    )
    username = forms.CharField(
        label=_("The name they sign in with"),
        max_length=60,
        validators=[NAME_LETTERS],
        error_messages={"required": _("Type a name to sign in with.")},
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false", "autocomplete": "off"}),
    )
    field_order = ("display_name", "username", "role", "team")


class TeamForm(forms.Form):
    """A new team."""

    name = NameField(label=_("Name of the team"), max_length=200, error_messages={"required": _("Type the team's name.")})


class AllocateForm(forms.Form):
    """A worker in a role, from a day on."""

    worker = forms.ChoiceField(label=_("Worker"), error_messages={"required": _("Choose a worker.")})
    starts = DayField(label=_("From"), missing=_("Choose the day on which they begin."))
    replaces = forms.BooleanField(label=_("They take over: whoever has this role now ends that day"), required=False, initial=True)

    def __init__(self, *args: Any, at: datetime, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = [
            (f"{user.pk}:{key}", f"{user}, {ROLES[key].display_name}") for user in workers_with_children(at) for key in _roles(user, at)
        ]
        mine = set(map(str, team_of(by, at).values_list("pk", flat=True)))
        near = [row for row in rows if row[0].split(":")[0] in mine]
        far = [row for row in rows if row not in near]
        choices = [("", gettext("Choose one")), (gettext("My team"), near), (gettext("Other teams"), far)]
        cast(forms.ChoiceField, self.fields["worker"]).choices = [choice for choice in choices if choice[1]]

    @property
    def chosen(self) -> tuple[User, str]:
        """The worker and the role."""
        pk, role = str(self.cleaned_data["worker"]).split(":")
        return User.objects.get(pk=pk), role


class LastDayForm(forms.Form):
    """When something ends."""

    last = DayField(label=_("Last day"), missing=_("Choose the last day."))


class CoverForm(forms.Form):
    """Who stands in for whom, from and to."""

    worker = forms.ModelChoiceField(
        label=_("Who is away"),
        queryset=User.objects.none(),
        error_messages={"required": _("Choose who is away.")},
        empty_label=_("Choose one"),
    )
    covering = forms.ModelChoiceField(
        label=_("Who reads and answers for them"),
        queryset=User.objects.none(),
        empty_label=_("Choose one"),
        error_messages={"required": _("Choose who stands in.")},
    )
    starts = DayField(label=_("From"), missing=_("Choose the first day."))
    ends = DayField(label=_("Up to and including"), missing=_("Choose the last day."))

    def __init__(self, *args: Any, at: datetime, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField[User], self.fields["worker"]).queryset = team_of(by, at)
        cast(forms.ModelChoiceField[User], self.fields["covering"]).queryset = may_stand_in(at).exclude(pk=by.pk)


def _roles(user: User, at: datetime) -> list[str]:
    return sorted(key for key in user.roles_at(at) if ROLES[key].works_with_children)

"""The first account manager is made on the server, once."""

import io

import pytest
from django.core.management import CommandError, call_command

from people.models import User
from people.roles import Permission

pytestmark = pytest.mark.django_db


def test_the_first_account_manager_can_sign_in_and_manages_staff_and_sees_no_record() -> None:
    """The passphrase that is printed is the one that works."""
    out = io.StringIO()
    call_command("add_first_staff", "ruth", "Ruth Bell", stdout=out)
    username, passphrase = out.getvalue().split()
    ruth = User.objects.get(username=username)
    assert ruth.check_password(passphrase)
    memberships = ruth.memberships.get()
    assert memberships.role == "account_manager"
    assert ruth.may(Permission.MANAGE_STAFF, memberships.starts)
    assert not ruth.may(Permission.READ_FILE, memberships.starts)


def test_the_command_is_no_back_door_once_there_is_an_account_manager() -> None:
    """It refuses, and says who can add staff."""
    call_command("add_first_staff", "ruth", "Ruth Bell", stdout=io.StringIO())
    with pytest.raises(CommandError, match="already"):
        call_command("add_first_staff", "mallory", "Mallory", stdout=io.StringIO())
    assert User.objects.count() == 1

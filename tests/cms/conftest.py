"""A content editor who has signed in with a second factor, on a first page that has loaded."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from tests.cast import Cast, sign_in


@pytest.fixture
def editor(client: Client, cast: Cast) -> Client:
    """Ellie, signed in, in the editors' group."""
    cast.ellie.groups.add(Group.objects.get(name="Content editors"))
    return sign_in(client, cast.ellie)

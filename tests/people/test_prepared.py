"""A statement of reach that was put into SQL once finds what its queryset finds."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db.models import QuerySet

from people.models import Child, Membership
from people.prepared import CannotPrepareError, Prepared
from people.querysets import ARMS
from tests.cast import LONG_AGO, NOW, Cast

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_each_arm_finds_the_same_children_either_way_for_everybody_and_at_any_moment(cast: Cast) -> None:
    found = 0
    for arm in ARMS:
        for user in cast.staff:
            for at in (NOW, NOW + timedelta(days=400), LONG_AGO - timedelta(days=1)):
                asked = set(arm.children(user, at))
                assert set(Child.objects.filter(pk__in=arm.theirs(user.pk, at)).values_list("pk", flat=True)) == asked, (arm.why, user)
                found += len(asked)
    assert found > 10


def test_a_statement_without_user_or_moment_cannot_be_prepared() -> None:
    def nobody(user: object, at: object) -> QuerySet[Membership]:
        return Membership.objects.values("user")

    with pytest.raises(CannotPrepareError):
        Prepared(nobody)(uuid4(), NOW)

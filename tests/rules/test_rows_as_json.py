"""Rows leave and come in by the names of their columns."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from audit.rows import UnknownColumn, UnreadableValue, as_json, insert_json
from people.models import Child, Identifier
from tests.cast import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.database]
AN_ID = "3f2b7c1e-5d4a-4c8e-9b1a-2f6d7e8a9b0c"


def test_a_row_comes_in_as_it_left(cast: Cast) -> None:
    said = as_json(cast.amara)
    assert (said["date_of_birth"], said["id"], said["user_id"]) == ("2013-03-02", str(cast.amara.pk), str(cast.amara.user_id))
    insert_json(Child, [{**said, "id": AN_ID, "user_id": None}])
    again = Child.objects.get(pk=AN_ID)
    assert (again.date_of_birth, again.made_at, again.known_as) == (date(2013, 3, 2), cast.amara.made_at, "Amara")


def test_a_moment_keeps_its_microseconds_and_what_an_older_version_did_not_name_gets_the_default(db: None) -> None:
    insert_json(Child, [{"id": AN_ID, "known_as": "Zoe", "made_at": "2026-11-18T10:00:00.123456+00:00"}])
    child = Child.objects.get(pk=UUID(AN_ID))
    assert (child.made_at, child.nation, child.stage) == (datetime(2026, 11, 18, 10, 0, 0, 123456, tzinfo=UTC), "EW", "in_care")


def test_what_does_not_fit_is_named(cast: Cast) -> None:
    row = as_json(cast.amara.identifiers.get())
    with pytest.raises(UnknownColumn, match="Identifier has no column colour"):
        insert_json(Identifier, [{**row, "colour": "blue"}])
    with pytest.raises(UnreadableValue, match=r"Identifier\.child_id cannot hold"):
        insert_json(Identifier, [{**row, "child_id": "nobody"}])

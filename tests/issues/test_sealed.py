"""Sealed rows stay, whichever statement comes: also one that puts another row in their place."""

import pytest
from django.db import DatabaseError, connection, transaction

from moderation.actions.file_words import file_words
from official_file.models import Entry
from stories.models import Contribution
from tests.cast import NOW, Cast
from tests.factories.contributions import a_draft, a_reading, a_sent

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def run(sql: str, values: list[object]) -> None:
    """One statement, straight to the database."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def stored(value: object) -> object:
    """An id as this database keeps it."""
    return value if connection.vendor == "postgresql" else value.hex


@pytest.mark.need("R50")
def test_no_draft_is_put_in_the_place_of_words_that_were_sent(cast: Cast) -> None:
    """SQLite's UPDATE OR REPLACE deletes the row it collides with, and asks no trigger of deletion."""
    sent = a_sent(cast.amara, "Quokka words.")
    draft = a_draft(cast.amara, "Others.")
    how = "UPDATE OR REPLACE" if connection.vendor == "sqlite" else "UPDATE"
    with pytest.raises(DatabaseError):
        run(f"{how} stories_contribution SET id = %s WHERE id = %s", [stored(sent.pk), stored(draft.pk)])
    assert Contribution.objects.get(pk=sent.pk).words == "Quokka words."


@pytest.mark.need("R50")
def test_no_draft_takes_the_entry_of_words_that_were_filed(cast: Cast) -> None:
    sent = a_sent(cast.amara, "Quokka words.")
    entry: Entry = file_words(reading=a_reading(sent, cast.ben), reply="Thank you.", by=cast.ben, now=NOW)
    draft = a_draft(cast.amara, "Others.")
    how = "UPDATE OR REPLACE" if connection.vendor == "sqlite" else "UPDATE"
    with pytest.raises(DatabaseError):
        run(f"{how} stories_contribution SET entry_id = %s WHERE id = %s", [stored(entry.pk), stored(draft.pk)])
    assert Contribution.objects.get(pk=sent.pk).words == "Quokka words."


@pytest.mark.need("R50")
def test_no_filed_words_take_the_place_of_others(cast: Cast) -> None:
    """Which entry they became is not among the sealed columns: it is set when they are filed."""
    first, second = (
        file_words(reading=a_reading(a_sent(cast.amara, words), cast.ben), reply="Thank you.", by=cast.ben, now=NOW)
        for words in ("Quokka words.", "Others.")
    )
    how = "UPDATE OR REPLACE" if connection.vendor == "sqlite" else "UPDATE"
    with pytest.raises(DatabaseError):
        run(f"{how} stories_contribution SET entry_id = %s WHERE entry_id = %s", [stored(first.pk), stored(second.pk)])
    assert set(Contribution.objects.values_list("words", flat=True)) == {"Quokka words.", "Others."}


@pytest.mark.need("R50")
@pytest.mark.parametrize("statement", ["INSERT OR REPLACE", "REPLACE"])
def test_no_new_row_is_put_in_the_place_of_words_that_were_sent(cast: Cast, statement: str) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL has no such statement")
    sent = a_sent(cast.amara, "Quokka words.")
    with pytest.raises(DatabaseError, match="may not be changed"):
        run(f"{statement} INTO stories_contribution SELECT * FROM stories_contribution WHERE id = %s", [stored(sent.pk)])
    assert Contribution.objects.get(pk=sent.pk).words == "Quokka words."


@pytest.mark.need("R50")
def test_unsealing_first_does_not_help(cast: Cast) -> None:
    """The moment of sending is one of the sealed columns: a row cannot be made a draft again, to be changed then."""
    sent = a_sent(cast.amara, "Quokka words.")
    for column in ("sent_at = NULL", "words = 'x', sent_at = NULL", "id = id, digest = ''"):
        with pytest.raises(DatabaseError):
            run(f"UPDATE stories_contribution SET {column} WHERE id = %s", [stored(sent.pk)])
    assert Contribution.objects.get(pk=sent.pk).words == "Quokka words."

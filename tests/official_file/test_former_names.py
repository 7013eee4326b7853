"""A text that carries a name the young person had before, and what is said before it."""

from datetime import date

import pytest

from official_file.former_names import carries_former_name, in_the_name_of_now, warning_before
from people.models import Child, ChildName
from tests.factories.people import a_child

pytestmark = pytest.mark.django_db
THEN, CHANGED, LATER = date(2019, 5, 1), date(2022, 1, 31), date(2023, 5, 1)


def _renamed() -> Child:
    """Called Amara Okafor now; Joy Okafor until 2022."""
    child = a_child("Amara")
    ChildName.objects.create(child=child, name="Amara Okafor", kind=ChildName.Kind.LEGAL)
    ChildName.objects.create(child=child, name="Joy Okafor", kind=ChildName.Kind.FORMER, ends=CHANGED)
    return child


@pytest.mark.parametrize(
    ("text", "carried"),
    [
        ("Joy came home from school.", True),
        ("JOY OKAFOR, dob 2.3.2013", True),
        ("joy okafor", True),
        ("It was a joy to see her.", False),  # a word is not a name
        ("Ms Okafor rang.", False),  # still theirs
        ("Amara Okafor came.", False),
        ("Joyce came.", False),
        ("", False),
    ],
)
def test_a_former_name_is_found_whole_or_by_the_part_that_is_no_longer_theirs(text: str, carried: bool) -> None:
    """What they are still called is no former name."""
    assert carries_former_name(_renamed(), text) is carried


def test_a_name_that_has_ended_is_a_former_one_whatever_it_is_called() -> None:
    """A known-as name that ended is one they had before."""
    child = a_child("Kit")
    ChildName.objects.create(child=child, name="Zoë", kind=ChildName.Kind.KNOWN_AS, ends=CHANGED)
    assert carries_former_name(child, "Zoe was at home.")


def test_who_never_changed_a_name_is_never_warned() -> None:
    """Their legal name and other scripts are theirs."""
    child = a_child("Amara")
    ChildName.objects.create(child=child, name="Amara Okafor", kind=ChildName.Kind.LEGAL)
    assert not carries_former_name(child, "Amara Okafor")


@pytest.mark.parametrize(
    ("text", "carried"),
    [
        ("Leonard Arthur Tapping, aged 5", True),
        ("LEONARD TAPPING", True),
        ("Ivy Tapping came.", False),  # his mother's name is hers
        ("Leonard came.", False),
    ],
)
def test_a_former_surname_is_found_in_the_whole_name_only(text: str, carried: bool) -> None:
    """The surname alone is his family's as well."""
    child = a_child("Len")
    ChildName.objects.create(child=child, name="Leonard Arthur Pickersgill", kind=ChildName.Kind.LEGAL)
    ChildName.objects.create(child=child, name="Leonard Arthur Tapping", kind=ChildName.Kind.FORMER)
    assert carries_former_name(child, text) is carried


@pytest.mark.need("M14")
def test_what_is_said_about_them_uses_the_name_of_now() -> None:
    """A title and a plain version; nobody else's name is touched."""
    child = _renamed()
    assert in_the_name_of_now(child, "Visit to Joy") == "Visit to Amara"
    assert in_the_name_of_now(child, "JOY OKAFOR came with Ms Okafor.") == "Amara came with Ms Okafor."
    assert in_the_name_of_now(child, "It was a joy.") == "It was a joy."


@pytest.mark.need("M14")
def test_it_is_said_why_the_old_name_stands_there() -> None:
    """From before the change because it was written then; from after it there is no good reason, and none is given."""
    child = _renamed()
    assert "before you were called Amara" in warning_before(child, "Joy came.", written_on=THEN)
    assert "before you were called Amara" in warning_before(child, "Joy came.", written_on=None)
    assert "tell us that this is wrong" in warning_before(child, "Joy came.", written_on=LATER)
    assert warning_before(child, "Amara came.", written_on=THEN) == ""

"""A text that carries a name the young person had before, and what is said before it."""

from datetime import date

import pytest

from official_file.former_names import carries_former_name, why_old_name
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


@pytest.mark.need("M14")
def test_it_is_said_why_the_old_name_stands_there() -> None:
    """From before the change because it was written then; from after it there is no good reason, and none is given."""
    child = _renamed()
    assert "before you were called Amara" in why_old_name(child, written_on=THEN)
    assert "before you were called Amara" in why_old_name(child, written_on=None)
    assert "tell us that this is wrong" in why_old_name(child, written_on=LATER)

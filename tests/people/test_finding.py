"""Staff find a child by any name they ever had, in any spelling, and by anybody of their family."""

import pytest

from official_file.models import Connection
from people.child_names import SaidName, bring_names
from people.families import bring_families
from people.finding import children_exactly
from people.models import Child, Relationship
from portal.queries.found_children import found_children
from tests.cast import LONG_AGO, NOW, Cast

pytestmark = pytest.mark.django_db
NAMES = (
    SaidName("Amara Zoë O’Brien-Łukowska", "legal"),
    SaidName("Joy Bello", "former"),
    SaidName("أمارة", "other_script"),
    SaidName("Амара Окафор", "other_script"),
)


@pytest.fixture
def named(cast: Cast) -> Cast:
    """Amara, with the names she has and had, her mother and her brother in another worker's care."""
    bring_names(child=cast.amara, said=NAMES)
    Connection.objects.create(child=cast.amara, source="ssd", key="1", names=["Grace Adeyinka"], relation="Mother")
    Connection.objects.create(child=cast.amara, source="ssd", key="2", names=["Priya Shah"], relation="social worker", professional=True)
    bring_families(source="ssd", members={"F1": [cast.amara.pk, cast.noor.pk]}, as_of=NOW.date())
    return cast


def _found(cast: Cast, words: str) -> list[str]:
    return [one.child.known_as for one in found_children(cast.ben, words, NOW, most=100)]


@pytest.mark.need("C1")
@pytest.mark.need("R80")
@pytest.mark.parametrize(
    "words",
    [
        "amara", "AMARA", "Amra", "zoe", "Zoë", "obrien", "O'Brien", "O Brien", "lukowska", "Lukowksa", "joy bello", "Bello, Joy", "Belo",
        "أماره", "امارة", "АМАРА", "Окафор", "900001",
    ],
)  # fmt: skip
def test_any_name_in_any_spelling_finds_them(named: Cast, words: str) -> None:
    """Accents, capitals, apostrophes, forms of a letter, order, and a slip of the keyboard."""
    assert _found(named, words) == ["Amara"]


@pytest.mark.need("R80")
def test_anybody_of_the_family_finds_them(named: Cast) -> None:
    """Her mother's name finds Amara, and says by whom; a worker's name finds nobody's family."""
    found = found_children(named.ben, "Adeyinca", NOW, most=100)
    assert [(one.child.known_as, one.found_by) for one in found] == [("Amara", "Grace Adeyinka")]
    assert _found(named, "Priya Shah") == []


@pytest.mark.need("R80")
def test_a_brother_or_sister_is_shown_with_them_to_whoever_may_see_both(named: Cast) -> None:
    """Who may see only one of them sees no link."""
    assert found_children(named.ben, "Amara", NOW, most=100)[0].family == []
    Relationship.objects.create(child=named.noor, user=named.ben, role="social_worker", starts=LONG_AGO)
    assert found_children(named.ben, "Amara", NOW, most=100)[0].family == [named.noor]


def test_who_is_not_in_reach_is_not_found_by_any_name(named: Cast) -> None:
    """Dev does not work with Amara."""
    assert [one.child.known_as for one in found_children(named.dev, "Amara", NOW, most=100)] == []


@pytest.mark.parametrize("words", ["Joe", "900002", "90000", "xyz", "'"])
def test_what_is_only_a_little_alike_finds_nobody(named: Cast, words: str) -> None:
    """Short words and numbers are never nearly right."""
    assert _found(named, words) == []


def test_a_name_that_fits_exactly_comes_before_one_that_is_only_like_it(cast: Cast) -> None:
    """Both are shown: the searcher knows best."""
    other = Child.objects.create(known_as="Amaro")
    Relationship.objects.create(child=other, user=cast.ben, role="social_worker", starts=LONG_AGO)
    assert _found(cast, "Amara") == ["Amara", "Amaro"]
    assert _found(cast, "Amaro") == ["Amaro", "Amara"]


def test_a_whole_name_finds_anybody_without_its_accents_and_a_part_of_it_nobody(cast: Cast) -> None:
    """In an emergency one types what one hears."""
    bring_names(child=cast.amara, said=[SaidName("Zoë O’Brien", "former")])
    assert list(children_exactly("zoe obrien")) == [cast.amara]
    assert not children_exactly("Zoe").exists()
    assert not children_exactly("'").exists()

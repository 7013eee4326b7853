"""Names over time: what a worker writes down, what a source says, and which of the two stands."""

from datetime import date, timedelta

import pytest

from people.actions.add_name import add_name
from people.actions.change_known_as import change_known_as
from people.actions.correct_name import correct_name
from people.actions.end_name import end_name
from people.child_names import SaidName, bring_known_as, bring_names
from people.errors import NotAllowed
from people.models import Child, ChildName, Notice
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
FORMER, LEGAL = ChildName.Kind.FORMER, ChildName.Kind.LEGAL


def _names(child: Child) -> set[tuple[str, str]]:
    """The names that are theirs or were."""
    return set(child.names.filter(mistaken=False).values_list("name", "kind"))


@pytest.mark.need("C1")
def test_one_person_has_many_names_and_one_is_shown(cast: Cast) -> None:
    """Legal, former and in other letters, each with its days; known-as stays what it is."""
    for name, kind in (("Amara Okafor", LEGAL), ("Joy Okafor", FORMER), ("أمارا", ChildName.Kind.OTHER_SCRIPT)):
        add_name(child=cast.amara, name=name, kind=kind, by=cast.ben, now=NOW)
    cast.amara.refresh_from_db()
    assert len(_names(cast.amara)) == 3
    assert str(cast.amara) == "Amara"


@pytest.mark.need("M14")
def test_a_changed_name_is_changed_everywhere_at_once_and_told_to_them(cast: Cast) -> None:
    """The one before stays findable by staff; a notice waits for the young person."""
    change_known_as(child=cast.amara, known_as="Kit", on=TODAY, by=cast.ben, now=NOW)
    cast.amara.refresh_from_db()
    assert cast.amara.known_as == "Kit"
    assert cast.amara.user
    assert cast.amara.user.display_name == "Kit"
    assert ChildName.objects.get(child=cast.amara).ends == TODAY
    assert Notice.objects.get(user=cast.amara.user).seen_at is None


def test_no_import_calls_them_again_by_the_name_they_gave_up(cast: Cast) -> None:
    """The council's system takes a while; a name it never had before is news again."""
    change_known_as(child=cast.amara, known_as="Kit", on=TODAY, by=cast.ben, now=NOW)
    child = Child.objects.get(pk=cast.amara.pk)
    assert not bring_known_as(child=child, known_as="Amara", as_of=TODAY, now=NOW)
    assert not bring_known_as(child=child, known_as="Kit", as_of=TODAY, now=NOW)
    assert bring_known_as(child=child, known_as="Kitty", as_of=TODAY, now=NOW)


def test_going_back_to_a_name_makes_it_theirs_again(cast: Cast) -> None:
    """Nobody has to keep a name."""
    change_known_as(child=cast.amara, known_as="Kit", on=TODAY, by=cast.ben, now=NOW)
    change_known_as(child=cast.amara, known_as="Amara", on=TODAY, by=cast.ben, now=NOW)
    assert ChildName.objects.get(child=cast.amara, name="Amara").ends is None
    assert ChildName.objects.get(child=cast.amara, name="Kit").ends == TODAY


def test_a_corrected_spelling_is_not_brought_back_by_an_import(cast: Cast) -> None:
    """The wrong one still finds them, and is shown to nobody."""
    bring_names(child=cast.amara, said=[SaidName("Amrah Okafor", LEGAL)])
    wrong = ChildName.objects.get()
    correct_name(name=wrong, to="Amara Okafor", kind=LEGAL, starts=None, ends=None, by=cast.ben, now=NOW)
    assert not bring_names(child=cast.amara, said=[SaidName("Amrah Okafor", LEGAL)])
    assert _names(cast.amara) == {("Amara Okafor", "legal")}
    assert ChildName.objects.get(mistaken=True).name == "Amrah Okafor"


def test_a_name_that_was_never_theirs_is_taken_out_of_sight(cast: Cast) -> None:
    """Somebody else's name in the wrong file."""
    bring_names(child=cast.amara, said=[SaidName("Grace Bello", ChildName.Kind.ALIAS)])
    correct_name(name=ChildName.objects.get(), to="", kind="alias", starts=None, ends=None, by=cast.ben, now=NOW)
    assert not bring_names(child=cast.amara, said=[SaidName("Grace Bello", ChildName.Kind.ALIAS)])
    assert _names(cast.amara) == set()


def test_a_name_a_worker_ended_stays_ended(cast: Cast) -> None:
    """The source, which does not know yet, opens nothing."""
    bring_names(child=cast.amara, said=[SaidName("Amara Okafor", LEGAL)])
    end_name(name=ChildName.objects.get(), ends=TODAY, by=cast.ben, now=NOW)
    assert not bring_names(child=cast.amara, said=[SaidName("Amara Okafor", LEGAL)])
    assert ChildName.objects.get().ends == TODAY


def test_what_does_not_fit_is_refused_with_a_sentence(cast: Cast) -> None:
    """Twice the same, an end before the beginning, and somebody who does not work with her."""
    name = add_name(child=cast.amara, name="Amara Okafor", kind=LEGAL, starts=TODAY, by=cast.ben, now=NOW)
    with pytest.raises(NotAllowed, match="name_is_there"):
        add_name(child=cast.amara, name="Amara Okafor", kind=LEGAL, by=cast.ben, now=NOW)
    with pytest.raises(NotAllowed, match="ends_first"):
        end_name(name=name, ends=TODAY - timedelta(days=1), by=cast.ben, now=NOW)
    with pytest.raises(NotAllowed, match="not_in_reach"):
        change_known_as(child=cast.amara, known_as="Kit", on=date(2026, 1, 1), by=cast.dev, now=NOW)

"""The table of places to search for a request: the twelve services are in it, every row says whom to ask, and adoption is apart."""

from access_requests.sources import ADOPTION, COUNTED, GROUP_NAMES, NAMED, PLAIN_NAMES, SOURCES, Group, in_groups
from official_file.plain_language.twelve_services import BY_KEY


def test_the_twelve_services_are_on_the_list_under_their_own_names() -> None:
    assert {one.slug for one in SOURCES.values() if one.group is Group.SERVICES} == set(BY_KEY)
    assert all(SOURCES[key].name == service.staff_name for key, service in BY_KEY.items())


def test_every_place_says_whom_to_ask_and_what_may_be_there() -> None:
    assert all(one.name and one.ask and one.holds for one in SOURCES.values())
    assert [one.slug for _group, rows in in_groups() for one in rows] == list(SOURCES)
    assert set(GROUP_NAMES) == set(Group)


def test_adoption_is_counted_nowhere_and_has_no_name_a_requester_could_read() -> None:
    assert set(SOURCES) - COUNTED == {ADOPTION}
    assert set(Group) - set(PLAIN_NAMES) == {Group.APART}
    assert all(one.slug in COUNTED for one in NAMED)


def test_an_import_brings_one_place_and_no_two() -> None:
    systems = [system for one in SOURCES.values() for system in one.systems]
    assert sorted(systems) == sorted(set(systems))

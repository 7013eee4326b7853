"""Whom somebody of this age, in this nation, is told to call."""

from pathlib import Path

import pytest
from wagtail.models import Locale

from cms import queries
from cms.first_contents import support_rows
from cms.models import ServiceSettings, SupportContact
from official_file.plain_language.jargon import find_banned
from official_file.plain_language.reading import longest_sentence

LAW = Path(__file__).resolve().parents[3] / "shared" / "law" / "law.md"
database = [pytest.mark.database, pytest.mark.django_db]


def names(age: int | None, nation: str = "EW") -> list[str]:
    return [contact.name for contact in queries.support_contacts(age, nation)]


def numbers(age: int | None, nation: str = "EW") -> list[str]:
    return [contact.number or contact.text_number for contact in queries.support_contacts(age, nation)]


class TestByAge:
    pytestmark = database

    @pytest.mark.parametrize("age", [None, 0, 9, 13, 18, 19, 34, 90])
    @pytest.mark.parametrize("nation", ["EW", "E", "W", "SC", "NI"])
    def test_999_is_always_first(self, age: int | None, nation: str) -> None:
        first = queries.support_contacts(age, nation)[0]
        assert first.number == "999"
        assert first.is_emergency

    @pytest.mark.parametrize("age", [9, 13, 18])
    def test_childline_comes_next_up_to_the_nineteenth_birthday(self, age: int) -> None:
        assert numbers(age)[1] == "0800 1111"

    @pytest.mark.parametrize("age", [19, 34, 90])
    def test_from_the_nineteenth_birthday_others_listen(self, age: int) -> None:
        assert numbers(age)[1:4] == ["116 123", "85258", "111"]
        assert "0800 1111" not in numbers(age)

    @pytest.mark.parametrize("age", [9, 18])
    def test_lines_for_adults_are_not_offered_to_children(self, age: int) -> None:
        assert not {"116 123", "85258", "111"} & set(numbers(age))

    def test_somebody_whose_age_we_do_not_know_is_given_everybody(self) -> None:
        assert {"0800 1111", "116 123"} <= set(numbers(None))

    def test_support_for_adults_hurt_as_children_begins_at_eighteen(self) -> None:
        assert "NAPAC" not in names(17)
        assert "NAPAC" in names(18)


class TestByNation:
    pytestmark = database

    @pytest.mark.parametrize(
        ("nation", "own", "not_own"),
        [
            ("E", {"Become", "Coram Voice", "NYAS", "Help at Hand"}, {"Meic", "Who Cares? Scotland", "VOYPIC"}),
            ("W", {"Meic", "NYAS"}, {"Become", "Help at Hand", "Who Cares? Scotland"}),
            ("EW", {"Become", "Meic"}, {"Who Cares? Scotland", "VOYPIC"}),
            ("SC", {"Who Cares? Scotland"}, {"Become", "Meic", "Help at Hand", "VOYPIC", "NHS 111, choose option 2"}),
            ("NI", {"VOYPIC"}, {"Become", "Meic", "Who Cares? Scotland", "NHS 111, choose option 2"}),
        ],
    )
    def test_each_nation_has_its_own_people(self, nation: str, own: set[str], not_own: set[str]) -> None:
        here = set(names(20, nation))
        assert own <= here
        assert not not_own & here

    def test_the_installation_says_which_nation_it_is_in(self, settings) -> None:
        settings.NATION = "SC"
        assert names(20, "SC") == [contact.name for contact in queries.support_contacts(20)]

    def test_a_nation_that_is_none_of_ours_is_refused(self) -> None:
        with pytest.raises(KeyError):
            queries.support_contacts(20, "FR")


class TestOurOwnTeam:
    pytestmark = database

    def test_is_left_out_until_its_number_is_known(self) -> None:
        assert "Our team at night and at weekends" not in names(13)

    def test_is_shown_with_the_number_of_the_settings(self) -> None:
        ServiceSettings.objects.update(emergency_duty_number="01632 960118")
        ours = next(contact for contact in queries.support_contacts(13, "EW") if contact.number == "01632 960118")
        assert ours.number_digits == "01632960118"
        assert queries.staffed_hours().emergency_duty_number == "01632 960118"

    def test_comes_after_those_who_listen_at_any_time(self) -> None:
        ServiceSettings.objects.update(emergency_duty_number="01632 960118")
        assert numbers(13)[:3] == ["999", "0800 1111", "01632 960118"]

    def test_all_of_it_is_one_query(self, django_assert_num_queries) -> None:
        with django_assert_num_queries(1):
            queries.support_contacts(13, "EW")


@pytest.mark.database
@pytest.mark.django_db
def test_somebody_an_editor_took_off_is_not_offered() -> None:
    SupportContact.objects.get(name="Become", locale=Locale.get_default()).unpublish()
    assert "Become" not in names(13)


@pytest.mark.parametrize("row", support_rows(), ids=lambda row: row["key"])
def test_each_says_what_they_do_in_plain_words_and_when_to_check_them(row: dict[str, str]) -> None:
    assert longest_sentence(row["what"]) <= 20
    assert not find_banned(row["what"])
    assert row["staff_note"]
    assert "private" not in row["what"]  # nobody but them can promise that


@pytest.mark.skipif(not LAW.exists(), reason="the research this is copied from is not here")
@pytest.mark.parametrize("row", [row for row in support_rows() if row.get("phone") or row.get("text_number")], ids=lambda row: row["key"])
def test_numbers_are_exactly_those_that_were_found(row: dict[str, str]) -> None:
    assert (row.get("phone") or row["text_number"]) in LAW.read_text(encoding="utf-8")

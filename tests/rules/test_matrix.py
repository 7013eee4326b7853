"""Every item of the DfE's matrix of what councils record has a section here, and is said to be filled by what there is."""

import csv
from pathlib import Path

import pytest

from official_file.kinds import KINDS, SECTIONS
from official_file.matrix import OF_THE_PERSON, categories, category_of, section_of
from official_file.plain_language.twelve_services import BY_KEY

SHARED = Path(__file__).parents[3] / "shared" / "data" / "data_matrix.csv"


def test_every_item_of_the_published_list_has_a_section() -> None:
    """1,574 items in 28 categories, and no number that is none of them."""
    if not SHARED.exists():
        pytest.skip("the published list is not here")
    rows = list(csv.DictReader(SHARED.read_text(encoding="utf-8").splitlines()))
    assert len(rows) == 1574
    for row in rows:
        assert category_of(int(row["item"])).name == row["category"]
        assert section_of(int(row["item"])) in SECTIONS
    of_ours = {category.name: category.count for category in categories()}
    assert of_ours == {name: sum(1 for row in rows if row["category"] == name) for name in of_ours}
    assert len(of_ours) == 28


def test_what_fills_an_item_exists_and_every_item_named_is_of_its_category() -> None:
    """No kind that was renamed, no number of another category."""
    for category in categories():
        named = set(category.elsewhere) | set(category.filled)
        assert all(category.first <= item <= category.last for item in named), category.name
        services = {f"service:{key}" for key in BY_KEY}
        assert category.kinds <= KINDS.keys() | OF_THE_PERSON | services, category.name
        assert set(category.told_in) <= KINDS.keys(), category.name
        assert category.why


def test_an_item_stands_where_it_belongs_and_not_only_where_its_form_was() -> None:
    """Money in a request for a home is money; the reason for care in "details" is the reason for care."""
    assert [section_of(item) for item in (1, 32, 578, 871, 1444)] == ["about_me", "why_in_care", "money", "money", "helpers"]
    assert category_of(1444).filled_by(1444) == {"visit_held"}
    with pytest.raises(KeyError):
        section_of(0)

"""The needs, the marks on the tests, and the page made from them agree."""

import pytest

from scripts import needs
from scripts.write_docs import PAGES


def test_the_list_holds_every_need_once() -> None:
    numbers = [need.number for need in needs.needs()]
    assert len(numbers) == len(set(numbers)) == 137


def test_every_mark_names_a_real_need() -> None:
    assert set(needs.shown()) - {need.number for need in needs.needs()} == set()


@pytest.mark.parametrize(("path", "text"), PAGES, ids=[path.name for path, _text in PAGES])
def test_every_generated_page_is_current(path, text) -> None:
    written = path.read_text(encoding="utf-8") if path.exists() else ""
    assert written == text(), f"{path.name} is out of date. Run: make docs"


def test_marks_are_found_wherever_they_may_stand() -> None:
    text = """
import pytest
pytestmark = [pytest.mark.django_db, pytest.mark.need("R1")]

@pytest.mark.need("R2", "M3")
def test_one():
    pass

class TestMany:
    @pytest.mark.need("C4")
    def test_two(self):
        pass

@pytest.mark.parametrize("x", [pytest.param(1, marks=pytest.mark.need("L1"))])
def test_three(x):
    pass
"""
    assert sorted(needs.marks_in(text)) == [
        ("C4", "TestMany.test_two"),
        ("L1", "test_three"),
        ("M3", "test_one"),
        ("R1", "TestMany.test_two"),
        ("R1", "test_one"),
        ("R1", "test_three"),
        ("R2", "test_one"),
    ]

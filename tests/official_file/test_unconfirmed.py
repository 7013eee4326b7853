"""Who a text names, of whom nobody has confirmed that the young person knows."""

import pytest

from official_file.models import Connection
from official_file.unconfirmed import unconfirmed_in_text
from tests.factories.people import a_child

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "text", "named"),
    [
        ("Mrs Thackray", "Mrs Dawes came to the door.", False),  # a title alone names nobody
        ("Mrs Thackray", "T/C from neighbour, MRS THACKRAY.", True),
        ("Grace Okafor", "Grace was there.", True),
        ("Grace Okafor", "GRACE was there.", True),
        ("Grace Okafor", "They said grace before tea.", False),
        ("Zoë Hart", "Zoe rang.", True),
        ("Dr. Hart", "Dr. Ames rang.", False),
    ],
)
def test_a_text_names_somebody_by_whole_name_or_by_first_name_and_never_by_a_title(name: str, text: str, named: bool) -> None:
    """Whole names in any spelling of capitals, first names with theirs."""
    child = a_child()
    Connection.objects.create(child=child, source="case_notes", key="c1", names=[name], relation="a neighbour")
    assert bool(unconfirmed_in_text(child.pk, text)) is named

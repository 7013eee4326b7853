"""Models point down only, and every change of one has its migration."""

from contextlib import suppress
from io import StringIO
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command

from tests.architecture import model_rules


def test_foreign_keys_point_down_only() -> None:
    assert model_rules.upward_keys(apps.get_models(include_auto_created=True)) == []


@pytest.mark.database
@pytest.mark.django_db
def test_every_change_of_a_model_has_its_migration() -> None:
    said = StringIO()
    with suppress(SystemExit):  # its way of saying that there are some
        call_command("makemigrations", check=True, dry_run=True, stdout=said)
    assert said.getvalue().strip() == "No changes detected"


@pytest.mark.parametrize(
    ("here", "there", "allowed"),
    [
        ("stories", "people", True),
        ("people", "stories", False),
        ("stories", "stories", True),
        ("cms", "people", False),
        ("people", "cms", False),
        ("cms", "wagtailcore", True),
        ("people", "wagtailcore", False),
        ("people", "contenttypes", True),
        ("audit", "people", False),
        ("audit", "contenttypes", False),
        ("wagtailcore", "people", True),
    ],
)
def test_who_may_point_at_whom(here, there, allowed) -> None:
    assert model_rules.may_point(here, there) is allowed


def test_a_planted_key_upwards_is_caught() -> None:
    story = SimpleNamespace(_meta=SimpleNamespace(app_label="stories", label="stories.Contribution"))
    field = SimpleNamespace(name="about", is_relation=True, related_model=story)
    child: Any = SimpleNamespace(
        _meta=SimpleNamespace(app_label="people", label="people.Child", local_fields=[field], local_many_to_many=[])
    )
    assert model_rules.upward_keys([child]) == ["people.Child.about points at stories.Contribution"]

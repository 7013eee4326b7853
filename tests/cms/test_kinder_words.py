"""Kinder words: they come with the software, an editor changes them, and nothing puts them back."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group

from cms.first_contents import load_kinder_words
from cms.models import KinderWord
from cms.queries import kinder_words

pytestmark = pytest.mark.django_db


@pytest.mark.need("M22")
def test_there_are_words_to_avoid_each_with_exact_words_to_write_instead() -> None:
    words = {one["term"]: one for one in kinder_words()}
    assert len(words) >= 60
    assert all(one["instead"] and one["why"] for one in words.values())
    assert {"absconded", "non-compliant", "contact", "placement", "refused to engage"} <= words.keys()


def test_a_word_an_editor_took_away_stays_away() -> None:
    KinderWord.objects.filter(term="case").delete()
    assert load_kinder_words(get_model=apps.get_model) == 0
    assert "case" not in {one["term"] for one in kinder_words()}


def test_content_editors_write_them() -> None:
    rights = set(Group.objects.get(name="Content editors").permissions.values_list("codename", flat=True))
    assert {f"{right}_kinderword" for right in ("add", "change", "delete", "view")} <= rights

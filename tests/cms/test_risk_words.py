"""Risk words: they come with the software in three languages, an editor changes them, and nothing puts them back."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.test import Client

from cms.first_contents import load_risk_words, risk_rows
from cms.kept import forget
from cms.models import RiskWord
from cms.models.risk import finds_everything, signs_are_right
from cms.queries import risk_words
from tests.cast import Cast, sign_in

pytestmark = pytest.mark.django_db


def test_they_come_in_english_welsh_and_arabic_for_every_worry() -> None:
    words = risk_words()
    assert {(one.language, one.group) for one in words} == {(code, group) for code in ("en", "cy", "ar") for group in RiskWord.Group.values}
    assert len(words) >= 1080


def test_a_word_an_editor_took_away_stays_away_and_one_they_added_is_there() -> None:
    RiskWord.objects.get(language="en", term="kms").delete()
    RiskWord.objects.create(language="en", term="end me", group="hurt_myself")
    assert load_risk_words(get_model=apps.get_model) == 0
    forget()
    said = {one.term for one in risk_words() if one.language == "en"}
    assert "kms" not in said
    assert "end me" in said
    forget()


def test_an_editor_writes_one_at_the_desk_and_is_kept_from_one_that_would_find_everything(cast: Cast, client: Client) -> None:
    cast.ellie.groups.add(Group.objects.get(name="Content editors"))
    sign_in(client, cast.ellie)
    address = "/content/snippets/cms/riskword/add/"
    said = {"term": "i ", "language": "EN", "group": "not_safe"}
    assert "This one would stand in nearly everything." in client.post(address, said).content.decode()
    assert client.post(address, {**said, "term": "he  found us"}).status_code == 302
    assert RiskWord.objects.filter(term="he found us", language="en").exists()
    assert client.post(address, {**said, "term": "hit/kick * sister"}).status_code == 302


@pytest.mark.parametrize("term", ["i/he * me", "* ", "he/i", "want * go/going", "a/suicide"])
def test_signs_do_not_let_a_term_find_everything(term: str) -> None:
    with pytest.raises(ValidationError, match="nearly everything"):
        RiskWord(term=term, language="en", group="not_safe").clean()


@pytest.mark.parametrize("term", ["* sister", "hit *", "hit * * sister", "hit/ kick sister", "hit//kick sister", "hit*sister"])
def test_signs_that_say_nothing_are_refused(term: str) -> None:
    with pytest.raises(ValidationError, match="A star stands alone"):
        RiskWord(term=term, language="en", group="not_safe").clean()


def test_the_terms_that_come_with_the_software_keep_the_rules_of_the_desk() -> None:
    refused = [row["term"] for row in risk_rows() if not signs_are_right(row["term"]) or len(row["term"]) > 1000]
    assert refused == []
    assert [row["term"] for row in risk_rows() if finds_everything(row["term"])] == []


def test_content_editors_write_them() -> None:
    rights = set(Group.objects.get(name="Content editors").permissions.values_list("codename", flat=True))
    assert {f"{right}_riskword" for right in ("add", "change", "delete", "view")} <= rights

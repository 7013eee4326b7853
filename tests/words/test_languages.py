"""Welsh is complete for everything a young person meets, Arabic for finding one's way; what is compiled is what was written."""

import gettext
import re
import subprocess
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import Cast, sign_in
from tests.words.strings import ROOT, STAFF_ONLY

PLACES = re.compile(r"%\(\w+\)[sd]|{\w*}|%[sd]")
ENTRY = re.compile(
    r"^((?:#.*\n)+)?((?:msgctxt (?:\".*\"\n)+)?)msgid ((?:\".*\"\n)+)(msgid_plural (?:\".*\"\n)+)?((?:msgstr.*\n(?:\".*\"\n)*)+)", re.M
)
# Where somebody who reads Arabic finds their way: signing in, the first page, help, notices, settings, errors.
WAY_ROUND = re.compile(
    r"^(templates/(account|errors|components)/|templates/(base|40\d|500)|templates/portal/(home|help|join|welcome|hidden|display)\.)"
)


def catalogue(language: str) -> Path:
    """Where a language's words are."""
    return ROOT / "locale" / language / "LC_MESSAGES" / "django.po"


def written(language: str) -> list[tuple[list[str], str, list[str]]]:
    """Every text of a catalogue: the files it stands in, the English, the translations (one for each number a plural knows)."""
    found = []
    for comments, _context, source, _plural, translated in ENTRY.findall(catalogue(language).read_text(encoding="utf-8") + "\n"):
        files = [name for line in comments.splitlines() if line.startswith("#:") for name in line[2:].split()]
        forms = [_said(form) for form in re.split(r"^msgstr(?:\[\d\])? ", translated, flags=re.M)[1:]]
        found.append((files, _said(source), forms))
    return [row for row in found if row[1]]


def _said(quoted: str) -> str:
    return "".join(re.findall(r'^\s*"(.*)"$', quoted, re.M)).replace('\\"', '"').replace("\\n", "\n")


def missing(language: str, in_question: re.Pattern[str] | None = None) -> list[str]:
    """Texts without a translation: those that a young person can meet, or those in the files named."""
    return [
        f"{files}: {text}"
        for files, text, forms in written(language)
        if not all(forms) and any((in_question.search(one) if in_question else not STAFF_ONLY.search(one)) for one in files)
    ]


@pytest.mark.need("R29")
def test_everything_a_young_person_meets_is_there_in_welsh() -> None:
    assert not missing("cy")


@pytest.mark.need("R29")
def test_somebody_who_reads_arabic_finds_their_way() -> None:
    assert not missing("ar", WAY_ROUND)


@pytest.mark.parametrize("language", ["cy", "ar"])
def test_no_translation_loses_what_stands_in_its_places(language: str) -> None:
    for _files, text, forms in written(language):
        if len(forms) == 1 and forms[0]:
            assert sorted(set(PLACES.findall(forms[0]))) == sorted(set(PLACES.findall(text))), text


@pytest.mark.parametrize("language", ["cy", "ar"])
def test_what_is_compiled_is_what_was_written(language: str, tmp_path: Path) -> None:
    subprocess.run(["msgfmt", "--check-format", "-o", str(tmp_path / "fresh.mo"), str(catalogue(language))], check=True)
    with (tmp_path / "fresh.mo").open("rb") as fresh, catalogue(language).with_suffix(".mo").open("rb") as kept:
        assert vars(gettext.GNUTranslations(fresh))["_catalog"] == vars(gettext.GNUTranslations(kept))["_catalog"]
    assert "NEEDS REVIEW BY A NATIVE SPEAKER" in catalogue(language).read_text(encoding="utf-8")[:400]


@pytest.mark.need("R29")
@pytest.mark.django_db
@pytest.mark.parametrize(("language", "direction", "hello"), [("cy", "ltr", "Helo, Amara"), ("ar", "rtl", "مرحباً، Amara")])
def test_a_page_speaks_the_language_one_chose(client: Client, cast: Cast, language: str, direction: str, hello: str) -> None:
    sign_in(client, cast.amara.user)
    chosen = {"size": "normal", "colours": "auto", "print_points": "12", "level": "plain", "order": "date", "language": language}
    client.post(reverse("portal:display"), chosen)
    page = client.get(reverse("portal:home")).content.decode()
    assert f'<html lang="{language}" dir="{direction}"' in page
    assert hello in page

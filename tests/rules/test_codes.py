"""Every code of the return has a meaning a child can read."""

import json
import re
from pathlib import Path

import pytest

from official_file.plain_language.codes import DATA, PLAIN_WORDS, UNKNOWN_CODE, known_codes, meaning

SHARED = Path(__file__).parents[3] / "shared" / "law" / "ssda903_codes.json"
LISTS = list(PLAIN_WORDS)
NEVER_SHOWN = {("REC", "E2"), ("IN_TOUCH", "DIED")}
ALL = [(code_list, code) for code_list in LISTS for code in sorted(known_codes(code_list))]
NEVER_SAID = re.compile(r"\b(placements?|contact|LAC|siblings?|respite|cases?|client|service user)\b", re.IGNORECASE)


def test_the_two_halves_of_the_table_have_the_same_codes() -> None:
    rows = json.loads(DATA.read_text(encoding="utf-8"))
    assert {name: set(codes) for name, codes in rows.items()} == {name: set(words) for name, words in PLAIN_WORDS.items()}


@pytest.mark.skipif(not SHARED.exists(), reason="the source of the codes is not beside this repository")
def test_every_code_of_the_source_is_here_with_its_official_wording_and_sensitivity() -> None:
    source = json.loads(SHARED.read_text(encoding="utf-8"))
    rows = [(name.split(" ")[0], code, *wording) for name, codes in source.items() for code, wording in codes.items()]
    assert len(rows) == 157
    for code_list, code, official, _, sensitivity in rows:
        found = meaning(code_list, code)
        assert (found.official, found.sensitivity, found.known) == (official, sensitivity, True), code


@pytest.mark.parametrize(("code_list", "code"), ALL)
def test_a_meaning_is_plain(code_list: str, code: str) -> None:
    plain = meaning(code_list, code).plain
    if (code_list, code) in NEVER_SHOWN:
        assert plain == ""
        return
    assert plain.endswith(".")
    assert not NEVER_SAID.search(plain)


def test_an_unknown_code_gets_an_honest_sentence_and_waits_for_a_worker() -> None:
    found = meaning("PLACE", "ZZ9")
    assert (found.plain, found.sensitivity, found.known) == (UNKNOWN_CODE, 2, False)


def test_a_code_with_stray_spaces_is_read() -> None:
    assert meaning("SW_REASON", "PCCHAN ").known
    assert meaning("PLACE", " u4").known


def test_a_list_that_does_not_exist_is_a_mistake_in_the_program() -> None:
    with pytest.raises(KeyError):
        meaning("NOPE", "1")

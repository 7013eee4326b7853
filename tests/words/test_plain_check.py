"""The command `plain_check`: what operators script against."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db
HARD = (
    "The LAC review noted that \u00e9l\u00e8ve absconded from placement notwithstanding considerable multidisciplinary safeguarding "
    "interventions implemented collaboratively by professionals, and the XQZ panel subsequently recommended alternative arrangements."
)


def check(tmp_path: Path, text: str) -> dict[str, Any]:
    """What the command prints of a text."""
    (tmp_path / "text.txt").write_bytes(text.encode())
    out = io.StringIO()
    call_command("plain_check", str(tmp_path / "text.txt"), json=True, stdout=out, stderr=io.StringIO())
    found: dict[str, Any] = json.loads(out.getvalue())
    return found


@pytest.mark.need("R26")
def test_a_hard_text_is_measured_and_its_words_are_named_where_they_stand(tmp_path: Path) -> None:
    found = check(tmp_path, HARD)
    assert found["ok"] is False
    assert found["grade"] > 6
    assert found["longest_sentence"] > 25
    assert {"absconded", "placement"} <= {row["term"] for row in found["jargon"]}
    assert all(HARD[row["start"] : row["end"]] == row["term"] and row["plain"] for row in found["jargon"])
    assert found["acronyms"] == ["XQZ"]


def test_a_plain_text_is_plain(tmp_path: Path) -> None:
    found = check(tmp_path, "You moved to live with Sam and Jo. Priya will come and see you on Monday. You can ask her why.")
    assert found["ok"] is True
    assert found["acronyms"] == []
    assert found["longest_sentence"] == 8


def test_an_empty_text_and_a_missing_file_each_have_an_answer(tmp_path: Path) -> None:
    assert check(tmp_path, "")["grade"] == 0
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("plain_check", str(tmp_path / "none.txt"))
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")
    with pytest.raises(CommandError, match="not UTF-8"):
        call_command("plain_check", str(tmp_path / "latin.txt"))

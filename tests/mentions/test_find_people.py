"""The command `find_people`: what operators script against."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

PEOPLE = [
    {"names": ["Sarah Whitfield", "Sarah"], "relation": "your mother", "professional": False, "subject": False},
    {"names": ["Priya Shah"], "relation": "social worker", "professional": True, "subject": False},
    {"names": ["Amara Whitfield"], "relation": "", "professional": False, "subject": True},
]


def run(folder: Path, text: bytes, people: object = PEOPLE) -> dict[str, list[dict[str, object]]]:
    (folder / "note.txt").write_bytes(text)
    (folder / "people.json").write_text(json.dumps(people), encoding="utf-8")
    out = io.StringIO()
    call_command("find_people", str(folder / "note.txt"), connections=folder / "people.json", json=True, stdout=out, stderr=io.StringIO())
    found: dict[str, list[dict[str, object]]] = json.loads(out.getvalue())
    return found


def test_it_prints_every_mention_with_its_place(tmp_path: Path) -> None:
    spans = run(tmp_path, "Priya Shah saw Amara\u2019s mum, Sarah, on 07700 900123.".encode())["spans"]
    assert [(one["text"], one["kind"], one["connection"], one["propose"]) for one in spans] == [
        ("Priya Shah", "name", 1, False),
        ("Amara", "name", 2, False),
        ("mum", "relation", 0, True),
        ("Sarah", "name", 0, True),
        ("07700 900123", "phone", None, True),
    ]


def test_places_are_code_points_of_the_file_as_it_is(tmp_path: Path) -> None:
    text = "\ufeffZoë \U0001f600\r\ne\u0301 rang\r\nSarah\r\nWhitfield."
    (span,) = run(tmp_path, text.encode())["spans"]
    assert (span["start"], span["text"]) == (text.index("Sarah"), "Sarah\r\nWhitfield")


def test_without_json_it_prints_a_sentence_for_people_and_no_name(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Mrs Plum rang.")
    out, said = io.StringIO(), io.StringIO()
    call_command("find_people", str(tmp_path / "note.txt"), stdout=out, stderr=said)
    assert (out.getvalue(), said.getvalue()) == (
        "",
        "1 mentions found, 1 of them proposed to be hidden. A person decides about each.\n",
    )


@pytest.mark.parametrize(
    ("text", "people"), [(b"\xff\xfe", PEOPLE), (b"Sarah", {"names": []}), (b"Sarah", [{"names": "Sarah"}]), (b"Sarah", [1])]
)
def test_what_cannot_be_read_is_said_in_a_sentence(tmp_path: Path, text: bytes, people: object) -> None:
    with pytest.raises(CommandError, match="is not"):
        run(tmp_path, text, people)


def test_a_file_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("find_people", str(tmp_path / "none.txt"))

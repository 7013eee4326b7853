"""Whose voice speaks: every kind of entry says so, to the young person and to staff, and no two voices say the same."""

import json
from pathlib import Path

import pytest

from official_file.kinds import KINDS
from official_file.voices import OWN_VOICES, TO_STAFF, TO_THEM, TOLD, Voice, say_voice, voice_of

SCHEMA = Path(__file__).resolve().parents[2] / "docs" / "reference" / "case-notes.schema.json"


@pytest.mark.need("R34")
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_entry_has_a_voice_and_a_line_for_it(kind: str) -> None:
    voice = voice_of(kind, {})
    assert (voice in OWN_VOICES) is (kind == "own_words")
    assert say_voice(voice, to_them=True, translate=str)
    assert say_voice(voice, to_them=False, translate=str)


@pytest.mark.need("R34")
@pytest.mark.parametrize(
    ("kind", "facts", "said"),
    [
        ("own_words", {}, "These are your own words."),
        ("own_words", {"helped_by": "Gran"}, "These are your own words. Gran helped you."),
        ("own_words", {"helped_by": "{a} %s"}, "These are your own words. {a} %s helped you."),
        ("note", {"voice": "said"}, "You said this to a worker, who wrote it down."),
        ("note", {"voice": "said_together"}, "You and a worker wrote this down together."),
        ("visit", {"voice": "reported"}, "A parent or carer told a worker this."),
        ("visit", {"voice": "observed"}, "A worker saw or heard this themselves."),
        ("letter", {"voice": "own_with_help"}, "These are your own words. Somebody helped you."),
        ("visit", {"voice": "a voice nobody knows"}, "It does not say if the writer saw this, or was told."),
    ],
)
def test_own_words_help_telling_reporting_and_seeing_are_told_apart(kind: str, facts: dict[str, str], said: str) -> None:
    assert say_voice(voice_of(kind, facts), to_them=True, translate=str, helped_by=facts.get("helped_by", "")) == said


def test_no_two_voices_say_the_same_and_case_notes_take_those_a_writer_can_tell() -> None:
    for lines in (TO_THEM, TO_STAFF):
        assert set(lines) == set(Voice)
        assert len(set(lines.values())) == len(Voice)
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert schema["$defs"]["record"]["properties"]["voice"]["enum"] == [str(voice) for voice in TOLD]

"""What is made of a recording: Opus and AAC at the level of a voice, a drawing of how loud it is, and no tag."""

import json
import re
import struct
import subprocess
from array import array
from pathlib import Path
from unittest import mock

import pytest

from files.media import limits, sound
from files.media.make import make
from files.media.refusals import NotNow, NotTaken
from files.media.wave import HIGH, LEAST, wave
from tests.factories import media
from tests.services.loopback import program


def heard(path: Path) -> dict:
    """What ffprobe hears in it."""
    command = [program("ffprobe", "ffmpeg"), "-v", "error", "-print_format", "json", "-show_format", "-show_streams", str(path)]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def loudness(path: Path) -> float:
    """How loud the whole of it is, in LUFS."""
    command = [program("ffmpeg", "ffmpeg"), "-nostats", "-hide_banner", "-i", str(path), "-af", "ebur128", "-f", "null", "-"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stderr
    return float(re.findall(r"I:\s+(-?[\d.]+) LUFS", said)[-1])


def test_a_whisper_is_brought_to_the_level_of_a_voice_and_keeps_its_length(tmp_path: Path) -> None:
    made = make(media.sound("wav", 4.0, "-af", "volume=-30dB"), "audio/wav", {})
    assert made.seconds == pytest.approx(4.0, abs=0.1)
    for form, codec, ending in (("opus", "opus", "ogg"), ("aac", "aac", "m4a")):
        path = tmp_path / f"made.{ending}"
        path.write_bytes(made.copies[form].content)
        found = heard(path)
        assert [stream["codec_name"] for stream in found["streams"]] == [codec]
        assert float(found["format"]["duration"]) == pytest.approx(4.0, abs=0.15)
        assert not {"title", "artist", "location", "comment", "date"} & {name.lower() for name in found["format"].get("tags", {})}
        assert loudness(path) == pytest.approx(-16, abs=1.5)


def test_a_recording_that_is_too_long_is_refused_whatever_it_says() -> None:
    with mock.patch.object(sound, "MOST_SOUND_SECONDS", 1), pytest.raises(NotTaken) as refusal:
        make(media.sound("mp3", 2.5), "audio/mpeg", {})
    assert refusal.value.code == "too_long"
    assert str(limits.MOST_SOUND_SECONDS // 60) in refusal.value.sentence


def test_without_ffmpeg_it_waits() -> None:
    with mock.patch.object(sound, "installed", return_value=None), pytest.raises(NotNow):
        make(b"", "audio/mpeg", {})


def test_a_recording_is_neither_turned_nor_cropped() -> None:
    with pytest.raises(NotTaken):
        make(b"", "audio/mpeg", {"turn": 90})


def test_the_drawing_is_as_high_as_it_is_loud() -> None:
    quiet, loud = array("h", [100, -100] * 4000), array("h", [20_000, -20_000] * 4000)
    heights = [int(high) for high in re.findall(rb"v(\d+)h", wave((quiet + loud).tobytes()))]
    assert set(heights[: len(heights) // 2]) == {LEAST}
    assert set(heights[len(heights) // 2 :]) == {HIGH}


@pytest.mark.parametrize("samples", [b"", b"\0", struct.pack("<h", -32_768), bytes(50)])
def test_however_short_it_is_there_is_a_drawing(samples) -> None:
    assert wave(samples).startswith(b"<svg xmlns=")
    assert b"script" not in wave(samples)

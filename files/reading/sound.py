"""Recordings: how long they are, and a copy that is safe to play, made by ffmpeg within limits."""

import json
import struct
import subprocess
from pathlib import Path

from files.reading.findings import FINDINGS
from files.reading.limits import LOOK_SECONDS, MOST_SOUND_SECONDS, SOUND_SECONDS
from files.reading.outside import Looked, installed, run

# The reader is named, so that no playlist in disguise makes ffmpeg fetch anything.
READERS = {"audio/wav": "wav", "audio/mpeg": "mp3", "audio/mp4": "mov", "audio/ogg": "ogg", "audio/webm": "matroska"}
ONLY_FILES = ["-protocol_whitelist", "file"]
STREAMED = (0, 0xFFFFFFFF)  # sizes a recorder writes that does not know yet how long it will be
RIFF_HEAD = 12


def is_sound(media_type: str) -> bool:
    """Whether this is a recording we take."""
    return media_type in READERS


def look(path: Path, media_type: str) -> Looked:
    """How long a recording is, without playing it."""
    if media_type == "audio/wav" and _is_cut_short(path):
        return Looked(finding=FINDINGS["broken"])
    if not installed("ffprobe"):
        return Looked(finding=FINDINGS["no_sound_program"])
    try:
        done = run(
            ["ffprobe", "-v", "error", *ONLY_FILES, "-f", READERS[media_type], "-print_format", "json"]
            + ["-show_entries", "format=duration:stream=codec_type", str(path)],
            seconds=LOOK_SECONDS,
        )
        said = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        return Looked(finding=FINDINGS["too_slow"])
    except ValueError:
        return Looked(finding=FINDINGS["broken"])
    if done.returncode or not any(stream.get("codec_type") == "audio" for stream in said.get("streams", [])):
        return Looked(finding=FINDINGS["broken"])
    return _length(said.get("format", {}).get("duration"))


def _length(said: str | None) -> Looked:
    seconds = float(said) if said else None
    if seconds is not None and not 0 <= seconds <= MOST_SOUND_SECONDS:
        return Looked(finding=FINDINGS["too_long"])
    return Looked(seconds=round(seconds) if seconds is not None else None)


def _is_cut_short(path: Path) -> bool:
    """Whether a WAV promises more bytes than it has."""
    with path.open("rb") as file:
        head = file.read(RIFF_HEAD)
        if len(head) < RIFF_HEAD:
            return True
        promised = struct.unpack("<I", head[4:8])[0]
        return promised not in STREAMED and promised + 8 > path.stat().st_size + 1


def make_safe_copy(path: Path, media_type: str, copy: Path) -> bool:
    """Write the recording anew as MP3 without anything that was said about it. False when it could not be."""
    if not installed("ffmpeg"):
        return False
    try:
        done = run(
            ["ffmpeg", "-nostdin", "-v", "error", "-y", *ONLY_FILES, "-f", READERS[media_type], "-i", str(path)]
            + ["-map", "0:a:0", "-map_metadata", "-1", "-vn", "-ac", "1", "-ar", "44100", "-b:a", "64k", "-threads", "1"]
            + ["-t", str(MOST_SOUND_SECONDS), "-f", "mp3", str(copy)],
            seconds=SOUND_SECONDS,
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0 and copy.exists() and copy.stat().st_size > 0

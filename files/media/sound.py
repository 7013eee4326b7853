"""Having a recording made new by ffmpeg within limits: decoded once to bare samples, and everything else made from those.

The level of the whole is brought to what voices usually have (EBU R 128, the filter loudnorm), so that a whisper can be heard.
"""

import json
import re
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

from files.media.kinds import SOUNDS
from files.media.limits import MOST_SOUND_SECONDS, SOUND_LOOK_SECONDS
from files.media.made import Copy, Made
from files.media.refusals import WAITS_FOR_PROGRAM, NotNow, NotTaken
from files.media.wave import RATE, wave
from files.reading.limits import SOUND_SECONDS
from files.reading.outside import installed, run

QUIET = ["ffmpeg", "-nostdin", "-y", "-hide_banner", "-protocol_whitelist", "file"]
SAMPLES_A_SECOND, BYTES_A_SAMPLE = 48_000, 2
LOUDNESS = "I=-16:TP=-1.5:LRA=11"
MEASURED = ("input_i", "input_tp", "input_lra", "input_thresh", "target_offset")
SAID = re.compile(rb"\{[^{}]*\"input_i\"[^{}]*\}")
SILENCE = -70.0  # LUFS: nothing is loud enough to be measured
NOTHING_SAID = ["-map_metadata", "-1", "-map_chapters", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact"]
# Form, codec and container, content type; one channel and two.
FORMS = (
    ("opus", ["-c:a", "libopus", "-f", "ogg"], "audio/ogg", ("48k", "96k")),
    ("aac", ["-c:a", "aac", "-movflags", "+faststart", "-f", "ipod"], "audio/mp4", ("64k", "128k")),
)


def play(path: Path, media_type: str) -> Made:
    """The recording at `path` as Opus and AAC, and a drawing of how loud it is. Raises NotTaken, or NotNow where ffmpeg is missing."""
    if not (installed("ffmpeg") and installed("ffprobe")):
        raise NotNow(WAITS_FOR_PROGRAM)
    try:
        channels = _look(path, SOUNDS[media_type])
        samples, shape = _decode(path, SOUNDS[media_type], channels)
        seconds = samples.stat().st_size / (SAMPLES_A_SECOND * BYTES_A_SAMPLE * channels)
        if seconds > MOST_SOUND_SECONDS:
            raise NotTaken("too_long")
        copies = _encode(samples, channels)
    except subprocess.TimeoutExpired:
        raise NotTaken("too_hard") from None
    return Made(copies={**copies, "wave": Copy(wave(shape.read_bytes()), "image/svg+xml", _version())}, seconds=round(seconds, 2))


def _look(path: Path, reader: str) -> int:
    """How many channels to keep. Raises NotTaken for what has no sound in it, or pictures that move."""
    done = run(
        ["ffprobe", "-v", "error", "-protocol_whitelist", "file", "-f", reader, "-print_format", "json"]
        + ["-show_entries", "stream=codec_type,channels:stream_disposition=attached_pic", str(path)],
        seconds=SOUND_LOOK_SECONDS,
    )
    try:
        streams: list[dict[str, Any]] = json.loads(done.stdout).get("streams", [])
    except ValueError:
        raise NotTaken("broken_sound") from None
    sounds = [stream for stream in streams if stream.get("codec_type") == "audio"]
    if done.returncode or not sounds:
        raise NotTaken("broken_sound")
    if any(stream.get("codec_type") == "video" and not stream.get("disposition", {}).get("attached_pic") for stream in streams):
        raise NotTaken("film")
    return 2 if (sounds[0].get("channels") or 1) > 1 else 1


def _decode(path: Path, reader: str, channels: int) -> tuple[Path, Path]:
    """Bare samples of the first track: whole, and few of them for the drawing. Whatever length it says it has, we stop at the limit."""
    samples, shape = path.with_name("samples"), path.with_name("shape")
    track = ["-map", "0:a:0", "-t", str(MOST_SOUND_SECONDS + 1), "-f", "s16le"]
    done = run(
        [*QUIET, "-v", "fatal", "-f", reader, "-i", str(path)]
        + [*track, "-ac", str(channels), "-ar", str(SAMPLES_A_SECOND), str(samples)]
        + [*track, "-ac", "1", "-ar", str(RATE), str(shape)],
        seconds=SOUND_SECONDS,
    )
    if done.returncode or not shape.exists() or not shape.stat().st_size:
        raise NotTaken("broken_sound")
    return samples, shape


def _encode(samples: Path, channels: int) -> dict[str, Copy]:
    source = ["-f", "s16le", "-ar", str(SAMPLES_A_SECOND), "-ac", str(channels), "-i", str(samples)]
    made = {form: samples.with_name(form) for form, *_ in FORMS}
    once = f"[0:a]{_louder(source)}aresample={SAMPLES_A_SECOND},asplit=2" + "".join(f"[{form}]" for form in made)
    command = [*QUIET, "-v", "fatal", *source, "-filter_complex", once]
    for form, how, _media_type, rates in FORMS:
        command += ["-map", f"[{form}]", "-b:a", rates[channels - 1], "-threads", "1", *NOTHING_SAID, *how, str(made[form])]
    if run(command, seconds=SOUND_SECONDS).returncode:
        raise NotTaken("too_hard")
    return {form: Copy(made[form].read_bytes(), media_type, _version()) for form, _how, media_type, _rates in FORMS}


def _louder(source: list[str]) -> str:
    """The filter that brings this recording to the usual level, from what a first pass measured; nothing for silence."""
    done = run([*QUIET, "-nostats", *source, "-af", f"loudnorm={LOUDNESS}:print_format=json", "-f", "null", "-"], seconds=SOUND_SECONDS)
    found = SAID.search(done.stderr)
    measured = json.loads(found.group()) if found else {}
    if not measured or float(measured["input_i"]) < SILENCE:
        return ""
    names = dict(zip(MEASURED, ("measured_I", "measured_TP", "measured_LRA", "measured_thresh", "offset"), strict=True))
    told = ":".join(f"{name}={float(measured[key])}" for key, name in names.items())
    return f"loudnorm={LOUDNESS}:{told}:linear=true,"


@cache
def _version() -> str:
    """The program and its version, as it says itself."""
    words = run(["ffmpeg", "-version"], seconds=SOUND_LOOK_SECONDS).stdout.decode("utf-8", "replace").split()
    return f"ffmpeg {words[2]}, loudnorm" if len(words) > 2 else "ffmpeg, loudnorm"

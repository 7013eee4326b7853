"""Having a picture drawn anew by a process within limits, and looking at what came back before it is believed."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from files.media.limits import PHOTO_MEMORY, PHOTO_SECONDS
from files.media.made import Copy, Made
from files.media.proof import is_only_a_picture
from files.media.refusals import NotTaken
from files.reading.outside import run

DRAW = [sys.executable, "-E", "-s", "-m", "files.media.drawing"]
JPEG = "image/jpeg"
FORMS = {"photo": "photo.jpg", "small": "small.jpg"}


def draw(path: Path, media_type: str, recipe: Mapping[str, Any]) -> Made:
    """The picture and the small picture of the file at `path`, written next to it on the way. Raises NotTaken."""
    asked = json.dumps({"path": str(path), "type": media_type, "recipe": recipe, "out": str(path.parent)})
    try:
        done = run(DRAW, seconds=PHOTO_SECONDS, memory=PHOTO_MEMORY, said=f"{asked}\n".encode())
        said: dict[str, Any] = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        raise NotTaken("too_hard") from None
    except ValueError:
        # It ended without an answer: a fault of the decoder (the picture is broken), or a limit of the system (it is too much).
        raise NotTaken("broken_photo" if done.returncode == 1 else "too_hard") from None
    return drawn(said, path.parent)


def drawn(said: Mapping[str, Any], out: Path) -> Made:
    """What a drawing process answered, with the pictures it left in `out`. Raises NotTaken."""
    if "refused" in said:
        raise NotTaken(str(said["refused"]))
    copies = {form: Copy((out / name).read_bytes(), JPEG, str(said["tool"])) for form, name in FORMS.items()}
    if not all(is_only_a_picture(copy.content) for copy in copies.values()):
        raise NotTaken("too_hard")
    return Made(copies=copies, width=int(said["width"]), height=int(said["height"]))

"""One drawing process for many pictures: the same program with the same limits, started again when a picture has ended it."""

import json
import random
import subprocess
import tempfile
from pathlib import Path
from typing import Any, Self

from files.media.kinds import checked_type
from files.media.limits import PHOTO_MEMORY
from files.media.made import Made
from files.media.photo import DRAW, drawn
from files.reading.outside import ROOT, limited, surroundings

MOST_SECONDS = 600  # of processor time, for all pictures of one process


class Drawer:
    """`with Drawer() as drawer: drawer.draw(content, name)` gives what was made, or raises NotTaken as a page would."""

    def __enter__(self) -> Self:
        self.folder = tempfile.TemporaryDirectory()
        self.ended = 0
        self._start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._stop()
        self.folder.cleanup()

    def draw(self, content: bytes, name: str = "", recipe: dict[str, Any] | None = None) -> Made:
        """What is made of it. A picture that ends the process is refused, as it is everywhere."""
        media_type = checked_type(content, name)
        return drawn(self.ask(content, media_type, recipe), Path(self.folder.name))

    def ask(self, content: bytes, media_type: str, recipe: dict[str, Any] | None = None) -> dict[str, Any]:
        """What the process says, without the first look that every upload gets."""
        path = Path(self.folder.name, "original")
        path.write_bytes(content)
        asked = {"path": str(path), "type": media_type, "recipe": recipe or {}, "out": self.folder.name}
        self.process.stdin.write(f"{json.dumps(asked)}\n".encode())
        self.process.stdin.flush()
        said = self.process.stdout.readline()
        if said:
            return json.loads(said)
        self.ended += 1
        self._stop()
        self._start()
        return {"refused": "too_hard"}

    def most_memory(self) -> int:
        """The most memory the process has ever held, in bytes."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return next(int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM"))

    def _start(self) -> None:
        self.process = subprocess.Popen(
            limited(DRAW, seconds=MOST_SECONDS, memory=PHOTO_MEMORY),
            cwd=ROOT,
            env=surroundings(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def _stop(self) -> None:
        self.process.kill()
        self.process.communicate()


def mutated(content: bytes, chance: random.Random) -> bytes:
    """The bytes with a few of them changed, cut out, doubled or cut off."""
    changed = bytearray(content)
    for _ in range(chance.choice((1, 2, 4, 16, 64))):
        at = chance.randrange(len(changed))
        what = chance.randrange(6)
        if what < 3:
            changed[at] = chance.choice((0, 1, 0x7F, 0x80, 0xFF, chance.randrange(256)))
        elif what == 3:
            changed[at : at + chance.randrange(1, 9)] = chance.randbytes(chance.randrange(9))
        elif what == 4:
            changed[at:at] = changed[at : at + chance.randrange(1, 200)]
        elif len(changed) > 40 and chance.random() < 0.2:
            del changed[chance.randrange(20, len(changed)) :]
    return bytes(changed)

"""A picture of every page, by day and by night, for somebody to look at: set OWNSTORY_PICTURES to a folder.

OWNSTORY_PICTURES=/tmp/pictures pytest tests/browser/test_every_page.py
"""

import io
import os
import re
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from tests.browser.sizes import LAPTOP, PHONE

VARIABLE = "OWNSTORY_PICTURES"


@dataclass
class Pictures:
    """Where pictures go; without a folder none is taken."""

    folder: Path | None

    def take(self, page: Page, name: str, *, night: bool = True) -> None:
        """The whole page as it is, in the dark too; one that is wide, on a phone as well."""
        if self.folder is None:
            return
        size = page.viewport_size
        self._shoot(page, name)
        if size == LAPTOP:
            page.set_viewport_size({**PHONE, "width": 390})
            self._shoot(page, f"{name}-phone")
            page.set_viewport_size(LAPTOP)
        if night:
            page.emulate_media(color_scheme="dark")
            self._shoot(page, f"{name}-night")
            page.emulate_media(color_scheme="light")

    def take_small(self, page: Page, name: str) -> None:
        """What stands in the window, with few colours: for the README."""
        if self.folder is None:
            return
        shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
        shot.quantize(48, dither=Image.Dither.NONE).save(self.folder / f"{name}.png", optimize=True)

    def _shoot(self, page: Page, name: str) -> None:
        assert self.folder
        page.screenshot(path=self.folder / f"{re.sub(r'[^a-z0-9_]+', '-', name)}.png", full_page=True)


def chosen_folder() -> Path | None:
    """The folder somebody asked for, made when it is not there."""
    if not os.environ.get(VARIABLE):
        return None
    folder = Path(os.environ[VARIABLE])
    folder.mkdir(parents=True, exist_ok=True)
    return folder

"""The screens of these tests, in CSS pixels."""

from playwright.sync_api import ViewportSize

PHONE: ViewportSize = {"width": 360, "height": 740}
LARGE_PHONE: ViewportSize = {"width": 390, "height": 844}
NARROW: ViewportSize = {"width": 320, "height": 640}
WITH_DOUBLED_LETTERS: ViewportSize = {"width": 640, "height": 900}
LAPTOP: ViewportSize = {"width": 1280, "height": 800}

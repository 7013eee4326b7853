"""Whether bytes are a photo or a recording we take, by what they are and never by what they are called."""

from files.content_types import content_type_of
from files.media.limits import (
    LONGEST_ORIGINAL_SIDE,
    MANY_PIXELS,
    MOST_DOTS_A_BYTE,
    MOST_PHOTO_BYTES,
    MOST_PIXELS,
    MOST_SOUND_BYTES,
)
from files.media.refusals import NotTaken
from files.media.sizes import pixels_of

PHOTO, SOUND = "photo", "sound"
PHOTOS = {
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/webp": "WEBP",
    "image/gif": "GIF",
    "image/tiff": "TIFF",
    "image/heic": "HEIF",
    "image/heif": "HEIF",
}
SOUNDS = {"audio/wav": "wav", "audio/mpeg": "mp3", "audio/mp4": "mov", "audio/ogg": "ogg", "audio/webm": "matroska"}
PAPERS = ("application/pdf", "application/rtf", "application/vnd.", "message/", "application/x-locked-office")


def kind_of(media_type: str) -> str:
    """ "photo" or "sound". Raises NotTaken for everything else, saying what to send instead."""
    if media_type in PHOTOS:
        return PHOTO
    if media_type in SOUNDS:
        return SOUND
    if media_type.startswith("video/"):
        raise NotTaken("film")
    raise NotTaken("paper" if media_type.startswith(PAPERS) else "not_taken")


def checked_type(content: bytes, name: str = "") -> str:
    """The media type of what we take. Raises NotTaken for another kind, for too many bytes and for too many dots. Decodes nothing."""
    if not content:
        raise NotTaken("empty")
    media_type = content_type_of(content, name)
    if kind_of(media_type) == SOUND:
        if len(content) > MOST_SOUND_BYTES:
            raise NotTaken("sound_too_large")
        return media_type
    if len(content) > MOST_PHOTO_BYTES:
        raise NotTaken("photo_too_large")
    width, height = pixels_of(content, media_type)
    check_pixels(width, height, len(content))
    return media_type


def check_pixels(width: int, height: int, size: int) -> None:
    """Raises NotTaken for more dots than are decoded, and for many that were packed into hardly any bytes: no camera does that."""
    dots = width * height
    if dots > MOST_PIXELS or max(width, height) > LONGEST_ORIGINAL_SIDE or (dots > MANY_PIXELS and dots > size * MOST_DOTS_A_BYTE):
        raise NotTaken("too_many_pixels")

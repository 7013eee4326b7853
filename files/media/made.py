"""What was made from an original to be shown or played."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Copy:
    """The bytes of one form, what they are, and the program that wrote them."""

    content: bytes
    content_type: str
    tool: str


@dataclass(frozen=True, slots=True)
class Made:
    """Everything made from one original, by its form (SafeCopy.Form). Width and height in pixels, length in seconds."""

    copies: dict[str, Copy] = field(default_factory=dict)
    width: int | None = None
    height: int | None = None
    seconds: float | None = None


ENDINGS = {"image/jpeg": ".jpg", "image/svg+xml": ".svg", "audio/ogg": ".ogg", "audio/mp4": ".m4a"}

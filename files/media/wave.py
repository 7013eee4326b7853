"""How loud a recording is from beginning to end, as a small drawing: made from samples, never from anything the file says."""

from array import array

from files.media.limits import WAVE_BARS

RATE = 8_000  # samples a second are enough to draw it
STEP, BAR, HIGH = 4, 3, 64  # of the drawing, in its own units
LEAST = 2
COLOUR = "#5b6b7b"  # stands out from white and from the dark pages alike


def wave(samples: bytes) -> bytes:
    """An SVG of bars, the loudest as high as the drawing. `samples`: signed 16-bit, one channel, at RATE."""
    heights = _heights(array("h", samples[: len(samples) // 2 * 2]))
    bars = "".join(f"M{at * STEP} {(HIGH - high) // 2}h{BAR}v{high}h-{BAR}z" for at, high in enumerate(heights))
    shape = f"0 0 {WAVE_BARS * STEP} {HIGH}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{shape}"><path fill="{COLOUR}" d="{bars}"/></svg>'.encode()


def _heights(samples: "array[int]") -> list[int]:
    count = len(samples)
    pieces = [samples[at * count // WAVE_BARS : (at + 1) * count // WAVE_BARS] for at in range(WAVE_BARS)]
    loud = [max(max(piece), -min(piece)) if piece else 0 for piece in pieces]
    loudest = max(loud) or 1
    return [max(LEAST, HIGH * one // loudest) for one in loud]

"""Photos and recordings as phones make them: small ones, made on the spot, with everything a camera says about itself and the place."""

import io
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import pillow_heif
from PIL import Image, ImageCms, ImageDraw, PngImagePlugin

from tests.services.loopback import program

pillow_heif.register_heif_opener()
MAKE, MODEL, SERIAL = "Kamerawerk", "Phone 99", "SN-4711-0815"
NORTH, WEST = 51.477928, 0.001545
RED, GREEN, BLUE, YELLOW = (200, 30, 30), (30, 160, 60), (40, 60, 200), (220, 210, 40)
XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="51,28.67N" exif:GPSLongitude="0,0.09W"/>'
    b"</rdf:RDF></x:xmpmeta>"
)


def corners(width: int = 64, height: int = 48) -> Image.Image:
    """A picture whose corners are red, green, blue and yellow, from the top left, clockwise."""
    picture = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(picture)
    half, middle = width // 2, height // 2
    places = ((0, 0, half, middle), (half, 0, width, middle), (half, middle, width, height), (0, middle, half, height))
    for colour, place in zip((RED, GREEN, BLUE, YELLOW), places, strict=True):
        draw.rectangle((place[0], place[1], place[2] - 1, place[3] - 1), fill=colour)
    return picture


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    """The picture as a file."""
    made = io.BytesIO()
    picture.save(made, kind, **options)
    return made.getvalue()


def exif(orientation: int = 1) -> Image.Exif:
    """Where it was taken, with what, and how the camera was held."""
    said = Image.Exif()
    said[0x010F], said[0x0110], said[0x0112] = MAKE, MODEL, orientation
    said.get_ifd(0x8825).update({1: "N", 2: (51.0, 28.0, 40.54), 3: "W", 4: (0.0, 0.0, 5.56)})
    said.get_ifd(0x8769).update({0xA431: SERIAL, 0x9003: "2026:05:04 10:11:12"})
    return said


def profile() -> bytes:
    """A colour profile."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def jpeg(width: int = 64, height: int = 48, **options: object) -> bytes:
    """A plain photo."""
    return saved(corners(width, height), "JPEG", **options)


def told_everything(kind: str, orientation: int = 1) -> bytes:
    """A photo of this kind that says where it was taken, with which camera, and more."""
    said: dict[str, object] = {"exif": exif(orientation).tobytes(), "icc_profile": profile()}
    if kind == "PNG":
        words = PngImagePlugin.PngInfo()
        words.add_text("Comment", f"{MAKE} {SERIAL}")
        words.add_itxt("XML:com.adobe.xmp", XMP.decode())
        return saved(corners(), kind, pnginfo=words, **said)
    if kind == "GIF":
        return saved(corners(), kind, comment=f"{MAKE} {SERIAL}".encode())
    if kind == "TIFF":
        return saved(corners(), kind, exif=exif(orientation), icc_profile=profile())
    return saved(corners(), kind, xmp=XMP, **said)


@cache
def jpeg_with_thumbnail() -> bytes:
    """A photo with a small picture of itself inside, as cameras make them, and notes of the maker."""
    with tempfile.TemporaryDirectory() as folder:
        photo, small = Path(folder, "photo.jpg"), Path(folder, "small.jpg")
        photo.write_bytes(told_everything("JPEG"))
        small.write_bytes(jpeg(32, 24))
        command = [program("exiftool", "libimage-exiftool-perl"), "-q", "-overwrite_original", f"-ThumbnailImage<={small}"]
        subprocess.run([*command, "-IPTC:City=Greenwich", "-Comment=from home", str(photo)], check=True)
        return photo.read_bytes()


@cache
def sound(ending: str, seconds: float = 1.0, *more: str, source: tuple[str, ...] = ()) -> bytes:
    """A recording of a tone, with tags that say who and where. `ending`: wav, mp3, m4a, ogg, webm. `source`: also this."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder, f"sound.{ending}")
        tags = [f"title={MAKE}", "artist=Amara Okafor", "location=+51.4779-000.0015/", f"comment={SERIAL}"]
        told = [part for tag in tags for part in ("-metadata", tag)]
        tone = ["-f", "lavfi", "-i", f"sine=frequency=330:duration={seconds}", *source]
        subprocess.run([program("ffmpeg", "ffmpeg"), "-v", "error", *tone, *told, *more, str(made)], check=True, timeout=60)
        return made.read_bytes()


def tags_of(folder: Path, *contents: bytes) -> str:
    """Everything exiftool finds in these bytes, but for what every file has: its name, size and dates on this disk."""
    paths = []
    for number, content in enumerate(contents):
        paths.append(folder / f"served-{number}")
        paths[-1].write_bytes(content)
    command = [program("exiftool", "libimage-exiftool-perl"), "-a", "-u", "-ee", "-G1", "-s", "--System:all", *map(str, paths)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout

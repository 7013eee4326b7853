"""Photos and recordings that mean harm, lie, tell too much, or are broken: each made on the spot, with what must become of it.

`UPLOADS` maps a file name to (what makes the bytes, what becomes of it): CLEAN, or the code of the sentence it is refused with. The
names lie as those of such files do.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

from PIL import Image, ImageCms

from tests.factories import documents, hostile_documents, media
from tests.factories.bombs import BOMBS
from tests.factories.media import MAKE, SERIAL, corners, saved
from tests.services.clamav import eicar

Make = Callable[[], bytes]
CLEAN = "clean"
SCRIPT = b"<html><script>alert('harbour')</script></html>"
SOUND_SECONDS = 0.4


def gif_and_script() -> bytes:
    """A GIF that a browser would also run as a script, were it asked to."""
    return media.told_everything("GIF").replace(MAKE.encode(), b"*/1;a(1)//")


def jpeg_and_archive() -> bytes:
    """A photo with an archive behind its end."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("run.js", "alert('harbour')")
    return media.jpeg() + made.getvalue()


def jpeg_with_junk() -> bytes:
    """A photo with two thousand segments only its camera understands, and a ring in its EXIF."""
    junk = b"".join(b"\xff\xeb" + struct.pack(">H", 34) + SERIAL.encode().ljust(32) for _ in range(2000))
    ring = b"Exif\0\0II*\0" + struct.pack("<I", 8) + struct.pack("<H", 1) + struct.pack("<HHII", 0x8769, 4, 1, 8) + struct.pack("<I", 8)
    plain = media.jpeg()
    return plain[:2] + b"\xff\xe1" + struct.pack(">H", len(ring) + 2) + ring + junk + plain[2:]


def jpeg_with_bad_profile() -> bytes:
    """A photo whose colour profile is nonsense."""
    return media.jpeg(icc_profile=b"\0\0\2\x0cADBE" + b"\x7f" * 600)


def animated(kind: str) -> bytes:
    """A picture that flashes twice a second; its first moment is calm."""
    frames = [Image.new("RGB", (64, 48), colour) for colour in ((255, 255, 255), (255, 0, 0)) * 3]
    return saved(corners(), kind, save_all=True, append_images=frames, duration=250, loop=0)


def two_pictures() -> bytes:
    """A photo with a second one behind it, as some cameras make them (MPO)."""
    return saved(corners(), "MPO", save_all=True, append_images=[Image.new("RGB", (64, 48))], exif=media.exif())


def wide_gamut() -> bytes:
    """A photo in colours wider than sRGB, as far as Pillow can write one."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    return media.jpeg(icc_profile=profile.tobytes())


def many_pages() -> bytes:
    """A TIFF of three hundred pages."""
    return saved(corners(), "TIFF", save_all=True, append_images=[Image.new("1", (8, 8))] * 300)


def mode(name: str, kind: str) -> Make:
    """The picture in another of the ways to keep dots."""
    return lambda: saved(corners().convert(name), kind)


def deep_png() -> bytes:
    """A grey picture of 16 bits a dot."""
    return saved(Image.new("I;16", (64, 48), 40_000), "PNG")


def wide_png(width: int) -> Make:
    """A line: one dot high."""
    return lambda: saved(Image.new("L", (width, 1), 200), "PNG")


def nested_archive() -> bytes:
    """Archives in an archive."""
    inner = b"\0" * 1_000_000
    for level in range(5):
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(f"{level}.zip", inner)
        inner = made.getvalue()
    return inner


def cut(make: Make, share: float = 0.6) -> Make:
    """What came when the signal was lost."""
    return lambda: (whole := make())[: int(len(whole) * share)]


def sound(ending: str, *more: str) -> Make:
    """A recording that tells who and where."""
    return lambda: media.sound(ending, SOUND_SECONDS, *more)


def film(ending: str, *more: str) -> Make:
    """A film that tells where."""
    return lambda: media.sound(ending, 0.2, "-shortest", *more, source=("-f", "lavfi", "-i", "color=red:s=32x32:d=0.2"))


def with_cover() -> bytes:
    """An MP3 with a photo in it that says where it was taken."""
    said = b"APIC" + struct.pack(">I", len(cover := b"\0image/jpeg\0\3\0" + media.told_everything("JPEG"))) + b"\0\0" + cover
    size = len(said)
    head = b"ID3\3\0\0" + bytes((size >> shift) & 0x7F for shift in (21, 14, 7, 0))
    return head + said + media.sound("mp3", SOUND_SECONDS)


def lying_wav() -> bytes:
    """A WAV of a moment that says it goes on for hours."""
    plain = bytearray(media.sound("wav", SOUND_SECONDS))
    struct.pack_into("<I", plain, 4, 0xFFFF0000)
    struct.pack_into("<I", plain, plain.index(b"data") + 4, 0xFFFF0000)
    return bytes(plain)


def silence() -> bytes:
    """A WAV in which nobody speaks."""
    plain = media.sound("wav", SOUND_SECONDS)
    start = plain.index(b"data") + 8
    return plain[:start] + bytes(len(plain) - start)


PHOTOS: dict[str, tuple[Make, str]] = {
    **{f"told.{kind.lower()}": (lambda kind=kind: media.told_everything(kind, 6), CLEAN) for kind in ("JPEG", "PNG", "WEBP", "GIF")},
    "told.tiff": (lambda: media.told_everything("TIFF", 8), CLEAN),
    "IMG_0001.heic": (lambda: media.told_everything("HEIF", 6), CLEAN),
    "thumbnail.jpg": (media.jpeg_with_thumbnail, CLEAN),
    "script.gif": (gif_and_script, CLEAN),
    "page.jpg": (hostile_documents.jpeg_and_page, CLEAN),
    "page.png": (hostile_documents.png_and_page, CLEAN),
    "archive.jpg": (jpeg_and_archive, CLEAN),
    "paper.jpg": (lambda: media.jpeg() + documents.pdf(), CLEAN),
    "virus-behind.jpg": (lambda: media.jpeg() + eicar(), CLEAN),  # without a scanner; with one it is refused
    "junk.jpg": (jpeg_with_junk, CLEAN),
    "bad-profile.jpg": (jpeg_with_bad_profile, CLEAN),
    "lab.jpg": (wide_gamut, CLEAN),
    "flash.gif": (lambda: animated("GIF"), CLEAN),
    "flash.webp": (lambda: animated("WEBP"), CLEAN),
    "flash.png": (lambda: animated("PNG"), CLEAN),
    "two.jpg": (two_pictures, CLEAN),
    "pages.tif": (many_pages, CLEAN),
    "inks.jpg": (mode("CMYK", "JPEG"), CLEAN),
    "inks.tif": (mode("CMYK", "TIFF"), CLEAN),
    "lab.tif": (mode("LAB", "TIFF"), CLEAN),
    "grey.jpg": (mode("L", "JPEG"), CLEAN),
    "one-bit.png": (mode("1", "PNG"), CLEAN),
    "palette.png": (mode("P", "PNG"), CLEAN),
    "clear.png": (mode("RGBA", "PNG"), CLEAN),
    "clear.webp": (mode("RGBA", "WEBP"), CLEAN),
    "deep.png": (deep_png, CLEAN),
    "progressive.jpg": (lambda: media.jpeg(progressive=True), CLEAN),
    "line.png": (wide_png(20_000), CLEAN),
    "long-line.png": (wide_png(31_000), "too_many_pixels"),
    "nothing.png": (lambda: hostile_documents._png(0, 0, zlib.compress(b"")), "broken_photo"),
    "ring.tiff": (hostile_documents.tiff_in_a_ring, CLEAN),
    "cut.jpg": (cut(lambda: media.jpeg(400, 300)), "broken_photo"),
    "cut.png": (cut(lambda: saved(Image.effect_noise((90, 90), 80), "PNG")), "broken_photo"),
    "cut.webp": (cut(lambda: saved(Image.effect_noise((90, 90), 80), "WEBP")), "broken_photo"),
    "cut.gif": (cut(lambda: saved(Image.effect_noise((90, 90), 80), "GIF")), "broken_photo"),
    "cut.tif": (cut(lambda: saved(corners(), "TIFF"), 0.3), "broken_photo"),
    "cut.heic": (cut(lambda: media.told_everything("HEIF")), "broken_photo"),
    "head-only.jpg": (lambda: b"\xff\xd8\xff\xe0", "broken_photo"),
    "photo.mp3": (media.jpeg, CLEAN),
    "virus.jpg": (eicar, "not_taken"),
    "drawing.svg": (lambda: b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "not_taken"),
    "drawing.png": (lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not_taken"),
    "page.html.jpg": (lambda: SCRIPT, "not_taken"),
    "program.jpg": (lambda: b"MZ\x90\x00" + b"\0" * 100, "not_taken"),
    "zeros.jpg": (lambda: b"\0" * 5000, "not_taken"),
    "nothing.jpg": (lambda: b"", "empty"),
    "nested.zip": (nested_archive, "not_taken"),
    "bomb.docx": (hostile_documents.docx_bomb, "paper"),
    "script.pdf": (hostile_documents.pdf_with_javascript, "paper"),
    "launch.pdf": (hostile_documents.pdf_that_launches, "paper"),
    **BOMBS,
}
SOUNDS: dict[str, tuple[Make, str]] = {
    **{f"told.{ending}": (sound(ending), CLEAN) for ending in ("wav", "mp3", "m4a", "ogg", "webm")},
    "cover.mp3": (with_cover, CLEAN),
    "stereo.wav": (sound("wav", "-ac", "2"), CLEAN),
    "six.wav": (sound("wav", "-ac", "6"), CLEAN),
    "lying.wav": (lying_wav, CLEAN),  # what there is of it
    "silence.wav": (silence, CLEAN),
    "sound.jpg": (sound("mp3"), CLEAN),
    "one-a-second.wav": (hostile_documents.endless_wav, "broken_sound"),
    "film.mp4": (film("mp4"), "film"),
    "film.mov": (film("mov"), "film"),
    "film.webm": (film("webm", "-c:v", "libvpx"), "film"),
    "film.ogg": (film("ogg", "-c:v", "libtheora"), "film"),
    "cut.m4a": (cut(sound("m4a")), "broken_sound"),
    "noise.mp3": (lambda: b"ID3" + b"\x01" * 2000, "broken_sound"),
    "noise.ogg": (lambda: b"OggS" + b"\x01" * 2000, "broken_sound"),
    "noise.wav": (lambda: b"RIFF\xff\xff\xff\xffWAVE" + b"\x01" * 2000, "broken_sound"),
    "list.mp3": (lambda: b"#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\nfile:///etc/passwd\n", "not_taken"),
    "page.mp3": (lambda: SCRIPT, "not_taken"),
}
UPLOADS = PHOTOS | SOUNDS

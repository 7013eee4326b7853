"""What is made of a picture: upright, as its author asked, in plain colours, small enough, and with nothing left of what was blurred."""

import io
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from files.media import limits
from files.media.limits import PHOTO_SIDE, SMALL_SIDE
from files.media.proof import is_only_a_picture
from files.media.recipe import checked, key_of
from files.media.refusals import NotTaken
from files.media.sizes import UNKNOWN, pixels_of
from files.media.softening import soften
from files.storages import SIGNED_SECONDS
from tests.factories import media
from tests.factories.drawer import Drawer
from tests.factories.media import BLUE, GREEN, RED, YELLOW

AT_CORNERS = ((0.2, 0.2), (0.8, 0.2), (0.8, 0.8), (0.2, 0.8))
ASKED = [RED, GREEN, BLUE, YELLOW]
# What each way of holding the camera stores, so that the picture stands upright when it is shown.
STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


@pytest.fixture(scope="module")
def drawer():
    with Drawer() as one:
        yield one


def shown(drawer: Drawer, content: bytes, recipe: dict | None = None, form: str = "photo") -> Image.Image:
    return Image.open(io.BytesIO(drawer.draw(content, recipe=recipe).copies[form].content))


def colours(picture: Image.Image) -> list[tuple[int, int, int]]:
    """Which of the four colours stands at each corner, from the top left, clockwise."""
    dots = [picture.getpixel((int(x * picture.width), int(y * picture.height))) for x, y in AT_CORNERS]
    return [min(ASKED, key=lambda one: sum(abs(a - b) for a, b in zip(one, dot, strict=True))) for dot in dots]


@pytest.mark.parametrize("orientation", STORED)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_a_picture_stands_upright_however_the_camera_was_held(drawer, kind, orientation) -> None:
    move = STORED[orientation]
    stored = media.corners().transpose(move) if move is not None else media.corners()
    made = shown(drawer, media.saved(stored, kind, exif=media.exif(orientation)))
    assert made.size == (64, 48)
    assert colours(made) == ASKED


def test_a_picture_of_an_iphone_is_turned_once_and_not_twice(drawer) -> None:
    stored = media.corners().transpose(Image.Transpose.ROTATE_90)
    made = shown(drawer, media.saved(stored, "HEIF", exif=media.exif(6).tobytes(), quality=95))
    assert (made.size, colours(made)) == ((64, 48), ASKED)


@pytest.mark.parametrize(
    ("recipe", "size", "found"),
    [
        ({"turn": 90}, (48, 64), [YELLOW, RED, GREEN, BLUE]),
        ({"turn": 180}, (64, 48), [BLUE, YELLOW, RED, GREEN]),
        ({"turn": 270}, (48, 64), [GREEN, BLUE, YELLOW, RED]),
        ({"crop": [0, 0, 5000, 10_000]}, (32, 48), [RED, RED, YELLOW, YELLOW]),
        ({"turn": 90, "crop": [0, 0, 10_000, 5000]}, (48, 32), [YELLOW, RED, RED, YELLOW]),
    ],
)
def test_it_is_turned_first_and_cropped_then(drawer, recipe, size, found) -> None:
    made = shown(drawer, media.jpeg(quality=95), recipe)
    assert (made.size, colours(made)) == (size, found)


def test_large_pictures_are_shown_smaller_and_small_ones_as_they_are(drawer) -> None:
    large = media.jpeg(3000, 1500)
    assert max(shown(drawer, large).size) == PHOTO_SIDE
    assert shown(drawer, large, form="small").size == (SMALL_SIDE, SMALL_SIDE // 2)
    assert shown(drawer, media.jpeg(), form="small").size == (64, 48)


def _striped(*, upright: bool) -> bytes:
    """A picture with fine stripes in its middle, one way or the other: as grey as each other from far."""
    picture = Image.new("RGB", (240, 240), (120, 160, 90))
    draw = ImageDraw.Draw(picture)
    for at in range(60, 180, 2):
        draw.line((at, 60, at, 179) if upright else (60, at, 179, at), fill=(0, 0, 0))
    return media.saved(picture, "PNG")


def test_what_was_blurred_cannot_be_told_from_anything_else_that_was_as_dark(drawer) -> None:
    """Not merely hard to see: two different things give the very same bytes, so nothing of either is there."""
    assert shown(drawer, _striped(upright=True)).tobytes() != shown(drawer, _striped(upright=False)).tobytes()
    blurred = {"blur": [[2500, 2500, 7500, 7500]]}
    assert shown(drawer, _striped(upright=True), blurred).tobytes() == shown(drawer, _striped(upright=False), blurred).tobytes()


def test_a_blurred_place_holds_a_few_colours_and_the_rest_of_the_picture_stays(drawer) -> None:
    noise = Image.effect_noise((240, 240), 100).convert("RGB")
    made = shown(drawer, media.saved(noise, "PNG"), {"blur": [[0, 0, 5000, 10_000]]})
    left, right = made.crop((8, 8, 112, 232)).convert("L"), made.crop((128, 8, 232, 232)).convert("L")
    assert left.getextrema()[1] - left.getextrema()[0] < 60
    assert right.getextrema()[1] - right.getextrema()[0] > 200


def test_many_small_places_hide_as_well_as_a_large_one() -> None:
    """Places of a few dots each, one beside the other: each is one patch of colour, and no mosaic of a face comes of them."""
    picture = Image.effect_noise((600, 600), 100).convert("RGB")
    for x in range(20):
        soften(picture, [(200 + x * 8) / 600, 0.5, (208 + x * 8) / 600, 308 / 600])
        assert len(picture.crop((200 + x * 8, 300, 208 + x * 8, 308)).getcolors()) == 1


def test_what_was_cropped_away_is_not_in_the_blur_beside_it(drawer) -> None:
    picture = Image.new("RGB", (200, 100), (255, 255, 255))
    picture.paste((0, 0, 0), (0, 0, 100, 100))
    made = shown(drawer, media.saved(picture, "PNG"), {"crop": [5000, 0, 10_000, 10_000], "blur": [[2000, 0, 8000, 10_000]]})
    assert min(made.convert("L").getextrema()) > 230


def test_the_small_picture_is_blurred_too(drawer) -> None:
    both = {form: shown(drawer, _striped(upright=True), {"blur": [[0, 0, 10_000, 10_000]]}, form) for form in ("photo", "small")}
    assert all(picture.convert("L").getextrema()[1] - picture.convert("L").getextrema()[0] < 100 for picture in both.values())


def test_a_colour_profile_is_understood_and_left_behind(drawer) -> None:
    """A profile in which red and green have changed places: what it calls red is seen green."""
    swapped = media.profile().replace(b"rXYZ", b"....").replace(b"gXYZ", b"rXYZ").replace(b"....", b"gXYZ")
    made = shown(drawer, media.jpeg(icc_profile=swapped, quality=95))
    red, green, _blue = made.getpixel((10, 10))
    assert green > red
    assert "icc_profile" not in made.info


def test_what_is_see_through_lies_on_white_paper(drawer) -> None:
    made = shown(drawer, media.saved(Image.new("RGBA", (40, 40), (0, 0, 0, 0)), "PNG"))
    assert made.getpixel((20, 20)) == (255, 255, 255)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "TIFF", "HEIF"])
def test_a_picture_says_how_large_it_is_before_anything_is_decoded(kind) -> None:
    media_type = {"HEIF": "image/heic"}.get(kind, f"image/{kind.lower()}")
    content = media.saved(media.corners(128, 64), kind)
    assert pixels_of(content, media_type) == (128, 64)
    assert all(pixels_of(content[:at], media_type) in (UNKNOWN, (128, 64), (128, 0)) for at in range(0, min(len(content), 400), 3))


@pytest.mark.parametrize(
    "spoilt",
    [
        media.told_everything("JPEG"),
        media.jpeg() + b"x",
        media.jpeg()[:-2],
        media.jpeg(comment=b"hello"),
        media.jpeg(icc_profile=media.profile()),
        b"",
        b"\xff\xd8",
        b"\xff\xd8\xff\xd9"[:3],
        media.saved(media.corners(), "PNG"),
    ],
)
def test_the_last_look_refuses_a_picture_that_says_anything_else(spoilt) -> None:
    assert not is_only_a_picture(spoilt)


def test_the_last_look_passes_plain_pictures() -> None:
    assert is_only_a_picture(media.jpeg())
    assert is_only_a_picture(media.saved(Image.effect_noise((200, 200), 90), "JPEG", progressive=True))


@pytest.mark.parametrize(
    "recipe",
    [
        {"turn": 45},
        {"turn": True},
        {"turn": "90"},
        {"spin": 90},
        [],
        {"crop": [0, 0, 10_000]},
        {"crop": [0, 0, 10_001, 10_000]},
        {"crop": [5000, 0, 4000, 10_000]},
        {"crop": [0, 0, 1, 1]},
        {"crop": [0.0, 0, 5000, 5000]},
        {"crop": "0,0,1,1"},
        {"blur": [[0, 0, 0, 0]]},
        {"blur": [0, 0, 10, 10]},
        {"blur": [[-1, 0, 10, 10]]},
        {"blur": [[0, 0, 10, 10]] * 31},
        {"blur": {"0": 1}},
    ],
)
def test_a_change_nobody_understands_is_refused(recipe) -> None:
    with pytest.raises(NotTaken) as refusal:
        checked(recipe)
    assert refusal.value.code == "bad_change"


def test_a_change_that_changes_nothing_is_no_change() -> None:
    assert checked({"turn": 0, "crop": [0, 0, 10_000, 10_000], "blur": []}) == {}
    assert key_of({"turn": 0}) == "" != key_of({"turn": 90})


def test_the_reference_page_names_the_limits_there_are() -> None:
    page = Path("docs/reference/media.md").read_text()
    sizes = (f"{limits.MOST_PHOTO_BYTES // 10**6} MB, {limits.MOST_PIXELS // 10**6} million dots", f"{limits.MOST_SOUND_BYTES // 10**6} MB")
    held = f"{limits.MOST_HELD} files, {limits.MOST_HELD_BYTES // 10**6} MB"
    others = (
        f"{limits.MOST_SOUND_SECONDS // 60} minutes",
        f"{limits.PHOTO_SIDE:,} dots",
        f"of {limits.SMALL_SIDE}",
        f"{SIGNED_SECONDS} seconds",
    )
    assert [said for said in (*sizes, held, *others) if said not in page] == []

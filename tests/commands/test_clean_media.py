"""`clean_media IN OUT --json`: what an operator's script reads, and what is written."""

import hashlib
import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from files.media.refusals import REFUSALS
from tests.factories import media
from tests.services.clamav import eicar
from tests.services.loopback import free_port


def clean(source: Path, target: Path) -> dict:
    """The result, as JSON says it."""
    out = StringIO()
    call_command("clean_media", str(source), str(target), json=True, stdout=out, stderr=StringIO())
    return json.loads(out.getvalue())


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("name", "target", "kind", "found"),
    [
        ("IMG_1.heic", "clean.jpg", "photo", "image/jpeg"),
        ("voice.m4a", "clean.ogg", "audio", "audio/ogg"),
        ("voice.wav", "clean.m4a", "audio", "audio/mp4"),
    ],
)
def test_a_clean_copy_is_written_and_both_digests_are_said(tmp_path: Path, name, target, kind, found) -> None:
    content = media.told_everything("HEIF") if kind == "photo" else media.sound(name.rsplit(".")[-1], 0.4)
    source, out = written(tmp_path, name, content), tmp_path / target
    said = clean(source, out)
    assert (said["ok"], said["kind"], said["type"], said["reason"]) == (True, kind, found, None)
    assert said["sha256_original"] == hashlib.sha256(content).hexdigest()
    assert said["sha256_clean"] == hashlib.sha256(out.read_bytes()).hexdigest()
    assert media.SERIAL not in media.tags_of(tmp_path, out.read_bytes())
    assert source.read_bytes() == content


@pytest.mark.parametrize(
    ("content", "code", "kind"),
    [(b"", "empty", None), (b"<svg/>", "not_taken", None), (media.jpeg()[:200], "broken_photo", "photo")],
)
def test_what_is_not_taken_ends_with_two_and_leaves_nothing(tmp_path: Path, content, code, kind, capsys) -> None:
    source, out = written(tmp_path, "x.jpg", content), StringIO()
    with pytest.raises(CommandError) as refusal:
        call_command("clean_media", str(source), str(tmp_path / "out.jpg"), json=True, stdout=out)
    said = json.loads(out.getvalue())
    assert refusal.value.returncode == 2
    assert (said["ok"], said["reason"], said["kind"], said["sha256_clean"]) == (False, REFUSALS[code], kind, None)
    assert [path.name for path in tmp_path.iterdir()] == ["x.jpg"]


def test_with_a_scanner_it_is_asked_and_believed(tmp_path: Path, settings, clamav_server) -> None:
    source = written(tmp_path, "x.jpg", media.jpeg() + eicar())
    settings.SCANNER_URL = clamav_server.scanner_url
    with pytest.raises(CommandError) as refusal:
        clean(source, tmp_path / "out.jpg")
    assert refusal.value.returncode == 2
    settings.SCANNER_URL = f"clamd://127.0.0.1:{free_port()}"
    with pytest.raises(CommandError) as away:
        clean(source, tmp_path / "out.jpg")
    assert away.value.returncode == 1
    assert not (tmp_path / "out.jpg").exists()


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be read"):
        clean(tmp_path / "nothing.jpg", tmp_path / "out.jpg")
    with pytest.raises(CommandError, match="cannot be written"):
        clean(written(tmp_path, "x.jpg", media.jpeg()), tmp_path / "nowhere" / "out.jpg")


def test_the_original_is_never_written_over(tmp_path: Path) -> None:
    source = written(tmp_path, "x.jpg", media.jpeg())
    with pytest.raises(CommandError, match="OUT is IN"):
        clean(source, tmp_path / "x.jpg")
    assert source.read_bytes() == media.jpeg()


def test_of_what_is_too_large_the_whole_is_digested(tmp_path: Path) -> None:
    source, out = written(tmp_path, "x.jpg", media.jpeg() + bytes(60_000_000)), StringIO()
    with pytest.raises(CommandError, match="too big"):
        call_command("clean_media", str(source), str(tmp_path / "out.jpg"), json=True, stdout=out)
    assert json.loads(out.getvalue())["sha256_original"] == hashlib.sha256(source.read_bytes()).hexdigest()

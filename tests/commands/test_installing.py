"""What `make install` and `make test` say on a machine where something is missing."""

import hashlib
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT


@pytest.fixture
def programs(tmp_path) -> Path:
    """A folder with the few programs the scripts themselves use: the only ones they will find."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("bash", "dirname", "cut", "cat", "grep", "sha256sum", "mktemp", "tail", "rm"):
        (folder / name).symlink_to(shutil.which(name) or f"/bin/{name}")
    return folder


def stub(folder: Path, name: str, script: str) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def run(script: Path, *arguments: str, programs: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": str(programs), **settings}
    return subprocess.run(["/bin/bash", script, *arguments], env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True)


@pytest.fixture
def house(tmp_path) -> Path:
    """A house of its own with the installing script and a lock of one package."""
    (tmp_path / "house" / "scripts").mkdir(parents=True)
    (tmp_path / "house" / "requirements").mkdir()
    shutil.copy(ROOT / "scripts" / "install.sh", tmp_path / "house" / "scripts")
    (tmp_path / "house" / "requirements" / "base.txt").write_text("nh3==0.3.8 --hash=sha256:00\n")
    return tmp_path / "house"


def test_without_root_the_missing_packages_are_named_with_how_to_get_them(programs) -> None:
    stub(programs, "id", "echo 1000")
    made = run(ROOT / "scripts" / "system_packages.sh", programs=programs, PYTHON=str(stub(programs, "python3", "exit 0")))
    assert made.returncode == 1
    for package in ("chromium", "ffmpeg", "docker-compose", "gettext", "tesseract-ocr"):
        assert package in made.stdout
    assert "sudo apt-get update && sudo apt-get install --no-install-recommends " in made.stdout


def test_as_root_they_are_installed_without_asking(programs, tmp_path) -> None:
    stub(programs, "id", "echo 0")
    stub(programs, "apt-get", f'echo "$DEBIAN_FRONTEND $@" >> {tmp_path}/asked')
    made = run(ROOT / "scripts" / "system_packages.sh", programs=programs, PYTHON=str(stub(programs, "python3", "exit 1")))
    assert made.returncode == 0, made.stdout + made.stderr
    update, install = (tmp_path / "asked").read_text().splitlines()
    assert update == "noninteractive update -q"
    assert install.startswith("noninteractive install -q -y --no-install-recommends ")
    assert {"chromium", "ffmpeg", "docker-compose", "gettext", "python3-venv", "tesseract-ocr"} <= set(install.split())


def test_an_installation_that_fails_says_what_it_could_not_install(programs) -> None:
    stub(programs, "id", "echo 0")
    stub(programs, "apt-get", "echo no such thing; exit 100")
    made = run(ROOT / "scripts" / "system_packages.sh", programs=programs, PYTHON=str(stub(programs, "python3", "exit 0")))
    assert made.returncode == 1
    assert "no such thing" in made.stdout
    assert "apt-get could not install: chromium" in made.stdout


def test_where_everything_is_there_nothing_is_installed() -> None:
    made = subprocess.run([ROOT / "scripts" / "system_packages.sh"], stdin=subprocess.DEVNULL, capture_output=True, text=True)
    assert (made.returncode, made.stdout) == (0, "")


def test_an_old_python_is_refused_with_what_to_do(house, programs) -> None:
    old = stub(programs, "python3", '[ "$1" = --version ] && echo "Python 3.9.2" && exit 0; exit 1')
    made = run(house / "scripts" / "install.sh", "base", programs=programs, PYTHON=str(old))
    assert made.returncode == 1
    assert "Ownstory needs Python 3.11 or newer" in made.stdout


def test_a_python_that_cannot_make_environments_names_its_package(house, programs) -> None:
    bare = stub(programs, "python3", 'case "$2" in *ensurepip*) exit 1;; esac; exit 0')
    made = run(house / "scripts" / "install.sh", "base", programs=programs, PYTHON=str(bare))
    assert made.returncode == 1
    assert "sudo apt-get install python3-venv" in made.stdout


def test_what_is_installed_already_takes_no_time(house, programs) -> None:
    (house / ".venv" / "bin").mkdir(parents=True)
    stub(house / ".venv" / "bin", "python", "echo this must not run; exit 1")
    digest = hashlib.sha256((house / "requirements" / "base.txt").read_bytes()).hexdigest()
    (house / ".venv" / "ownstory-base").write_text(f"{digest}\n")
    made = run(house / "scripts" / "install.sh", "base", programs=programs, PYTHON=str(stub(programs, "python3", "exit 0")))
    assert (made.returncode, made.stdout) == (0, "")

"""What a council runs is what the tests start: docker-compose.yml and Dockerfile against the servers in tests/services."""

import re
import subprocess
from functools import lru_cache
from typing import Any

import pytest
import yaml

from tests.architecture import text_rules
from tests.architecture.tree import ROOT
from tests.services import clamav, postgresql, s3
from tests.services.loopback import program

DOCKERFILE = (ROOT / "Dockerfile").read_text()


@lru_cache
def compose() -> dict[str, Any]:
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text())


def tag(service: str) -> str:
    return str(compose()["services"][service]["image"]).rpartition(":")[2]


def test_docker_compose_accepts_the_file() -> None:
    command = [program("docker-compose", "docker-compose"), "-f", str(ROOT / "docker-compose.yml"), "config", "-q"]
    made = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    assert made.returncode == 0, made.stderr


def test_every_part_of_an_installation_is_there() -> None:
    assert {"web", "worker", "postgres", "s3", "clamav"} <= set(compose()["services"])


@pytest.mark.parametrize(("service", "tested"), [("postgres", postgresql.version), ("s3", s3.version), ("clamav", clamav.version)])
def test_councils_run_the_versions_the_tests_start(service, tested) -> None:
    assert tag(service) == tested()


def test_the_s3_server_is_built_from_its_lock() -> None:
    locked = text_rules.locked((ROOT / "requirements" / "s3.txt").read_text())
    assert locked["nanio"] == s3.version()
    assert "--require-hashes --no-deps -r requirements/s3.txt" in DOCKERFILE
    assert compose()["services"]["s3"]["build"]["target"] == "s3"


def test_the_image_has_the_python_we_ask_for_and_runs_as_nobody_special() -> None:
    wanted = re.search(r'requires-python = ">=([\d.]+)"', (ROOT / "pyproject.toml").read_text())
    images = re.findall(r"^FROM (\S+)", DOCKERFILE, re.MULTILINE)
    assert wanted
    assert images[0].startswith(f"python:{wanted[1]}-slim")
    assert set(images[1:]) == {"python"}
    assert [name for _start, name in re.findall(r"^(FROM|USER) (\S+)", DOCKERFILE, re.MULTILINE)].count("ownstory") == 2


def test_no_image_names_a_registry_or_floats() -> None:
    images = [service["image"] for service in compose()["services"].values() if "build" not in service]
    assert [image for image in images if not re.fullmatch(r"[a-z]+(/[a-z]+)?:\d[\d.]*", image)] == []


def test_no_secret_is_written_down() -> None:
    settings = compose()["x-ownstory"]["environment"]
    secret = {name: value for name, value in settings.items() if name.endswith(("_KEY", "_KEYS"))}
    assert secret
    assert [name for name, value in secret.items() if value != f"${{{name}:-}}"] == []

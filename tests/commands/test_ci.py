"""`.ci/run` tests first, soaks for what is left of the time, and says what it did not reach."""

import os
import stat
import subprocess

import pytest

from tests.architecture.tree import ROOT


@pytest.fixture
def ci(tmp_path):
    """Run `.ci/run` with a `make` that only writes down how it was called; `fails` names the target that fails."""

    def run(minutes: int, fails: str = "none") -> tuple[int, str, list[str]]:
        make = tmp_path / "make"
        make.write_text(f'#!/bin/sh\necho "$1 $SOAK_MINUTES" >> {tmp_path}/called\n[ "$1" != {fails} ]\n')
        make.chmod(make.stat().st_mode | stat.S_IXUSR)
        environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "CI_MINUTES": str(minutes)}
        environment.pop("SOAK_MINUTES", None)
        made = subprocess.run(["bash", ROOT / ".ci" / "run"], env=environment, capture_output=True, text=True)
        return made.returncode, made.stdout, [line.strip() for line in (tmp_path / "called").read_text().splitlines()]

    return run


def test_the_soak_gets_what_is_left(ci) -> None:
    code, said, called = ci(60)
    assert (code, called) == (0, ["test", "soak 58"])
    assert "make soak has 58" in said


def test_a_failed_test_fails_and_says_what_was_not_reached(ci) -> None:
    code, said, called = ci(60, fails="test")
    assert (code, called) == (1, ["test"])
    assert "make soak was not reached" in said


def test_a_failed_soak_fails(ci) -> None:
    code, _said, called = ci(60, fails="soak")
    assert (code, called) == (1, ["test", "soak 58"])


def test_without_time_left_it_says_so(ci) -> None:
    code, said, called = ci(2)
    assert (code, called) == (0, ["test"])
    assert "nothing of it was reached" in said

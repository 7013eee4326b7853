"""Every dependency has its reason, every lock its hashes and no address, and no file names one machine."""

import tomllib

import pytest

from tests.architecture import text_rules as rules
from tests.architecture.tree import ROOT, Source, names, sources

PYPROJECT = (ROOT / "pyproject.toml").read_text()


def locks() -> list[Source]:
    return [source for source in sources(".txt") if source.parts[0] == "requirements"]


def text_files() -> list[Source]:
    endings = (".py", ".html", ".txt", ".md", ".toml", ".yml", ".yaml", ".json", ".jsonl", ".sh", ".css", ".js", ".csv", ".xml")
    plain = {"Makefile", "Dockerfile", ".ci/run", ".gitignore", ".dockerignore", "LICENSE"}
    chosen = [name for name in names() if name.endswith(endings) or name in plain]
    return [Source(name, (ROOT / name).read_text(encoding="utf-8", errors="replace")) for name in chosen]


def test_every_dependency_says_why_it_is_there() -> None:
    assert rules.dependencies_without_a_reason(PYPROJECT) == []


def test_the_locks_hold_hashes_and_no_address() -> None:
    assert rules.addresses(locks()) == []
    assert [fault for lock in locks() for fault in rules.unhashed(lock)] == []


def test_everything_asked_for_is_locked() -> None:
    asked = tomllib.loads(PYPROJECT)
    base = {rules.name_of(line) for line in asked["project"]["dependencies"]}
    test = {rules.name_of(line) for line in asked["dependency-groups"]["test"] if isinstance(line, str)}
    lock = {source.parts[-1]: rules.locked(source.text) for source in locks()}
    assert base - set(lock["base.txt"]) == set()
    assert (base | test) - set(lock["test.txt"]) == set()


@pytest.mark.parametrize("smaller", ["base.txt", "s3.txt"])
def test_tests_run_on_the_versions_that_are_shipped(smaller) -> None:
    lock = {source.parts[-1]: rules.locked(source.text) for source in locks()}
    assert {name: version for name, version in lock[smaller].items() if lock["test.txt"].get(name) != version} == {}


def test_no_file_names_the_machine_it_was_written_on() -> None:
    assert rules.machine_paths(text_files()) == []


def test_a_dependency_without_a_reason_is_caught() -> None:
    text = '[project]\ndependencies = [\n  "django>=5",  # the framework of it all\n  "nh3>=1",\n]\n'
    assert rules.dependencies_without_a_reason(text) == ['"nh3>=1", has no reason']
    group = '[dependency-groups]\ntest = [\n  "pytest>=9",\n]\n'
    assert rules.dependencies_without_a_reason(group) == ['"pytest>=9", has no reason']


def test_an_address_in_a_lock_is_caught() -> None:
    assert len(rules.addresses([Source("requirements/base.txt", "--index-url https://example.org/simple\n")])) == 1


def test_a_lock_without_a_hash_is_caught() -> None:
    assert rules.unhashed(Source("requirements/base.txt", "nh3==0.3.8\ndjango==5.2 \\\n    --hash=sha256:00\n")) == [
        "requirements/base.txt: nh3==0.3.8 has no hash"
    ]


@pytest.mark.parametrize("line", ["see /wo" + "rk/main", "/fa" + "rm/x", "/tmp/bash" + "_jobs", "/opt/.pyenv" + "/shims"])
def test_a_path_of_one_machine_is_caught(line) -> None:
    assert len(rules.machine_paths([Source("docs/x.md", line)])) == 1

"""Rules for files of any kind: dependencies, locks, and what must not be written anywhere."""

import re
from collections.abc import Iterable

from tests.architecture.tree import Source

DEPENDENCY = re.compile(r'^\s+"[A-Za-z0-9_.-]+(\[[\w,-]+\])?[^"]*",(?P<rest>.*)$')
LOCKED = re.compile(r"^([A-Za-z0-9_.-]+)(?:\[[\w,-]+\])?==([^\s;\\]+)", re.MULTILINE)
ADDRESS = re.compile(r"https?://|--(extra-)?index-url|--find-links|^-[if] ", re.MULTILINE)
# Written in pieces, so that this file does not hold what it looks for.
MACHINE = re.compile(
    "|".join((r"/work" + r"/(main|shared)\b", r"/farm" + r"/[a-z]", "bash" + "_jobs", r"/root/" + r"\.", r"\.pyenv" + "/"))
)
SHARED = re.compile(r"\.\./" + "shared")
MAY_NAME_SHARED = {"tests", "conftest.py", ".ci"}


def dependencies_without_a_reason(pyproject: str) -> list[str]:
    """Dependencies nobody said why we need."""
    section, inside, faults = "", False, []
    for line in pyproject.splitlines():
        if heading := re.match(r"^\[(.+)\]$", line):
            section = heading[1]
        elif opening := re.match(r"^([\w-]+) = \[$", line):
            inside = section == "dependency-groups" or opening[1] == "dependencies"
        elif line.startswith("]"):
            inside = False
        found = DEPENDENCY.match(line) if inside else None
        if found and not re.match(r"\s*#\s*\S+ \S+", found["rest"]):
            faults.append(f"{line.strip()} has no reason")
    return faults


def locked(requirements: str) -> dict[str, str]:
    """Package name to version, as a lock file has them."""
    return {name.lower(): version for name, version in LOCKED.findall(requirements)}


def name_of(requirement: str) -> str:
    """The package a line of pyproject.toml asks for."""
    found = re.match(r"[A-Za-z0-9_.-]+", requirement)
    return found.group(0).lower() if found else ""


def unhashed(source: Source) -> list[str]:
    """Locked packages without a hash."""
    blocks = re.split(r"\n(?=[A-Za-z0-9])", source.text.strip())
    return [f"{source.name}: {block.splitlines()[0]} has no hash" for block in blocks if "--hash=sha256:" not in block]


def addresses(sources: Iterable[Source]) -> list[str]:
    """Download addresses in lock files."""
    return [f"{source.name} names an address: {found.group(0)}" for source in sources if (found := ADDRESS.search(source.text))]


def machine_paths(sources: Iterable[Source]) -> list[str]:
    """Lines that name the machine somebody worked on."""
    return [
        f"{source.name}:{number} names a path of one machine"
        for source in sources
        for number, line in enumerate(source.text.splitlines(), 1)
        if MACHINE.search(line) or (SHARED.search(line) and source.parts[0] not in MAY_NAME_SHARED)
    ]

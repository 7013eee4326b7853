"""What ships with the product is permissive, LGPL, MPL or free of rights, so that a council may run it beside anything."""

import re
from importlib.metadata import PackageNotFoundError, metadata

import pytest

from tests.architecture import text_rules
from tests.architecture.tree import ROOT

WELCOME = re.compile(
    r"\b(MIT|BSD|ISC|Apache|Unlicense|Public Domain|MPL|Mozilla|LGPL|Lesser|Python Software Foundation|PSF|PSFL|CNRI)\b", re.IGNORECASE
)


def shipped() -> list[str]:
    return sorted(text_rules.locked((ROOT / "requirements" / "base.txt").read_text()))


def said_licence(package: str) -> list[str]:
    """What a package says of its licence, each choice by itself; empty when it is not installed on this system."""
    try:
        about = metadata(package)
    except PackageNotFoundError:
        return []
    expression = about.get("License-Expression")
    if expression:
        return expression.split(" OR ")
    classifiers = [line.split("::")[-1].strip() for line in about.get_all("Classifier") or [] if line.startswith("License ::")]
    return classifiers or [(about.get("License") or "nothing").split("\n")[0]]


def is_welcome(choices: list[str]) -> bool:
    """Whether one of the choices, in all its parts, is one we may ship."""
    return any(all(WELCOME.search(part) for part in choice.split(" AND ")) for choice in choices)


def test_everything_that_ships_may_ship() -> None:
    said = {package: said_licence(package) for package in shipped()}
    assert len([package for package, choices in said.items() if choices]) > 50
    assert {package: choices for package, choices in said.items() if choices and not is_welcome(choices)} == {}


@pytest.mark.parametrize(
    ("choices", "welcome"),
    [
        (["MIT"], True),
        (["GPL-3.0-or-later"], False),
        (["GNU Affero General Public License v3"], False),
        (["GPL-2.0", "LGPL-2.1", "MPL-1.1"], True),
        (["Apache-2.0 AND CNRI-Python"], True),
        (["MIT AND GPL-3.0-or-later"], False),
        (["LGPL-3.0-only"], True),
        (["nothing"], False),
    ],
)
def test_which_licences_are_welcome(choices, welcome) -> None:
    assert is_welcome(choices) is welcome

"""The page that says which needs are met: docs/reference/needs.md, written from the marks on the tests.

Tests are read, not run: `@pytest.mark.need("R31")` on a test, on a class, or in a module's `pytestmark`.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "docs" / "reference" / "needs-list.md"
PAGE = ROOT / "docs" / "reference" / "needs.md"
ONE_NEED = re.compile(r"^- \*\*([A-Z]\d+)\*\* (.+)$")
SHORT = 90
HEAD = """# Needs and the tests that show them

Written by `make docs` from the marks on the tests; do not change it by hand. The whole list, word for word, is in
[needs-list.md](needs-list.md). A need counts as met when a person could see it met.
"""


@dataclass(frozen=True)
class Need:
    """One numbered need, under its heading."""

    number: str
    text: str
    section: str

    @property
    def short(self) -> str:
        """Enough of it to know which one it is."""
        return self.text if len(self.text) <= SHORT else f"{self.text[:SHORT].rsplit(' ', 1)[0]} ..."


@dataclass(frozen=True, order=True)
class Shown:
    """A test that shows a need: its file and its name."""

    file: str
    test: str

    @property
    def link(self) -> str:
        """The test as a link from the page, its name as the sentence it is."""
        sentence = self.test.rpartition(".")[2].removeprefix("test_").replace("_", " ")
        return f"[{sentence}](../../{self.file})"


def needs() -> list[Need]:
    """Every need of the list, in its order."""
    found, section = [], ""
    for line in LIST.read_text(encoding="utf-8").splitlines():
        if line.startswith("### "):
            section = line.removeprefix("### ")
        elif one := ONE_NEED.match(line):
            found.append(Need(one[1], one[2], section))
    return found


def shown() -> dict[str, list[Shown]]:
    """Need number to the tests that show it."""
    marks: dict[str, set[Shown]] = defaultdict(set)
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        name = path.relative_to(ROOT).as_posix()
        for number, test in marks_in(path.read_text(encoding="utf-8")):
            marks[number].add(Shown(name, test))
    return {number: sorted(tests) for number, tests in marks.items()}


def marks_in(text: str) -> Iterator[tuple[str, str]]:
    """Each (need number, test name) marked in the text of a test file."""
    module = ast.parse(text)
    whole_file = [number for node in module.body if _is_pytestmark(node) for number in _numbers(node)]
    for name, numbers in _tests(module.body, "", whole_file):
        yield from ((number, name) for number in numbers)


def page() -> str:
    """The text of docs/reference/needs.md."""
    every, tests = needs(), shown()
    without = [need.number for need in every if need.number not in tests]
    parts = [HEAD, f"{len(every) - len(without)} of {len(every)} needs have a test.\n"]
    for section in dict.fromkeys(need.section for need in every):
        parts.append(f"## {section}\n\n| need | | shown by |\n|---|---|---|")
        for need in every:
            if need.section == section:
                links = "<br>".join(test.link for test in tests.get(need.number, [])) or "no test yet"
                parts.append(f"| **{need.number}** | {need.short} | {links} |")
        parts.append("")
    parts.append(f"## Needs with no test\n\n{', '.join(without) or 'None.'}\n")
    return "\n".join(parts)


def _tests(body: list[ast.stmt], prefix: str, inherited: list[str]) -> Iterator[tuple[str, list[str]]]:
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
            yield f"{prefix}{node.name}", inherited + [number for mark in node.decorator_list for number in _numbers(mark)]
        elif isinstance(node, ast.ClassDef):
            own = [number for mark in node.decorator_list for number in _numbers(mark)]
            yield from _tests(node.body, f"{prefix}{node.name}.", inherited + own)


def _is_pytestmark(node: ast.stmt) -> bool:
    return isinstance(node, ast.Assign) and any(isinstance(target, ast.Name) and target.id == "pytestmark" for target in node.targets)


def _numbers(node: ast.AST) -> list[str]:
    found = []
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "need":
            found += [str(argument.value) for argument in call.args if isinstance(argument, ast.Constant)]
    return found

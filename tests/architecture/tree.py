"""Every file of the repository that is ours, read once, for the tests that look at all of them."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
# From the top down: an app may use what stands below it.
LAYERS = ("config", "portal", "access_requests", "moderation", "stories", "official_file", "people", "files", "audit", "law")
APPS = (*LAYERS, "cms")
NOT_OURS = {".git", ".venv", "node_modules", "var", "test-results", ".test-cache", "static_built", "__pycache__"}


@dataclass(frozen=True)
class Source:
    """One file: its path from the root, with `/`, and its text."""

    name: str
    text: str

    @property
    def parts(self) -> tuple[str, ...]:
        """The folders and the file."""
        return tuple(self.name.split("/"))

    @property
    def is_test(self) -> bool:
        """Whether it belongs to the tests rather than to the product."""
        return self.parts[0] in {"tests", "conftest.py"}

    @property
    def is_migration(self) -> bool:
        """Whether it is a migration."""
        return "migrations" in self.parts

    @property
    def is_product(self) -> bool:
        """Whether it is shipped code of one of the apps."""
        return self.parts[0] in APPS and not self.is_migration

    @cached_property
    def lines(self) -> int:
        """How many lines it has."""
        return len(self.text.splitlines())


@lru_cache
def names() -> tuple[str, ...]:
    """The path of every file of ours."""
    found = []
    for path in ROOT.rglob("*"):
        parts = path.relative_to(ROOT).parts
        hidden = any(part.startswith(".") and part not in {".ci", ".gitignore", ".dockerignore"} for part in parts)
        if not hidden and not NOT_OURS & set(parts) and path.is_file():
            found.append("/".join(parts))
    return tuple(sorted(found))


@lru_cache
def sources(ending: str) -> tuple[Source, ...]:
    """Every file of ours whose name has this ending, with its text."""
    return tuple(Source(name, (ROOT / name).read_text(encoding="utf-8")) for name in names() if name.endswith(ending))


def python() -> tuple[Source, ...]:
    """Every Python file."""
    return sources(".py")


def templates() -> tuple[Source, ...]:
    """Every Django template: all HTML outside tests and static files, and the sentences of the audit."""
    html = tuple(source for source in sources(".html") if source.parts[0] not in {"tests", "static", "docs"})
    sentences = tuple(source for source in sources(".txt") if source.name.startswith("audit/sentences/"))
    return html + sentences

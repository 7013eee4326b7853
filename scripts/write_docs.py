"""`make docs`: write the generated pages of docs/reference anew."""

import sys
from collections.abc import Callable
from pathlib import Path

from scripts import joining_page, needs, roles_page

PAGES: tuple[tuple[Path, Callable[[], str]], ...] = (
    (needs.PAGE, needs.page),
    (roles_page.PAGE, roles_page.page),
    (joining_page.PAGE, joining_page.page),
)


def main() -> int:
    """Write every page, and say which changed."""
    for path, text in PAGES:
        new = text()
        if not path.exists() or path.read_text(encoding="utf-8") != new:
            path.write_text(new, encoding="utf-8")
            print(f"Written: {path.relative_to(needs.ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

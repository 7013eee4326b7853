"""`make docs`: write the generated pages of docs/reference anew."""

import sys
from collections.abc import Callable
from pathlib import Path

from scripts import data_protection_pages, joining_page, needs, roles_page

PAGES: tuple[tuple[Path, Callable[[], str]], ...] = (
    (needs.PAGE, needs.page),
    (roles_page.PAGE, roles_page.page),
    (joining_page.PAGE, joining_page.page),
    (data_protection_pages.ASSESSMENT, data_protection_pages.assessment),
    (data_protection_pages.NOTICE, data_protection_pages.notice),
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

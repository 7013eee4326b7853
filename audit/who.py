"""Who did something: a copy of name, role and id, kept for good even when the account is gone."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Who:
    """A person (or the portal itself) as written into the audit and the file.

    `role` is one of people/roles.py, "young_person" or "system".
    """

    name: str
    role: str
    user_id: UUID | None = None


NIGHTLY_IMPORT = Who("Nightly import", "system")
THE_PORTAL = Who("The portal", "system")

"""How and where somebody who asked can be reached: kept encrypted, read only where somebody writes or calls."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from access_requests.models import AccessRequest, Complaint
from people.encryption import decrypt, encrypt


@dataclass(frozen=True, slots=True)
class Contact:
    """What they gave, as they gave it; "" for what they did not. `how`: here, email, phone, text, post or "".

    `by_code`: they come back with a code, and are not written to. `when`: good times, and whether a message is safe.
    """

    email: str = ""
    phone: str = ""
    address: str = ""
    how: str = ""
    when: str = ""
    not_on: str = ""
    by_code: bool = False


def contact_of(request: AccessRequest | Complaint) -> Contact:
    """The contact of one request or complaint. Raises cryptography.fernet.InvalidToken when no key of ours fits."""
    return contact_from(json.loads(decrypt(request.sealed_contact))) if request.sealed_contact else Contact()


def contact_from(said: Mapping[str, Any]) -> Contact:
    """The contact in a form's answers; what is not about it is left out."""
    words = {key: str(said.get(key) or "").strip() for key in ("email", "phone", "address", "how", "when", "not_on")}
    return Contact(**words, by_code=said.get("by_code") is True)


def seal_contact(contact: Contact) -> str:
    """The contact as it may be stored; "" when there is none."""
    if contact == Contact():
        return ""
    return encrypt(json.dumps({name: getattr(contact, name) for name in Contact.__dataclass_fields__}))

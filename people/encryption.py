"""Second-factor secrets at rest: encrypted with keys kept apart from SECRET_KEY, newest first, old ones still read."""

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings


def _box() -> MultiFernet:
    return MultiFernet([Fernet(key.strip().encode()) for key in settings.FIELD_KEYS])


def encrypt(text: str) -> str:
    """`text` as it may be stored."""
    return _box().encrypt(text.encode()).decode()


def decrypt(stored: str) -> str:
    """The text again. Raises cryptography.fernet.InvalidToken when no key fits."""
    return _box().decrypt(stored.encode()).decode()

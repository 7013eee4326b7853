"""What the outside tells us: environment variables, and the keys of a newcomer's installation.

A council sets `OWNSTORY_MODE=production` and every key itself. A newcomer sets nothing: keys are made
once in `DATA_DIR/keys.json`, readable by the owner alone, so that `make run` works on a bare machine.
"""

import contextlib
import json
import os
from pathlib import Path

import environ
from cryptography.fernet import Fernet
from django.conf.locale import LANG_INFO
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key
from django.utils.translation import to_language

env = environ.Env()

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / "var"))).resolve()
PRODUCTION = env.str("OWNSTORY_MODE", default="newcomer") == "production"


def secret(name: str) -> str:
    """The secret called `name`: from the environment, else (never in production) from `DATA_DIR/keys.json`.

    Raises ImproperlyConfigured in production when it is missing, with what to set.
    """
    given = env.str(name, default="")
    if given:
        return given
    if PRODUCTION:
        raise ImproperlyConfigured(
            f"{name} is not set. Set it in the environment, keep it safe, and start again. docs/how-to/install.md says how to make one."
        )
    return _newcomer_keys()[name]


def _newcomer_keys() -> dict[str, str]:
    path = DATA_DIR / "keys.json"
    if not path.exists():
        DATA_DIR.mkdir(parents=True, exist_ok=True)
        fresh = {"SECRET_KEY": get_random_secret_key(), "FIELD_KEYS": Fernet.generate_key().decode()}
        draft = path.with_suffix(f".{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text(json.dumps(fresh))
        with contextlib.suppress(FileExistsError):  # two first starts at once: one wins, both read the same keys
            os.link(draft, path)
        draft.unlink()
    keys: dict[str, str] = json.loads(path.read_text())
    return keys


def languages(catalogues: Path) -> list[tuple[str, str]]:
    """English, then every language with a catalogue in `catalogues`, each by its own name."""
    found = sorted(path.parent.parent.name for path in catalogues.glob("*/LC_MESSAGES/django.po"))
    codes = [to_language(name) for name in found if to_language(name) in LANG_INFO]
    return [("en-gb", "English")] + [(code, LANG_INFO[code]["name_local"]) for code in codes if code != "en-gb"]

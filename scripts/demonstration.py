"""The demonstration council: made once in DATA_DIR, the same at every start, thrown away by `make demo-reset`.

The marker file in DATA_DIR says which database the demonstration was loaded into and for which static files they were
collected, so that the second start has nothing to do.
"""

import hashlib
import io
import json
import os
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command

MARKER = "demonstration.json"
SHAPES_THE_STATIC_FILES = ("static/**/*", "requirements/base.txt")


def marker() -> Path:
    """The file that says what was already done in this DATA_DIR."""
    return Path(os.environ.get("DATA_DIR") or Path(__file__).resolve().parent.parent / "var") / MARKER


def done() -> dict[str, str]:
    """What was already done: empty in a fresh folder."""
    return dict(json.loads(marker().read_text())) if marker().exists() else {}


def which_database() -> str:
    """A name for the database in use that tells nobody its password."""
    return hashlib.sha256(os.environ.get("DATABASE_URL", "").encode()).hexdigest()[:16]


def prepare() -> None:
    """Migrate; collect static files if they changed; load the demonstration if this database has none. Safe to repeat."""
    print("Preparing the database ..." if not done() else "Checking the database ...", flush=True)
    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    static = _static_fingerprint()
    if done().get("static") != static or not Path(settings.STATIC_ROOT).is_dir():
        call_command("collectstatic", verbosity=0, interactive=False)
        _note(static=static)
    if done().get("loaded_into") != which_database():
        print("Loading the demonstration council (once) ...", flush=True)
        duty_number = "01632 960118"  # kept for fiction
        call_command("load_cms_contents", council_name="Thornbeck Council", duty_number=duty_number, verbosity=0)
        call_command("load_demonstration")
        _note(loaded_into=which_database())
    call_command("sweep", keep_going=True, stderr=io.StringIO())


def say_who_can_sign_in(address: str) -> None:
    """Print where Ownstory answers, who can sign in and how."""
    print(f"\nOwnstory answers at {address}\n", flush=True)
    call_command("demonstration_people")


def _static_fingerprint() -> str:
    root = Path(settings.BASE_DIR)
    digest = hashlib.sha256()
    for path in sorted(path for pattern in SHAPES_THE_STATIC_FILES for path in root.glob(pattern) if path.is_file()):
        digest.update(f"{path.relative_to(root)}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _note(**facts: str) -> None:
    marker().parent.mkdir(parents=True, exist_ok=True)
    marker().write_text(json.dumps({**done(), **facts}, indent=1))

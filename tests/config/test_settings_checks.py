"""What must not go live does not."""

import json
import logging
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from config import checks, log_filter
from config.env import BASE_DIR


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("NATION", "XX", "ownstory.C001"),
        ("TOLD_FIRST_DAYS", -1, "ownstory.C002"),
        ("FIELD_KEYS", ["same"], "ownstory.C003"),
        ("SESSION_COOKIE_AGE", 86400, "ownstory.C004"),
        ("DEBUG", True, "ownstory.C005"),
        ("DEMONSTRATION", True, "ownstory.C006"),
        ("ALLOWED_HOSTS", ["*"], "ownstory.C007"),
        ("WRITE_BACK_URL", "http://case-system.example/", "ownstory.C008"),
        ("WRITE_BACK_URL", "https://case-system.example/", "ownstory.C009"),
        ("WRITE_BACK_URL", "", "ownstory.W004"),
    ],
)
def test_a_dangerous_setting_is_critical_and_says_what_to_do(
    name: str, value: object, found: str, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each one alone is enough."""
    monkeypatch.setattr(checks, "PRODUCTION", True)
    settings.ALLOWED_HOSTS = ["story.example"]
    settings.SECRET_KEY = "same"
    setattr(settings, name, value)
    messages = {message.id: message for message in checks.settings_are_safe(None)}
    assert found in messages
    assert messages[found].hint


def test_a_newcomer_gets_keys_of_their_own_that_nobody_else_can_read(tmp_path: Path) -> None:
    """Made once, kept, readable by the owner alone."""
    told = "import config.settings as s; print(s.SECRET_KEY)"
    environment = {**os.environ, "DATA_DIR": str(tmp_path / "new")}
    runs = [
        subprocess.run([sys.executable, "-c", told], cwd=BASE_DIR, env=environment, capture_output=True, text=True, check=True)
        for _ in (1, 2)
    ]
    keys = tmp_path / "new" / "keys.json"
    assert runs[0].stdout == runs[1].stdout
    assert json.loads(keys.read_text())["SECRET_KEY"] == runs[0].stdout.strip()
    assert keys.stat().st_mode & 0o077 == 0


def test_a_live_installation_without_keys_does_not_start_and_says_what_to_set(tmp_path: Path) -> None:
    """No silent default in production."""
    environment = {**os.environ, "DATA_DIR": str(tmp_path), "OWNSTORY_MODE": "production", "SECRET_KEY": ""}
    run = subprocess.run(
        [sys.executable, "-c", "import config.settings"], cwd=BASE_DIR, env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode
    assert "SECRET_KEY is not set. Set it in the environment" in run.stderr


def test_a_logged_exception_keeps_type_and_place_and_loses_its_words() -> None:
    """An error may quote what a young person wrote; the log must not."""
    words = "my secret words"
    try:
        raise ValueError(words)
    except ValueError as problem:
        caught = (ValueError, problem, problem.__traceback__)
        record = logging.LogRecord("django", logging.ERROR, __file__, 1, "Internal Server Error: %s", ("/my-words/",), caught)
    log_filter.NoRecordText().filter(record)
    said = record.getMessage()
    assert "ValueError" in said
    assert "test_settings_checks.py" in said
    assert words not in said
    assert record.exc_info is None

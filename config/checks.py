"""Combinations of settings that must not go live. Each message says how to put it right."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Critical, Tags, Warning, register

from config.env import PRODUCTION
from law.bank_holidays import last_known_day

NATIONS = ("EW", "SC", "NI")
SOON = timedelta(days=183)


@register(Tags.security)
def settings_are_safe(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Critical for what would put a record at risk, a warning for what a newcomer may do and a council should not."""
    found: list[CheckMessage] = []
    if settings.NATION not in NATIONS:
        found.append(Critical(f"NATION is {settings.NATION!r}.", hint="Set it to EW, SC or NI.", id="ownstory.C001"))
    if settings.TOLD_FIRST_DAYS < 0:
        found.append(Critical("TOLD_FIRST_DAYS is below 0.", hint="Set a number of days, such as 90.", id="ownstory.C002"))
    if settings.SECRET_KEY in settings.FIELD_KEYS:
        found.append(
            Critical("FIELD_KEYS and SECRET_KEY are the same.", hint="Make a key of its own: docs/how-to/install.md.", id="ownstory.C003")
        )
    if not settings.SESSION_COOKIE_AGE <= 30 * 60:
        found.append(Critical("A page left alone stays open too long.", hint="Set SESSION_COOKIE_AGE to at most 1800.", id="ownstory.C004"))
    return found + _way_back() + _old_holidays() + (_live() if PRODUCTION else [])


def _way_back() -> list[CheckMessage]:
    """Where young people's words go must be a folder or an address with a certificate, and an address needs a key."""
    where = settings.WRITE_BACK_URL
    if where and not where.startswith(("file:///", "https://")):
        hint = "Set it to file:///folder or https://address: docs/how-to/write-back.md."
        return [Critical("WRITE_BACK_URL is neither a folder nor an address with a certificate.", hint=hint, id="ownstory.C008")]
    if where.startswith("https://") and not settings.WRITE_BACK_KEY:
        return [Critical("WRITE_BACK_KEY is not set: nothing can be signed.", hint="Set the key both sides share.", id="ownstory.C009")]
    return []


def _old_holidays() -> list[CheckMessage]:
    """Said half a year before the list of bank holidays ends."""
    if settings.NATION not in NATIONS or datetime.now(UTC).date() + SOON < last_known_day(settings.NATION):
        return []
    what = f"We hold bank holidays up to {last_known_day(settings.NATION).year}. After that, promises count every weekday."
    return [Warning(what, hint="Install a newer version, or add the years to law/bank_holidays.json.", id="ownstory.W003")]


def _live() -> list[CheckMessage]:
    """What only a live installation must have."""
    found: list[CheckMessage] = []
    if settings.DEBUG:
        found.append(Critical("DEBUG is on: error pages would show records.", hint="Unset it.", id="ownstory.C005"))
    if settings.DEMONSTRATION:
        found.append(
            Critical(
                "The demonstration is on: its passphrases are public.",
                hint="Unset OWNSTORY_DEMONSTRATION, and use a database without the demonstration council.",
                id="ownstory.C006",
            )
        )
    if not settings.ALLOWED_HOSTS or "*" in settings.ALLOWED_HOSTS:
        found.append(Critical("ALLOWED_HOSTS does not name your host.", hint="Set it to the service's own name.", id="ownstory.C007"))
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        found.append(
            Warning(
                "A council's installation runs on SQLite.",
                hint="Set DATABASE_URL to a PostgreSQL database before young people join.",
                id="ownstory.W001",
            )
        )
    if not settings.WRITE_BACK_URL:
        found.append(
            Warning(
                "What young people write stays here alone: it does not reach the council's own system.",
                hint="Set WRITE_BACK_URL: docs/how-to/write-back.md. Until then this portal is part of the case record.",
                id="ownstory.W004",
            )
        )
    if not settings.SCANNER_URL:
        found.append(
            Warning(
                "No virus scanner is set up: files from outside stay closed to everybody.",
                hint="Set SCANNER_URL to a clamd, such as clamd://127.0.0.1:3310.",
                id="ownstory.W002",
            )
        )
    return found

"""A child's page for staff with a long record, beside a short one: one story out of every source, 60 entries at a time."""

import re
import time
from datetime import UTC, date, datetime, timedelta
from functools import partial

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.models import Authenticator
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django_otp import DEVICE_ID_SESSION_KEY

from audit.who import NIGHTLY_IMPORT
from bench.figure import Figure, seconds
from official_file.actions.append import append_entries
from official_file.drafts import EntryDraft, SourceRef
from official_file.plain_language.when import When
from people.encryption import encrypt
from people.models import Child, Membership, Relationship, SecondFactorDevice, Team, User

NOW = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
FIRST_DAY = date(2012, 1, 1)
LONG, SHORT = 10_000, 100
MOST_QUERIES = 20
TIMES = 9
BACKEND = "people.sign_in.SignInBackend"
QUESTION = re.compile(r"^(SELECT|INSERT|UPDATE|DELETE)")


def measure() -> list[Figure]:
    """Seconds for the page of a record of 10,000 entries against one of 100, and what it asks the database."""
    call_command("collectstatic", interactive=False, verbosity=0)
    client, worker = _worker()
    addresses = {count: reverse("portal:child", args=[_child(worker, count).pk]) for count in (LONG, SHORT)}
    best = dict.fromkeys(addresses, float("inf"))
    for _number in range(TIMES):
        for count, address in addresses.items():
            best[count] = min(best[count], seconds(partial(client.get, address)))
    with CaptureQueriesContext(connection) as queries:
        client.get(addresses[LONG] + "?page=80")
    asked = sum(1 for query in queries.captured_queries if QUESTION.match(query["sql"]))
    return [
        Figure("child_page_10000_or_100", best[LONG], best[SHORT], "s", "A child's page for staff, for 10,000 entries and for 100.", 3),
        Figure("child_page_queries", asked, MOST_QUERIES, "queries", "Database queries for that page; the bound is 20.", 1),
    ]


def _worker() -> tuple[Client, User]:
    """A social worker's laptop, with the second factor checked."""
    user = User.objects.create_user(username="bench-worker", password=None, kind="staff", display_name="Ben Hughes")
    Membership.objects.create(user=user, team=Team.objects.create(name="Bench"), role="social_worker", starts=LONG_AGO)
    factor = Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": encrypt("JBSWY3DPEHPK3PXP")})
    device = SecondFactorDevice.objects.create(authenticator=factor, user=user, name="bench", confirmed=True)
    client = Client()
    client.force_login(user, backend=BACKEND)
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "mfa", "type": "totp", "at": time.time(), "id": factor.pk}]
    session[DEVICE_ID_SESSION_KEY] = device.persistent_id
    session.save()
    return client, user


def _child(worker: User, entries: int) -> Child:
    """A child of theirs with that many entries: homes, and notes of visits."""
    child = Child.objects.create(known_as=f"Amara {entries}", date_of_birth=date(2010, 3, 2))
    Relationship.objects.create(child=child, user=worker, role="social_worker", starts=LONG_AGO)
    days = (date(2025, 6, 1) - FIRST_DAY).days
    drafts = [_draft(number, FIRST_DAY + timedelta(days=number * days // entries), entries) for number in range(entries)]
    with transaction.atomic():
        append_entries(drafts=[(child, draft) for draft in drafts], by=NIGHTLY_IMPORT, now=NOW)
    return child


def _draft(number: int, day: date, entries: int) -> EntryDraft:
    if number % max(entries // 12, 1) == 0:
        facts = {"place": "U4", "provider": "PR1", "rne": "S" if number == 0 else "P"}
        return EntryDraft("home", When(day, day + timedelta(days=30)), SourceRef("ssda903", f"staff/{entries}/{number}"), facts=facts)
    facts = {"title": "A visit at home", "summary": "We talked about school and about the summer."}
    words = "Visited at home. We talked about school, the football club and the summer. " * 4
    source = SourceRef("case_notes", f"staff/{entries}/{number}")
    return EntryDraft("visit", When(day), source, facts=facts, text=words, author_name="Priya Shah", author_role="social worker")

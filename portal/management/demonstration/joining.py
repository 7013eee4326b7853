"""Young people get their way in: what is opened first, readiness, the code, their own name and passphrase, About me."""

from datetime import timedelta
from typing import Any

from official_file.actions.approve_plain_version import approve_plain_version
from official_file.actions.confirm_connection import confirm_connection
from official_file.actions.open_chapter import open_chapter
from official_file.actions.open_entry import is_health, open_entry
from official_file.models import Connection, Entry, EntryNow
from official_file.opening_rules import REASONS
from people.actions.acknowledge_notice import acknowledge_notice
from people.actions.join import join
from people.actions.make_join_code import make_join_code
from people.actions.read_about_me import read_about_me
from people.actions.record_readiness import record_readiness
from people.actions.write_about_me import write_about_me
from people.models import Child, User
from portal.management.demonstration.council import Council

A_MOMENT = timedelta(minutes=4)
EVERYDAY = 1  # the highest sensitivity of a reason that is opened with the others
SAYS_NOTHING = ("PLACE", "OTHER")  # reasons that would only puzzle: nobody moved, or "another reason"


def open_and_join(council: Council, one: dict[str, Any]) -> None:
    """One young person: their worker reads and opens, writes down that they are ready, and sits with them as they join."""
    number, worker = one["child"], council.staff[one["worker"]]
    opened = council.words["opened"][number]
    child, then = council.child(number), council.at_work(opened["days_ago"])
    _confirm_people(child, worker, council, opened["not_known"])
    why = _open_records(council, number, worker, opened)
    if opened["reasons"]:
        _open_reasons(child, worker, council)
    record_readiness(
        child=child,
        decided_with=one["decided_with"],
        safe_phone=True,
        safe_phone_note=one["safe_phone_note"],
        sits_with=one["sits_with"],
        why_entry=why.pk,
        by=worker,
        now=then,
    )
    code = make_join_code(child=child, by=worker, now=then + A_MOMENT).code
    user = join(code=code, username=one["username"], passphrase=one["passphrase"], now=then + 2 * A_MOMENT)
    child.refresh_from_db()
    acknowledge_notice(child=child, by=user, now=then + 3 * A_MOMENT)
    write_about_me(child=child, words=council.words["about_me"][number], by=user, now=then + 4 * A_MOMENT)
    read_about_me(child=child, by=worker, now=then + 5 * A_MOMENT)


def _open_records(council: Council, number: str, worker: User, opened: dict[str, Any]) -> Entry:
    """Open the records the worker has read with them, each with the plain words it came with. Returns why they are in care."""
    then, why = council.at_work(opened["days_ago"]), None
    for key in opened["keys"]:
        entry = council.record(number, key)
        body = entry.body
        if body["facts"].get("summary"):
            approve_plain_version(entry=entry, text=body["facts"]["summary"], by=worker, now=then)
        because = opened["because"] if is_health(EntryNow.objects.get(pk=entry.pk)) else ""
        themes = opened["themes"].get(key, [])
        open_entry(entry=entry, with_them=True, because=because, themes=themes, by=worker, now=then)
        why = entry if body["kind"] == "why_letter" else why
    if why is None:
        raise ValueError(f"Nothing that is opened for {number} says why they came into care.")
    return why


def _open_reasons(child: Child, worker: User, council: Council) -> None:
    """Why they came into care and why they moved, as far as an everyday code tells it."""
    rows = EntryNow.objects.filter(child=child, kind__in=REASONS, sensitivity__lte=EVERYDAY, superseded_by__isnull=True)
    entries = [row.entry for row in rows.select_related("entry__payload") if row.entry.body["facts"].get("code") not in SAYS_NOTHING]
    if entries:
        then = council.at_work(council.words["opened"][_number(child)]["days_ago"])
        open_chapter(child=child, entries=entries, with_them=True, by=worker, now=then)


def _confirm_people(child: Child, worker: User, council: Council, not_known: list[str]) -> None:
    """Everybody the young person knows of, as their worker has made sure."""
    then = council.at_work(council.words["opened"][_number(child)]["days_ago"])
    for connection in Connection.objects.filter(child=child).exclude(key__in=not_known):
        confirm_connection(connection=connection, by=worker, now=then)


def _number(child: Child) -> str:
    return child.identifiers.get(source="ssda903").key

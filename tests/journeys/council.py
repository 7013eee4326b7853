"""The council of the story: a return and notes on disk, staff who sign in with two steps, and Amara, who is 13.

Every step is what a person does at a page or at the terminal. The same steps are told without scripts, by Django's test
client (tests/journeys), and in a real browser the size of a phone (tests/browser).
"""

import hmac
import json
import re
import struct
import time
from base64 import b32decode
from collections.abc import Callable
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Any

import time_machine
from django.core.management import call_command

from tests.journeys.visitor import Browsing

RETURN = {
    "header.csv": ["CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB", "900001,F,02/03/2013,BAFR,M999410117101,0,"],
    "episodes.csv": [
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN",
        "900001,16/05/2017,S,V2,N3,U6,PR1,21/08/2018,X1,CARPL,QX3 7BD,QX5 1AA,XXXXXXX",
        "900001,21/08/2018,P,C2,N3,U1,PR1,14/03/2023,X1,CARPL,QX3 7BD,QX2 2BB,XXXXXXX",
        "900001,14/03/2023,P,C2,N3,U4,PR1,,,,QX3 7BD,QX4 3JB,XXXXXXX",
    ],
    "reviews.csv": ["CHILD,DOB,REVIEW,REVIEW_CODE", "900001,02/03/2013,09/03/2026,PN1"],
}
PERSON = {
    "type": "person",
    "child": "900001",
    "known_as": "Amara",
    "names": [{"name": "Amara Okafor", "kind": "legal", "from": None, "to": None}],
    "date_of_birth": "2013-03-02",
    "pronouns": "she",
    "first_language": "English",
    "stage": "in_care",
    "connections": [],
}
VISIT = {
    "type": "visit",
    "child": "900001",
    "key": "n-001",
    "date": "2026-02-03",
    "date_precision": "day",
    "date_to": None,
    "title": "Visit at home",
    "text": "Seen at home. We planted beans on the windowsill.\n\nAmara said the blue room is hers now.",
    "summary": "Ben came to see you at home. You planted beans together.",
    "author": {"name": "Ben Hughes", "role": "social worker"},
    "written_on": "2026-02-04",
    "sections": ["homes"],
    "sensitivity": 1,
}
NUMBER = "900001"
LETTER = "Dear Amara,\n\nYour mum was ill and could not keep you safe. It was never your fault.\n\nBen"
PICTURE = "Amara is 13. She swims four mornings a week and draws very small comics."
WORDS = "I want to see my brother more.\n\n  Nobody asked me! \u2764\ufe0f <b>not bold</b> & that is all"
REPLY = "Thank you for telling me. I will ask about Saturdays."
HERS = {"username": "bluefox7", "passphrase": "otter-candle-bridge"}


@dataclass
class SignIn:
    """How a member of staff signs in."""

    username: str
    passphrase: str
    secret: str = ""


@dataclass
class Council:
    """What the story keeps between its steps. `browser` gives somebody a browser of their own."""

    clock: time_machine.Traveller
    folder: Path
    browser: Callable[[str], Browsing]
    sign_ins: dict[str, SignIn] = field(default_factory=dict)
    code: str = ""
    invited_by: Browsing | None = None  # her worker's browser, where the story has gone on to the code in her hand

    def command(self, *arguments: str) -> str:
        """Run a command as an operator does; what it prints."""
        said = StringIO()
        call_command(*arguments, stdout=said, stderr=StringIO())
        return said.getvalue()

    def import_return(self) -> dict[str, Any]:
        """`manage.py import_ssda903` of the small return; its report."""
        folder = self.folder / "return"
        folder.mkdir(exist_ok=True)
        for name, lines in RETURN.items():
            (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
        return self._report("import_ssda903", folder)

    def import_notes(self, *more: dict[str, Any]) -> dict[str, Any]:
        """`manage.py import_case_notes` of her name and of one visit; its report."""
        notes = self.folder / "notes.jsonl"
        notes.write_text("".join(json.dumps(one) + "\n" for one in (PERSON, VISIT, *more)), encoding="utf-8")
        return self._report("import_case_notes", notes)

    def six_numbers(self, username: str) -> str:
        """What the app on their phone shows: the next numbers each time, because each works once."""
        self.clock.shift(31)
        digest = hmac.digest(b32decode(self.sign_ins[username].secret), struct.pack(">Q", int(time.time()) // 30), "sha1")
        start = digest[-1] & 15
        return f"{(int.from_bytes(digest[start : start + 4]) & 0x7FFFFFFF) % 1_000_000:06}"  # RFC 6238

    def _report(self, command: str, source: Path) -> dict[str, Any]:
        report = self.folder / f"{command}.json"
        self.command(command, str(source), "--report", str(report))
        found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
        return found


# --- Staff ----------------------------------------------------------------------------------------------------


def sign_in_first_time(council: Council, username: str) -> Browsing:
    """With the passphrase they were told: choose one of their own, and set up the app."""
    person, mine = council.browser(username), council.sign_ins[username]
    person.open("/sign-in/")
    person.write("The name you sign in with", username)
    person.write("Your passphrase", mine.passphrase)
    person.press("Sign in")
    person.write("The passphrase you have now", mine.passphrase)
    mine.passphrase = f"pebble-lantern-{username}"
    person.write("Your new passphrase", mine.passphrase)
    person.write("The new passphrase once more", mine.passphrase)
    person.press("Change it")
    person.unfold("I can't use the picture")
    letters = re.search(r"Type these letters into the app: ([A-Z2-7]+)", person.text())
    assert letters, person.text()
    mine.secret = letters[1]
    person.write("Six numbers", council.six_numbers(username))
    person.press("Set it up")
    return person


def sign_in(council: Council, username: str) -> Browsing:
    """With their passphrase, then the six numbers; the first time, as one does it the first time."""
    person, mine = council.browser(username), council.sign_ins[username]
    if not mine.secret:
        return sign_in_first_time(council, username)
    person.open("/sign-in/")
    person.write("The name you sign in with", username)
    person.write("Your passphrase", mine.passphrase)
    person.press("Sign in")
    person.write("Six numbers", council.six_numbers(username))
    person.press("Sign in")
    return person


def hire(council: Council, manager: Browsing, *, name: str, role: str, team: str) -> str:
    """The account manager adds somebody to a team; the name they sign in with. The first passphrase is shown once."""
    username = name.split()[0].lower()
    manager.open("/work/staff/add/")
    manager.write("Their name, as young people read it", name)
    manager.write("The name they sign in with", username)
    manager.select("Role", role)
    manager.select("Team", team)
    manager.press("Add them")
    shown = re.search(r"First passphrase ([a-z]+-[a-z]+-[a-z]+)", manager.text())
    assert shown, manager.text()
    council.sign_ins[username] = SignIn(username, shown[1])
    return username


def given_a_council(council: Council) -> None:
    """An account manager made at the terminal, a team, its manager, a worker, and a reviewing officer in another."""
    printed = council.command("add_first_staff", "ruth", "Ruth Lewis").split()
    council.sign_ins["ruth"] = SignIn(*printed)
    ruth = sign_in_first_time(council, "ruth")
    for team in ("East", "Reviews"):
        ruth.open("/work/teams/")
        ruth.write("Name of the team", team)
        ruth.press("Make it")
    for name, role, team in (
        ("Joan Mills", "Team manager", "East"),
        ("Ben Hughes", "Social worker", "East"),
        ("David Osei", "Reviewing officer", "Reviews"),
    ):
        hire(council, ruth, name=name, role=role, team=team)


def given_her_file_came_in(council: Council) -> None:
    """The return and the notes are imported, and Amara is allocated to Ben."""
    given_a_council(council)
    council.import_return()
    council.import_notes()
    allocate(council, sign_in(council, "joan"), worker="Ben Hughes")


def allocate(council: Council, manager: Browsing, *, worker: str) -> None:
    """The team manager finds the child by number, and writes down who works with her."""
    manager.open("/work/allocation/")
    manager.write("Their whole name, or their number", NUMBER)
    manager.press("Find")
    manager.follow("Amara")
    manager.select("Worker", worker)
    manager.write("From", "2026-11-18")
    manager.press("Write it down")

"""A real server that is killed while young people's phones save: what was acknowledged, and what is there afterwards.

A phone posts its words again and again, each time one more, and remembers the last that was acknowledged. The server's process is
killed with SIGKILL in the midst of it: nothing it held in memory is written by then.
"""

import http.client
import json
import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid4

from django.conf import settings
from django.test import Client
from django.urls import reverse

from people.models import User
from stories.models import Contribution
from stories.verbatim import digest_of
from tests.cast import sign_in
from tests.environment import ROOT

TOKEN = "k" * 32  # a page's token and its cookie: the same 32 letters on both sides
LONGEST_WAIT = 120.0  # seconds for a server to answer on a machine that is busy
WORD = "\u0645\u0631\u062d\u0628\u0627 \U0001f49b word"  # of several scripts, so that half a character would show


class Server:
    """The portal as it is run, on a port of this machine, with this test's own database."""

    def __init__(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, and wait until it answers."""
        command = [sys.executable, "-m", "gunicorn", "tests.soak.warm:application", "--bind", f"127.0.0.1:{self.port}", "--preload"]
        command += ["--workers", "1", "--worker-class", "gthread", "--threads", "4", "--log-level", "critical", "--no-control-socket"]
        surroundings = {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings"}
        self.process = subprocess.Popen(command, cwd=ROOT, env=surroundings, start_new_session=True)
        self.wait()

    def wait(self) -> None:
        """Until it answers. Raises TimeoutError."""
        ends = time.monotonic() + LONGEST_WAIT
        while time.monotonic() < ends:
            try:
                connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
                connection.request("GET", "/healthz", headers={"Host": "localhost"})
                connection.getresponse().read()
            except (OSError, http.client.HTTPException):
                time.sleep(0.05)
            else:
                return
            finally:
                connection.close()
        raise TimeoutError("The server did not answer.")

    def kill(self) -> None:
        """Kill it and what it began, at once."""
        if self.process:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def kill_who_serves(self) -> None:
        """Kill the process that answers; the one that watches over it begins another."""
        assert self.process
        children = ROOT.__class__(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        for child in children:
            os.kill(int(child), signal.SIGKILL)


@dataclass
class Phone:
    """One young person's phone: saves without end, and sends each third draft. Knows what was acknowledged."""

    user: User
    port: int
    saved: dict[UUID, int] = field(default_factory=dict)
    sent: dict[UUID, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    stopping: threading.Event = field(default_factory=threading.Event)
    cookie: str = ""
    count: int = 0

    def __post_init__(self) -> None:
        session = sign_in(Client(), self.user).session
        self.cookie = f"{settings.SESSION_COOKIE_NAME}={session.session_key}; {settings.CSRF_COOKIE_NAME}={TOKEN}"
        self.thread = threading.Thread(target=self._write, daemon=True)

    def _write(self) -> None:
        number = 0
        while not self.stopping.is_set():
            number += 1
            self._one_draft(uuid4(), sends=number % 3 == 0)

    def _one_draft(self, draft: UUID, *, sends: bool) -> None:
        tab, version = uuid4().hex, 0
        for words in range(1, random.randint(4, 9)):
            while not self.stopping.is_set():
                page = {"draft": draft, "version": version, "tab": tab, "turn": words, "words": said(words)}
                answer = self._post(reverse("stories:save"), page)
                if answer and answer[0] == 200:
                    version = answer[1]["version"]
                    self.saved[draft] = words
                    self.count += 1
                    break
        if sends and draft in self.saved:
            answer = self._post(reverse("stories:send", args=[draft]), {"version": version})
            if answer and answer[0] == 302:
                self.sent[draft] = self.saved[draft]

    def _post(self, path: str, page: dict[str, Any]) -> tuple[int, Any] | None:
        """Status and answer; None when the server was not there to answer."""
        body = urlencode({**page, "csrfmiddlewaretoken": TOKEN})
        headers = {"Host": "localhost", "Cookie": self.cookie, "Accept": "application/json"}
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request("POST", path, body, headers)
            answer = connection.getresponse()
            raw = answer.read()
            if answer.status not in (200, 302, 500, 503):
                self.faults.append(f"{answer.status} {path}")
                self.stopping.set()
            return answer.status, json.loads(raw) if answer.status == 200 else raw
        except (OSError, http.client.HTTPException, ValueError):
            time.sleep(0.01)
            return None
        finally:
            connection.close()

    def wait_for(self, more: int) -> None:
        """Until so many more saves were acknowledged. Raises TimeoutError."""
        wanted, ends = self.count + more, time.monotonic() + LONGEST_WAIT
        while self.count < wanted:
            if time.monotonic() > ends or self.faults:
                raise TimeoutError(f"The saves were not acknowledged: {self.faults}")
            time.sleep(0.01)

    def stop(self) -> None:
        """Let it finish what it is doing."""
        self.stopping.set()
        self.thread.join(LONGEST_WAIT)


def said(words: int) -> str:
    """So many words."""
    return " ".join([WORD] * words)


def lost(phones: list[Phone]) -> list[str]:
    """Every acknowledged word that is not there, and everything that is there and nobody wrote: nothing, when all is well."""
    found = []
    for phone in phones:
        found += phone.faults
        for draft, words in list(phone.saved.items()):
            held = Contribution.objects.filter(pk=draft).first()
            if held is None or len(held.words) < len(said(words)) or not said(20).startswith(held.words):
                found.append(f"saved {words} words of {draft}, and {held and len(held.words)} letters are there")
        for draft, words in list(phone.sent.items()):
            held = Contribution.objects.get(pk=draft)
            if held.sent_at is None or held.words != said(words) or held.digest != digest_of(held.words):
                found.append(f"sent {words} words of {draft}, and it is {held.status}")
    return found

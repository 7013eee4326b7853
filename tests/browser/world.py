"""A council in the browser: the cast, a full file for Amara, words in every state, and browsers that carry their sessions."""

import shutil
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import time_machine
from allauth.account.internal.flows.login import _AUTHENTICATION_METHODS_USER_SESSION_KEY
from django.conf import settings
from django.core.files.storage import storages
from django.test import Client
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page

from moderation.actions.file_words import file_words
from official_file.actions.confirm_connection import confirm_connection
from official_file.models import Connection, Entry
from people.actions.write_about_me import write_about_me
from people.models import Child, ChildName, User
from stories.lifecycle import Status
from tests import database
from tests.cast import NOW, Cast, make_cast, sign_in
from tests.factories.contributions import a_proposal_not_to_add, a_reading, a_sent, contribution_at
from tests.views.story_of_amara import add, home, opened, own_words, visit
from tests.views.things import Things, make_things

LONG_AGO_YOUNG = date(2017, 5, 16)
HER_WORDS = "My brother plays the drums.\n\nI want to hear him.\nأريد أن أسمعه"
ARABIC_WORDS = "أنا أحب السباحة. أمي تتصل بي كل يوم جمعة."


@dataclass
class World:
    """Everybody and everything, and the address of the server."""

    cast: Cast
    things: Things
    url: str

    @property
    def names(self) -> list[str]:
        """First names and surnames of everybody: no title may hold one."""
        people = [child.known_as for child in self.cast.young_people] + [str(user) for user in self.cast.staff]
        return sorted({part for name in people for part in name.split()})

    def user(self, who: str) -> User:
        """The account of somebody in the cast, by first name in small letters."""
        person = getattr(self.cast, who)
        return person.user if isinstance(person, Child) else person

    def sign_in(self, context: BrowserContext, who: str) -> None:
        """Give this browser the session of somebody in the cast; "nobody" takes it away."""
        context.clear_cookies()
        if who == "nobody":
            return
        user = self.user(who)
        session = sign_in(Client(), user).session
        session[_AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(user.pk)  # whose sign-in it was: nobody is asked again at once
        session.save()
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session.session_key, "url": self.url}])

    def go(self, page: Page, name: str, *arguments: object, query: str = "") -> None:
        """Open a page by the name of its view."""
        page.goto(f"{self.url}{reverse(name, args=arguments)}{query}")


def make_small_world(url: str) -> World:
    """The cast and nothing else."""
    return World(make_cast(), Things({}), url)


class KeptWorld:
    """The full council of a worker's tests: made by the first that asks, and put back as it was then for every other.

    A browser's server sees only what is stored for good, so nothing could be taken back when a test ends.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._made: tuple[World, datetime] | None = None

    def given(self, url: str, clock: time_machine.Traveller) -> World:
        """Its database, its papers, and the moment after it was made."""
        if self._made is None:
            self._made = make_world(url), datetime.now(UTC)
            database.keep("world")
            self._copy_papers(keep=True)
        else:
            database.restore("world")
            self._copy_papers(keep=False)
        world, until = self._made
        clock.move_to(until)
        return deepcopy(world)

    def _copy_papers(self, *, keep: bool) -> None:
        for name in ("sealed", "safe"):
            there, here = Path(storages[name].path("")), self.folder / name
            if (there if keep else here).exists():
                shutil.copytree(*((there, here) if keep else (here, there)), dirs_exist_ok=True)


def make_world(url: str) -> World:
    """Make it."""
    cast = make_cast()
    things = make_things(cast)
    fill_amaras_file(cast)
    for status in (Status.BEING_READ, Status.LETS_TALK, Status.FILED, Status.FILED_LIMITED, Status.NOT_ADDED, Status.WITHDRAWN):
        contribution_at(status, cast)
    contribution_at(Status.SENT, cast, hide=True)
    contribution_at(Status.SENT, cast, urgent=True)
    a_proposal_not_to_add(a_sent(cast.amara, "Twinkle, twinkle, little star"), cast.ben)
    return World(cast, things, url)


def fill_amaras_file(cast: Cast) -> None:
    """Homes with a gap between them, a worker's notes open and closed, letters, her own words, family in two scripts."""
    amara = cast.amara
    add(amara, "came_into_care", LONG_AGO_YOUNG)
    home(amara, LONG_AGO_YOUNG, date(2018, 8, 21), "U6")
    home(amara, date(2019, 8, 21), None)
    opened(add(amara, "reason_for_care", LONG_AGO_YOUNG, facts={"code": "N3"}), cast.ben)
    for code, day in (("C1", date(2018, 8, 21)), ("C2", date(2019, 9, 5))):
        add(amara, "legal_status", day, facts={"code": code})
    add(amara, "review_held", date(2025, 3, 9), facts={"code": "PN1"})
    seen = opened(visit(amara, date(2024, 2, 3)), cast.ben)
    visit(amara, date(2024, 6, 3), "A visit still to be read")
    opened(letter(amara, "why_letter", "What happened when you came into care"), cast.ben)
    opened(letter(amara, "pen_picture", "About you now"), cast.ben)
    opened(letter(amara, "letter", "A letter to keep"), cast.ben)
    own_words(amara, cast.ben, HER_WORDS)
    ChildName.objects.create(child=amara, name="أمارا أوكافور", kind=ChildName.Kind.OTHER_SCRIPT)
    uncle = Connection.objects.create(child=amara, source="case_notes", key="c9", names=["جوزيف"], relation="your uncle")
    confirm_connection(connection=uncle, by=cast.ben, now=NOW)
    write_about_me(child=amara, words=f"I swim. I draw very small comics.\n\n{ARABIC_WORDS}", by=amara.user, now=NOW)
    beside = a_sent(amara, "That is not how it was. I was not cross.", about=seen)
    file_words(reading=a_reading(beside, cast.ben), reply="Thank you for putting it right.", note="I was there too.", by=cast.ben, now=NOW)


def letter(child: Child, kind: str, title: str) -> Entry:
    """Something written to her."""
    text = "Dear Amara,\n\nyour mum was ill and could not keep you safe. The court made a care order.\n\nBen"
    return add(child, kind, date(2024, 3, 2), facts={"title": title}, text=text, author_name="Ben Hughes", author_role="social worker")

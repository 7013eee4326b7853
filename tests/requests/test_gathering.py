"""Gathering a pack: every thing frozen as it stands, once, in order, and never what has rules of its own."""

from datetime import date, timedelta
from typing import Any

import pytest

from access_requests.actions.gather import begin_gathering_run
from access_requests.actions.gather_on import gather_on
from access_requests.gatherers import official
from access_requests.gathering.freezing import is_as_frozen
from access_requests.lifecycle import ENDED, State
from access_requests.models import AccessRequest, Gathering, Item
from access_requests.queries.items import Counts, counts, items_of
from audit.events import Event
from audit.record import record
from audit.who import THE_PORTAL, Who
from moderation.actions.file_words import file_words
from moderation.actions.reply import reply
from official_file.models import Entry
from people.errors import NotAllowed
from people.models import Child
from stories.actions.withdraw import withdraw
from tests.cast import NOW, Cast
from tests.factories.attachments import a_sent_with_media
from tests.factories.contributions import a_draft, a_reading, a_sent
from tests.factories.entries import an_entry
from tests.views.things_of_requests import a_plain_request

VISIT = "We talked about school and the football club. Amara would like to see her brother more often, and so would he."


@pytest.fixture
def asked(cast: Cast) -> AccessRequest:
    """A request for Idris's file that is being gathered."""
    return a_plain_request(cast.idris, State.GATHERING, "T-1")


def gather(request: AccessRequest, cast: Cast) -> Gathering:
    """Gather it to the end, as the background worker does."""
    made = begin_gathering_run(request=request, by=cast.sana, now=NOW)
    return gather_on(gathering=made, by=THE_PORTAL, now=NOW)


def titles(request: AccessRequest) -> list[str]:
    """What is to be read, in order."""
    return [item.frozen["title"] for item in items_of(request)]


@pytest.mark.need("R71")
def test_every_entry_is_frozen_with_its_version_author_and_fingerprint(asked: AccessRequest, cast: Cast) -> None:
    """And what was frozen can be told from what was changed."""
    visit = an_entry(cast.idris, "visit", date(2005, 2, 3), text=VISIT, facts={"title": "A visit"})
    made = gather(asked, cast)
    assert (made.state, made.counts["new"]) == (Gathering.State.DONE, 1)
    item = Item.objects.get(about_id=visit.pk)
    said = {name: item.frozen[name] for name in ("title", "text", "version", "author", "role", "written_on", "signed")}
    assert said == {
        "title": "A visit",
        "text": VISIT,
        "version": 1,
        "author": "Priya Shah",
        "role": "social worker",
        "written_on": "2005-02-03",
        "signed": "named",
    }
    assert is_as_frozen(item.frozen, item.fingerprint)
    assert not is_as_frozen(item.frozen | {"text": VISIT + "."}, item.fingerprint)


def test_an_earlier_version_is_an_item_too_and_the_newest_lists_it(asked: AccessRequest, cast: Cast) -> None:
    first = an_entry(cast.idris, "visit", date(2005, 2, 3), text=VISIT, facts={"title": "A visit"})
    newest = an_entry(
        cast.idris, "visit", date(2005, 2, 3), text="Something else altogether.", facts={"title": "A visit"}, supersedes=first.pk
    )
    gather(asked, cast)
    older, newer = (Item.objects.get(about_id=one.pk) for one in (first, newest))
    assert [(one.frozen["version"], one.frozen["versions"]) for one in (older, newer)] == [(1, 2), (2, 2)]
    assert [one["digest"] for one in newer.frozen["earlier"]] == [first.payload_digest]
    assert older.position < newer.position


def test_adoption_material_is_never_gathered(asked: AccessRequest, cast: Cast) -> None:
    an_entry(cast.idris, "adoption", date(1999, 2, 3), facts={"step": "match"})
    an_entry(cast.idris, "note", date(1999, 2, 3), text="About another family.", restricted="adoption")
    an_entry(cast.idris, "home", date(1999, 2, 3), facts={"place": "A3"})
    an_entry(cast.idris, "home", date(1998, 2, 3), facts={"place": "U4"})
    assert gather(asked, cast).counts["new"] == 1
    assert counts(asked) == Counts(items=1, pages=1)


def test_gathering_twice_adds_nothing_and_later_only_what_is_new(asked: AccessRequest, cast: Cast) -> None:
    an_entry(cast.idris, "visit", date(2005, 2, 3), text=VISIT, facts={"title": "February"})
    gather(asked, cast)
    before = list(Item.objects.order_by("pk").values())
    assert gather(asked, cast).counts["new"] == 0
    assert list(Item.objects.order_by("pk").values()) == before
    an_entry(cast.idris, "visit", date(2004, 2, 3), text="Idris was at school.", facts={"title": "A year before"})
    assert gather(asked, cast).counts["new"] == 1
    assert titles(asked) == ["A year before", "February"]


def test_the_same_words_of_one_day_are_folded_and_of_two_days_are_not(asked: AccessRequest, cast: Cast) -> None:
    an_entry(cast.idris, "visit", date(2005, 2, 3), text=VISIT, facts={"title": "Once"})
    an_entry(cast.idris, "note", date(2005, 2, 3), text=VISIT.upper(), facts={"title": "Twice"})
    an_entry(cast.idris, "visit", date(2005, 3, 3), text=VISIT, facts={"title": "In March"})
    gather(asked, cast)
    assert len(titles(asked)) == 2
    assert titles(asked)[-1] == "In March"
    copy = Item.objects.get(same_as__isnull=False)
    assert copy.alike == 100
    assert copy.same_as.frozen["title"] != copy.frozen["title"]
    assert counts(asked) == Counts(items=2, pages=2, folded=1)


def test_nobody_gathers_what_is_checked_or_what_they_do_not_handle(asked: AccessRequest, cast: Cast) -> None:
    for by, code in ((cast.ben, "not_found"), (cast.olu, "not_your_role")):
        with pytest.raises(NotAllowed) as refused:
            begin_gathering_run(request=asked, by=by, now=NOW)
        assert refused.value.code in {code, "not_found"}
    for state in set(State) - {State.SEARCHING, State.GATHERING, State.READING}:
        AccessRequest.objects.filter(pk=asked.pk).update(state=state, ended_at=NOW if state in ENDED else None)
        with pytest.raises(NotAllowed):
            begin_gathering_run(request=asked, by=cast.sana, now=NOW)
    assert not Gathering.objects.exists()


def test_a_run_that_was_killed_goes_on_where_it_stood(asked: AccessRequest, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever comes next waits until it is sure that nobody works on it, and loses one piece."""
    monkeypatch.setattr(official, "A_PIECE", 2)
    for month in range(1, 8):
        an_entry(cast.idris, "visit", date(2005, month, 3), text=f"{VISIT} {month}", facts={"title": f"Month {month}"})
    made = begin_gathering_run(request=asked, by=cast.sana, now=NOW)
    with monkeypatch.context() as patched:
        patched.setattr(official, "_drafts", _killed_at(6))
        with pytest.raises(RuntimeError):
            gather_on(gathering=made, by=THE_PORTAL, now=NOW)
    made.refresh_from_db()
    assert (made.state, made.done, Item.objects.count()) == (Gathering.State.RUNNING, 4, 4)
    assert gather_on(gathering=made, by=THE_PORTAL, now=NOW).state == Gathering.State.RUNNING
    assert gather_on(gathering=made, by=THE_PORTAL, now=NOW + timedelta(minutes=20)).state == Gathering.State.DONE
    assert titles(asked) == [f"Month {month}" for month in range(1, 8)]


def _killed_at(position: int) -> Any:
    real = official._drafts

    def drafts(entry: Entry, child: Child, today: date) -> Any:
        if entry.position == position:
            raise RuntimeError("killed")
        return real(entry, child, today)

    return drafts


def test_their_own_words_come_with_pictures_answers_notes_and_decisions(asked: AccessRequest, cast: Cast) -> None:
    """As they were sent; what is in the file too is folded into them. A draft and what was taken back are not ours to gather."""
    sent = a_sent_with_media(cast.idris, "photo", words=VISIT, caption="Me and Bramble")
    reply(contribution=sent, text="Thank you for telling us.", by=cast.sana, now=NOW)
    file_words(reading=a_reading(sent, cast.sana), reply="It is in your file now.", by=cast.sana, now=NOW)
    a_draft(cast.idris, "Nobody reads this.")
    withdraw(contribution=a_sent(cast.idris, "I take this back."), by=cast.idris.user, now=NOW)
    gather(asked, cast)
    words, *beside = items_of(asked)
    assert (words.frozen["text"], words.frozen["digest"], words.frozen["signed"]) == (VISIT, sent.digest, "sent")
    said = {one.frozen["text"] for one in beside if one.kind != "looks"}
    assert said == {"", "Thank you for telling us.", "It is in your file now.", "Put in the file"}
    assert {one.parent for one in beside if one.kind != "looks"} == {words}
    assert next(one.file for one in beside if one.kind == "photo") == sent.attachments.get().file
    assert {one.key.split(":")[0] for one in Item.objects.filter(same_as__isnull=False)} == {"entry"}
    assert not Item.objects.filter(frozen__text="Nobody reads this.").exists()


def test_who_looked_is_one_thing(asked: AccessRequest, cast: Cast) -> None:
    for name in ("Sana", "Olu"):
        record(Event.FILE_LOOKED_AT, child=cast.idris.pk, by=Who(name, "access_worker"), at=NOW)
    gather(asked, cast)
    looks = Item.objects.get(kind="looks")
    assert [line[17:21].strip() for line in looks.frozen["text"].splitlines()] == ["Sana", "Olu"]

"""An officer arranges a pack: takes bundles apart, folds and unfolds, places what has no date, sets aside, and undoes all of it."""

from datetime import date

import pytest

from access_requests.actions.fold_item import fold_item, unfold_item
from access_requests.actions.leave_upload import leave_upload
from access_requests.actions.part_item import join_item, part_item
from access_requests.actions.place_item import place_item
from access_requests.actions.set_item_aside import set_item_aside, take_item_back
from access_requests.gatherers.parting import pages_about_others
from access_requests.gathering.splitting import Range
from access_requests.models import AccessRequest, Item, Upload
from access_requests.queries.items import Counts, counts, items_of
from audit.models import AuditEvent
from official_file.plain_language.when import When
from people.errors import NotAllowed
from tests.cast import NOW, Cast
from tests.factories.entries import an_entry
from tests.factories.papers import a_paper
from tests.requests.test_gathering import VISIT, asked, gather, titles

__all__ = ["asked"]
BUNDLE = ("Name: Idris Bello\n3 May 1999", "More about him.", "Child: Ann Lowe DOB 1/2/90\n4 June 1998", "About her.", "Re: Idris\nAgain.")


@pytest.fixture
def bundle(asked: AccessRequest, cast: Cast, fresh_storages) -> Item:
    """A paper of five pages, two of them about another child."""
    a_paper(cast.idris, *BUNDLE, day=date(2001, 1, 1))
    gather(asked, cast)
    return Item.objects.get(kind="document")


@pytest.mark.need("R72")
def test_pages_about_another_child_are_set_aside_with_a_reason_and_can_be_put_back(bundle: Item, cast: Cast) -> None:
    assert pages_about_others(bundle) == "3-4"
    parts = [Range(1, 2), Range(3, 4, another=True), Range(5, 5)]
    with pytest.raises(NotAllowed) as refused:
        part_item(item=bundle, parts=parts, why=" ", by=cast.sana, now=NOW)
    assert refused.value.code == "no_reason"
    made = part_item(item=bundle, parts=parts, why="It is about another child.", by=cast.sana, now=NOW)
    assert [(one.first_page, one.last_page, one.pages, one.set_aside) for one in made] == [
        (1, 2, 2, ""),
        (3, 4, 2, "another_child"),
        (5, 5, 1, ""),
    ]
    assert [one.placed_on for one in made] == [date(1999, 5, 3), date(1998, 6, 4), date(2001, 1, 1)]
    assert "About her" not in "".join(one.frozen["text"] for one in items_of(bundle.request))
    assert counts(bundle.request) == Counts(items=2, pages=3, set_aside=2)
    join_item(item=bundle, by=cast.sana, now=NOW)
    assert counts(bundle.request) == Counts(items=1, pages=5, set_aside=3)
    again = part_item(item=bundle, parts=parts, why="It is about another child.", by=cast.sana, now=NOW)
    assert again == made
    assert counts(bundle.request) == Counts(items=2, pages=3, set_aside=2)


def test_gathering_again_leaves_what_a_person_arranged(bundle: Item, cast: Cast) -> None:
    part_item(item=bundle, parts=[Range(1, 2), Range(3, 5)], why="", by=cast.sana, now=NOW)
    before = titles(bundle.request)
    gather(bundle.request, cast)
    assert titles(bundle.request) == before


def test_a_copy_is_unfolded_by_hand_and_stays_so(asked: AccessRequest, cast: Cast) -> None:
    an_entry(cast.idris, "visit", date(2005, 2, 3), text=VISIT, facts={"title": "Once"})
    an_entry(cast.idris, "note", date(2005, 2, 3), text=VISIT, facts={"title": "Twice"})
    gather(asked, cast)
    copy = Item.objects.get(same_as__isnull=False)
    first = copy.same_as
    unfold_item(item=copy, by=cast.sana, now=NOW)
    gather(asked, cast)
    assert counts(asked).folded == 0
    fold_item(item=first, into=copy, by=cast.sana, now=NOW)
    gather(asked, cast)
    assert Item.objects.get(same_as__isnull=False) == first
    with pytest.raises(NotAllowed):
        fold_item(item=copy, into=first, by=cast.sana, now=NOW)


def test_what_has_no_date_is_placed_by_hand_with_why_and_a_date_of_its_own_stays(asked: AccessRequest, cast: Cast) -> None:
    an_entry(cast.idris, "note", None, text="A drawing of a boat.", facts={"title": "Boat"}, written_on=None)
    an_entry(cast.idris, "visit", date(2005, 2, 3), text=VISIT, facts={"title": "Visit"})
    gather(asked, cast)
    assert titles(asked) == ["Visit", "Boat"]
    visit, boat = items_of(asked)
    place_item(item=boat, when=When(date(1999, 1, 1)), why="It hung in the home where he lived then.", by=cast.sana, now=NOW)
    gather(asked, cast)
    assert titles(asked) == ["Boat", "Visit"]
    for wrong in ((visit, When(date(1999, 1, 1)), "Why"), (boat, When(date(2030, 1, 1)), "Why"), (boat, When(date(1999, 1, 1)), " ")):
        with pytest.raises(NotAllowed):
            place_item(item=wrong[0], when=wrong[1], why=wrong[2], by=cast.sana, now=NOW)


def test_what_is_set_aside_says_why_and_can_be_taken_back(bundle: Item, cast: Cast) -> None:
    set_item_aside(item=bundle, reason="not_asked_for", why="They asked for the years from 2004.", by=cast.sana, now=NOW)
    assert counts(bundle.request) == Counts(set_aside=1)
    gather(bundle.request, cast)
    assert counts(bundle.request) == Counts(set_aside=1)
    take_item_back(item=bundle, by=cast.sana, now=NOW)
    assert counts(bundle.request) == Counts(items=1, pages=5)
    seen = AuditEvent.objects.filter(event__startswith="request_item").values_list("event", flat=True)
    assert set(seen) == {"request_item_set_aside", "request_item_taken_back"}


def test_nobody_else_arranges_anything(bundle: Item, cast: Cast) -> None:
    upload = Upload.objects.create(
        request=bundle.request, name="a.pdf", state="kept_unread", reason="Locked.", added_at=NOW, added_by_name="Sana"
    )
    tries = (
        lambda by: part_item(item=bundle, parts=[Range(1, 2), Range(3, 5)], why="", by=by, now=NOW),
        lambda by: set_item_aside(item=bundle, reason="not_asked_for", why="Why.", by=by, now=NOW),
        lambda by: place_item(item=bundle, when=When(date(1999, 1, 1)), why="Why.", by=by, now=NOW),
        lambda by: leave_upload(upload=upload, why="It came in again.", by=by, now=NOW),
    )
    before = Item.objects.values().get(pk=bundle.pk)
    for attempt in tries:
        for by in (cast.ben, cast.idris.user, cast.tom):
            with pytest.raises(NotAllowed):
                attempt(by)
    assert Item.objects.values().get(pk=bundle.pk) == before
    leave_upload(upload=upload, why="It came in again.", by=cast.sana, now=NOW)
    assert counts(bundle.request).unread == 0

"""Handing over by name, asking a manager now, opening what was sent: who may, whose it is then, and what stays owed."""

from datetime import timedelta

import pytest

from audit.models import AuditEvent
from audit.sentences import sentence
from moderation.actions.claim import claim
from moderation.actions.describe import describe
from moderation.actions.escalate import escalate
from moderation.actions.file_words import file_words
from moderation.actions.hand_over import hand_over
from moderation.actions.keep_reply import keep_reply
from moderation.actions.open_media import open_media
from moderation.actions.release import release
from moderation.handing_on import colleagues_to_hand_to
from moderation.models import HandOver, MediaOpened, Reading
from moderation.queries import Desk, desk_of
from people.actions.record_cover import record_cover
from people.models import Task, TaskKind, User
from stories.actions.withdraw import withdraw
from stories.lifecycle import Status
from stories.models import Contribution
from stories.views.shown import mine_in_words
from tests.cast import NOW, Cast
from tests.factories.attachments import a_sent_with_media
from tests.factories.contributions import a_proposal_to_limit, a_reading, a_sent, contribution_at
from tests.refusals import refused

LATER = NOW + timedelta(minutes=1)


def fresh(contribution: Contribution) -> Contribution:
    return Contribution.objects.select_related("child").get(pk=contribution.pk)


def owed(contribution: Contribution) -> dict[str, str]:
    """Every kind of thing that is owed about it, and whose it is."""
    tasks = Task.objects.open().filter(about_id=contribution.pk)
    return {task.kind: str(task.for_user or task.for_role) for task in tasks}


def on_desk(user: User, part: str = "to_read") -> list[Contribution]:
    desk: Desk = desk_of(user, LATER)
    return [one.contribution for one in getattr(desk, part)]


def told(contribution: Contribution) -> str:
    """What its author reads of where it stands."""
    return mine_in_words([fresh(contribution)], LATER)[0].state.text


@pytest.mark.need("R53")
def test_handed_over_by_name_it_is_theirs_and_its_author_reads_whose(cast: Cast) -> None:
    sent = a_sent(cast.amara)
    keep_reply(reading=a_reading(sent, cast.ben), text="half", by=cast.ben, now=NOW)
    made = hand_over(contribution=sent, to=cast.joan, sentence=" I am away from noon. ", by=cast.ben, now=NOW)
    assert (made.sentence, made.to_name, fresh(sent).standing) == ("I am away from noon.", "Joan Mills", Status.SENT)
    assert owed(sent) == {"read_contribution": "Joan Mills"}
    assert (on_desk(cast.ben), on_desk(cast.joan)) == ([], [sent])
    assert told(sent) == "Sent. Joan Mills will read it by Monday."
    assert sentence(AuditEvent.objects.get(event="contribution_handed_over")).startswith("Ben Hughes (social worker) asked Joan Mills")
    file_words(reading=a_reading(sent, cast.joan), reply="Thank you.", by=cast.joan, now=LATER)
    assert fresh(sent).standing is Status.FILED


def test_a_reviewing_officer_it_is_handed_to_may_decide_it(cast: Cast) -> None:
    sent = a_sent(cast.amara, "Ben never rings, and Joan neither")
    assert [str(one.user) for one in colleagues_to_hand_to(sent, cast.ben, NOW)] == ["David Osei"]
    hand_over(contribution=sent, to=cast.david, sentence="It is about us.", by=cast.ben, now=NOW)
    file_words(reading=a_reading(sent, cast.david, LATER), reply="I rang you.", by=cast.david, now=LATER)
    assert fresh(sent).standing is Status.FILED


def test_it_is_handed_to_nobody_who_does_not_read_it_and_by_nobody_who_does_not_decide(cast: Cast) -> None:
    sent = a_sent(cast.amara)
    for stranger in (cast.carys, cast.dev, cast.imani, cast.ben):
        with refused("not_to_them"):
            hand_over(contribution=sent, to=stranger, sentence="Yours.", by=cast.ben, now=NOW)
    with refused("not_found"):
        hand_over(contribution=sent, to=cast.joan, sentence="Yours.", by=cast.carys, now=NOW)
    with refused("no_words"):
        hand_over(contribution=sent, to=cast.joan, sentence=" ", by=cast.ben, now=NOW)
    a_proposal_to_limit(sent, cast.ben)
    with refused("waiting"):
        hand_over(contribution=sent, to=cast.joan, sentence="Yours.", by=cast.ben, now=NOW)
    assert not HandOver.objects.exists()


def test_put_back_after_it_was_handed_over_it_is_the_workers_again(cast: Cast) -> None:
    sent = a_sent(cast.amara)
    hand_over(contribution=sent, to=cast.joan, sentence="Yours?", by=cast.ben, now=NOW)
    release(reading=a_reading(sent, cast.joan), by=cast.joan, now=LATER)
    assert owed(sent) == {"read_contribution": "Ben Hughes"}
    assert on_desk(cast.ben) == [sent]


@pytest.mark.need("R53")
def test_who_stands_in_has_it_on_their_desk_and_its_author_reads_their_name(cast: Cast) -> None:
    sent, today = a_sent(cast.amara), NOW.date()
    record_cover(worker=cast.ben, covering=cast.carys, starts=today, ends=today + timedelta(days=7), by=cast.joan, now=NOW)
    assert on_desk(cast.carys) == [sent]
    assert told(sent) == "Sent. Carys Pugh will read it by Monday."
    file_words(reading=claim(contribution=sent, by=cast.carys, now=LATER), reply="Thank you.", by=cast.carys, now=LATER)
    assert fresh(sent).standing is Status.FILED
    assert on_desk(cast.carys) == []


def test_who_stands_in_for_the_one_it_was_handed_to_has_it(cast: Cast) -> None:
    sent, today = a_sent(cast.amara), NOW.date()
    hand_over(contribution=sent, to=cast.joan, sentence="Yours.", by=cast.ben, now=NOW)
    cast.joan.covered_by.create(covering=cast.david, starts=NOW, ends=NOW + timedelta(days=9), recorded_by=cast.joan)
    assert today
    assert on_desk(cast.david) == [sent]


@pytest.mark.need("R49")
def test_a_worker_asks_a_manager_now_and_nothing_is_decided(cast: Cast) -> None:
    sent = a_sent(cast.amara)
    a_reading(sent, cast.ben)
    task = escalate(contribution=sent, sentence="She may run tonight.", by=cast.ben, now=NOW)
    assert (task.due_at, task.words, fresh(sent).standing) == (NOW + timedelta(hours=1), "She may run tonight.", Status.SENT)
    assert owed(sent) == {"escalated": "Joan Mills", "read_contribution": "Ben Hughes"}
    assert (on_desk(cast.joan), on_desk(cast.ben), on_desk(cast.ben, "with_manager")) == ([sent], [], [sent])
    assert told(sent) == "Sent. Somebody will read it before 11am."
    with refused("escalated"):
        a_reading(sent, cast.ben)
    assert escalate(contribution=sent, sentence="Again.", by=cast.ben, now=LATER) == task
    file_words(reading=a_reading(sent, cast.joan), reply="I rang you.", by=cast.joan, now=LATER)
    assert (fresh(sent).standing, owed(sent)) == (Status.FILED, {})


def test_a_manager_who_has_looked_hands_it_back_with_a_sentence(cast: Cast) -> None:
    sent = a_sent(cast.amara)
    escalate(contribution=sent, sentence="Is this safe?", by=cast.ben, now=NOW)
    with refused("escalated"):
        hand_over(contribution=sent, to=cast.david, sentence="Yours.", by=cast.ben, now=NOW)
    hand_over(contribution=sent, to=cast.ben, sentence="Yes. File it, and ring her today.", by=cast.joan, now=LATER)
    assert owed(sent) == {"read_contribution": "Ben Hughes"}
    assert on_desk(cast.ben) == [sent]


def test_a_manager_who_it_is_about_is_not_the_one_who_is_asked(cast: Cast) -> None:
    sent = a_sent(cast.amara, "Joan Mills shouted at me")
    assert escalate(contribution=sent, sentence="About Joan.", by=cast.ben, now=NOW).for_user == cast.david
    assert a_reading(sent, cast.david)


def test_asking_a_manager_about_what_is_decided_is_refused(cast: Cast) -> None:
    with refused("decided"):
        escalate(contribution=contribution_at(Status.FILED, cast), sentence="Now?", by=cast.ben, now=NOW)
    with refused("no_words"):
        escalate(contribution=a_sent(cast.amara), sentence="", by=cast.ben, now=NOW)


def test_opening_is_owed_within_one_working_day_and_done_when_each_was_opened(cast: Cast) -> None:
    sent = a_sent_with_media(cast.amara, "photo", "sound")
    task = Task.objects.open().get(kind=TaskKind.OPEN_MEDIA, about_id=sent.pk)
    assert task.due_at.date() == (NOW + timedelta(days=1)).date()
    photo, sound = sent.attachments.all()
    for _twice in range(2):
        open_media(attachment=photo, by=cast.ben, now=NOW)
    assert "open_media" in owed(sent)
    open_media(attachment=sound, by=cast.joan, now=NOW)
    assert "open_media" not in owed(sent)
    assert MediaOpened.objects.count() == AuditEvent.objects.filter(event="media_opened").count() == 2
    said = [sentence(row) for row in AuditEvent.objects.filter(event="media_opened").order_by("position")]
    assert ["looked at a picture" in said[0], "listened to a recording" in said[1]] == [True, True]


def test_what_nobody_opened_stays_owed_when_the_words_are_in_the_file(cast: Cast) -> None:
    sent = a_sent_with_media(cast.amara, "sound")
    file_words(reading=a_reading(sent, cast.ben), reply="Thank you.", by=cast.ben, now=NOW)
    assert owed(sent) == {"open_media": "Ben Hughes"}
    assert on_desk(cast.ben, "to_open") == [sent]
    later = desk_of(cast.joan, NOW + timedelta(days=9)).late_in_team
    assert [one.contribution for one in later] == [sent]


def test_taken_back_nobody_owes_a_look(cast: Cast) -> None:
    sent = a_sent_with_media(cast.amara)
    withdraw(contribution=sent, by=sent.author, now=LATER)
    assert owed(sent) == {}
    with refused("not_found"):
        open_media(attachment=sent.attachments.get(), by=cast.ben, now=LATER)


def test_a_stranger_opens_and_describes_nothing(cast: Cast) -> None:
    photo = a_sent_with_media(cast.amara).attachments.get()
    for stranger in (cast.carys, cast.dev, cast.imani, cast.ruth):
        with refused("not_found"):
            open_media(attachment=photo, by=stranger, now=NOW)
        with refused("not_found"):
            describe(attachment=photo, text="A dog", by=stranger, now=NOW)


@pytest.mark.need("R33")
def test_what_a_worker_writes_of_a_picture_stands_beside_it_as_theirs(cast: Cast) -> None:
    photo = a_sent_with_media(cast.amara, caption="Bramble").attachments.get()
    made = describe(attachment=photo, text=" A brown dog. ", by=cast.ben, now=NOW)
    assert (made.kind, made.text, made.by_name) == ("alt", "A brown dog.", "Ben Hughes")
    photo.refresh_from_db()
    assert (photo.caption, photo.in_words) == ("Bramble", "")
    with refused("no_words"):
        describe(attachment=photo, text="  ", by=cast.ben, now=NOW)
    sound = a_sent_with_media(cast.amara, "sound").attachments.get()
    assert describe(attachment=sound, text="La la la", by=cast.ben, now=NOW).kind == "transcript"


def test_a_reading_ends_when_it_is_handed_over(cast: Cast) -> None:
    sent = a_sent(cast.amara)
    a_reading(sent, cast.ben)
    hand_over(contribution=sent, to=cast.joan, sentence="Yours.", by=cast.ben, now=NOW)
    assert Reading.objects.get(contribution=sent).ended_at == NOW

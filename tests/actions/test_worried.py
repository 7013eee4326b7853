"""What asks a human to look soon: words and the young person's own, their clock, what came of it, and when it can be taken back."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from audit.models import AuditEvent
from cms.models import ServiceSettings
from moderation.actions.answer_flags import answer_flags
from moderation.actions.file_words import file_words
from moderation.actions.raise_worry import raise_worry
from moderation.actions.reply import reply
from moderation.actions.report_image import report_image
from moderation.actions.take_image_step import take_image_step
from moderation.flag_figures import figures_of, flags_between
from moderation.queries import desk_of
from people.actions.take_emergency_access import take_emergency_access
from people.models import Task, TaskKind
from portal.queries.desk import desk_of as whole_desk
from stories.actions.withdraw import withdraw
from stories.flags import all_words_of
from stories.lifecycle import Status
from stories.models import Contribution, RiskFlag
from tests.cast import NOW, Cast
from tests.factories.attachments import a_sent_with_media
from tests.factories.contributions import a_reading, a_sent
from tests.refusals import refused

DANGER = "I dont wanna be here anymore"
FRIDAY_NIGHT = datetime(2026, 11, 20, 22, 0, tzinfo=UTC)
MONDAY_MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def urgent_task(sent: Contribution) -> Task | None:
    return Task.objects.open().filter(kind=TaskKind.URGENT_WORRY, about_id=sent.pk).first()


def answer(sent: Contribution, outcome: str = "false_alarm", sentence: str = "", **more: Any) -> Any:
    return answer_flags(contribution=sent, outcome=outcome, sentence=sentence, **more)


@pytest.mark.need("R55")
def test_words_that_may_mean_danger_open_the_urgent_route_instead_of_the_ordinary_one(cast: Cast) -> None:
    sent = a_sent(cast.amara, DANGER)
    task = urgent_task(sent)
    assert task is not None
    assert (task.for_user, task.due_at) == (cast.ben, NOW + timedelta(hours=1))
    assert not Task.objects.open().filter(kind=TaskKind.READ_CONTRIBUTION, about_id=sent.pk).exists()
    flag = sent.risk_flags.get()
    assert (flag.source, flag.groups) == ("words", ["hurt_myself", "not_safe"])  # "here" may be life or the home
    assert sent.urgent is False  # what they said of it stays what they said


@pytest.mark.need("R55")
def test_out_of_hours_the_clock_ends_when_somebody_is_at_work_again_by_the_hours_of_the_council(cast: Cast) -> None:
    task = urgent_task(a_sent(cast.amara, DANGER, now=FRIDAY_NIGHT))
    assert task is not None
    assert task.due_at == MONDAY_MORNING
    row = ServiceSettings.objects.first() or ServiceSettings()
    row.saturday = True
    row.save()
    task = urgent_task(a_sent(cast.amara, DANGER, now=FRIDAY_NIGHT))
    assert task is not None
    assert task.due_at == MONDAY_MORNING - timedelta(days=2)


def test_captions_what_a_recording_says_and_taps_are_looked_through_too(cast: Cast) -> None:
    assert a_sent_with_media(cast.amara, words="My week.", caption=DANGER).risk_flags.get().source == "words"
    assert not a_sent_with_media(cast.amara, words="My week.", caption="My dog").risk_flags.exists()
    tapped = Contribution(words="", board=[{"board": "places", "pick": "home", "words": "I do not feel safe"}])
    assert all_words_of(tapped) == "\nI do not feel safe"


def test_the_flag_holds_the_group_and_nothing_anywhere_holds_the_word(cast: Cast) -> None:
    sent = a_sent(cast.amara, "My uncle touches me and I want to die")
    assert sent.risk_flags.get().groups == ["hurt_by_somebody", "hurt_myself"]
    facts = " ".join(str(row.facts) for row in AuditEvent.objects.all())
    assert "die" not in facts
    assert "touch" not in facts


@pytest.mark.need("R55")
def test_it_stands_first_on_the_workers_and_the_managers_desk_and_says_why(cast: Cast) -> None:
    a_sent(cast.amara, now=NOW - timedelta(days=2))
    sent = a_sent(cast.amara, DANGER)
    for user in (cast.ben, cast.joan):
        first = desk_of(user, NOW).to_read[0]
        assert (first.contribution, first.is_urgent) == (sent, True)
        assert [one.what for one in whole_desk(user, NOW).urgent] == ["sent something that may need you now"]
    assert not desk_of(cast.dev, NOW).to_read


@pytest.mark.need("R55")
def test_neither_an_answer_nor_filing_hides_it_until_somebody_says_what_they_found(cast: Cast) -> None:
    sent = a_sent(cast.amara, DANGER)
    reply(contribution=sent, text="Thank you.", by=cast.ben, now=NOW)
    file_words(reading=a_reading(sent, cast.ben), reply="It is in.", by=cast.ben, now=NOW)
    assert urgent_task(sent) is not None
    assert [one.contribution for one in desk_of(cast.ben, NOW).to_read] == [sent]
    answer(sent, "looked_after", "I rang her. She is with Sam.", by=cast.ben, now=NOW)
    assert urgent_task(sent) is None
    assert desk_of(cast.ben, NOW).is_empty


def test_a_false_alarm_is_one_tap_and_then_it_is_owed_like_any_other(cast: Cast) -> None:
    sent = a_sent(cast.amara, DANGER)
    answer(sent, by=cast.ben, now=NOW)
    assert urgent_task(sent) is None
    assert Task.objects.open().filter(kind=TaskKind.READ_CONTRIBUTION, about_id=sent.pk).exists()
    with refused("nothing_open"):
        answer(sent, by=cast.ben, now=NOW)


@pytest.mark.parametrize("outcome", ["looked_after", "passed_on"])
def test_anything_else_needs_a_sentence_and_so_does_a_false_alarm_about_what_they_said_themselves(cast: Cast, outcome: str) -> None:
    sent, own = a_sent(cast.amara, DANGER), a_sent(cast.amara, "Help", urgent=True)
    with refused("no_sentence"):
        answer(sent, outcome, " ", by=cast.ben, now=NOW)
    with refused("no_sentence"):
        answer(own, by=cast.ben, now=NOW)
    assert answer(own, sentence="A slip of the thumb.", by=cast.ben, now=NOW)


def test_an_answer_settles_what_they_said_themselves_as_before(cast: Cast) -> None:
    own = a_sent(cast.amara, DANGER, urgent=True)
    assert sorted(own.risk_flags.values_list("source", flat=True)) == ["own", "words"]
    reply(contribution=own, text="I am coming.", by=cast.ben, now=NOW)
    assert urgent_task(own) is None


def test_who_is_named_and_who_only_stands_near_do_not_say_that_it_is_over(cast: Cast) -> None:
    sent = a_sent(cast.amara, "I want to die because Ben Hughes shouts")
    with refused("named"):
        answer(sent, by=cast.ben, now=NOW)
    for stranger in (cast.carys, cast.dev, cast.ruth, cast.imani):
        with refused("not_found"):
            answer(sent, by=stranger, now=NOW)
    assert answer(sent, by=cast.joan, now=NOW)


@pytest.mark.need("R61")
def test_reach_that_was_lent_raises_a_worry_and_reports_a_picture_but_ends_neither(cast: Cast) -> None:
    take_emergency_access(child=cast.amara, reason="The police rang.", by=cast.gwen, now=NOW)
    sent, plain, photo = a_sent(cast.amara, DANGER), a_sent(cast.amara), a_sent_with_media(cast.amara).attachments.get()
    with refused("only_reading"):
        answer(sent, by=cast.gwen, now=NOW)
    assert raise_worry(contribution=plain, by=cast.gwen, now=NOW)
    report = report_image(attachment=photo, by=cast.gwen, now=NOW)
    with refused("only_reading"):
        take_image_step(report=report, step="police", by=cast.gwen, now=NOW)
    assert {one.contribution for one in desk_of(cast.joan, NOW).to_read if one.is_urgent} == {sent, plain}


def test_a_worker_who_is_worried_opens_the_same_route_once(cast: Cast) -> None:
    sent = a_sent(cast.amara)
    raise_worry(contribution=sent, by=cast.ben, now=NOW)
    assert urgent_task(sent) is not None
    with refused("raised_before"):
        raise_worry(contribution=sent, by=cast.joan, now=NOW)
    with refused("not_found"):
        raise_worry(contribution=sent, by=cast.dev, now=NOW)


@pytest.mark.need("R47")
def test_flagged_words_wait_for_a_person_and_after_a_false_alarm_can_be_taken_back(cast: Cast) -> None:
    sent = a_sent(cast.amara, DANGER)
    with refused("not_looked_yet"):
        withdraw(contribution=sent, by=sent.author, now=NOW)
    answer(sent, by=cast.ben, now=NOW)
    assert withdraw(contribution=sent, by=sent.author, now=NOW).standing is Status.WITHDRAWN


def test_what_somebody_was_kept_safe_with_stays(cast: Cast) -> None:
    sent = a_sent(cast.amara, DANGER)
    answer(sent, "passed_on", "The police are with her.", by=cast.ben, now=NOW)
    with refused("kept"):
        withdraw(contribution=sent, by=sent.author, now=NOW)


@pytest.mark.need("R55")
def test_every_flag_and_what_came_of_it_is_counted(cast: Cast) -> None:
    hour = timedelta(hours=1)
    alarm, real, open_one = (a_sent(cast.amara, DANGER) for _ in range(3))
    missed = a_sent(cast.amara, "Something happened", urgent=True)
    spoken = a_sent(cast.noor)
    raise_worry(contribution=spoken, by=cast.dev, now=NOW)
    answer(alarm, by=cast.ben, now=NOW + hour / 2)
    answer(real, "looked_after", "We talked.", by=cast.joan, now=NOW + 3 * hour)
    reply(contribution=missed, text="I am coming.", by=cast.ben, now=NOW + hour / 4)
    figures = figures_of(flags_between(NOW, NOW + 24 * hour))
    assert (figures.flags, figures.by_source) == (5, {"words": 3, "own": 1, "worker": 1})
    assert figures.by_group == {"hurt_myself": 3, "not_safe": 3}
    assert figures.outcomes == {"own": {}, "words": {"false_alarm": 1, "looked_after": 1}, "worker": {}}
    assert (figures.unsaid, figures.in_time, figures.late, figures.minutes) == (3, 2, 1, 30)
    assert (figures.missed_by_words, figures.false_alarms_of_words) == (2, 0.5)
    assert not list(flags_between(NOW + hour, NOW + 24 * hour))
    assert {row.child for row in flags_between(NOW, NOW + hour)} == {cast.amara.pk, cast.noor.pk}
    assert RiskFlag.objects.filter(contribution=open_one, outcome__isnull=True).exists()

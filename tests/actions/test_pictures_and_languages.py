"""A picture reported as illegal is shut for good and its route is followed; words nobody understands are put into another language."""

from datetime import timedelta

import pytest

from audit.models import AuditEvent
from files.models import SafeCopy, SealedShut
from files.queries import ShutError, read
from moderation.actions.add_translation import Meaning, add_translation
from moderation.actions.ask_for_interpreter import ask_for_interpreter
from moderation.actions.file_words import file_words
from moderation.actions.report_image import report_image
from moderation.actions.take_image_step import take_image_step
from moderation.actions.understand import understand
from moderation.looking_after import asked_to_interpret, parts_not_understood, shut_in
from moderation.models import ImageReport
from moderation.queries import desk_of
from people.models import Notice, Task, TaskKind
from portal.queries.desk import desk_of as whole_desk
from stories.actions.withdraw import withdraw
from stories.models import Attachment
from tests.cast import NOW, Cast
from tests.factories.attachments import a_sent_with_media
from tests.factories.contributions import a_reading, a_sent
from tests.factories.filed_media import an_attachment
from tests.refusals import refused

HOUR = timedelta(hours=1)


def a_photo(cast: Cast, words: str = "Look at this.") -> Attachment:
    return a_sent_with_media(cast.amara, words=words).attachments.get()


def the_task(report: ImageReport) -> Task:
    return Task.objects.get(kind=TaskKind.ILLEGAL_IMAGE, about_id=report.pk)


def test_a_reported_picture_is_shut_in_the_same_moment_and_a_manager_is_called(cast: Cast) -> None:
    photo = a_photo(cast)
    report = report_image(attachment=photo, by=cast.ben, now=NOW)
    assert photo.file is not None
    assert SealedShut.objects.filter(file=photo.file).exists()
    assert not SafeCopy.objects.filter(making=photo.making).exists()
    with pytest.raises(ShutError):
        read(photo.file)
    assert (the_task(report).for_role, the_task(report).due_at) == ("team_manager", NOW + HOUR)
    assert [one.what for one in whole_desk(cast.joan, NOW).urgent] == ["sent a picture that was closed: follow the steps"]
    assert not whole_desk(cast.gwen, NOW).urgent
    assert Notice.objects.filter(user=cast.amara.user, about_id=photo.contribution_id).exists()
    assert not Task.objects.open().filter(kind=TaskKind.OPEN_MEDIA, about_id=photo.contribution_id).exists()
    assert report_image(attachment=photo, by=cast.joan, now=NOW) == report


def test_when_it_cannot_be_written_down_nothing_is_shut(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    photo = a_photo(cast)
    monkeypatch.setattr("moderation.actions.report_image.record", lambda *args, **more: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        report_image(attachment=photo, by=cast.ben, now=NOW)
    assert not SealedShut.objects.exists()
    assert SafeCopy.objects.filter(making=photo.making).exists()


def test_the_words_that_came_with_it_are_filed_and_the_rest_can_still_be_seen(cast: Cast) -> None:
    sent = a_sent_with_media(cast.amara, "photo", "sound", words="My side.")
    photo, sound = sent.attachments.order_by("position")
    report_image(attachment=photo, by=cast.ben, now=NOW)
    assert list(shut_in(sent)) == [photo]
    assert SafeCopy.objects.filter(making=sound.making).exists()
    entry = file_words(reading=a_reading(sent, cast.ben), reply="Thank you.", by=cast.ben, now=NOW)
    assert entry.text == "My side."


def test_the_same_bytes_are_shut_wherever_they_stand(cast: Cast) -> None:
    hers, his = (an_attachment(a_sent(child)) for child in (cast.amara, cast.noor))
    assert hers.file == his.file
    report_image(attachment=hers, by=cast.ben, now=NOW)
    assert list(shut_in(his.contribution)) == [his]
    assert not ImageReport.objects.filter(attachment=his).exists()
    assert not SafeCopy.objects.filter(making=his.making).exists()
    report_image(attachment=his, by=cast.dev, now=NOW)
    assert Task.objects.open().filter(kind=TaskKind.ILLEGAL_IMAGE).count() == 2


def test_only_pictures_and_only_by_those_who_may_read(cast: Cast) -> None:
    sound = a_sent_with_media(cast.amara, "sound").attachments.get()
    with refused("no_picture"):
        report_image(attachment=sound, by=cast.ben, now=NOW)
    photo = a_photo(cast)
    for stranger in (cast.carys, cast.dev, cast.imani, cast.ruth):
        with refused("not_found"):
            report_image(attachment=photo, by=stranger, now=NOW)


def test_nobody_is_kept_from_reporting_by_being_named_and_it_is_written_down_that_they_were(cast: Cast) -> None:
    report = report_image(attachment=a_photo(cast, "Ben Hughes made me."), by=cast.ben, now=NOW)
    assert AuditEvent.objects.get(event="image_reported", about_id=report.pk).facts == {"named": True}


def test_the_route_is_written_down_step_by_step_and_a_manager_ends_it(cast: Cast) -> None:
    report = report_image(attachment=a_photo(cast), by=cast.ben, now=NOW)

    def take(step: str, by: object = cast.ben, **more: str) -> object:
        return take_image_step(report=report, step=step, by=by, now=NOW, **more)

    with refused("not_yet"):
        take("ended", cast.joan)
    take("police", reference="CRIME 1234/26")
    with refused("taken"):
        take("police")
    take("safeguarding")
    take("young_person", sentence="We talked at home.")
    with refused("role"):
        take("ended")
    with refused("not_found"):
        take("ended", cast.gwen)
    take("ended", cast.joan)
    assert the_task(report).done_by == cast.joan
    assert report.steps.get(step="police").reference == "CRIME 1234/26"


def test_what_came_with_a_reported_picture_cannot_be_taken_back(cast: Cast) -> None:
    photo = a_photo(cast)
    report_image(attachment=photo, by=cast.ben, now=NOW)
    with refused("picture_kept"):
        withdraw(contribution=photo.contribution, by=photo.contribution.author, now=NOW)


def test_words_nobody_understands_run_on_the_urgent_clock_whatever_is_decided(cast: Cast) -> None:
    sent = a_sent(cast.amara, "ደሓን ኣይኮንኩን")
    task = ask_for_interpreter(contribution=sent, by=cast.ben, now=NOW)
    assert (task.due_at, task.for_user) == (NOW + HOUR, cast.ben)
    assert ask_for_interpreter(contribution=sent, by=cast.joan, now=NOW) == task
    file_words(reading=a_reading(sent, cast.ben), reply="Thank you.", by=cast.ben, now=NOW)
    assert [one.contribution for one in desk_of(cast.ben, NOW).to_read] == [sent]
    assert [one.what for one in whole_desk(cast.ben, NOW).urgent] == ["said something in a language nobody has understood yet"]
    assert desk_of(cast.joan, NOW + 2 * HOUR).late_in_team
    understand(contribution=sent, part="words", by=cast.ben, now=NOW)
    assert asked_to_interpret(sent) is None
    assert desk_of(cast.ben, NOW).is_empty


@pytest.mark.need("C7")
def test_a_translation_stands_beside_with_the_interpreters_name_and_the_words_stay(cast: Cast) -> None:
    sent = a_sent(cast.amara, "ደሓን ኣይኮንኩን", language="Tigrinya")
    ask_for_interpreter(contribution=sent, by=cast.ben, now=NOW)
    kept = add_translation(contribution=sent, meaning=meaning("Something small."), by=cast.ben, now=NOW)
    assert (kept.interpreter, kept.text, kept.by) == ("Selam T.", "Something small.", cast.ben)
    assert type(sent).objects.get(pk=sent.pk).words == "ደሓን ኣይኮንኩን"
    assert asked_to_interpret(sent) is None
    with refused("not_whole"):
        add_translation(contribution=sent, meaning=meaning(" "), by=cast.ben, now=NOW)


@pytest.mark.need("R55")
def test_what_it_means_is_looked_through_for_words_that_may_mean_danger(cast: Cast) -> None:
    sent = a_sent(cast.amara, "ደሓን ኣይኮንኩን")
    assert not sent.risk_flags.exists()
    add_translation(contribution=sent, meaning=meaning("I am not safe"), by=cast.ben, now=NOW)
    assert sent.risk_flags.get().groups == ["not_safe"]
    assert Task.objects.open().filter(kind=TaskKind.URGENT_WORRY, about_id=sent.pk).exists()


def test_each_recording_is_understood_on_its_own(cast: Cast) -> None:
    sent = a_sent_with_media(cast.amara, "sound", words="ሰላም")
    part = str(sent.attachments.get().pk)
    ask_for_interpreter(contribution=sent, by=cast.ben, now=NOW)
    ask_for_interpreter(contribution=sent, part=part, by=cast.ben, now=NOW)
    assert parts_not_understood(asked_to_interpret(sent)) == ["words", part]
    add_translation(contribution=sent, meaning=meaning("Hello."), by=cast.ben, now=NOW)
    assert parts_not_understood(asked_to_interpret(sent)) == [part]
    add_translation(contribution=sent, meaning=meaning("It is late.", part), by=cast.ben, now=NOW)
    assert asked_to_interpret(sent) is None
    assert sent.translations.get(attachment=part).text == "It is late."
    with refused("no_such_part"):
        ask_for_interpreter(contribution=sent, part="x", by=cast.ben, now=NOW)


@pytest.mark.parametrize(("language", "asked"), [("Tigrinya", True), ("Welsh", False), ("English and a bit of Polish", True), ("", False)])
def test_a_language_without_risk_words_asks_for_somebody_who_understands_it_at_once(cast: Cast, language: str, asked: bool) -> None:
    sent = a_sent_with_media(cast.amara, "sound", words="Cześć", language=language)
    waiting = parts_not_understood(asked_to_interpret(sent))
    assert waiting == (["words", str(sent.attachments.get().pk)] if asked else [])


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("Мені страшно", True),
        ("ደሓን ኣይኮንኩን", True),
        ("我很害怕", True),
        ("Boję się", False),
        ("أنا بخير", False),
        ("😀 💛 !!", False),
        ("ok да", False),
    ],
)
def test_words_in_letters_of_no_list_ask_for_it_too_whatever_was_said_of_the_language(cast: Cast, words: str, asked: bool) -> None:
    assert parts_not_understood(asked_to_interpret(a_sent(cast.amara, words))) == (["words"] if asked else [])


def test_taken_back_nobody_has_to_understand_it_any_more(cast: Cast) -> None:
    sent = a_sent(cast.amara, "ሰላም")
    ask_for_interpreter(contribution=sent, by=cast.ben, now=NOW)
    withdraw(contribution=sent, by=sent.author, now=NOW)
    assert asked_to_interpret(sent) is None


def meaning(text: str, part: str = "words") -> Meaning:
    return Meaning(part, "Tigrinya", "English", text, "Selam T.")

"""The verbs around a decision: opening, describing, handing over, asking a manager. See every_verb.py."""

from collections.abc import Callable
from functools import partial
from typing import Any

from cms.kept import forget
from cms.models import RiskWord
from moderation.actions.add_translation import Meaning, add_translation
from moderation.actions.answer_flags import answer_flags
from moderation.actions.ask_for_interpreter import ask_for_interpreter
from moderation.actions.describe import describe
from moderation.actions.escalate import escalate
from moderation.actions.hand_over import hand_over
from moderation.actions.open_media import open_media
from moderation.actions.raise_worry import raise_worry
from moderation.actions.report_image import report_image
from moderation.actions.take_image_step import take_image_step
from moderation.actions.understand import understand
from stories.actions.find_interpreter import find_interpreter
from stories.actions.flag_risks import flag_risks, flag_words
from stories.models import Attachment, Contribution
from tests.cast import NOW, Cast
from tests.factories.attachments import a_sent_with_media
from tests.factories.contributions import a_sent

Verb = Callable[[], Any]
DANGER = "I want to die"


def _photo(cast: Cast) -> Attachment:
    return a_sent_with_media(cast.amara).attachments.get()


def _worrying(cast: Cast) -> Contribution:
    return a_sent(cast.amara, DANGER)


def _asked(cast: Cast) -> Contribution:
    sent = a_sent(cast.amara)
    ask_for_interpreter(contribution=sent, by=cast.ben, now=NOW)
    return sent


def _flagless(cast: Cast) -> Contribution:
    """Words that were sent before an editor wrote the words that are looked for."""
    known = list(RiskWord.objects.all())
    RiskWord.objects.all().delete()
    forget()
    sent = a_sent(cast.amara, DANGER)
    RiskWord.objects.bulk_create(known)
    forget()
    return sent


def _meaning() -> Meaning:
    return Meaning("words", "Tigrinya", "English", "Thank you.", "Selam T.")


MODERATION: dict[str, Callable[[Cast], Verb]] = {
    "open_media": lambda cast: partial(open_media, attachment=_photo(cast), by=cast.ben, now=NOW),
    "describe": lambda cast: partial(describe, attachment=_photo(cast), text="Thank you.", by=cast.ben, now=NOW),
    "hand_over": lambda cast: partial(hand_over, contribution=a_sent(cast.amara), to=cast.joan, sentence="Why?", by=cast.ben, now=NOW),
    "flag_risks": lambda cast: partial(flag_risks, sent=_flagless(cast), by=cast.amara.user, now=NOW),
    "flag_words": lambda cast: partial(flag_words, contribution=a_sent(cast.amara), text=DANGER, by=cast.ben, now=NOW),
    "answer_flags": lambda cast: partial(answer_flags, contribution=_worrying(cast), outcome="false_alarm", by=cast.ben, now=NOW),
    "raise_worry": lambda cast: partial(raise_worry, contribution=a_sent(cast.amara), by=cast.ben, now=NOW),
    "report_image": lambda cast: partial(report_image, attachment=_photo(cast), by=cast.ben, now=NOW),
    "take_image_step": lambda cast: partial(
        take_image_step, report=report_image(attachment=_photo(cast), by=cast.ben, now=NOW), step="police", by=cast.joan, now=NOW
    ),
    "ask_for_interpreter": lambda cast: partial(ask_for_interpreter, contribution=a_sent(cast.amara), by=cast.ben, now=NOW),
    "find_interpreter": lambda cast: partial(
        find_interpreter, contribution=a_sent(cast.amara), part="words", by=cast.ben.who(NOW), now=NOW
    ),
    "understand": lambda cast: partial(understand, contribution=_asked(cast), part="words", by=cast.ben, now=NOW),
    "add_translation": lambda cast: partial(add_translation, contribution=_asked(cast), meaning=_meaning(), by=cast.ben, now=NOW),
    "escalate": lambda cast: partial(escalate, contribution=a_sent(cast.amara), sentence="Why?", by=cast.ben, now=NOW),
}
SILENT_MODERATION: dict[str, str] = {
    "ask_to_look_soon": "part of send, raise_worry and add_translation, which write the line",
    "lock_contribution": "reads and locks",
    "end_reading": "part of hand_over and escalate, which write the line",
    "keep_saved_reply": "words to begin an answer with are about nobody",
    "throw_away_saved_reply": "words to begin an answer with are about nobody",
}

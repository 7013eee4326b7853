"""The verbs around a decision: opening, describing, handing over, asking a manager. See every_verb.py."""

from collections.abc import Callable
from functools import partial
from typing import Any

from moderation.actions.describe import describe
from moderation.actions.escalate import escalate
from moderation.actions.hand_over import hand_over
from moderation.actions.open_media import open_media
from stories.models import Attachment
from tests.cast import NOW, Cast
from tests.factories.attachments import a_sent_with_media
from tests.factories.contributions import a_sent

Verb = Callable[[], Any]


def _photo(cast: Cast) -> Attachment:
    return a_sent_with_media(cast.amara).attachments.get()


MODERATION: dict[str, Callable[[Cast], Verb]] = {
    "open_media": lambda cast: partial(open_media, attachment=_photo(cast), by=cast.ben, now=NOW),
    "describe": lambda cast: partial(describe, attachment=_photo(cast), text="Thank you.", by=cast.ben, now=NOW),
    "hand_over": lambda cast: partial(hand_over, contribution=a_sent(cast.amara), to=cast.joan, sentence="Why?", by=cast.ben, now=NOW),
    "escalate": lambda cast: partial(escalate, contribution=a_sent(cast.amara), sentence="Why?", by=cast.ben, now=NOW),
}
SILENT_MODERATION: dict[str, str] = {
    "lock_contribution": "reads and locks",
    "end_reading": "part of hand_over and escalate, which write the line",
    "keep_saved_reply": "words to begin an answer with are about nobody",
    "throw_away_saved_reply": "words to begin an answer with are about nobody",
}

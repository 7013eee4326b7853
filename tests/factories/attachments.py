"""Photos and recordings on their way: added to a draft, and sent with it, with copies that can be shown at once."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from files.actions.seal import seal
from people.models import Child
from stories.actions.send import Choices, send
from stories.models import Attachment, Contribution
from tests.cast import NOW
from tests.factories.contributions import WORDS, a_draft
from tests.factories.filed_media import a_making


def added(draft: Contribution, kind: str = "photo", *, ready: bool = True, now: datetime = NOW, **more: Any) -> Attachment:
    """One more in this draft. `more`: its caption, in_words, others_shown."""
    file = seal(content=f"{kind} {uuid4()}".encode(), name=f"me.{kind}", by=draft.author.who(now), now=now)
    making = a_making(file, "sound" if kind == "sound" else "photo", ready=ready, now=now)
    return Attachment.objects.create(
        contribution=draft, kind=kind, position=draft.attachments.count() + 1, making=making, added_at=now, **more
    )


def a_sent_with_media(
    child: Child, *kinds: str, words: str = WORDS, now: datetime = NOW, ready: bool = True, caption: str = "", **choices: Any
) -> Contribution:
    """Words that were sent with these: "photo", "drawing", "sound"; one photo when nothing is said."""
    assert child.user
    draft = a_draft(child, words, now=now)
    for kind in kinds or ("photo",):
        added(draft, kind, ready=ready, now=now, caption=caption)
    return send(draft=draft, choices=Choices(**choices), by=child.user, now=now)

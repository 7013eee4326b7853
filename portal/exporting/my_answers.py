"""What a young person's own copy holds of what was asked and answered, as their pages show it: consents, and what they said is wrong."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.timezone import localtime

from official_file.models import AskedBefore, EntryNow, Rectification
from official_file.sharing_questions import consents_of
from official_file.versions import versions_of
from people.models import Child, User
from portal.queries.about_parts import parts_of
from portal.queries.said_wrong import said_wrong
from portal.queries.sharing_questions import in_topics, told

Facts = dict[str, Any]


def about_me_parts(child: Child) -> list[Facts]:
    """What they told about themselves part by part, word for word, or that they would rather not say."""
    return [{"topic": one.title, "words": one.words, "rather_not_say": one.rather_not_say} for one in parts_of(child) if one.told]


def who_agreed(user: User, child: Child, at: datetime) -> list[Facts]:
    """Who was asked about what, and the answer: of what is open to them."""
    topics = in_topics(consents_of(user, child, at))
    return [{"topic": topic.name, "who": who, "on": day, "answer": answer} for topic in topics for who, day, answer in topic.lines]


def what_i_was_asked(child: Child, at: datetime) -> list[Facts]:
    """Every question before something was told to others, with their answer and what was done after it."""
    found = [told(asked, localtime(at).date()) for asked in AskedBefore.objects.filter(child=child).order_by("asked_at")]
    return [
        {
            "question": one.title,
            "what": one.asked.what,
            "why": one.asked.why,
            "asked": one.by,
            "my_answer": one.state,
            "my_words": one.asked.words,
            "what_was_done": one.asked.outcome,
        }
        for one in found
    ]


def disputes(rows: Iterable[EntryNow], child: Child, at: datetime) -> dict[UUID, list[Facts]]:
    """Of each of these entries, which are open to them: when they said that it is wrong, and what was answered."""
    said = list(Rectification.objects.filter(child=child).select_related("entry"))
    about = {version.pk for one in said for version in versions_of(one.entry)}
    return {row.pk: [_said(one) for one in said_wrong(row, at)] for row in rows if row.pk in about}


def _said(one: Any) -> Facts:
    return {
        "said": one.said,
        "on": one.on,
        "where_it_stands": one.state,
        "why_it_took_longer": one.longer,
        "what_we_did": one.outcome,
        "answer": one.explanation,
    }

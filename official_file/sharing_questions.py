"""What a young person is asked before something is told to others: which questions are open, and what stands of each topic."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from law.working_time import london_day
from official_file.models import AskedBefore, EntryNow
from official_file.plain_language.facts import text_of
from official_file.plain_language.paper_lines import ANSWERS, THEMSELVES, TOPICS
from official_file.queries import entries_for
from people.errors import NotAllowed
from people.models import Child, User

ABOUT = "asked_before"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. `goes_ahead`: the law lets it go ahead without agreement, and `goes_ahead_why` says how, in plain words."""

    what: str
    with_whom: str
    why: str
    topic: str = "sharing"
    answer_by: date | None = None
    goes_ahead: bool = False
    goes_ahead_why: str = ""


@dataclass(frozen=True, slots=True)
class Consent:
    """One line of the list: the topic, who was asked, when, and the answer; nobody and no day for "not asked"."""

    topic: str
    who: str
    day: date | None
    answer: str

    @property
    def asked(self) -> bool:
        """Whether anybody was."""
        return bool(self.who)


def open_questions(child: Child) -> "QuerySet[AskedBefore]":
    """What was asked and is not yet done or taken back, oldest first."""
    rows = AskedBefore.objects.filter(child=child, withdrawn_at__isnull=True, outcome_at__isnull=True)
    return rows.select_related("asked_by").order_by("asked_at")


def unanswered(child: Child) -> "QuerySet[AskedBefore]":
    """What waits for their answer."""
    return open_questions(child).filter(answer="")


def check_complete(question: Question) -> None:
    """Raise NotAllowed when something of the question is missing."""
    if not (question.what.strip() and question.with_whom.strip() and question.why.strip()):
        raise NotAllowed("no_words", _("Write what you want to share, with whom, and why."))
    if question.topic not in TOPICS:
        raise NotAllowed("no_topic", _("Choose what it is about."))
    if question.goes_ahead and not question.goes_ahead_why.strip():
        raise NotAllowed("say_why", _("Write which law lets it go ahead without their agreement, and why it must."))


def consents_of(user: User, child: Child, at: datetime) -> list[Consent]:
    """Every topic with its answers, newest first, as far as this reader may see them; a topic nobody asked about says so."""
    found: dict[str, list[Consent]] = {topic: [] for topic in TOPICS}
    for asked in AskedBefore.objects.filter(child=child, withdrawn_at__isnull=True):
        found.setdefault(asked.topic or "sharing", []).append(_from_question(asked, user))
    for row in entries_for(user, child, at).filter(kind="consent"):
        topic, line = _from_entry(row, user)
        found[topic].append(line)
    newest = {topic: sorted(lines, key=lambda one: one.day or date.min, reverse=True) for topic, lines in found.items()}
    return [one for topic in TOPICS for one in (newest[topic] or [Consent(topic, "", None, "")])]


def _from_question(asked: AskedBefore, user: User) -> Consent:
    """What was answered, and whom it was about telling: two questions of a topic are told apart by that."""
    who = str(asked.child) if user.is_staff else _("You")
    said = {"yes": _("Yes"), "no": _("No"), "talk": _("Talk first")}.get(asked.answer, _("Not answered yet"))
    return Consent(asked.topic or "sharing", who, london_day(asked.answered_at or asked.asked_at), f"{said}: {asked.with_whom}")


def _from_entry(row: EntryNow, user: User) -> tuple[str, Consent]:
    facts = row.entry.facts
    topic, who = text_of(facts, "topic"), text_of(facts, "asked")
    topic = topic if topic in TOPICS else "sharing"
    if who.casefold() in THEMSELVES:
        who = str(row.child) if user.is_staff else _("You")
    answer = text_of(facts, "answer")
    said = {"yes": _("Yes"), "no": _("No")}.get(answer, _("We do not know")) if answer in ANSWERS else _("We do not know")
    return topic, Consent(topic, who or _("We do not know who"), row.day, said)

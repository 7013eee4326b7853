"""What is new, in at most three lines that say that something happened and never what."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext, gettext_noop, ngettext

from access_requests.audit_chain import ABOUT as REQUEST
from access_requests.complaint_clock import ABOUT as COMPLAINT
from access_requests.models import AccessRequest
from access_requests.queries.who import ABOUT_VIEW, waiting_for_view
from official_file.identity_papers import ABOUT as PAPER
from official_file.meetings import ABOUT as MEETING
from official_file.plain_drafts import ABOUT as WORDS
from official_file.plain_drafts import drafts_to_check
from official_file.queries import newly_open, waiting_count
from official_file.sharing_questions import ABOUT as SHARED
from official_file.sharing_questions import unanswered
from people.child_names import ABOUT as CALLED
from people.models import Child, Notice, User
from portal.queries.identity_papers import running_out
from portal.queries.my_entries import my_entries
from portal.queries.reading_together import for_two, running
from portal.queries.sharing_questions import may_we
from portal.queries.when_words import number_in_words
from stories.sheets import next_to_prepare

NEW_FOR = timedelta(days=14)
MOST = 3
TOLD_APART = (SHARED, PAPER, MEETING, ABOUT_VIEW, REQUEST, COMPLAINT)  # each has a line of its own
ASKED_FOR_YOURS = gettext_noop("Somebody asked for your file. You can say what you think.")


@dataclass(frozen=True, slots=True)
class News:
    """One line. `url` is where to read it."""

    text: str
    url: str


def news_for(user: User, child: Child, at: datetime) -> list[News]:
    """Answers first, then what opened in the last two weeks."""
    unseen = Notice.objects.filter(user=user, seen_at__isnull=True).values_list("about_type", flat=True)
    asked = sum(1 for about_type in unseen if about_type == "task")
    called = sum(1 for about_type in unseen if about_type == CALLED)
    check = sum(1 for about_type in unseen if about_type == WORDS)
    wrote = len(unseen) - asked - called - check - sum(1 for about_type in unseen if about_type in TOLD_APART)
    opened = my_entries(user, child, at).filter(pk__in=newly_open(child, at - NEW_FOR, at).values("pk")).order_by().count()
    lines = _asked_and_running_out(user, child, at, frozenset(unseen))
    if called:
        text = gettext("We call you %(name)s here now. Tell us if that is not right.")
        lines.append(News(text % {"name": child.known_as}, reverse("portal:what_we_call_you")))
    for draft in drafts_to_check(user, at).filter(their_answer="")[:1] if check else ():
        text = gettext("%(name)s wrote words for you. Do they fit?")
        lines.append(News(text % {"name": draft.by}, reverse("portal:check_words", args=[draft.entry_id])))
    if wrote:
        text = ngettext("There is something new about what you wrote.", "There is something new about %(count)s things you wrote.", wrote)
        lines.append(News(text % {"count": number_in_words(wrote)}, reverse("stories:list")))
    if asked:
        text = ngettext("There is an answer for you.", "There are %(count)s answers for you.", asked)
        lines.append(News(text % {"count": number_in_words(asked)}, reverse("portal:answers")))
    if meeting := next_to_prepare(user, child, at):
        lines.append(News(gettext("A meeting is coming. You can get ready, if you like."), reverse("stories:prepare", args=[meeting.pk])))
    if opened:
        text = ngettext("One thing in your story is new to read.", "%(count)s things in your story are new to read.", opened)
        lines.append(News(_capital(text % {"count": number_in_words(opened)}), reverse("portal:newly_open")))
    return _with_somebody(lines, user, child, at)[:MOST]


def _own_request(user: User, at: datetime) -> str:
    """Where they follow what they asked for last."""
    newest = AccessRequest.objects.visible_to(user, at).filter(requester=user.pk).order_by("-sent_at").first()
    return reverse("access_requests:my_request", args=[newest.pk]) if newest else reverse("access_requests:my_ask_begin")


def _with_somebody(lines: list[News], user: User, child: Child, at: datetime) -> list[News]:
    """That they read together now comes first; that something is ready to be read so comes last."""
    together = reverse("portal:reading_together")
    if runs := running(child, at):
        return [News(gettext("You are reading with %(name)s now.") % {"name": runs.worker_name}, together), *lines]
    if not (count := for_two(user, child, at)):
        return lines
    text = ngettext("One thing is ready to read with your worker.", "%(count)s things are ready to read with your worker.", count)
    return [*lines, News(_capital(text % {"count": number_in_words(count)}), together)]


def _asked_and_running_out(user: User, child: Child, at: datetime, unseen: frozenset[str]) -> list[News]:
    """What waits for their answer, what was done after it, and a paper that runs out: before everything else that is new."""
    asked = waiting_for_view(user) if ABOUT_VIEW in unseen else []
    lines = [News(gettext(ASKED_FOR_YOURS), reverse("access_requests:my_view", args=[pk])) for pk in asked]
    lines += [News(may_we(one), reverse("portal:sharing_question", args=[one.pk])) for one in unanswered(child)]
    if REQUEST in unseen:
        lines.append(News(gettext("There is something new about the file you asked for."), _own_request(user, at)))
    if COMPLAINT in unseen:
        lines.append(News(gettext("There is something new about what you complained about."), reverse("access_requests:my_complain")))
    if SHARED in unseen:
        lines.append(News(gettext("We told you what was done after we asked you."), reverse("portal:consents")))
    if PAPER in unseen:
        lines += [News(said, reverse("portal:my_papers")) for said in running_out(user, child, at)]
    return lines


def waiting_in_words(child: Child) -> str:
    """How many things wait for their worker to read first, and nothing else about them. "" when none does."""
    count = waiting_count(child)
    if not count:
        return ""
    text = ngettext(
        "One thing is waiting for your worker to read first.", "%(count)s things are waiting for your worker to read first.", count
    )
    return _capital(text % {"count": number_in_words(count)})


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

"""What happens to requests by itself: days reckoned again, questions chased, lateness told. Running it twice changes nothing more."""

from datetime import datetime

from access_requests.actions.chase_questions import chase_questions, restart_answered
from access_requests.actions.keep_draft import forget_old_drafts
from access_requests.actions.look_after_complaints import remind_deciders, tell_complaints_wait
from access_requests.actions.preserve import let_go_of_ended
from access_requests.actions.remind_officers import reckon_again, remind_officers
from access_requests.actions.tell_of_late import tell_of_late
from access_requests.gatherers.jobs import go_on_gathering
from audit.who import THE_PORTAL


def look_after_requests(now: datetime) -> dict[str, int]:
    """Everything about requests that is due by itself. Returns how many of each were done."""
    return {
        "clocks_restarted": restart_answered(by=THE_PORTAL, now=now),  # first: whoever wrote is not chased
        "questions_chased": chase_questions(by=THE_PORTAL, now=now),
        "told_we_are_late": tell_of_late(by=THE_PORTAL, now=now),
        "days_moved": reckon_again(by=THE_PORTAL, now=now),
        "officers_reminded": remind_officers(by=THE_PORTAL, now=now),
        "complaints_told_to_wait": tell_complaints_wait(by=THE_PORTAL, now=now),
        "deciders_reminded": remind_deciders(by=THE_PORTAL, now=now),
        "packs_gathered_on": go_on_gathering(now),
        "holds_lifted": let_go_of_ended(by=THE_PORTAL, now=now),
        "drafts_forgotten": forget_old_drafts(now=now),
    }

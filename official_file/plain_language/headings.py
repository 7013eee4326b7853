"""Headings that depend on the code, and headings for writing that came without a title. A few plain words each."""

from law.wording import gettext_noop

_ = gettext_noop

LEGAL_STATUS = {
    "C1": _("A care order for now"),
    "C2": _("A care order"),
    "D1": _("A court order about adoption"),
    "E1": _("A court order about adoption"),
    "V2": _("An agreement that we look after you"),
    "V3": _("Planned short stays"),
    "V4": _("Planned short stays"),
    "L1": _("The police helped keep you safe"),
    "L2": _("An urgent court order"),
    "L3": _("A court asked what you needed"),
    "J1": _("Waiting for your day in court"),
    "J2": _("After you were arrested"),
    "J3": _("A court said where you had to live"),
}
LEGAL_STATUS_OTHERWISE = _("What the law said")

MOVED = {"PLACE": _("You did not move")}
MOVED_OTHERWISE = _("Why you moved")

LEFT_CARE = {
    "E11": _("You were adopted"),
    "E12": _("You were adopted"),
    "E14": _("The end of a time in care"),
    "E15": _("A decision about your age"),
    "E3": _("A new council looked after you"),
    "E9": _("A court sentence"),
}
LEFT_CARE_OTHERWISE = _("You left care")

WORKERS = {
    "SOCIAL WORKER": _("Your social worker"),
    "PERSONAL ADVISER": _("Your personal adviser"),
    "REVIEWING OFFICER": _("Your reviewing officer"),
    "INDEPENDENT REVIEWING OFFICER": _("Your reviewing officer"),
}
WORKERS_OTHERWISE = _("Someone who worked with you")

WITHOUT_TITLE = {
    "visit": _("A visit"),
    "letter": _("A letter"),
    "review_minutes": _("Your review meeting"),
    "plan": _("A plan"),
    "decision": _("A decision"),
    "assessment": _("How things were for you"),
    "note": _("A note"),
    "why_letter": _("What happened on the day"),
    "document": _("A paper"),
}

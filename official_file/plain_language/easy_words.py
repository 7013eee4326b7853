"""The easy sentences: one for each kind or group of codes, with its pictures. Part of the numbered table (table.py).

Rules for a new line: one sentence, at most 12 words, everyday words, true of every code of its group; two or three pictures.
"""

from law.wording import gettext_noop

Picked = tuple[str, tuple[str, ...]]

HAS_A_NOW = frozenset({"home", "worker_period"})

_ = gettext_noop


def _groups(*rows: tuple[str, str, tuple[str, ...]]) -> dict[str, Picked]:
    """Codes written with spaces between them -> the sentence and pictures they share."""
    return {code: (sentence, pictures) for codes, sentence, pictures in rows for code in codes.split()}


WORKERS: dict[tuple[bool, bool], Picked] = {  # (we know the name, still now)
    (False, False): (_("A worker helped you."), ("worker", "help")),
    (False, True): (_("A worker helps you."), ("worker", "help")),
    (True, False): (_("{name} worked with you."), ("worker", "help")),
    (True, True): (_("{name} works with you."), ("worker", "help")),
}

KINDS: dict[str, Picked] = {
    "came_into_care": (_("You came into care."), ("moving", "care")),
    "unaccompanied": (_("You came to the UK without your parents."), ("plane", "world")),
    "ethnic_background": (_("This is about where your family comes from."), ("family", "world")),
    "own_child": (_("You became a parent."), ("baby", "family")),
    "health_check": (_("This is about your health."), ("health", "doctor")),
    "conviction": (_("The police or a court said that you broke the law."), ("police", "law")),
    "adoption": (_("This is about adoption."), ("family", "home")),
    "deprivation_of_liberty": (_("A court let adults limit what you could do, to keep you safe."), ("court", "safe")),
    "visit_held": (_("A worker came to see you."), ("worker", "home")),
    "care_plan": (_("This is the plan for you."), ("plan", "care")),
    "in_need": (_("Workers helped you and your family."), ("family", "help")),
    "need_plan": (_("There was a plan to help your family."), ("plan", "family")),
    "protection_plan": (_("There was a plan to keep you safe."), ("plan", "safe")),
    "protection_meeting": (_("Adults met to talk about how to keep you safe."), ("meeting", "safe")),
    "enquiry": (_("Workers checked whether you were safe."), ("worker", "safe")),
    "asked_for_help": (_("We were told that you might need help."), ("phone", "help")),
    "assessment_made": (_("Workers found out how things were for you."), ("worker", "question")),
    "assessment_factors": (_("Workers wrote down what worried them."), ("paper", "worry")),
    "before_court": (_("We told your family what had to change."), ("family", "letter")),
    "early_help": (_("Your family had some help."), ("family", "help")),
    "education_plan": (_("You had a plan for help with learning."), ("school", "plan")),
    "education_step": (_("This is about help with learning."), ("school", "help")),
    "learning_need": (_("This is about help with learning."), ("school", "help")),
    "disability": (_("This is about what is harder for you."), ("body", "help")),
    "immigration": (_("This is about your right to be in the UK."), ("card", "world")),
    "nationality": (_("This is about the country you belong to."), ("world", "card")),
    "consent": (_("Somebody was asked whether they agree."), ("question", "speak")),
    "identity_paper": (_("This is about a paper of yours."), ("paper", "card")),
    "asked_about_help": (_("You were asked what you think of our help."), ("question", "speak")),
    "leaving_care_rights": (_("You have a right to help when you leave care."), ("help", "door")),
    "pathway_plan": (_("We looked at your plan for leaving care."), ("plan", "door")),
    "service": (_("This is about people whose job is to help."), ("worker", "help")),
}

HOMES = _groups(
    ("U1 U2 U3", _("You lived with family or friends."), ("home", "family")),
    ("U4 U5 U6", _("You lived with foster carers."), ("home", "carers")),
    ("A3 A5", _("You lived with foster carers who planned to adopt you."), ("home", "carers", "family")),
    ("A4 A6", _("You lived with a family who planned to adopt you."), ("home", "family")),
    ("P1", _("You lived with your parent."), ("home", "parent")),
    ("K1", _("You lived in a locked children's home."), ("building", "locked")),
    ("K2", _("You lived in a children's home."), ("building", "carers")),
    ("H5 K3", _("You lived in a place where staff helped you."), ("building", "help")),
    ("P2", _("You lived in your own place, or with friends."), ("home", "key")),
    ("P3", _("You lived where you worked."), ("home", "work")),
    ("R1", _("You lived in a care home."), ("building", "care")),
    ("R2", _("You stayed in a hospital, or a place with nurses."), ("hospital", "bed")),
    ("T1", _("You were in hospital for a short time."), ("hospital", "bed", "time")),
    ("R3", _("You lived in a centre for families."), ("building", "family")),
    ("R5", _("You had to stay in a locked place."), ("locked", "law")),
    ("S1", _("You lived at your school."), ("school", "bed")),
    ("T0 T3 T4", _("You stayed somewhere else for a short time."), ("moving", "bed", "time")),
    ("T2", _("You went away on holiday."), ("moving", "happy")),
    ("Z1 Z11 Z12 Z13 Z14", _("You lived in another kind of place."), ("home", "question")),
)

HOMES_NOW = _groups(
    ("U1 U2 U3", _("You live with family or friends."), ("home", "family")),
    ("U4 U5 U6", _("You live with foster carers."), ("home", "carers")),
    ("A3 A5", _("You live with foster carers who plan to adopt you."), ("home", "carers", "family")),
    ("A4 A6", _("You live with a family who plan to adopt you."), ("home", "family")),
    ("P1", _("You live with your parent."), ("home", "parent")),
    ("K1", _("You live in a locked children's home."), ("building", "locked")),
    ("K2", _("You live in a children's home."), ("building", "carers")),
    ("H5 K3", _("You live in a place where staff help you."), ("building", "help")),
    ("P2", _("You live in your own place, or with friends."), ("home", "key")),
    ("P3", _("You live where you work."), ("home", "work")),
    ("R1", _("You live in a care home."), ("building", "care")),
    ("R2", _("You stay in a hospital, or a place with nurses."), ("hospital", "bed")),
    ("T1", _("You are in hospital for a short time."), ("hospital", "bed", "time")),
    ("R3", _("You live in a centre for families."), ("building", "family")),
    ("R5", _("You have to stay in a locked place."), ("locked", "law")),
    ("S1", _("You live at your school."), ("school", "bed")),
    ("T0 T3 T4", _("You are staying somewhere else for a short time."), ("moving", "bed", "time")),
    ("T2", _("You are away on holiday."), ("moving", "happy")),
    ("Z1 Z11 Z12 Z13 Z14", _("You live in another kind of place."), ("home", "question")),
)

LEGAL_STATUS = _groups(
    ("C1", _("A court said that we look after you for now."), ("court", "care", "time")),
    ("C2", _("A court said that we look after you."), ("court", "care")),
    ("D1 E1", _("A court said that a family could adopt you."), ("court", "family")),
    ("V2", _("It was agreed that we look after you."), ("agreed", "care")),
    ("V3 V4", _("You had planned short stays away from home."), ("moving", "bed", "plan")),
    ("L1", _("The police moved you somewhere safe."), ("police", "safe")),
    ("L2", _("A court acted fast to keep you safe."), ("court", "safe")),
    ("L3", _("A court asked what you needed."), ("court", "question")),
    ("J1", _("You had to stay somewhere until your day in court."), ("court", "date")),
    ("J2", _("You needed a place to stay after the police arrested you."), ("police", "bed")),
    ("J3", _("A court said where you had to live for a time."), ("court", "home", "time")),
)

LEFT_CARE = _groups(
    ("E11 E12", _("A new family adopted you."), ("family", "home")),
    ("E13", _("You moved to family or someone close to you."), ("moving", "family")),
    ("E14", _("You did not have to stay there any more."), ("court", "door")),
    ("E15", _("We decided that you were 18 or older."), ("council", "date")),
    ("E16", _("You moved to another country."), ("plane", "world")),
    ("E17", _("You turned 18 and stayed with your carers."), ("birthday", "carers")),
    ("E3", _("A new council looked after you."), ("council", "care")),
    ("E41", _("A court said who you would live with."), ("court", "home")),
    ("E43 E44 E45 E46 E47 E48", _("You left care to live with your special guardian."), ("court", "family", "home")),
    ("E4A E4B", _("You went home to your family."), ("home", "family")),
    ("E5", _("You moved to your own place, with help."), ("home", "key", "help")),
    ("E6", _("You moved to your own place."), ("home", "key")),
    ("E7", _("You moved to a home for adults who need care."), ("building", "care")),
    ("E8", _("You left care."), ("door",)),
    ("E9", _("A court said that you had to go to a locked place."), ("court", "locked")),
)

MOVED = _groups(
    ("CARPL", _("You moved because of your care plan."), ("moving", "plan")),
    ("CLOSE", _("You moved because that home closed, or your carers stopped fostering."), ("moving", "door")),
    ("ALLEG", _("You moved because someone was worried about that home."), ("moving", "worry")),
    ("STAND", _("You moved because the care was not good enough."), ("moving", "care")),
    ("APPRR", _("You moved because your carers were not allowed to foster."), ("moving", "carers")),
    ("CREQB", _("You moved because it was too hard for your carers."), ("moving", "carers")),
    ("CREQO", _("Your carers asked for the move, and it was not your fault."), ("moving", "carers")),
    ("CHILD", _("You asked to move."), ("speak", "moving")),
    ("LAREQ", _("We decided that you should move."), ("council", "moving")),
    ("PLACE", _("You did not move."), ("home",)),
    ("CUSTOD", _("You moved because of a court or the police."), ("moving", "law")),
    ("OTHER", _("You moved for another reason."), ("moving", "question")),
)

WHY_IN_CARE = _groups(
    ("N1", _("Workers were worried that you were not safe."), ("worry", "safe")),
    ("N2", _("You needed more help because you were ill or disabled."), ("health", "help")),
    ("N3", _("Your parent was ill or disabled, and needed help."), ("parent", "health")),
    ("N4", _("Your family was going through a very hard time."), ("family", "sad")),
    ("N5", _("Things at home had been hard for a long time."), ("home", "sad", "time")),
    ("N6", _("Workers were worried about things happening around you."), ("worry", "worker")),
    ("N7", _("Your family did not have enough money."), ("family", "money")),
    ("N8", _("No parent could look after you at that time."), ("parent", "care")),
)

REVIEW = _groups(
    ("PN0", _("Adults met about you and spoke for you."), ("meeting", "speak")),
    ("PN1 PN2 PN3 PN4", _("You came to your review meeting."), ("meeting", "yes")),
    ("PN5", _("Someone spoke up for you at your review meeting."), ("meeting", "speak")),
    ("PN6", _("You sent your views to your review meeting."), ("meeting", "letter")),
    ("PN7", _("You did not come to your review meeting."), ("meeting", "question")),
)

MISSING = _groups(
    ("M", _("You were away, and we did not know where."), ("away", "question")),
    ("A", _("You were away, and we knew where."), ("away", "home")),
)

IN_TOUCH = _groups(
    ("YES", _("We were in touch with you."), ("phone", "worker")),
    ("NO", _("We were not in touch with you."), ("phone", "no")),
    ("REFU", _("You did not want to be in touch then."), ("phone", "choice")),
    ("NREQ", _("Our records say you did not need our help then."), ("help", "choice")),
    ("RHOM", _("You had gone home to your family."), ("home", "family")),
)

ACTIVITY = _groups(
    ("F1 P1", _("You were at university."), ("university",)),
    ("F2 P2", _("You were at school or college."), ("school", "learning")),
    ("F3 P3 F5 P5", _("You were working or training."), ("work",)),
    ("F4 P4", _("You were working and learning a job."), ("work", "learning")),
    ("G4", _("You were ill or disabled, and not at work or college."), ("health", "work")),
    ("G5", _("You were not working or studying then."), ("work", "question")),
    ("G6", _("You were having a baby or looking after a child."), ("baby", "home")),
)

LATER_HOME = _groups(
    ("B", _("You lived with family."), ("home", "family")),
    ("C", _("You lived in a care home."), ("building", "care")),
    ("D T", _("You lived in a place with some help."), ("building", "help")),
    ("E", _("You lived in a family home, with help."), ("home", "help")),
    ("G", _("You lived in another country."), ("plane", "world")),
    ("H", _("You were made to leave the UK."), ("plane", "law")),
    ("K", _("You rented a room."), ("home", "money")),
    ("R", _("We did not know where you lived."), ("home", "question")),
    ("S", _("You did not have a home then."), ("home", "no")),
    ("U", _("You had your own place."), ("home", "key")),
    ("V W", _("You stayed somewhere for a short time."), ("bed", "time")),
    ("X", _("You had to stay in a locked place."), ("locked", "law")),
    ("Y", _("You lived somewhere else."), ("home", "question")),
    ("Z", _("You stayed living with your foster carers."), ("home", "carers")),
)

EARLIER_ORDER = _groups(
    ("P1", _("You had been adopted before."), ("family", "home")),
    ("P2", _("You had lived with a special guardian before."), ("home", "family")),
    ("P3", _("A court had said before who you would live with."), ("court", "home")),
)

CODES: dict[str, dict[str, Picked]] = {
    "PLACE": HOMES,
    "LS": LEGAL_STATUS,
    "REC": LEFT_CARE,
    "REASON_PLACE_CHANGE": MOVED,
    "CIN": WHY_IN_CARE,
    "REVIEW_CODE": REVIEW,
    "MISSING": MISSING,
    "IN_TOUCH": IN_TOUCH,
    "ACTIV": ACTIVITY,
    "ACCOM": LATER_HOME,
    "PREV_PERM": EARLIER_ORDER,
}

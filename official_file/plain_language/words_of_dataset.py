"""The plain words for codes of the national dataset (SSD) that no return has, as messages to translate.

The rules for a new line are those of words_of_codes.py. A code keeps the meaning it had when it was written: lines are added.
"""

from law.wording import gettext_noop

HARM = {
    "NEG": gettext_noop("Workers were worried that you did not get the care you needed."),
    "PHY": gettext_noop("Workers were worried that someone was hurting you."),
    "SAB": gettext_noop("Workers were worried that someone touched you, or used you, in a way that is never right."),
    "EMO": gettext_noop("Workers were worried that someone made you feel bad or scared, again and again."),
    "MUL": gettext_noop("Workers were worried about more than one kind of harm."),
}

LEARNING = {
    "SPLD": gettext_noop("Some kinds of learning, like reading or numbers, were harder for you."),
    "MLD": gettext_noop("Learning was harder for you than for most people of your age."),
    "SLD": gettext_noop("Learning was much harder for you, and you needed a lot of help with it."),
    "PMLD": gettext_noop("Learning was much harder for you, and so were other things. You needed a lot of help."),
    "SLCN": gettext_noop("Talking, or knowing what people meant, was harder for you."),
    "SEMH": gettext_noop("Big feelings could make it hard for you to learn."),
    "HI": gettext_noop("You did not hear as well as most people."),
    "VI": gettext_noop("You did not see as well as most people."),
    "MSI": gettext_noop("You did not see and hear as well as most people."),
    "PD": gettext_noop("Your body made some things at school harder."),
    "ASD": gettext_noop("You are autistic."),
    "DS": gettext_noop("You have Down syndrome."),
    "OTH": gettext_noop("You needed some other help with learning."),
    "NSA": gettext_noop("You needed some help at school. Nobody had found out yet which kind."),
}

DISABILITY = {
    "NONE": gettext_noop("Our records say that you have no disability."),
    "MOB": gettext_noop("Moving around is harder for you."),
    "HAND": gettext_noop("Using your hands is harder for you."),
    "PC": gettext_noop("You need help with things like washing or getting dressed."),
    "INC": gettext_noop("You need help with using the toilet."),
    "COMM": gettext_noop("Talking, or knowing what people mean, is harder for you."),
    "LD": gettext_noop("Learning is harder for you."),
    "HEAR": gettext_noop("You do not hear as well as most people."),
    "VIS": gettext_noop("You do not see as well as most people."),
    "BEH": gettext_noop("Our records say that you need help with how you act. You can tell us how you see it."),
    "CON": gettext_noop("You have fits, or you pass out at times."),
    "AUT": gettext_noop("You are autistic."),
    "DDA": gettext_noop("You have another disability, or an illness that lasts."),
}

AFTER_CARE = {
    "ELIGIBLE": gettext_noop("You are in care now. When you leave, you have a right to help from us."),
    "RELEVANT": gettext_noop("You left care before you were 18. You have a right to help from us."),
    "FORMER_RELEVANT": gettext_noop("You have a right to help from us until you are 25, if you want it."),
    "QUALIFYING": gettext_noop("You have a right to some help from us."),
}

CARE_PLAN = {
    "REMAINSUP": gettext_noop("The plan was that you stay with your family, with help."),
    "RETURN1M": gettext_noop("The plan was that you go home within a month."),
    "RETURN6M": gettext_noop("The plan was that you go home within six months."),
    "RETURNEV": gettext_noop("The plan was that you go home one day."),
    "LTRELFR": gettext_noop("The plan was that you live with family or friends until you grow up."),
    "LTFOST": gettext_noop("The plan was that you stay with foster carers for a long time."),
    "LTFOST18": gettext_noop("The plan was that you stay with foster carers until you are 18."),
    "RESPLMT": gettext_noop("The plan was that you live in a children's home."),
    "SUPPLIV": gettext_noop("The plan was that you live in a place of your own, with some help."),
    "SGO": gettext_noop("The plan was that someone becomes your special guardian."),
    "CAO": gettext_noop("The plan was that a court says who you live with."),
    "ADOPTION": gettext_noop("The plan was that a new family adopts you."),
    "OTHER": gettext_noop("There was another plan. Ask us what it was."),
}

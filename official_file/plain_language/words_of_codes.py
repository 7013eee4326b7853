"""The plain words for each code, as messages to translate. Homes are in words_of_homes.py; official wordings in codes.json.

Rules for a new line: "you" and "we"; true, kind, short; at most 20 words a sentence; no professional words; say what we do not know.
"""

from law.wording import gettext_noop

LEGAL_STATUS = {
    "C1": gettext_noop("A court said the council must look after you until the court could decide."),
    "C2": gettext_noop("A court said the council must look after you and share the job of being your parent."),
    "D1": gettext_noop("A court made an order that meant you could be adopted. It is an old kind that is not made now."),
    "E1": gettext_noop("A court said the council could look for a family to adopt you."),
    "V2": gettext_noop("It was agreed that the council would look after you. A court did not have to order it. Ask us who agreed."),
    "V3": gettext_noop("You had short stays away from home that were planned and agreed. Our list shows each stay."),
    "V4": gettext_noop("You had short stays away from home that were planned and agreed. Our list shows them all as one."),
    "L1": gettext_noop("The police moved you somewhere safe straight away because they were worried about you."),
    "L2": gettext_noop("A court made an urgent order to keep you safe."),
    "L3": gettext_noop("A court said workers needed to find out how you were and what you needed."),
    "J1": gettext_noop("A court said you had to stay somewhere chosen for you while you waited for your day in court."),
    "J2": gettext_noop("The police asked the council to find you a place to stay after you were arrested."),
    "J3": gettext_noop("A court order for something you did said where you had to live for a time."),
}

PROVIDER = {
    "PR0": gettext_noop("Your parent looked after you."),
    "PR1": gettext_noop("The council ran this home, or the carers worked with the council."),
    "PR2": gettext_noop("Another council ran this home."),
    "PR3": gettext_noop("A public service, like the NHS, ran this."),
    "PR4": gettext_noop("A company ran this home, or the carers worked with a company."),
    "PR5": gettext_noop("A charity ran this home, or the carers worked with a charity."),
}

NEW_EPISODE = {
    "S": gettext_noop("You came into care."),
    "L": gettext_noop("The legal reason you were in care changed. You stayed in the same place."),
    "P": gettext_noop("You moved to live with new carers."),
    "T": gettext_noop("You moved house with the same carers, or the type of place changed."),
    "B": gettext_noop("You moved to new carers, and the legal reason changed too."),
    "U": gettext_noop("You stayed with the same carers. The type of place and the legal reason changed."),
}

LEFT_CARE = {
    "X1": gettext_noop("Something changed, and you stayed in care."),
    "E11": gettext_noop("You were adopted."),
    "E12": gettext_noop("You were adopted. The court decided this without your birth parent agreeing."),
    "E13": gettext_noop("You left care to live with family or someone close to you."),
    "E14": gettext_noop("A court had said that you had to stay somewhere. That time ended."),
    "E15": gettext_noop("The council decided you were 18 or over. You may not agree with this."),
    "E16": gettext_noop("You moved to another country."),
    "E17": gettext_noop("You turned 18 and stayed living with your carers."),
    "E2": "",  # never shown
    "E3": gettext_noop("A new council took over your care."),
    "E41": gettext_noop("A court said who you would live with, and you left care."),
    "E43": gettext_noop("Your foster carers became your special guardians, and you left care."),
    "E44": gettext_noop("Someone became your special guardian, and you left care."),
    "E45": gettext_noop("Family or friends who fostered you became your special guardians, and you left care."),
    "E46": gettext_noop("Your foster carers became your special guardians, and you left care."),
    "E47": gettext_noop("Family or friends became your special guardians, and you left care."),
    "E48": gettext_noop("Someone became your special guardian, and you left care."),
    "E4A": gettext_noop("You went home to your family, as the plan said."),
    "E4B": gettext_noop("You went home to your family. It was not what the plan said at that time."),
    "E5": gettext_noop("You moved to your own place with support."),
    "E6": gettext_noop("You moved to your own place."),
    "E7": gettext_noop("You moved to a home for adults who need care."),
    "E8": gettext_noop("You left care for another reason. Ask us what it was."),
    "E9": gettext_noop("A court gave you a custody sentence. That means a locked place."),
}

MOVED = {
    "CARPL": gettext_noop("You moved because of your care plan."),
    "CLOSE": gettext_noop("The home closed, or your carers stopped fostering."),
    "ALLEG": gettext_noop("You moved because someone was worried that the home was not safe."),
    "STAND": gettext_noop("You moved because the care there was not good enough."),
    "APPRR": gettext_noop("The carers were no longer allowed to foster."),
    "CREQB": gettext_noop("Your carers asked for the move. They could not manage, and that is not your fault."),
    "CREQO": gettext_noop("Your carers asked for the move. It was not because of anything you did."),
    "CHILD": gettext_noop("You asked to move."),
    "LAREQ": gettext_noop("The council decided you should move. Ask us why."),
    "PLACE": gettext_noop("You did not move. Only the type of place on our list changed."),
    "CUSTOD": gettext_noop("You moved because of a court or police decision."),
    "OTHER": gettext_noop("You moved for another reason. Ask us what it was."),
}

WHY_IN_CARE = {
    "N1": gettext_noop("Workers were worried that you were being hurt, or not looked after safely."),
    "N2": gettext_noop("You needed more help because you were ill or disabled."),
    "N3": gettext_noop("Your parent was ill or disabled, and could not give you all the care you needed."),
    "N4": gettext_noop("Your family was going through a very hard time."),
    "N5": gettext_noop("Things at home had been hard for a long time."),
    "N6": gettext_noop(
        "Workers were worried about what was going on around you. "
        "Our list has an old and unkind name for this. You can say how it really was."
    ),
    "N7": gettext_noop("Your family did not have enough money."),
    "N8": gettext_noop("There was no parent who could look after you at that time."),
}

REVIEW = {
    "PN0": gettext_noop("You were under 4, so adults spoke for you."),
    "PN1": gettext_noop("You came to your review and spoke for yourself."),
    "PN2": gettext_noop("You came to your review and someone spoke up for you."),
    "PN3": gettext_noop("You came to your review and showed your views without talking."),
    "PN4": gettext_noop("You came to your review, and your views were not shared there. You can add them now."),
    "PN5": gettext_noop("You did not come to your review. Someone spoke up for you."),
    "PN6": gettext_noop("You did not come to your review. You sent your views in another way."),
    "PN7": gettext_noop("You did not come to your review, and your views were not shared. You can add them now."),
}

MISSING = {
    "M": gettext_noop("You were away, and the people looking after you did not know where you were."),
    "A": gettext_noop("You were away when you were meant to be home. People knew where you were."),
}

FEELINGS_FORM = {
    "SDQ1": gettext_noop("A form about how you were feeling was not done because of your age."),
    "SDQ2": gettext_noop("Your carer did not fill in a form about how you were feeling."),
    "SDQ3": gettext_noop("A form about how you were feeling did not fit your needs."),
    "SDQ4": gettext_noop("A form about how you were feeling was not done."),
    "SDQ5": gettext_noop("You said no to a form about how you were feeling."),
}

IN_TOUCH = {
    "YES": gettext_noop("We were in touch with you."),
    "NO": gettext_noop("We were not in touch with you."),
    "REFU": gettext_noop("You did not want to be in touch with us at that time."),
    "NREQ": gettext_noop("Our records say that you did not need our help then."),
    "RHOM": gettext_noop("You had gone home to your family."),
    "DIED": "",  # never shown
}

ACTIVITY = {
    "F1": gettext_noop("You were at university full time."),
    "P1": gettext_noop("You were at university part time."),
    "F2": gettext_noop("You were at school or college full time."),
    "P2": gettext_noop("You were at school or college part time."),
    "F3": gettext_noop("You were working or training full time."),
    "P3": gettext_noop("You were working or training part time."),
    "F4": gettext_noop("You were on an apprenticeship."),
    "P4": gettext_noop("You were on a part-time apprenticeship."),
    "F5": gettext_noop("You were working or training full time."),
    "P5": gettext_noop("You were working or training part time."),
    "G4": gettext_noop("You were not at work or college because you were ill or disabled."),
    "G5": gettext_noop("You were not working or studying then."),
    "G6": gettext_noop("You were having a baby or looking after a child."),
    "0": gettext_noop("We do not have this."),
}

LATER_HOME = {
    "B": gettext_noop("You lived with family."),
    "C": gettext_noop("You lived in a care home."),
    "D": gettext_noop("You lived in a place with some support."),
    "E": gettext_noop("You lived in a family home with support."),
    "G": gettext_noop("You lived abroad."),
    "H": gettext_noop("You were made to leave the UK."),
    "K": gettext_noop("You rented a room."),
    "R": gettext_noop("We did not know where you lived."),
    "S": gettext_noop("You did not have a home then."),
    "T": gettext_noop("You lived in supported housing for young people."),
    "U": gettext_noop("You had your own place."),
    "V": gettext_noop("You stayed in a hostel or shelter for a short time."),
    "W": gettext_noop("You stayed in a bed and breakfast."),
    "X": gettext_noop("You were in custody. That means a locked place."),
    "Y": gettext_noop("You lived somewhere else."),
    "Z": gettext_noop("You stayed living with your foster carers."),
}

EARLIER_ORDER = {
    "P1": gettext_noop("You had been adopted before."),
    "P2": gettext_noop("You had lived with a special guardian before."),
    "P3": gettext_noop("Before, a court had said who you would live with."),
    "P4": gettext_noop("We are not sure if a court had decided this before."),
    "Z1": gettext_noop("No earlier order like this."),
}

BACKGROUND = {
    "WBRI": gettext_noop("We wrote that your background is White British."),
    "WIRI": gettext_noop("We wrote that your background is White Irish."),
    "WIRT": gettext_noop("We wrote that your background is Irish Traveller."),
    "WOTH": gettext_noop("We wrote that you have another White background."),
    "WROM": gettext_noop("We wrote that your background is Gypsy or Roma."),
    "MWBC": gettext_noop("We wrote that your background is White and Black Caribbean."),
    "MWBA": gettext_noop("We wrote that your background is White and Black African."),
    "MWAS": gettext_noop("We wrote that your background is White and Asian."),
    "MOTH": gettext_noop("We wrote that you have another mixed background."),
    "AIND": gettext_noop("We wrote that your background is Indian."),
    "APKN": gettext_noop("We wrote that your background is Pakistani."),
    "ABAN": gettext_noop("We wrote that your background is Bangladeshi."),
    "AOTH": gettext_noop("We wrote that you have another Asian background."),
    "BCRB": gettext_noop("We wrote that your background is Black Caribbean."),
    "BAFR": gettext_noop("We wrote that your background is Black African."),
    "BOTH": gettext_noop("We wrote that you have another Black background."),
    "CHNE": gettext_noop("We wrote that your background is Chinese."),
    "OOTH": gettext_noop("We wrote that your background is not on our list."),
    "REFU": gettext_noop("We wrote that you, or your family, chose not to say."),
    "NOBT": gettext_noop("We have not written your background down yet."),
}

WORKER_CHANGED = {
    "MANAGE": gettext_noop("This changed because of how we share out our work."),
    "FCONTA": gettext_noop("This was the first worker you met. Then another worker took over."),
    "LEFTRL": gettext_noop("This worker left the job."),
    "ORGRST": gettext_noop("Our teams changed, so your worker changed too."),
    "TSPROC": gettext_noop("Another team took over, so your worker changed too."),
    "ABSENC": gettext_noop("This worker was away for a time."),
    "CHCHAN": gettext_noop("You asked for a different worker."),
    "PCCHAN": gettext_noop("Your parent or carer asked for a different worker."),
    "SWDIED": gettext_noop("This worker died. We are sorry. You can talk to us about it."),
    "OTHERS": gettext_noop("This changed for another reason. Ask us what it was."),
}

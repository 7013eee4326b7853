"""The reasons of exemptions.json that a young person reads, marked for translation. A test keeps the two the same."""

from law.wording import gettext_noop

REASONS = (
    gettext_noop(
        "This part is private information about someone else. We have to think about their privacy as well as your right to "
        "know. If you already know it, tell us and we will look again."
    ),
    gettext_noop(
        "This part is about another child. They have a right to privacy too. If it is about your brother or sister, ask us "
        "what we can share."
    ),
    gettext_noop(
        "This part could show who told us something in private. We keep that safe so people can speak up when they are "
        "worried about a child."
    ),
    gettext_noop("This part is someone's address or contact details. We do not share those without asking them first."),
    gettext_noop("This part is about your carer's own private life. It is not about how they looked after you."),
    gettext_noop(
        "This part is about someone who asked us not to share it. We thought about your rights and theirs. We decided to "
        "keep it private for now."
    ),
    gettext_noop(
        "We think that reading this part now could badly harm your health. We know that is hard to hear. You can talk to us,"
        " and ask someone new to look at it again."
    ),
    gettext_noop("Sharing this part could put someone in serious danger."),
    gettext_noop(
        "A health worker told us that reading this part now could badly harm someone's health. You can ask us to check with them again."
    ),
    gettext_noop(
        "This part is about health. The law says we have to ask a health worker if it is safe before we share it. We have "
        "asked, and we will tell you when they reply."
    ),
    gettext_noop("This part is from your school file. Sharing it now could badly harm someone's health."),
    gettext_noop("The young person did not want this shared with the person asking."),
    gettext_noop("It would not be best for the young person to share this with the person asking."),
    gettext_noop("This came from the Children's Reporter. We must ask them before we can share it. We have asked."),
    gettext_noop(
        "This was made for a children's hearing. There are special rules about who can share it. We will tell you how to ask the Reporter."
    ),
    gettext_noop(
        "This is private advice between the council and its lawyers. Anyone can keep their talks with a lawyer private, and "
        "that includes you."
    ),
    gettext_noop("Sharing this now could get in the way of the police or a court case. We will look again when that is over."),
    gettext_noop("This is part of a court case that is still going on. Sharing it now could change what the court decides."),
    gettext_noop("This was written for a family court. The court has rules about who can share it. We can help you ask the court."),
    gettext_noop("This is part of an adoption record. Adoption has its own rules. The adoption team can help you ask for it."),
    gettext_noop("This is about how someone became a legal parent. There are special rules for this. We will tell you who to ask."),
    gettext_noop("This is part of a school support plan. There are special rules for sharing it. We can help you ask the right team."),
    gettext_noop("Another law says we are not allowed to share this part."),
    gettext_noop("Sharing this now could get in the way of immigration checks. We will look again later."),
    gettext_noop("This is being used to look into a complaint. We will look again when that is finished."),
    gettext_noop("This is about council plans that are not finished yet."),
    gettext_noop("We are still working out an agreement with you. This part shows our side of it. We will look again when it is settled."),
    gettext_noop("This is a private reference for a job, a course or a volunteer place."),
    gettext_noop("These are exam answers, or marks that are not out yet."),
    gettext_noop("This part is not about you. It was kept in the same papers as yours."),
    gettext_noop("This is the same as a page you already have."),
    gettext_noop("We looked for this and could not find it. We will show you where we looked and who else may have it."),
)

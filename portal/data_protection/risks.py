"""Risks to people, what this software does about each, and what is left for the council to weigh (UK GDPR Art 35(7)(c) and (d))."""

from portal.data_protection.flow import Risk

RISKS: tuple[Risk, ...] = (
    Risk(
        "Somebody else reads a child's record on a borrowed or watched phone",
        "the child; whoever they live with or hide from",
        "One touch hides the page and signs out; 15 minutes; nothing stored by the browser; no page says where they live or will be",
        "The browser's history keeps addresses without words. Workers talk about this when they give the code.",
    ),
    Risk(
        "A child learns hard news from a screen, alone",
        "the child",
        "Free text waits for a worker; new events wait until somebody has told them; nothing opens at night or before a weekend",
        "A worker may open too early. Managers see what was opened.",
    ),
    Risk(
        "Words about another person reach somebody who should not have them",
        "family, other children, whoever told us something",
        "Mentions are found and covered before opening; people stay unnamed until a worker confirms; a second person on every refusal "
        "and every answer",
        "Nobody finds every nickname. A person reads each text.",
    ),
    Risk(
        "A stranger gets a file by pretending to be its subject",
        "the person it is about",
        "Proof in proportion, by account, a worker who knows them, a paper that was looked at, or questions in a live call with few tries; "
        "no page tells whether a file exists",
        "Somebody who knows much about another's childhood. A worker who knows them is the better proof.",
    ),
    Risk(
        "A colleague looks without a reason",
        "the person it is about",
        "Reach by allocation only; every look is shown to the person it is about; emergency access is loud",
        "A look cannot be undone. The council acts on what the list shows.",
    ),
    Risk(
        "A worker quiets what is said about them",
        "the child",
        "Nobody decides, limits or confirms about themselves; words stay word for word",
        "Two people who agree to do wrong.",
    ),
    Risk(
        "A sign that a child is in danger is read too late",
        "the child",
        "Staffed hours and numbers to call are said before and after sending; urgent words have a clock of their own",
        "Nobody reads at night. Pages say so.",
    ),
    Risk(
        "The record is lost, changed or cannot be read in 75 years",
        "the person it is about",
        "Append-only, chained, exported in open formats that need no portal",
        "The council makes and tries its backups.",
    ),
    Risk(
        "People are sorted by a program",
        "young people",
        "No profile is made. A list of words asks a human to look sooner, is shown and counted; nothing is decided by it",
        "The list misses what is said in other words.",
    ),
)

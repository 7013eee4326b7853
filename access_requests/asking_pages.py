"""Every page somebody goes through who asks for a file, in order, with its questions. Pure: access_requests/asking.py reads it."""

from access_requests.asking_choices import ASKERS, COMPANY, FORMATS, HOWS, TELL_WORKER, WHATS
from access_requests.asking_kinds import FROM_A_BODY, OTHERS, Asker, Kind, Question, Route, Step
from law.wording import gettext_noop

NOT_SIGNED_IN = frozenset({Route.PUBLIC_FORM, Route.BY_WORKER})
STAFF_ONLY = frozenset({Route.BY_WORKER})

STEPS: tuple[Step, ...] = (
    Step(
        "received",
        gettext_noop("When and how did it reach us?"),
        (
            Question(
                "received_on",
                gettext_noop("The day it first reached anybody at the council"),
                Kind.DAY,
                hint=gettext_noop("The time to answer runs from this day, not from today. It cannot be changed later."),
                needed=gettext_noop("Write the day, like 4 May 2026."),
            ),
            Question(
                "received_how",
                gettext_noop("How it reached us"),
                hint=gettext_noop("In a letter, by phone, in a visit, to a carer: any way counts."),
            ),
        ),
        routes=STAFF_ONLY,
    ),
    Step(
        "who",
        gettext_noop("Whose file is it?"),
        (Question("asker", gettext_noop("I ask for"), Kind.ONE_OF, choices=ASKERS, needed=gettext_noop("Choose the one that fits best.")),),
        routes=NOT_SIGNED_IN,
    ),
    Step(
        "name",
        gettext_noop("What is your name?"),
        (
            Question("name", gettext_noop("Your name"), needed=gettext_noop("Write the name we should use for you."), autocomplete="name"),
            Question("organisation", gettext_noop("Who you work for"), autocomplete="organization", askers=FROM_A_BODY),
        ),
        why=gettext_noop("Write it as you want us to use it. It does not have to be the name on your papers."),
        routes=NOT_SIGNED_IN,
    ),
    Step(
        "about",
        gettext_noop("Who is the file about?"),
        (
            Question("subject", gettext_noop("Their name"), needed=gettext_noop("Write the name of the person the file is about.")),
            Question(
                "relation", gettext_noop("Who you are to them"), hint=gettext_noop("For example: her mum, his advocate, their solicitor.")
            ),
        ),
        routes=NOT_SIGNED_IN,
        askers=OTHERS,
    ),
    Step(
        "authority",
        gettext_noop("What lets you ask for them?"),
        (
            Question(
                "authority",
                gettext_noop("What you have"),
                Kind.WORDS,
                hint=gettext_noop(
                    "For example: a form they signed, a court order, a power of attorney. Do not send it yet. We ask to see it."
                ),
            ),
            Question(
                "they_know",
                gettext_noop("Do they know that you ask, and what do they think?"),
                Kind.WORDS,
                hint=gettext_noop("It is their file. We may ask them too, whatever their age."),
            ),
        ),
        why=gettext_noop("A file is about somebody's life. We have to know that you may ask for it."),
        routes=NOT_SIGNED_IN,
        askers=OTHERS,
    ),
    Step(
        "names",
        gettext_noop("Have you had other names?"),
        (
            Question(
                "other_names",
                gettext_noop("Other names"),
                Kind.WORDS,
                hint=gettext_noop("A name you were born with, a name from an adoption or a marriage, a nickname. One on each line."),
                for_others=gettext_noop("Other names they have had"),
            ),
        ),
        why=gettext_noop("An old file can stand under an old name."),
        for_others=gettext_noop("Have they had other names?"),
        routes=NOT_SIGNED_IN,
    ),
    Step(
        "born",
        gettext_noop("When were you born?"),
        (
            Question(
                "born",
                gettext_noop("Your date of birth"),
                hint=gettext_noop("Like 4 May 1965. If you only know the year, that is fine."),
                for_others=gettext_noop("Their date of birth"),
            ),
        ),
        why=gettext_noop("It helps us to find the right file, and nobody else's."),
        for_others=gettext_noop("When were they born?"),
        routes=NOT_SIGNED_IN,
    ),
    Step(
        "then",
        gettext_noop("When was it, roughly?"),
        (
            Question(
                "when_in_care",
                gettext_noop("The years"),
                hint=gettext_noop("For example: from about 1974 until I was 16. A guess helps."),
                hint_others=gettext_noop("For example: from about 1974 until they were 16. A guess helps."),
            ),
            Question(
                "councils",
                gettext_noop("Other councils or charities that looked after you"),
                Kind.WORDS,
                hint=gettext_noop("Councils change their names and borders. Write any you remember."),
                for_others=gettext_noop("Other councils or charities that looked after them"),
            ),
        ),
        routes=NOT_SIGNED_IN,
    ),
    Step(
        "places",
        gettext_noop("Where did you live then?"),
        (
            Question(
                "homes",
                gettext_noop("Homes, streets and towns"),
                Kind.WORDS,
                hint=gettext_noop("A children's home, a foster family, an address before that. Parts of a name help too."),
            ),
            Question("schools", gettext_noop("Schools"), Kind.WORDS),
        ),
        for_others=gettext_noop("Where did they live then?"),
        routes=NOT_SIGNED_IN,
    ),
    Step(
        "people",
        gettext_noop("Who was there?"),
        (
            Question(
                "family",
                gettext_noop("Family: parents, brothers and sisters"),
                Kind.WORDS,
                hint=gettext_noop("A brother or sister may have had the same file, or one beside it."),
            ),
            Question("workers", gettext_noop("Social workers, carers, teachers"), Kind.WORDS, hint=gettext_noop("A first name is enough.")),
        ),
        routes=NOT_SIGNED_IN,
    ),
    Step(
        "what",
        gettext_noop("What would you like to have?"),
        (
            Question("what", gettext_noop("I would like"), Kind.ONE_OF, choices=WHATS),
            Question("years", gettext_noop("Which years, or which part of life?"), hint=gettext_noop("Only if you want some of it.")),
            Question(
                "want_to_know",
                gettext_noop("Is there something you most want to know?"),
                Kind.WORDS,
                hint=gettext_noop("In your own words. You can leave this empty."),
            ),
        ),
    ),
    Step(
        "known",
        gettext_noop("What do you know already?"),
        (
            Question(
                "known",
                gettext_noop("What you know"),
                Kind.WORDS,
                hint=gettext_noop("For example: the names of your brothers and sisters, or why you came into care."),
                for_others=gettext_noop("What they know"),
                hint_others=gettext_noop("For example: the names of their brothers and sisters, or why they came into care."),
            ),
        ),
        why=gettext_noop("We may have to hide some words about other people. We do not need to hide what you know."),
        why_others=gettext_noop("We may have to hide some words about other people. We do not need to hide what the person knows already."),
        for_others=gettext_noop("What do they know already?"),
    ),
    Step(
        "formats",
        gettext_noop("How would you like to get it?"),
        (
            Question("formats", gettext_noop("Tick all that fit"), Kind.ANY_OF, choices=FORMATS),
            Question("format_language", gettext_noop("Which language?"), hint=gettext_noop("Only if you want another language.")),
            Question("format_needs", gettext_noop("Anything else that would make it easier to read"), Kind.WORDS),
        ),
    ),
    Step(
        "company",
        gettext_noop("Who is safe to be with you?"),
        (
            Question("company", gettext_noop("When I read it"), Kind.ONE_OF, choices=COMPANY, askers=frozenset({Asker.SELF})),
            Question(
                "company_who",
                gettext_noop("Who, and how we can reach them"),
                Kind.WORDS,
                for_others=gettext_noop("Who can be with them, and how we can reach that person"),
            ),
            Question(
                "tell_worker",
                gettext_noop("May your worker know that you asked?"),
                Kind.ONE_OF,
                choices=TELL_WORKER,
                hint=gettext_noop("They can help you, and be there. It is your choice."),
                routes=frozenset({Route.SIGNED_IN}),
            ),
        ),
        why=gettext_noop("A file can be hard to read. You do not have to read it alone."),
        why_others=gettext_noop("A file can be hard to read. Nobody should have to read it alone."),
        for_others=gettext_noop("Who is safe to be with them?"),
    ),
    Step(
        "reach",
        gettext_noop("How can we reach you?"),
        (
            Question("email", gettext_noop("E-mail"), autocomplete="email"),
            Question("phone", gettext_noop("Phone"), autocomplete="tel"),
            Question("address", gettext_noop("Address for letters"), Kind.WORDS, autocomplete="street-address"),
            Question(
                "by_code",
                gettext_noop("I will come back to this website with my code"),
                Kind.TICK,
                hint=gettext_noop("We give you a code at the end. Then we do not need to write or call."),
                routes=NOT_SIGNED_IN,
            ),
            Question("how", gettext_noop("What is best?"), Kind.ONE_OF, choices=HOWS),
            Question(
                "when",
                gettext_noop("When is a good time, and is it safe to leave a message?"),
                hint=gettext_noop("For example: after 4 o'clock. Do not leave a message."),
            ),
        ),
        why=gettext_noop("Only give what is safe for you. One way is enough."),
    ),
    Step(
        "dates",
        gettext_noop("Are there days we should leave you alone?"),
        (
            Question(
                "not_on",
                gettext_noop("Days when we should not write or call"),
                Kind.WORDS,
                hint=gettext_noop("For example: my birthday, the week of my exams. You do not have to say why."),
            ),
        ),
    ),
)

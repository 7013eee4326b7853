"""Who may ask to see a file, and what still stands in the way: pure rules. UK GDPR Art 12(6) and 15; DPA 2018 s 3, 184, 187, 208.

    held(Standing(asker=Asker.SELF, nation="EW", age=12, known=True, matched=True), Step.SEARCH)     ->   ()
    held(Standing(asker=Asker.PARENT, nation="EW", age=15, known=True, matched=True, authority=Paper.SEEN), Step.SEARCH)
        ->   (Reason.VIEW,)   the young person is asked first

There is no age below which a child may not ask. What a child understands is written down, never guessed from a birthday
alone; in Scotland somebody of 12 or over is presumed to understand (s 208), and only two people set that aside.
"""

from dataclasses import dataclass
from enum import StrEnum

from law.ages import ADULT
from law.bank_holidays import Nation
from law.wording import gettext_noop

PRESUMED_IN_SCOTLAND = 12  # DPA 2018 s 208(3): 12 or over is presumed to have the understanding, unless the contrary is shown
CAPACITY_IN_SCOTLAND = 16  # Age of Legal Capacity (Scotland) Act 1991 s 1; DPA 2018 s 208 speaks of those under it
TALK_FIRST_UNDER = 12  # ours: somebody offers to talk it through, and nothing waits for it
ATTORNEY_FROM = 16  # Mental Capacity Act 2005 s 2(5): nobody is treated as without capacity under it before 16


class Asker(StrEnum):
    """Who asks: the same words as AccessRequest.Asker."""

    SELF = "self"
    PARENT = "parent"
    ADVOCATE = "advocate"
    SOLICITOR = "solicitor"
    SUPPORTER = "supporter"
    BODY = "body"
    ATTORNEY = "attorney"


class Basis(StrEnum):
    """What is written down of a child's understanding: the same words as Competence.Basis."""

    PRESUMED = "presumed"
    ASSESSED_YES = "assessed_yes"
    ASSESSED_NOT_YET = "assessed_not_yet"


class View(StrEnum):
    """What the person a file is about says to somebody else asking for it: the same words as ChildView.Says."""

    YES = "yes"
    NO = "no"
    TALK = "talk"
    CANNOT_SAY = "cannot_say"


class Paper(StrEnum):
    """How an authority to ask for another person stands."""

    NONE = "none"
    SEEN = "seen"
    RUN_OUT = "run_out"
    ENDED = "ended"


class Step(StrEnum):
    """What somebody wants to do next with a request. The clock never waits for either."""

    SEARCH = "search"
    GIVE = "give"


class Reason(StrEnum):
    """What stands in the way of a step."""

    DIED = "died"
    NO_RECORD = "no_record"
    IDENTITY = "identity"
    AUTHORITY = "authority"
    AUTHORITY_RUN_OUT = "authority_run_out"
    AUTHORITY_ENDED = "authority_ended"
    TOO_YOUNG_FOR_ATTORNEY = "too_young_for_attorney"
    VIEW = "view"
    SAYS_NO = "says_no"
    WANTS_TO_TALK = "wants_to_talk"
    UNDERSTANDING = "understanding"
    NOT_YET = "not_yet"


class Prompt(StrEnum):
    """What an officer is reminded of. It holds nothing up."""

    TALK_IT_THROUGH = "talk_it_through"
    FORCED_TO_ASK = "forced_to_ask"
    KEPT_FROM_PARENT = "kept_from_parent"
    GIVE_TO_THE_PERSON = "give_to_the_person"


@dataclass(frozen=True, slots=True)
class Rule:
    """How one kind of asker may ask. `proof`: what must be seen; `law`: where it is written."""

    asker: Asker
    proof: str
    law: str
    for_themselves: bool = False
    own_view: bool = True


RULES: dict[Asker, Rule] = {
    rule.asker: rule
    for rule in (
        # The right is the person's own, at any age and for life: no lower and no upper age, and no closed case ends it.
        Rule(Asker.SELF, "", "UK GDPR Art 15; DPA 2018 s 208 (Scotland)", for_themselves=True, own_view=False),
        # For a child, never for themselves: a child who understands is asked; what was told in confidence is exempt.
        Rule(
            Asker.PARENT,
            gettext_noop(
                "Parental responsibility: a birth certificate, order or agreement. Look for orders about seeing or speaking with them."
            ),
            "DPA 2018 Sch 3 paras 4, 10 and 21",
        ),
        Rule(
            Asker.ADVOCATE,
            gettext_noop("The young person's own words that this advocate asks for them."),
            "Children Act 1989 s 26A; SI 2010/959 reg 45(1)(b)",
        ),
        # The one who acts must show it. Asking because somebody else demands it, for a job or a contract, is an offence of theirs.
        Rule(
            Asker.SOLICITOR, gettext_noop("A signed authority that names them and says how far it goes."), "UK GDPR Art 15; DPA 2018 s 184"
        ),
        Rule(Asker.SUPPORTER, gettext_noop("The person's own words that this supporter asks for them."), "UK GDPR Art 15"),
        Rule(Asker.BODY, gettext_noop("The person's authority for this body to act for them."), "DPA 2018 s 187; UK GDPR Art 80"),
        Rule(
            Asker.ATTORNEY,
            gettext_noop("The registered power of attorney, or the court's order."),
            "Mental Capacity Act 2005; DPA 2018 Sch 3 para 10(1)(c)",
            own_view=False,
        ),
    )
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything the rules ask about one request. `age` None: not known, so nothing is presumed from it.

    `known`: we know who asks. `matched`: whose record it is. `not_yet_by_two`: a second person agreed that they do not understand yet.
    """

    asker: Asker
    nation: str
    age: int | None = None
    known: bool = False
    matched: bool = False
    died: bool = False
    basis: Basis | None = None
    not_yet_by_two: bool = False
    authority: Paper = Paper.NONE
    view: View | None = None


def is_presumed(age: int | None, nation: str) -> bool:
    """Whether the law itself presumes that they understand: adults everywhere, and in Scotland from 12 (DPA 2018 s 208).

    Nowhere else is anything presumed from an age under 18, and nobody is refused for it. Raises ValueError for a nation.
    """
    if age is None:
        return False
    if Nation(nation) is Nation.SCOTLAND:
        return age >= PRESUMED_IN_SCOTLAND
    return age >= ADULT


def needs_second_person(basis: Basis, age: int | None, nation: str) -> bool:
    """Whether this note of their understanding counts only when a second person agrees: it sets a presumption aside."""
    return basis is Basis.ASSESSED_NOT_YET and is_presumed(age, nation)


def understands(standing: Standing) -> bool | None:
    """Whether they understand broadly what asking means; None when nobody has written it down and the law presumes nothing."""
    presumed = is_presumed(standing.age, standing.nation)
    if standing.basis is Basis.ASSESSED_NOT_YET and (not presumed or standing.not_yet_by_two):
        return False
    return True if presumed or standing.basis in (Basis.ASSESSED_YES, Basis.PRESUMED) else None


def has_parent_acting(age: int | None, nation: str) -> bool:
    """Whether parental responsibility can act for them at all: under 18, in Scotland under 16 (Children (Scotland) Act 1995 s 1)."""
    limit = CAPACITY_IN_SCOTLAND if Nation(nation) is Nation.SCOTLAND else ADULT
    return age is None or age < limit


def held(standing: Standing, step: Step = Step.SEARCH) -> tuple[Reason, ...]:
    """Everything that stands in the way of this step, the hardest first; empty when nothing does."""
    if standing.died:
        return (Reason.DIED,)  # DPA 2018 s 3(2): the law of access is about living people. Their family is met by a person.
    found = [] if standing.matched else [Reason.NO_RECORD]
    if not standing.known:
        found.append(Reason.IDENTITY)
    found += _own_asking(standing, step) if RULES[standing.asker].for_themselves else _for_another(standing)
    return tuple(found)


def _own_asking(standing: Standing, step: Step) -> list[Reason]:
    """Their own request is looked into whatever their age. Before anything is given, somebody has written down that they understand.

    In England, Wales and Northern Ireland a child who asks is not made to pass a test: only a "not yet" holds what is given.
    """
    if step is Step.SEARCH:
        return []
    knows = understands(standing)
    if knows is False:
        return [Reason.NOT_YET]
    under_the_presumption = Nation(standing.nation) is Nation.SCOTLAND and standing.age is not None
    return [Reason.UNDERSTANDING] if under_the_presumption and knows is None else []


def _for_another(standing: Standing) -> list[Reason]:
    """Somebody who asks for another: with authority, and never over the head of a young person who understands."""
    found = _authority(standing)
    if standing.asker is Asker.ATTORNEY:
        young = standing.age is not None and standing.age < ATTORNEY_FROM
        return [*found, Reason.TOO_YOUNG_FOR_ATTORNEY] if young else found
    if standing.view is View.NO and understands(standing) is not False:
        return [Reason.SAYS_NO]
    if standing.view is View.TALK:
        return [*found, Reason.WANTS_TO_TALK]
    if standing.view is None and asks_the_child(standing):
        return [*found, Reason.VIEW]
    return found


def _authority(standing: Standing) -> list[Reason]:
    if standing.authority is Paper.ENDED:
        return [Reason.AUTHORITY_ENDED]
    if standing.authority is Paper.RUN_OUT:
        return [Reason.AUTHORITY_RUN_OUT]
    # Their own yes is the authority of whoever asks for them; parental responsibility and a court's order are shown all the same.
    own_yes = standing.view is View.YES and understands(standing) is not False
    if standing.authority is Paper.NONE and not (own_yes and not _shown_anyway(standing)):
        return [Reason.AUTHORITY]
    return []


def _shown_anyway(standing: Standing) -> bool:
    if standing.asker is Asker.ATTORNEY:
        return True
    return standing.asker is Asker.PARENT and has_parent_acting(standing.age, standing.nation)


def asks_the_child(standing: Standing) -> bool:
    """Whether the person the file is about is asked before anybody else's request goes on.

    A parent's always while parental responsibility acts. Others' while they are a child; an adult's signed authority is their say.
    """
    if not RULES[standing.asker].own_view:
        return False
    is_child = standing.age is None or standing.age < ADULT
    return is_child or standing.authority is Paper.NONE


def prompts(standing: Standing) -> tuple[Prompt, ...]:
    """What the officer is reminded of. Nothing waits for it."""
    found = []
    if standing.asker is Asker.SELF and standing.age is not None and standing.age < TALK_FIRST_UNDER:
        found.append(Prompt.TALK_IT_THROUGH)
    if standing.asker in (Asker.SOLICITOR, Asker.BODY):
        found.append(Prompt.FORCED_TO_ASK)
    if standing.asker in (Asker.PARENT, Asker.ATTORNEY):
        found.append(Prompt.KEPT_FROM_PARENT)
    if standing.asker in (Asker.ADVOCATE, Asker.SOLICITOR, Asker.SUPPORTER, Asker.BODY):
        found.append(Prompt.GIVE_TO_THE_PERSON)
    return tuple(found)


HELD_WORDS: dict[Reason, str] = {
    Reason.DIED: gettext_noop("The person has died. This is handled in another way, and somebody meets the family."),
    Reason.NO_RECORD: gettext_noop("Nobody has found whose record this is about yet."),
    Reason.IDENTITY: gettext_noop("We do not know yet who is asking."),
    Reason.AUTHORITY: gettext_noop("Nobody has seen yet that they may ask for this person."),
    Reason.AUTHORITY_RUN_OUT: gettext_noop("Their authority has run out. Ask for a new one."),
    Reason.AUTHORITY_ENDED: gettext_noop("Their authority was taken back."),
    Reason.TOO_YOUNG_FOR_ATTORNEY: gettext_noop("Nobody is attorney or deputy for somebody under 16."),
    Reason.VIEW: gettext_noop("The young person has not been asked yet what they think."),
    Reason.SAYS_NO: gettext_noop("The young person said no. It does not go on without them."),
    Reason.WANTS_TO_TALK: gettext_noop("The young person wants to talk first."),
    Reason.UNDERSTANDING: gettext_noop("Somebody who knows them writes down whether they understand what asking means."),
    Reason.NOT_YET: gettext_noop("Somebody who knows them says: not yet. Talk with them about who could ask for them."),
}

PROMPT_WORDS: dict[Prompt, str] = {
    Prompt.TALK_IT_THROUGH: gettext_noop("They are under 12. Offer a talk with somebody they trust. Their age is no reason to wait."),
    Prompt.FORCED_TO_ASK: gettext_noop(
        "Is it their own wish? To make somebody ask for their record for a job or a contract is an offence."
    ),
    Prompt.KEPT_FROM_PARENT: gettext_noop(
        "What the person told us in confidence, or asked us to keep, is not given to whoever asks for them."
    ),
    Prompt.GIVE_TO_THE_PERSON: gettext_noop("The copy goes to the person themselves, unless their authority says otherwise."),
}


class OtherWay(StrEnum):
    """What is not answered as a request for the file, and is not a dead end either."""

    DIED = "died"
    ADOPTION = "adoption"


@dataclass(frozen=True, slots=True)
class Way:
    """Another way: what it is called, who meets them, and the law it stands on."""

    label: str
    who: str
    law: str


OTHER_WAYS: dict[OtherWay, Way] = {
    OtherWay.DIED: Way(
        gettext_noop("The person has died"),
        gettext_noop("Somebody of the access team meets the family and says what can be told."),
        "DPA 2018 s 3(2); FOIA 2000 s 41; Access to Health Records Act 1990",
    ),
    OtherWay.ADOPTION: Way(
        gettext_noop("It is about adoption only"),
        gettext_noop(
            "The adoption team answers, and offers somebody to talk with. What was written before the adoption can be asked for here."
        ),
        "DPA 2018 Sch 4 para 3; Adoption and Children Act 2002 ss 56 to 65; SI 2005/888; SI 2005/890",
    ),
}

"""The plain words for each kind of home: a heading, the bare meaning, and the same said of a past and of a present time.

`{when}` is a phrase like "from March 2017 to August 2018" (past) or "since March 2017" (now). Never a name, place or address.
"""

from dataclasses import dataclass

from law.wording import gettext_noop


@dataclass(frozen=True, slots=True)
class HomeWords:
    """Four messages for one code."""

    heading: str
    plain: str
    past: str
    now: str


ADOPTING_CARERS = gettext_noop("Living with carers who planned to adopt you")
ADOPTING_FAMILY = gettext_noop("Living with a family who planned to adopt you")
FOSTER_CARERS = gettext_noop("Living with foster carers")
FAMILY_OR_FRIENDS = gettext_noop("Living with family or friends")
SOMEWHERE_ELSE = gettext_noop("A short time somewhere else")

NOT_ON_THE_LIST = HomeWords(
    gettext_noop("Living somewhere else"),
    gettext_noop("You lived in another kind of place. Ask us where it was."),
    gettext_noop("You lived in another kind of place {when}. Ask us where it was."),
    gettext_noop("You have lived in another kind of place {when}. Ask us about it."),
)

HOMES = {
    "A3": HomeWords(
        ADOPTING_CARERS,
        gettext_noop("You were going to be adopted by the foster carers you already lived with. Your birth parent agreed."),
        gettext_noop("You lived with your foster carers {when}. They planned to adopt you, and your birth parent agreed."),
        gettext_noop("You have lived with your foster carers {when}. They plan to adopt you, and your birth parent agreed."),
    ),
    "A4": HomeWords(
        ADOPTING_FAMILY,
        gettext_noop("You moved in with a family who planned to adopt you. Your birth parent agreed."),
        gettext_noop("You lived with a new family {when}. They planned to adopt you, and your birth parent agreed."),
        gettext_noop("You have lived with a new family {when}. They plan to adopt you, and your birth parent agreed."),
    ),
    "A5": HomeWords(
        ADOPTING_CARERS,
        gettext_noop("You were going to be adopted by the foster carers you already lived with. A court allowed it."),
        gettext_noop("You lived with your foster carers {when}. They planned to adopt you, and a court allowed it."),
        gettext_noop("You have lived with your foster carers {when}. They plan to adopt you, and a court allowed it."),
    ),
    "A6": HomeWords(
        ADOPTING_FAMILY,
        gettext_noop("You moved in with a family who planned to adopt you. A court allowed it."),
        gettext_noop("You lived with a new family {when}. They planned to adopt you, and a court allowed it."),
        gettext_noop("You have lived with a new family {when}. They plan to adopt you, and a court allowed it."),
    ),
    "H5": HomeWords(
        gettext_noop("Living with some help from staff"),
        gettext_noop("You lived in a place for older young people with some help from staff."),
        gettext_noop("You lived in a place for older young people {when}. Staff gave you some help."),
        gettext_noop("You have lived in a place for older young people {when}. Staff give you some help."),
    ),
    "K1": HomeWords(
        gettext_noop("Living in a locked children's home"),
        gettext_noop("You lived in a locked children's home that was meant to keep you or others safe."),
        gettext_noop("You lived in a locked children's home {when}. It was meant to keep you or others safe."),
        gettext_noop("You have lived in a locked children's home {when}. It is meant to keep you or others safe."),
    ),
    "K2": HomeWords(
        gettext_noop("Living in a children's home"),
        gettext_noop("You lived in a children's home with staff who looked after you."),
        gettext_noop("You lived in a children's home {when}. Staff there looked after you."),
        gettext_noop("You have lived in a children's home {when}. Staff there look after you."),
    ),
    "K3": HomeWords(
        gettext_noop("Living in supported housing"),
        gettext_noop("You lived in supported housing. It is for people aged 16 and 17, and staff gave you help."),
        gettext_noop("You lived in supported housing {when}. It is for people aged 16 and 17, and staff gave you help."),
        gettext_noop("You have lived in supported housing {when}. It is for people aged 16 and 17, and staff give you help."),
    ),
    "P1": HomeWords(
        gettext_noop("Living with your parent"),
        gettext_noop("You lived with your parent, and the council still helped look after you."),
        gettext_noop("You lived with your parent {when}. The council still helped look after you."),
        gettext_noop("You have lived with your parent {when}. The council still helps look after you."),
    ),
    "P2": HomeWords(
        gettext_noop("Living in your own place"),
        gettext_noop("You lived in your own place, or with friends."),
        gettext_noop("You lived in your own place, or with friends, {when}."),
        gettext_noop("You have lived in your own place, or with friends, {when}."),
    ),
    "P3": HomeWords(
        gettext_noop("Living where you worked"),
        gettext_noop("You lived where you worked."),
        gettext_noop("You lived where you worked {when}."),
        gettext_noop("You have lived where you work {when}."),
    ),
    "R1": HomeWords(
        gettext_noop("Living in a care home"),
        gettext_noop("You lived in a care home."),
        gettext_noop("You lived in a care home {when}."),
        gettext_noop("You have lived in a care home {when}."),
    ),
    "R2": HomeWords(
        gettext_noop("In hospital, or a place with nurses"),
        gettext_noop("You stayed in a hospital or a place with nurses."),
        gettext_noop("You stayed in a hospital, or a place with nurses, {when}."),
        gettext_noop("You have been in a hospital, or a place with nurses, {when}."),
    ),
    "R3": HomeWords(
        gettext_noop("Living in a centre for families"),
        gettext_noop("You lived in a centre for families, or for parents with babies."),
        gettext_noop("You lived in a centre for families, or for parents with babies, {when}."),
        gettext_noop("You have lived in a centre for families, or for parents with babies, {when}."),
    ),
    "R5": HomeWords(
        gettext_noop("In custody"),
        gettext_noop("You were in custody. That means a locked place."),
        gettext_noop("You were in custody {when}. That means a locked place."),
        gettext_noop("You have been in custody {when}. That means a locked place."),
    ),
    "S1": HomeWords(
        gettext_noop("Living at your school"),
        gettext_noop("You lived at your school."),
        gettext_noop("You lived at your school {when}."),
        gettext_noop("You have lived at your school {when}."),
    ),
    "T0": HomeWords(
        SOMEWHERE_ELSE,
        gettext_noop("You stayed somewhere else for a short time."),
        gettext_noop("You stayed somewhere else {when}. It was for a short time."),
        gettext_noop("You have stayed somewhere else {when}. It is for a short time."),
    ),
    "T1": HomeWords(
        gettext_noop("A short time in hospital"),
        gettext_noop("You were in hospital for a short time."),
        gettext_noop("You were in hospital {when}. It was for a short time."),
        gettext_noop("You have been in hospital {when}. It is for a short time."),
    ),
    "T2": HomeWords(
        gettext_noop("On holiday"),
        gettext_noop("You were away on holiday."),
        gettext_noop("You were away on holiday {when}."),
        gettext_noop("You have been away on holiday {when}."),
    ),
    "T3": HomeWords(
        SOMEWHERE_ELSE,
        gettext_noop("You stayed with someone else while your carers were on holiday."),
        gettext_noop("You stayed with someone else {when}. Your carers were on holiday."),
        gettext_noop("You have stayed with someone else {when}. Your carers are on holiday."),
    ),
    "T4": HomeWords(
        SOMEWHERE_ELSE,
        gettext_noop("You stayed somewhere else for a week or less."),
        gettext_noop("You stayed somewhere else {when}. It was for a week or less."),
        gettext_noop("You have stayed somewhere else {when}. It is for a week or less."),
    ),
    "U1": HomeWords(
        FAMILY_OR_FRIENDS,
        gettext_noop("You lived with family or friends who were your foster carers. The plan was for you to stay."),
        gettext_noop("You lived with family or friends {when}. They were your foster carers, and the plan was for you to stay."),
        gettext_noop("You have lived with family or friends {when}. They are your foster carers, and the plan is for you to stay."),
    ),
    "U2": HomeWords(
        FAMILY_OR_FRIENDS,
        gettext_noop("You lived with family or friends who were foster carers and might adopt you."),
        gettext_noop("You lived with family or friends {when}. They were your foster carers, and might adopt you."),
        gettext_noop("You have lived with family or friends {when}. They are your foster carers, and may adopt you."),
    ),
    "U3": HomeWords(
        FAMILY_OR_FRIENDS,
        gettext_noop("You lived with family or friends who were your foster carers."),
        gettext_noop("You lived with family or friends {when}. They were your foster carers."),
        gettext_noop("You have lived with family or friends {when}. They are your foster carers."),
    ),
    "U4": HomeWords(
        FOSTER_CARERS,
        gettext_noop("You lived with foster carers. The plan was for you to stay with them."),
        gettext_noop("You lived with foster carers {when}. The plan was for you to stay with them."),
        gettext_noop("You have lived with foster carers {when}. The plan is for you to stay with them."),
    ),
    "U5": HomeWords(
        FOSTER_CARERS,
        gettext_noop("You lived with foster carers who might adopt you."),
        gettext_noop("You lived with foster carers {when}. They were carers who might adopt you."),
        gettext_noop("You have lived with foster carers {when}. They are carers who may adopt you."),
    ),
    "U6": HomeWords(
        FOSTER_CARERS,
        gettext_noop("You lived with foster carers."),
        gettext_noop("You lived with foster carers {when}."),
        gettext_noop("You have lived with foster carers {when}."),
    ),
    "Z1": NOT_ON_THE_LIST,
    "Z11": NOT_ON_THE_LIST,
    "Z12": NOT_ON_THE_LIST,
    "Z13": NOT_ON_THE_LIST,
    "Z14": NOT_ON_THE_LIST,
}

UNKNOWN_HOME = HomeWords(
    gettext_noop("A place you lived"),
    gettext_noop("Our records use a code we do not have a meaning for. Ask us."),
    gettext_noop("You lived somewhere {when}. Our records use a code we do not have a meaning for. Ask us."),
    gettext_noop("You have lived somewhere {when}. Our records use a code we do not have a meaning for. Ask us."),
)


def home_words(place: str) -> HomeWords:
    """The messages for one code of the list PLACE; an unknown code gets honest ones."""
    return HOMES.get(place, UNKNOWN_HOME)

"""Every place that may hold something about one person, as a table: whom to ask, and what may be there (needs F2). Pure.

A request starts with all of them, the same for everybody, so that a row on the list tells nothing about anybody. A place that is
asked by hand (another council, a home) is added under the slug of its kind, with its name.

    SOURCES["paper_store"].ask   ->   "The records store, or whoever keeps its list of boxes"

Adoption is a regime of its own (DPA 2018 Sch 4 para 3). Its row tells the officer whom to hand it to. It is in no count, no total,
no tracker and no letter: `COUNTED` leaves it out, and everything a requester reads starts from COUNTED.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from law.wording import gettext_noop

_ = gettext_noop

ADOPTION = "adoption"
OWN_FILE = "own_file"


class Group(StrEnum):
    """Places as the person who asked reads them: few lines, and none that tells what a service is there for."""

    HERE = "here"
    SYSTEMS = "systems"
    PAPER = "paper"
    MESSAGES = "messages"
    COUNCIL = "council"
    SERVICES = "services"
    ELSEWHERE = "elsewhere"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Source:
    """One place. `systems`: imports that bring it here, so that their runs say what it covers. `named`: more of its kind can be added."""

    slug: str
    group: Group
    name: str
    ask: str
    holds: str
    systems: tuple[str, ...] = ()
    named: bool = False


GROUP_NAMES: dict[Group, str] = {
    Group.HERE: _("This portal"),
    Group.SYSTEMS: _("Computer systems of the council"),
    Group.PAPER: _("Paper"),
    Group.MESSAGES: _("E-mail and messages"),
    Group.COUNCIL: _("Other teams of the council"),
    Group.SERVICES: _("The twelve services"),
    Group.ELSEWHERE: _("Other organisations"),
    Group.APART: _("Kept apart by law"),
}

PLAIN_NAMES: dict[Group, str] = {
    Group.HERE: _("The file on this website"),
    Group.SYSTEMS: _("The council's computer systems"),
    Group.PAPER: _("Paper files"),
    Group.MESSAGES: _("E-mails and messages"),
    Group.COUNCIL: _("Other teams at the council"),
    Group.SERVICES: _("Services like health, schools and housing"),
    Group.ELSEWHERE: _("Other councils, homes and agencies"),
}

_ROWS: tuple[Source, ...] = (
    Source(
        OWN_FILE,
        Group.HERE,
        _("The file in this portal"),
        _("Nobody: it is searched here"),
        _("Every entry and every version of it, papers, photos and recordings, their own words with the answers, and who looked."),
    ),
    Source(
        "case_system",
        Group.SYSTEMS,
        _("The records system of today"),
        _("The team that runs the system, for a report of everything under every number of theirs"),
        _("What workers wrote of each day, assessments, plans, reviews, forms and documents that no import brings here."),
        systems=("ssd", "case_notes"),
    ),
    Source(
        "older_systems",
        Group.SYSTEMS,
        _("Records systems of before"),
        _("The team that runs the system of today: they know what was moved over, and what was left behind"),
        _("Notes and forms from before the last change of system. What was moved over is often only part of it."),
    ),
    Source(
        "returns",
        Group.SYSTEMS,
        _("The yearly return to the government"),
        _("The data and performance team"),
        _("Homes, legal status, reviews and health checks of every year, as codes."),
        systems=("ssda903",),
    ),
    Source(
        "document_store",
        Group.SYSTEMS,
        _("The document store and shared drives"),
        _("The team that runs it, and the team that worked with them then"),
        _("Scans, letters, minutes, photos, and files that nobody put on the system."),
        systems=("documents",),
    ),
    Source(
        "paper_store",
        Group.PAPER,
        _("The paper store and its microfilm"),
        _("The records store, or whoever keeps its list of boxes"),
        _("Paper files, children's home logs and daily books, court bundles, photos, birthday cards, school reports."),
    ),
    Source(
        "office_paper",
        Group.PAPER,
        _("Paper in offices"),
        _("The manager of each team that worked with them"),
        _("Notebooks, supervision notes that name them, memory boxes, photos in drawers."),
    ),
    Source(
        "e_mail",
        Group.MESSAGES,
        _("E-mail"),
        _("The mail team, with the names of their workers and the years"),
        _("Mail between workers, carers, schools and health. Search each name they had, and each number of theirs."),
    ),
    Source(
        "messages",
        Group.MESSAGES,
        _("Chats, texts and work phones"),
        _("The workers themselves, and the team that manages the phones"),
        _("Texts with the young person and with carers, group chats, voice messages."),
    ),
    Source(
        "legal",
        Group.COUNCIL,
        _("Legal services"),
        _("The head of legal services"),
        _("Court papers, statements, orders, letters to solicitors. Some may be legally privileged: say so, and still list it."),
    ),
    Source(
        "reviewing",
        Group.COUNCIL,
        _("Reviewing officers and child protection conferences"),
        _("The manager of the reviewing officers"),
        _("Minutes, consultation forms the child filled in, the officer's own notes."),
    ),
    Source(
        "out_of_hours",
        Group.COUNCIL,
        _("The out of hours team"),
        _("The manager of the out of hours team"),
        _("Records of nights and weekends, often in a system of their own."),
    ),
    Source(
        "leaving_care",
        Group.COUNCIL,
        _("The leaving care team"),
        _("The manager of the leaving care team"),
        _("Pathway plans, grants, notes of personal advisers."),
    ),
    Source(
        "fostering",
        Group.COUNCIL,
        _("The council's own fostering team"),
        _("The fostering manager"),
        _("What foster carers wrote about the child: daily records, reports to reviews. Not the carer's own file."),
    ),
    Source(
        "complaints",
        Group.COUNCIL,
        _("Complaints, and concerns about staff"),
        _("The complaints manager and the designated officer for allegations"),
        _("Complaints they made or that were about them, and what came of them."),
    ),
    Source(
        "money",
        Group.COUNCIL,
        _("Finance and savings"),
        _("The finance team for children's services"),
        _("Savings held for them and their numbers, allowances, compensation."),
    ),
    Source("gp", Group.SERVICES, _("GP"), _("The surgery named in the file"), _("Letters to and from social workers, health notes.")),
    Source(
        "health_visiting",
        Group.SERVICES,
        _("Health visiting"),
        _("The health records team of the community trust"),
        _("Visits in the first five years, the red book's copy."),
    ),
    Source("early_years", Group.SERVICES, _("Early years"), _("The nursery, or the early years team"), _("Learning journals, meetings.")),
    Source(
        "school",
        Group.SERVICES,
        _("School"),
        _("The virtual school, then each school"),
        _("Personal education plans, reports, photos, exclusions. A school answers for its own record."),
    ),
    Source(
        "early_help", Group.SERVICES, _("Early help"), _("The early help team"), _("Family plans and notes, often in their own system.")
    ),
    Source(
        "young_carers",
        Group.SERVICES,
        _("Young carers"),
        _("The young carers service"),
        _("Assessments and notes of what they did at home."),
    ),
    Source(
        "youth_justice",
        Group.SERVICES,
        _("Youth justice"),
        _("The youth justice team"),
        _("Reports, orders and notes, in their own system."),
    ),
    Source(
        "adult_social_care",
        Group.SERVICES,
        _("Adult social care"),
        _("The adults' team that runs their system"),
        _("Their own record as an adult, and what a relative's record says about them."),
    ),
    Source(
        "adult_mental_health",
        Group.SERVICES,
        _("Adult mental health"),
        _("The health records team of the trust"),
        _("What a relative's record says about them, and letters to social workers."),
    ),
    Source(
        "drugs_alcohol",
        Group.SERVICES,
        _("Drugs and alcohol"),
        _("The service the council pays for"),
        _("Reports to social workers. Another person's treatment is not theirs to be given."),
    ),
    Source("housing", Group.SERVICES, _("Housing"), _("The housing team"), _("Tenancies, homelessness, letters from social workers.")),
    Source(
        "police",
        Group.SERVICES,
        _("Police"),
        _("The police's own disclosure office. Ask before their words are given"),
        _("Notices sent to social workers, missing reports, minutes of strategy meetings."),
    ),
    Source(
        "other_council",
        Group.ELSEWHERE,
        _("Other councils"),
        _("The access to records team of that council"),
        _("Files from before a move, or from the council that pays for a home here."),
        named=True,
    ),
    Source(
        "home",
        Group.ELSEWHERE,
        _("Children's homes"),
        _("The home, or whoever took over its records when it closed"),
        _("Daily logs, key worker notes, photos, behaviour and restraint records."),
        named=True,
    ),
    Source(
        "foster_agency",
        Group.ELSEWHERE,
        _("Foster agencies"),
        _("The agency's manager"),
        _("Carers' daily records and reports about the child."),
        named=True,
    ),
    Source(
        "other_place",
        Group.ELSEWHERE,
        _("Any other place"),
        _("Whoever keeps it"),
        _("A hospital, a charity, a religious order, a court welfare service, a school that boarded them."),
        named=True,
    ),
    Source(
        ADOPTION,
        Group.APART,
        _("The adoption team"),
        _("The adoption agency that holds the record. Tell them, and leave it to them"),
        _("Never search, list, count or copy it here. What they may be told, and how, has rules of its own."),
    ),
)

SOURCES: dict[str, Source] = {one.slug: one for one in _ROWS}
COUNTED: frozenset[str] = frozenset(one.slug for one in _ROWS if one.group is not Group.APART)
NAMED: tuple[Source, ...] = tuple(one for one in _ROWS if one.named)


def in_groups() -> Iterator[tuple[Group, tuple[Source, ...]]]:
    """The table in its order, group by group."""
    for group in Group:
        yield group, tuple(one for one in _ROWS if one.group is group)

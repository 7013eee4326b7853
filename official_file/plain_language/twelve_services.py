"""The twelve services around a young person: what each is called, how its presence opens, and what of it a page may say. Pure.

A service may be there for a parent and not for the young person at all: that drugs and alcohol help is recorded tells a child
something about their mother that she may not have told them. Of such services nothing is said, neither that there is one nor that
there is none, until a worker who knows the family has opened it. Where somebody learns stands on no page of theirs.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from law.wording import gettext_noop

_ = gettext_noop


class Status(StrEnum):
    """What the council knows about one service: that there is one, that there is none, or that it does not know."""

    RECORDED = "recorded"
    NONE_RECORDED = "none_recorded"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class Service:
    """One service. `why`: why it opens as it does; `closed`: only a worker opens it; `tells_place`: its name says where they are."""

    key: str
    staff_name: str
    name: str
    there: str
    why: str
    closed: bool = False
    tells_place: bool = False


SERVICES: tuple[Service, ...] = (
    Service(
        "gp",
        _("GP"),
        _("Your doctor"),
        _("You have a doctor (GP)."),
        _("They go there themselves and need the number."),
    ),
    Service(
        "health_visiting",
        _("Health visiting"),
        _("Health visitor"),
        _("A health visitor knows you or your family."),
        _("Every family with a small child has one."),
    ),
    Service(
        "early_years",
        _("Early years"),
        _("Nursery or playgroup"),
        _("You go, or went, to a nursery or a playgroup."),
        _("An everyday fact. Its name says where they are in the day, so it stays off their pages."),
        tells_place=True,
    ),
    Service(
        "school",
        _("School"),
        _("School or college"),
        _("You go, or went, to a school or a college."),
        _("An everyday fact. Its name says where they are in the day, so it stays off their pages."),
        tells_place=True,
    ),
    Service(
        "early_help",
        _("Early help"),
        _("Early help"),
        _("A family worker helps, or helped, you or your family."),
        _("Families agree to it and know of it."),
    ),
    Service(
        "young_carers",
        _("Young carers"),
        _("Young carers"),
        _("The young carers team is there for you."),
        _("It is the young person's own, and they go there."),
    ),
    Service(
        "housing",
        _("Housing"),
        _("Housing"),
        _("The housing team helps, or helped, you or your family."),
        _("An everyday fact. Its details can hold an address, so they stay off their pages."),
        tells_place=True,
    ),
    Service(
        "adult_social_care",
        _("Adult social care"),
        _("Adult social care"),
        _("Workers who help adults know you or somebody in your family."),
        _("Most often about a parent's illness or disability, which is the parent's to tell."),
        closed=True,
    ),
    Service(
        "adult_mental_health",
        _("Adult mental health"),
        _("Mental health help for adults"),
        _("A team for adults' mental health knows somebody in your family, or you."),
        _("Most often about a parent's health, which is the parent's to tell."),
        closed=True,
    ),
    Service(
        "drugs_alcohol",
        _("Drugs and alcohol"),
        _("Help with drugs or alcohol"),
        _("A team that helps with drugs or alcohol knows somebody in your family, or you."),
        _("Most often about a parent. To read of it on a phone, alone, is no way to learn it."),
        closed=True,
    ),
    Service(
        "police",
        _("Police"),
        _("The police"),
        _("The police know you or somebody in your family."),
        _("May be about a parent, about harm, or about an enquiry that is still going on."),
        closed=True,
    ),
    Service(
        "youth_justice",
        _("Youth justice"),
        _("Youth justice"),
        _("The youth justice team knows you or somebody in your family."),
        _("May be about a brother or sister; their own is talked through first."),
        closed=True,
    ),
)
BY_KEY: Mapping[str, Service] = {service.key: service for service in SERVICES}


def is_closed(facts: Mapping[str, object]) -> bool:
    """Whether a worker has to open this: a service that is mostly about a parent, where there is one; and one nobody knows."""
    service = BY_KEY.get(str(facts.get("service") or ""))
    return service is None or (service.closed and facts.get("status") == Status.RECORDED)

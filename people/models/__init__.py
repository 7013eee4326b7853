"""Who signs in, who the children are, who may see whom, and what is owed to a child."""

from people.models.accounts import JoinCode, Readiness
from people.models.child import Child, ChildName, DoubtfulMatch, Family, FamilyMember, Identifier
from people.models.preference import AboutMePart, ReadingPreference
from people.models.second_factor import SecondFactorDevice
from people.models.task import Notice, Task, TaskKind
from people.models.telling import ContactWay, NoticePreference, NoticeSending
from people.models.ties import Cover, EmergencyAccess, Relationship
from people.models.user import Membership, Team, User

__all__ = [
    "AboutMePart",
    "Child",
    "ChildName",
    "ContactWay",
    "Cover",
    "DoubtfulMatch",
    "EmergencyAccess",
    "Family",
    "FamilyMember",
    "Identifier",
    "JoinCode",
    "Membership",
    "Notice",
    "NoticePreference",
    "NoticeSending",
    "Readiness",
    "ReadingPreference",
    "Relationship",
    "SecondFactorDevice",
    "Task",
    "TaskKind",
    "Team",
    "User",
]

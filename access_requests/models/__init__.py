"""An access request and everything that belongs to it: what moved its clock, where was searched, what was gathered, who checked."""

from access_requests.models.breach import BreachStep, DataBreach
from access_requests.models.checking import Debrief, Release, SecondCheck
from access_requests.models.complaint import Complaint, ComplaintStep
from access_requests.models.gathering import Gathering, Item, ItemReading, Upload
from access_requests.models.pack import ConflictAnswer, ItemLook, PackPlace
from access_requests.models.request import AccessRequest, AskDraft, ClockFact
from access_requests.models.searching import Consultation, SearchAnswer, SourceSearch
from access_requests.models.telling import LetterPosted, RequestLetter, RequestMessage
from access_requests.models.who import Authority, ChildView, Competence, IdentityStep, KnowledgeRound, StatusCode

__all__ = [
    "AccessRequest",
    "AskDraft",
    "Authority",
    "BreachStep",
    "ChildView",
    "ClockFact",
    "Competence",
    "Complaint",
    "ComplaintStep",
    "ConflictAnswer",
    "Consultation",
    "DataBreach",
    "Debrief",
    "Gathering",
    "IdentityStep",
    "Item",
    "ItemLook",
    "ItemReading",
    "KnowledgeRound",
    "LetterPosted",
    "PackPlace",
    "Release",
    "RequestLetter",
    "RequestMessage",
    "SearchAnswer",
    "SecondCheck",
    "SourceSearch",
    "StatusCode",
    "Upload",
]

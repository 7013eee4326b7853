"""Which rows belong to one person's file, as one table to read: the export writes them in this order, and an import adds them in it.

`tests/portal/test_export_tables.py` compares this with every model there is: what is not here is in LEFT_OUT, with the reason.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Q, QuerySet

from files.models import File, Making, SealedShut
from moderation.models import (
    Check,
    Decision,
    HandOver,
    ImageReport,
    ImageReportStep,
    MediaOpened,
    Reading,
    RiskOutcome,
    WriteBack,
)
from official_file.models import (
    AskedBefore,
    Connection,
    CoveredPassage,
    Disposal,
    DisposalProposal,
    EntryFile,
    EntryNow,
    EntrySource,
    EntryThemes,
    Gap,
    ImportRun,
    KeySummary,
    LifeBook,
    LifeBookPage,
    Meeting,
    PlainDraft,
    PlainVersion,
    PlanAnswer,
    PossibleDuplicate,
    ReadingTogether,
    ReadTogether,
    Rectification,
    RetentionHold,
    SharedEvent,
    SharedPart,
    Sharing,
    SharingCheck,
    SourceChange,
    SourceParted,
    SourceSaid,
    TriedChange,
)
from people.models import (
    AboutMePart,
    Child,
    ChildName,
    DoubtfulMatch,
    EmergencyAccess,
    Family,
    FamilyMember,
    Identifier,
    Notice,
    Readiness,
    Relationship,
    Task,
)
from stories.models import Attachment, Contribution, Description, Note, Reply, RiskFlag, Translation


@dataclass(frozen=True, slots=True)
class Table:
    """One file tables/<name>.jsonl. `what`: a sentence for whoever opens it. `shared`: its rows belong to others as well."""

    name: str
    model: type[models.Model]
    what: str
    of: Callable[[Child], QuerySet[Any]]
    leave_out: tuple[str, ...] = ()
    shared: bool = False


def _by(path: str, model: type[models.Model]) -> Callable[[Child], QuerySet[Any]]:
    """Rows that lead to the child by this path, in a fixed order."""

    def rows(child: Child) -> QuerySet[Any]:
        return model._default_manager.filter(**{path: child.pk}).order_by("pk")

    return rows


def _words_of(path: str, model: type[models.Model]) -> Callable[[Child], QuerySet[Any]]:
    """Rows about contributions that the council holds: sent, and not taken back."""

    def rows(child: Child) -> QuerySet[Any]:
        return model._default_manager.filter(**{f"{path}__in": Contribution.objects.filter(child=child.pk).sent()}).order_by("pk")

    return rows


def _runs(child: Child) -> QuerySet[Any]:
    sources = EntrySource.objects.filter(entry__child=child.pk).values("run")
    changes = SourceChange.objects.filter(source__entry__child=child.pk).values("run")
    return ImportRun.objects.filter(Q(pk__in=sources) | Q(pk__in=changes)).order_by("pk")


def _sent(child: Child) -> QuerySet[Any]:
    return Contribution.objects.filter(child=child.pk).sent().order_by("pk")


def originals_of(child: Child, *, to_keep: bool = False) -> QuerySet[File]:
    """Every original of this person's file, and of what they sent. `to_keep`: without those of what was lawfully destroyed."""
    sent = Attachment.objects.filter(contribution__in=_sent(child), file__isnull=False)
    in_file = EntryFile.objects.filter(entry__child=child.pk)
    if to_keep:
        sent, in_file = sent.filter(contribution__entry__disposal__isnull=True), in_file.filter(entry__disposal__isnull=True)
    return File.objects.filter(Q(pk__in=in_file.values("file")) | Q(pk__in=sent.values("file"))).order_by("pk")


def _shut(child: Child) -> QuerySet[SealedShut]:
    return SealedShut.objects.filter(file__in=originals_of(child)).order_by("pk")


def _notices(child: Child) -> QuerySet[Any]:
    return Notice.objects.filter(user__child=child.pk).order_by("pk")


def _table(name: str, model: type[models.Model], path: str, what: str, **more: Any) -> Table:
    return Table(name, model, what, _by(path, model), **more)


def _words(name: str, model: type[models.Model], path: str, what: str, **more: Any) -> Table:
    return Table(name, model, what, _words_of(path, model), **more)


PEOPLE: tuple[Table, ...] = (
    _table("person", Child, "pk", "Who the file is about: the one name shown everywhere, day of birth, nation, About me."),
    _table("names", ChildName, "child", "Every name over time: legal, former, in another script, alias."),
    _table("identifiers", Identifier, "child", "How each of the council's systems knows the person."),
    _table("families", Family, "members__child", "Families a source speaks of.", shared=True),
    _table("family_members", FamilyMember, "child", "In which of them the person is, and until when."),
    _table("doubtful_matches", DoubtfulMatch, "child", "Who in another system may be the same person, and what a worker answered."),
    _table("relationships", Relationship, "child", "Which worker was allocated, from when to when."),
    _table("emergency_accesses", EmergencyAccess, "child", "Who opened the file in an emergency, and why."),
    _table("readiness", Readiness, "child", "What was thought of before the person was invited to read."),
    _table("about_me_parts", AboutMePart, "child", "What the person tells about themselves part by part, or would rather not say."),
    _table("tasks", Task, "child", "What was asked, who owes it, and the answer."),
    Table("notices", Notice, "That something new was there to read; never what.", _notices),
)
FILE: tuple[Table, ...] = (
    Table("import_runs", ImportRun, "When which system was read.", _runs, leave_out=("report",), shared=True),
    _table("entry_sources", EntrySource, "entry__child", "Where each entry came from: system, key there, as of which day."),
    _table("source_said", SourceSaid, "source__entry__child", "What a further source of one event said, and by which rule it was joined."),
    _table("source_parted", SourceParted, "source__entry__child", "Where a person took such a joining back."),
    _table("source_changes", SourceChange, "source__entry__child", "When a source was gone from the council's system, or there again."),
    Table(
        "files",
        File,
        "The originals in originals/, each under the SHA-256 of its bytes; one that is not there was lawfully destroyed or shut.",
        lambda child: originals_of(child),
        shared=True,
    ),
    Table("shut_files", SealedShut, "Originals that nobody may open, by law: their bytes are not in the export.", _shut, shared=True),
    _table("entry_files", EntryFile, "entry__child", "Which originals belong to which entry, and the names they came with."),
    _table("sharings", Sharing, "entry__child", "Every decision whether the person sees an entry: by whom, on which ground, until when."),
    _table("sharing_checks", SharingCheck, "sharing__entry__child", "A second person's answer to such a decision."),
    _table("covered_passages", CoveredPassage, "entry__child", "Words the person reads as a label: where, on which ground, and why."),
    _table("entry_themes", EntryThemes, "entry__child", "What a worker said an entry is about, for notes before it."),
    _table("readings_together", ReadingTogether, "child", "When a worker and the person read together, and who ended it."),
    _table("read_together", ReadTogether, "together__child", "What was opened in it of what is only read together."),
    _table("plain_versions", PlainVersion, "entry__child", "Plain texts written for an entry, and who approved them."),
    _table("key_summaries", KeySummary, "entry__child", "What stands at the head of a document, in short, and who wrote it."),
    _table("plain_drafts", PlainDraft, "entry__child", "Plain words while they were written, and what a colleague or the person said."),
    _table("disposal_proposals", DisposalProposal, "entry__child", "Proposals to destroy what an entry says, with ground and reason."),
    _table("disposals", Disposal, "entry__child", "Entries whose content was lawfully destroyed by two people. Their links stay."),
    _table("shared_events", SharedEvent, "parts__entry__child", "Events that concerned brothers and sisters too.", shared=True),
    _table("shared_parts", SharedPart, "entry__child", "Which entry is this person's part of such an event."),
    _table("said_wrong", Rectification, "child", "What the person said is wrong or does not agree with, and what was answered."),
    _table("asked_before", AskedBefore, "child", "What the person was asked before it was shared, the answer, and what was done."),
    _table("meetings", Meeting, "child", "Meetings about the person, and where the summary of each stands."),
    _table("plan_answers", PlanAnswer, "child", "What the person said of a version of a plan, or of a meeting."),
    _table(
        "life_books",
        LifeBook,
        "child",
        "Books of their story: title, first words and how they look. The finished file is made again where the file goes.",
        leave_out=("file", "state", "done", "of", "problem", "made_at"),
    ),
    _table(
        "life_book_pages",
        LifeBookPage,
        "book__child",
        "What was chosen for each book, in its order, and the words beside it.",
        leave_out=("printed",),
    ),
    _table("gaps", Gap, "child", "What is not in the file, and how a worker explained it."),
    _table(
        "retention_holds",
        RetentionHold,
        "child",
        "Why nothing of the file may be destroyed now.",
        leave_out=("about_type", "about_id"),  # what places and lifts it by itself stays here; where the file goes, people lift it
    ),
    _table("tried_changes", TriedChange, "child", "What somebody tried to destroy while a hold stood. It was refused."),
    _table("connections", Connection, "child", "People the file mentions, and whether the person is known to know of them."),
    _table("possible_duplicates", PossibleDuplicate, "child", "Entries that may be one event, and what a person answered."),
    _table("standing", EntryNow, "child", "How each entry stands today towards the person: made from the chain and the decisions."),
)
WORDS: tuple[Table, ...] = (
    Table(
        "contributions",
        Contribution,
        "What the person wrote and sent, word for word. Drafts, and what they took back, are theirs alone and not here.",
        _sent,
        leave_out=("hidden_by_author", "tab", "turn", "version"),
    ),
    _words(
        "makings",
        Making,
        "attachment__contribution",
        "How a photo is to be shown: turned, cropped, parts made unknowable. What is shown is made again where the file goes.",
        leave_out=("held_id", "state", "reason", "width", "height", "seconds", "tries", "started_at", "ended_at"),
    ),
    _words("attachments", Attachment, "contribution", "Photos, drawings and recordings, each with its author's own caption."),
    _words("descriptions", Description, "attachment__contribution", "What somebody else wrote that they show or say."),
    _words("translations", Translation, "contribution", "The words in another language, beside them, and who put them so."),
    _words("risk_flags", RiskFlag, "contribution", "That somebody was asked to look soon; never a verdict."),
    _words("readings", Reading, "contribution", "Who read it, from when to when.", leave_out=("reply_draft",)),
    _words("decisions", Decision, "contribution", "What was decided about it, by whom and why."),
    _words("checks", Check, "decision__contribution", "The second person's answer."),
    _words("replies", Reply, "contribution", "What was answered."),
    _words("notes", Note, "contribution", "Notes of workers beside it."),
    _words("media_opened", MediaOpened, "attachment__contribution", "Who looked at a photo or listened to a recording, and when."),
    _words("hand_overs", HandOver, "contribution", "Who passed it on to whom, and why."),
    _words("risk_outcomes", RiskOutcome, "flag__contribution", "What a person found who was asked to look soon."),
    _words("image_reports", ImageReport, "attachment__contribution", "That an image was reported as illegal, and shut."),
    _words("image_report_steps", ImageReportStep, "report__attachment__contribution", "Each step that was taken after it."),
    _words("way_back", WriteBack, "contribution", "Whether it is in the council's own system, with the receipt."),
)
TABLES: tuple[Table, ...] = (*PEOPLE, *FILE, *WORDS)

# Models that stand in other files of the export.
ELSEWHERE: dict[str, str] = {
    "official_file.Entry": "chain.jsonl",
    "official_file.EntryPayload": "chain.jsonl",
    "audit.AuditEvent": "audit.jsonl",
    "people.User": "people.jsonl: names and roles of everybody a row points at",
    "files.FilePage": "texts/: what could be read out of each original",
}
# Models of ours that are not in the export, and why.
LEFT_OUT: dict[str, str] = {
    "official_file.ReaderChoice": "what a reader never wants to see, set aside, or where they stopped is theirs alone (docs/adr/0018)",
    "official_file.NowTheme": "made again from what workers said and from the table of themes",
    "audit.ChainHead": "the newest link of each chain; it is in the receipt",
    "people.JoinCode": "a way in: made new where the file goes",
    "people.SecondFactorDevice": "a way in: made new where the file goes",
    "people.ReadingPreference": "how somebody likes their pages is theirs alone: chosen anew where the file goes",
    "official_file.SentencesApproved": "who approved the software's sentences is about no person; the number stands with each sharing",
    "official_file.RoutineRule": "the council's rules of what opens by itself are about no person; what is open is in standing.jsonl",
    "people.Membership": "who works where is not about the person; roles are in people.jsonl",
    "people.Team": "the same",
    "people.Cover": "who stood in for a worker is not about the person; what they did is in the audit",
    "people.ContactWay": "how somebody likes to be told of news is theirs alone: chosen anew where the file goes",
    "people.NoticePreference": "the same",
    "people.NoticeSending": "that somebody was told of news is not about what the news was",
    "moderation.SavedReply": "words that workers begin answers with are about no person",
    "files.Held": "what was not sent yet is its maker's alone",
    "files.SafeCopy": "made again from the original where it goes",
    "files.FileScan": "an original is scanned again where it goes",
    "files.FileReading": "an original is read again where it goes",
}

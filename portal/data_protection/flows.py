"""Every flow of personal data through this portal, as one table. The impact assessment and the children's notice are made of it.

A test holds it against the code: each model stands in exactly one flow, and each way out that a setting opens is named.
"""

from portal.data_protection.flow import Flow

PUBLIC_TASK = "UK GDPR Art 6(1)(e), Art 9(2)(g) and (h); DPA 2018 Sch 1 paras 2 and 18 (social care; safeguarding)"
LEGAL_DUTY = "UK GDPR Art 6(1)(c): Art 12, 15 and 16, Art 33"
RECORD = "the record's own time: law/retention.py (75 years from birth in England and Wales, 100 in Scotland)"


def _in(app: str, names: str) -> frozenset[str]:
    return frozenset(f"{app}.{name}" for name in names.split())


FLOWS: tuple[Flow, ...] = (
    Flow(
        slug="record",
        title="The record",
        what="Facts, notes, letters, plans, papers and decisions about a child, with where each came from, and the summaries and choices "
        "that belong to it. Health, ethnicity, faith and offences among them",
        whose="Children in care and people who were; family and others who are mentioned; workers, in their role",
        comes_from="The council's systems: the yearly return, the Standard Safeguarding Dataset, case notes, scanned documents, "
        "twelve services",
        goes_to="The person it is about, when a worker or a rule opens it; nowhere else",
        why="So that they can read their own story while they live it",
        basis=PUBLIC_TASK,
        seen_by="Allocated worker and manager; reviewing officer; cover, emergency access and governance only while needed",
        kept=RECORD,
        guarded="Append-only and chained in the database; closed until opened; every look is shown to the person it is about",
        told="What workers write about your life. It comes from the council's own computers. You can read it here, bit by bit.",
        models=_in(
            "official_file",
            "ImportRun Entry EntryPayload EntrySource Rectification PlanAnswer AskedBefore DisposalProposal Disposal EntryFile Gap "
            "RetentionHold TriedChange SourceSaid SourceParted PossibleDuplicate SharedEvent SharedPart Meeting EntryNow NowTheme "
            "Sharing SharingCheck PlainVersion CoveredPassage KeySummary PlainDraft SentencesApproved RoutineRule SearchWords "
            "SourceChange EntryThemes Connection",
        ),
    ),
    Flow(
        slug="pace",
        title="How they read",
        what="What they never want to see, or not now; where they stopped; letters, colours and level; books they make; reading together",
        whose="Young people and people who were in care",
        comes_from="Themselves",
        goes_to="Nowhere",
        why="So that they set the pace",
        basis=PUBLIC_TASK,
        seen_by="Only they. Workers cannot read what somebody chose not to see",
        kept="until they change it, or with the record",
        guarded="No page, figure or export of staff holds it",
        told="What you choose to see, and how pages look. Only you can see this.",
        models=_in("official_file", "ReaderChoice LifeBook LifeBookPage ReadingTogether ReadTogether") | _in("people", "ReadingPreference"),
    ),
    Flow(
        slug="own_words",
        title="Their own words, photos and voice",
        what="What they write, photograph and record; what was said back; warnings that they may need help",
        whose="Young people; others who are in the picture",
        comes_from="Themselves",
        goes_to="The official file, when a named worker has decided; the council's case system with it",
        why="So that the record speaks in their voice too",
        basis=PUBLIC_TASK,
        seen_by="Those named on the page before sending",
        kept=RECORD + "; drafts until they are thrown away",
        guarded="Word for word, with a digest; places and devices taken out of photos; nobody decides about themselves",
        told="Your words, photos and voice. A draft is only yours. Before you send it, you see who will read it.",
        models=_in("stories", "Contribution Reply Note Attachment Description RiskFlag Translation")
        | _in("moderation", "MediaOpened HandOver RiskOutcome ImageReport ImageReportStep SavedReply Reading Decision Check")
        | _in("people", "AboutMePart"),
    ),
    Flow(
        slug="write_back",
        title="Back to the council's case system",
        what="Words that were filed, with their photos and receipts",
        whose="Young people",
        comes_from="The official file here",
        goes_to="The council's own case management system, signed and encrypted on the way",
        why="So that what they said is where their workers look",
        basis=PUBLIC_TASK,
        seen_by="Whoever may see the record in that system: the council says who",
        kept="as long as that system keeps it",
        guarded="A receipt with a digest; what fails is tried again and shown",
        told="When your words are in your file, they go to the council's other computer too. Ask us who can see them there.",
        models=_in("moderation", "WriteBack"),
        leaves_by="WRITE_BACK_URL",
    ),
    Flow(
        slug="files",
        title="Papers, photos and recordings as bytes",
        what="Sealed originals, copies that are safe to show, what could be read out of them",
        whose="Whoever is in them",
        comes_from="Imports, young people, officers",
        goes_to="Storage of the council's choice; a virus scanner of its own",
        why="So that nothing is lost and nothing harmful is handed out",
        basis=PUBLIC_TASK,
        seen_by="Whoever may see what they belong to",
        kept="with what they belong to",
        guarded="Named by their hash; scanned; only copies drawn anew are shown; no public address",
        told="Your photos, papers and recordings. We keep the one you sent safe. What people see is a clean copy.",
        models=_in("files", "File FileScan FileReading FilePage Held Making SafeCopy SealedShut"),
        leaves_by="STORAGE_URL",
    ),
    Flow(
        slug="people",
        title="Who is who",
        what="Names, dates of birth, identifiers in the council's systems, families, workers and their teams, what is owed to whom",
        whose="Young people, their families, staff",
        comes_from="The council's systems, managers, young people themselves",
        goes_to="Nowhere",
        why="So that each sees their own record, and only those who should see it do",
        basis=PUBLIC_TASK,
        seen_by="The same people as the record; account managers see staff only",
        kept="with the record; staff as long as a record names them",
        guarded="Names over time, never in an address, a log or a title",
        told="Your name, your birthday, and who works with you. We use it so that only the right people see your file.",
        models=_in(
            "people",
            "Team Membership Child ChildName Identifier Family FamilyMember DoubtfulMatch Readiness Task Relationship Cover "
            "EmergencyAccess",
        ),
    ),
    Flow(
        slug="signing_in",
        title="Signing in",
        what="User name, a passphrase nobody can read back, codes to join, the second step of staff, when somebody signed in",
        whose="Young people and staff",
        comes_from="Themselves; a worker gives the first code",
        goes_to="Nowhere",
        why="So that nobody else comes in",
        basis=PUBLIC_TASK,
        seen_by="Nobody; that somebody signed in stands in their own list of looks",
        kept="as long as the account",
        guarded="Argon2 digests; codes as digests; secrets encrypted; counted tries",
        told="How you sign in. Nobody here can see your secret words.",
        models=_in("people", "User JoinCode SecondFactorDevice"),
    ),
    Flow(
        slug="telling",
        title="Telling somebody that something waits",
        what="An e-mail address or phone number they gave, quiet hours, and that a message went; never what it is about",
        whose="Young people; people who ask for a file",
        comes_from="Themselves",
        goes_to="The council's e-mail server and its sender of text messages",
        why="So that nobody has to look every day",
        basis=PUBLIC_TASK,
        seen_by="Only they; those who send it see an address and a sentence without content",
        kept="until they take it away",
        guarded="Encrypted at rest; proved with a code; the service is not named in a message unless the council decides so",
        told="Your e-mail or phone number, if you gave one. We only say that something is new. We never say what.",
        models=_in("people", "Notice ContactWay NoticePreference NoticeSending"),
        leaves_by="EMAIL_HOST SMS_BACKEND",
    ),
    Flow(
        slug="requests",
        title="Requests for a file",
        what="Who asks and how to reach them, what helps to find a file, where was searched, what was gathered, read, checked and given, "
        "letters and messages",
        whose="Whoever asks; whose file it is; whoever is mentioned in it",
        comes_from="Whoever asks; officers; other services and organisations that are asked",
        goes_to="Whoever asked, when a second person has checked it",
        why="So that anybody can have their file, and follow it on the way",
        basis=LEGAL_DUTY,
        seen_by="Officers who handle it, the second checker, and whoever asked",
        kept="drafts for weeks, requests with the record they are about; without a record as the council decides",
        guarded="Contact encrypted at rest; no page tells a stranger whether a file exists; two people before anything is given",
        told="If you ask for your whole file: what you asked, what we found, and our letters to you.",
        models=_in(
            "access_requests",
            "AccessRequest AskDraft ClockFact RequestMessage RequestLetter LetterPosted SecondCheck Release SourceSearch SearchAnswer "
            "Consultation Gathering Upload Item ItemReading ConflictAnswer ItemLook PackPlace IdentityStep KnowledgeRound StatusCode "
            "Competence Authority ChildView",
        ),
    ),
    Flow(
        slug="complaints",
        title="Complaints and breaches",
        what="What somebody is not content with and how it was decided; what went wrong with personal data and who was told; "
        "how officers are",
        whose="Whoever complains; staff",
        comes_from="Whoever complains; staff",
        goes_to="The Information Commissioner, by the council's own hand, where the law asks for it",
        why="So that mistakes are put right and told in time",
        basis=LEGAL_DUTY,
        seen_by="Who decides it, never whom it is about",
        kept="as the council decides; a breach as long as Art 33(5) needs it",
        guarded="Words sealed as they came; steps are only ever added",
        told="If you complain: your words, and what we did about it.",
        models=_in("access_requests", "Complaint ComplaintStep DataBreach BreachStep Debrief"),
    ),
    Flow(
        slug="audit",
        title="Who looked, and who did what",
        what="Name, role, moment and kind of each look and change; no words of a record",
        whose="Staff and young people",
        comes_from="The portal itself",
        goes_to="Wherever the council sends its logs",
        why="So that the person it is about sees who looked, and tampering is found",
        basis=PUBLIC_TASK,
        seen_by="The person it is about; data protection officer",
        kept=RECORD,
        guarded="Append-only, chained, checked at each start",
        told="Who looked at your file, and when. You can see this list yourself.",
        models=_in("audit", "ChainHead AuditEvent"),
    ),
    Flow(
        slug="help",
        title="Help pages and words",
        what="No personal data but the names of those who write them",
        whose="Content editors",
        comes_from="Content editors",
        goes_to="Everybody who opens a help page",
        why="So that pages speak the council's own words",
        basis=PUBLIC_TASK,
        seen_by="Everybody",
        kept="until changed; earlier versions stay",
        guarded="The editor knows nothing of children",
        told="",
        models=_in(
            "cms",
            "Banner KinderWord ListedWord HelpIndexPage HelpPage RiskWord ServiceSettings ShippedContent SupportContact Wording "
            "GlossaryTerm",
        ),
    ),
)

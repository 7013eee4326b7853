"""One of everything that an address can name, reached by the real actions. All are Amara's; only the disposal is in Noor's file."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid4

from django.urls import reverse

from audit.who import NIGHTLY_IMPORT
from official_file.actions.append import append_entry
from official_file.actions.ask_for_document import ask_for_document
from official_file.actions.confirm_connection import confirm_connection
from official_file.actions.confirm_withholding import confirm_withholding
from official_file.actions.not_about_me import not_about_me
from official_file.actions.open_entry import open_entry
from official_file.actions.place_hold import place_hold
from official_file.actions.settle_not_mine import settle_not_mine
from official_file.actions.withhold_entry import withhold_entry
from official_file.drafts import EntryDraft, SourceRef
from official_file.gaps import GapsOf, search_id
from official_file.media import media_of
from official_file.models import Connection, DisposalProposal, ImportRun, Sharing
from official_file.plain_language.when import When
from people.actions.ask_to_talk import ask_to_talk
from people.actions.make_join_code import make_join_code
from people.actions.record_readiness import record_readiness
from people.doubting import doubt_match
from people.models import ChildName, Cover, Relationship, Task
from portal.actions.ask_for_paper_copy import ask_for_paper_copy
from portal.copies import Copy
from stories.actions.save_draft import save_draft
from stories.actions.send import Choices, send
from stories.draft_order import Stamp
from stories.models import Contribution
from tests.actions.verbs_of_words import asked_of_joan, shown_to_amara
from tests.cast import NOW, Cast
from tests.factories.filed_media import a_filed_photo
from tests.factories.joining import a_joined_home, a_possible_duplicate
from tests.factories.papers import a_paper, a_recording
from tests.views.things_of_answers import said_and_asked
from tests.views.things_of_books import her_books
from tests.views.things_of_media import her_photo
from tests.views.things_of_moderation import read_and_answered
from tests.views.things_of_pace import at_her_own_pace
from tests.views.things_of_plans import her_plans
from tests.views.things_of_requests import requests_for_files

ALIKE, JOINED = date(2015, 3, 4), date(2014, 3, 4)


@dataclass(frozen=True)
class Things:
    """The ids of each thing, in the order in which its addresses take them."""

    ids: dict[str, tuple[UUID | int | str, ...]]

    def address(self, name: str, thing: str, instead: UUID | None = None) -> str:
        """The address of a view, for the thing or for an id that does not exist."""
        if name == "wagtail_serve":
            return reverse(name, args=[""])
        if name == "cms_picture":
            return reverse(name, args=["nothing-here.jpg"])
        ids = self.ids[thing] if thing else ()
        return reverse(name, args=[instead if isinstance(one, UUID) else one for one in ids] if instead else ids)


def make_things(cast: Cast) -> Things:
    """Make them."""
    amara = cast.amara
    home = EntryDraft("home", When(date(2019, 3, 4)), SourceRef("ssda903", "h"), facts={"place": "U4", "provider": "PR1", "rne": "S"})
    visit = EntryDraft("visit", When(date(2020, 3, 4)), SourceRef("case_notes", "v"), facts={"title": "A visit"}, text="We talked.")
    opened, closed = (append_entry(child=amara, draft=draft, by=NIGHTLY_IMPORT, now=NOW) for draft in (home, visit))
    task = ask_to_talk(child=amara, about_type="entry", about_id=opened.pk, by=amara.user, now=NOW)
    talked = Connection.objects.create(child=amara, source="case_notes", key="c1", names=["Grace"], relation="your mum")
    code = join_code_of_amara(cast)
    gap = next(gap for gap in GapsOf(amara, NOW.date()).found if gap.of == "why_letter")
    search = ask_for_document(child=amara, gap=gap, words="In the cellar.", by=cast.ben, now=NOW)
    hold = place_hold(child=amara, ground="complaint", reason="She complained.", by=cast.ben, now=NOW)
    cover = Cover.objects.create(
        worker=cast.ben, covering=cast.joan, recorded_by=cast.joan, starts=NOW - timedelta(days=1), ends=NOW + timedelta(days=1)
    )
    tie = Relationship.objects.get(child=amara, user=cast.ben)
    return Things(
        {
            "child": (amara.pk,),
            "open_entry": (opened.pk,),
            "closed_entry": (closed.pk,),
            **papers_of(cast),
            "media": media_of_hers(cast),
            **at_her_own_pace(cast),
            **her_plans(cast),
            **her_books(cast, opened),
            **her_photo(cast),
            **read_and_answered(cast),
            **said_and_asked(cast),
            **requests_for_files(cast),
            "asked_draft": (asked_of_joan(cast).pk,),
            "shown_words": (shown_to_amara(cast).entry_id,),
            "withheld": (withheld_from_her(cast).pk,),
            "withheld_entry": (withheld_from_her(cast).entry_id,),
            "sent": (sent_words(cast).pk,),
            "draft": (draft_words(cast).pk,),
            "task": (task.pk,),
            "paper_copy": (asked_on_paper(cast).pk,),
            "child+gap": (amara.pk, search_id(amara, gap.key)),
            "child+search": (amara.pk, search.pk),
            "hold": (hold.pk,),
            "child+connection": (amara.pk, talked.pk),
            "child+code": (amara.pk, code),
            "known_person": (known_person(cast).pk,),
            "child+duplicate": (amara.pk, a_possible_duplicate(amara, start=ALIKE).pk),
            "joined_source": (a_joined_home(amara, start=JOINED).pk,),
            "child+name": (amara.pk, ChildName.objects.create(child=amara, name="Amara Okafor", kind="legal").pk),
            "proposal": (proposed_disposal(cast),),
            "staff": (cast.ben.pk,),
            "cover": (cover.pk,),
            "tie": (tie.pk,),
            "run": (ImportRun.objects.create(system="ssd", started_at=NOW).pk,),
            "match": (doubt_match(source="ssd", key="P1", child=amara, why="born_differs", now=NOW).pk,),
        }
    )


def papers_of(cast: Cast) -> dict[str, tuple[UUID | int | str, ...]]:
    """A paper that is open to her, one that is closed, and a recording of each; a page of a paper has its number behind it."""
    opened, heard = (open_entry(entry=make(cast.amara), by=cast.ben, now=NOW).entry for make in (a_paper, a_recording))
    closed, unheard = a_paper(cast.amara, content=b"%PDF-1.7 closed"), a_recording(cast.amara, b"ID3 closed")
    return {
        "open_paper": (opened.pk,),
        "open_paper+page": (opened.pk, 1),
        "open_recording": (heard.pk,),
        "paper": (closed.pk,),
        "paper+page": (closed.pk, 1),
        "recording": (unheard.pk,),
    }


def media_of_hers(cast: Cast) -> tuple[UUID | int | str, ...]:
    """A photo of hers in the file: its entry, itself, and the form of a copy."""
    entry = a_filed_photo(cast.amara, cast.ben)
    return entry.pk, media_of(entry)[0].id, "photo"


def asked_on_paper(cast: Cast) -> Task:
    """A copy of her story that she asked for."""
    copy = Copy("story", "", "plain", 18, "en-gb")
    return ask_for_paper_copy(child=cast.amara, copy=copy, words="My story.", about_id=cast.amara.pk, by=cast.amara.user, now=NOW)


def known_person(cast: Cast) -> Connection:
    """Somebody of whom Ben wrote down that she knows of them."""
    aunt = Connection.objects.create(child=cast.amara, source="case_notes", key="c-known", names=["Bev Okafor"], relation="Aunt")
    return confirm_connection(connection=aunt, by=cast.ben, now=NOW)


def withheld_from_her(cast: Cast) -> Sharing:
    """Something in her file that Ben withheld and Joan confirmed, so that she is told of it."""
    draft = EntryDraft("visit", When(date(2021, 3, 4)), SourceRef("case_notes", str(uuid4())), facts={"title": "A visit"}, text="They met.")
    entry = append_entry(child=cast.amara, draft=draft, by=NIGHTLY_IMPORT, now=NOW)
    again = date(2027, 2, 1)
    made = withhold_entry(entry=entry, ground="TP_PRIVATE", review_on=again, reason="It tells of another adult.", by=cast.ben, now=NOW)
    confirm_withholding(sharing=made, by=cast.joan, now=NOW)
    return made


def draft_words(cast: Cast) -> Contribution:
    """Something Amara has begun to write."""
    return save_draft(child=cast.amara, draft_id=uuid4(), words="My side.", stamp=Stamp(0, "t", 1), by=cast.amara.user, now=NOW)


def sent_words(cast: Cast) -> Contribution:
    """Something Amara has sent, which nobody has opened."""
    return send(draft=draft_words(cast), choices=Choices(), by=cast.amara.user, now=NOW)


def join_code_of_amara(cast: Cast) -> UUID:
    """A code that Ben made for her."""
    record_readiness(
        child=cast.amara,
        decided_with="Her carers",
        safe_phone=True,
        sits_with="Her carer",
        why_written_by=date(2026, 12, 1),
        by=cast.ben,
        now=NOW,
    )
    return make_join_code(child=cast.amara, by=cast.ben, now=NOW).row.pk


def proposed_disposal(cast: Cast) -> UUID:
    """An entry in Noor's file that he says is not about him, and that Imani proposes to destroy."""
    draft = EntryDraft("home", When(date(2019, 3, 4)), SourceRef("ssda903", "n"), facts={"place": "K2", "provider": "PR1", "rne": "S"})
    entry = append_entry(child=cast.noor, draft=draft, by=NIGHTLY_IMPORT, now=NOW)
    task = not_about_me(child=cast.noor, entry=entry, by=cast.noor.user, now=NOW)
    settle_not_mine(task=task, theirs=False, words="You are right. We are sorry.", reason="Another boy's home.", by=cast.imani, now=NOW)
    return DisposalProposal.objects.get(entry=entry).pk

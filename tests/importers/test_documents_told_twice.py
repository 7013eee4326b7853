"""A paper that another list or system brought in already is one entry with every source; what only looks like one is asked about."""

from datetime import date
from pathlib import Path

import pytest

from official_file.actions.part_source import part_source
from official_file.importers.report import Report
from official_file.models import Entry, EntryFile, EntryNow, EntrySource, PossibleDuplicate, SearchWords, SourceSaid
from official_file.verify import verify
from people.models import Child
from tests.cast import NOW, Cast
from tests.factories import documents
from tests.factories.joining import NOTES, bring_in, told
from tests.factories.manifests import PAPER, a_folder, brought_in

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.usefixtures("fresh_storages", "cast")]
LETTER, OTHER = documents.pdf(), documents.pdf(("Dear Amara", "another letter"))


def a_list(folder: Path, content: bytes = LETTER, *, read: bool = False, **facts: str) -> Report:
    """One list with one paper in it; its key is the name of its folder."""
    return brought_in(a_folder(folder, {"letter.pdf": content}, **{"key": folder.name, **facts}), read=read)


def papers(child: Child) -> list[tuple[str, list[str]]]:
    """Heading and keys of every paper that stands, each with its original."""
    rows = EntryNow.objects.filter(child=child, kind="document").current().order_by("recorded_at", "entry__position")
    found = []
    for row in rows:
        digests = [one.file.sha256 for one in EntryFile.objects.filter(entry=row.pk).select_related("file")]
        assert digests == [row.entry.facts["sha256"]], "each entry has its own original"
        found.append((row.entry.facts["title"], sorted(row.entry.sources.filter(parted=None).values_list("key", flat=True))))
    return found


@pytest.mark.need("M18", "R7")
def test_the_same_bytes_in_two_lists_are_one_paper_with_both_sources(cast: Cast, tmp_path: Path) -> None:
    """Night after night, in any order; the heading of the first list stays."""
    assert a_list(tmp_path / "one").joined == 0
    before = Entry.objects.count()
    second = a_list(tmp_path / "two", title="Letter, scanned")
    assert (second.joined, second.entries["added"], second.children["updated"]) == (1, 0, 1)
    assert papers(cast.amara) == [("A letter to the school", ["900001/one", "900001/two"])]
    assert SourceSaid.objects.get().rule == "19"
    for name, title in (("one", PAPER["title"]), ("two", "Letter, scanned"), ("one", PAPER["title"])):
        again = a_list(tmp_path / name, title=title)
        assert (again.joined, again.entries) == (0, {"added": 0, "superseded": 0, "unchanged": 1})
    assert Entry.objects.count() == before
    assert verify([cast.amara])[1] is None


def test_a_second_list_that_knows_more_makes_a_newer_version_with_its_original(cast: Cast, tmp_path: Path) -> None:
    a_list(tmp_path / "one", read=True)
    a_list(tmp_path / "two", summary="We asked for a place.")
    row = EntryNow.objects.current().get(kind="document")
    assert row.entry.facts["summary"] == "We asked for a place."
    assert papers(cast.amara) == [("A letter to the school", ["900001/one", "900001/two"])]
    words = SearchWords.objects.get(entry=row.pk)
    assert "marmalade" in f"{words.open_words} {words.staff_words}", "what was read of it before can be found in the newer version"


def test_another_system_that_tells_the_same_bytes_is_the_same_paper(cast: Cast, tmp_path: Path) -> None:
    a_list(tmp_path / "one")
    body = EntryNow.objects.current().get(kind="document").entry
    draft = told("edms", "document", body.when.start, key="77", sha256=body.facts["sha256"].upper(), media_type="application/pdf")
    assert bring_in(cast.amara, "edms", [draft])[1] == 1
    assert papers(cast.amara) == [("A letter to the school", ["77", "900001/one"])]


def test_what_one_list_names_twice_stays_two(cast: Cast, tmp_path: Path) -> None:
    """Also when the first of them was known before; a person is asked."""
    path = a_folder(tmp_path / "one", {"a.pdf": LETTER})
    brought_in(path)
    brought_in(a_folder(tmp_path / "one", {"a.pdf": LETTER, "b.pdf": LETTER}))
    assert [keys for _title, keys in papers(cast.amara)] == [["900001/a.pdf"], ["900001/b.pdf"]]
    assert PossibleDuplicate.objects.get().rule == "D"


def test_a_form_that_was_used_again_on_another_day_stays_two(cast: Cast, tmp_path: Path) -> None:
    a_list(tmp_path / "one")
    assert a_list(tmp_path / "two", date="2025-06-01").joined == 0
    assert len(papers(cast.amara)) == 2


@pytest.mark.parametrize("child", ["900001", "900002"])
def test_other_bytes_with_the_same_heading_and_day_are_asked_about_within_one_file(child: str, tmp_path: Path) -> None:
    """The scan of a letter and the letter: nobody can say from outside that they are one."""
    a_list(tmp_path / "one")
    assert a_list(tmp_path / "two", OTHER, child=child).joined == 0
    assert list(PossibleDuplicate.objects.values_list("rule", flat=True)) == (["D"] if child == "900001" else [])


def test_a_letter_of_the_notes_with_the_heading_and_day_of_a_paper_is_asked_about(cast: Cast, tmp_path: Path) -> None:
    """The words of the notes, and the paper as it was sent: a person says whether both are the same."""
    bring_in(cast.amara, NOTES, [told(NOTES, "letter", date(2024, 2, 3), text="Dear school.", title=PAPER["title"])])
    assert a_list(tmp_path / "one").joined == 0
    assert PossibleDuplicate.objects.get().rule == "C"


def test_one_list_that_says_other_bytes_now_gets_a_paper_of_its_own_and_both_have_their_originals(cast: Cast, tmp_path: Path) -> None:
    for name in ("one", "two"):
        a_list(tmp_path / name)
    for _again in range(2):
        a_list(tmp_path / "one", OTHER, title="Put right")
        a_list(tmp_path / "two")
    assert papers(cast.amara) == [("A letter to the school", ["900001/two"]), ("Put right", ["900001/one"])]
    assert verify([cast.amara])[1] is None


def test_a_worker_takes_two_papers_apart_and_both_keep_the_original(cast: Cast, tmp_path: Path) -> None:
    for name in ("one", "two"):
        a_list(tmp_path / name, title=f"Letter {name}")
    source = EntrySource.objects.get(key="900001/two", entry__now__superseded_by=None)
    part_source(source=source, reason="Two letters in one envelope.", by=cast.ben, now=NOW)
    assert papers(cast.amara) == [("Letter one", ["900001/one"]), ("Letter two", ["900001/two"])]
    for name in ("two", "one"):
        assert a_list(tmp_path / name, title=f"Letter {name}").entries["unchanged"] == 1
    assert len(papers(cast.amara)) == 2

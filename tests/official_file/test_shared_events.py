"""An event of brothers and sisters is entered once, and each child's file holds only that child's part."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from audit.models import AuditEvent
from audit.who import NIGHTLY_IMPORT
from official_file.actions.write_together import write_together
from official_file.family_events import share_family_visits, share_visits_of
from official_file.importers.case_notes import NoNotesToRead, import_case_notes
from official_file.models import Entry, EntryNow, SharedEvent, SharedPart
from official_file.models.now import State
from official_file.shared_events import entered_once
from official_file.together import Together, named_beside
from people.errors import NotAllowed
from people.models import Child, Family, FamilyMember
from tests.cast import NOW, Cast, tie
from tests.factories.joining import BEGAN, SYSTEM, bring_in, told

pytestmark = [pytest.mark.django_db, pytest.mark.database]
VISIT: dict[str, Any] = {
    "type": "visit",
    "key": "v-7",
    "date": "2024-02-03",
    "title": "A visit at home",
    "text": "We sat in the kitchen.",
    "children": [
        {"child": "900001", "text": "Amara showed a drawing."},
        {"child": "900002", "text": "Noor slept badly.", "sensitivity": 2},
    ],
    "author": {"name": "Ben Hughes", "role": "social worker"},
}


def bring_in_notes(folder: Path, *lines: dict[str, Any]) -> Any:
    """Import these lines, as the night does."""
    path = folder / "notes.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return import_case_notes(path, by=NIGHTLY_IMPORT, now=NOW)


def a_family(*children: Child) -> Family:
    """Children whom the council's system calls one family."""
    family = Family.objects.create(source=SYSTEM, key="F1")
    FamilyMember.objects.bulk_create([FamilyMember(family=family, child=child, as_of=BEGAN) for child in children])
    return family


def everything_of(child: Child) -> str:
    """Every word of every entry of a file, with where it came from, and the audit of that child."""
    entries = Entry.objects.filter(child=child)
    said = [entry.payload.body for entry in entries] + [str(one) for entry in entries for one in entry.sources.all()]
    return " ".join([*said, *(str(row.facts) for row in AuditEvent.objects.filter(child=child.pk))])


@pytest.mark.need("R65")
def test_a_line_about_two_children_is_one_event_and_each_has_only_their_part(cast: Cast, tmp_path: Path) -> None:
    """The same words for both stand in both; what concerned the other stands nowhere, not even that there is one."""
    report = bring_in_notes(tmp_path, VISIT)
    assert (report.entries["added"], report.rows_read, len(report.problems)) == (2, 1, 0)
    amara, noor = (EntryNow.objects.get(child=child).entry for child in (cast.amara, cast.noor))
    assert amara.text == "We sat in the kitchen.\n\nAmara showed a drawing."
    assert noor.text == "We sat in the kitchen.\n\nNoor slept badly."
    assert (EntryNow.objects.get(pk=amara.pk).sensitivity, EntryNow.objects.get(pk=noor.pk).sensitivity) == (1, 2)
    for hers in ("Noor", "900002", "children", "shared"):
        assert hers not in everything_of(cast.amara)
    assert SharedEvent.objects.get().parts.count() == 2
    assert set(EntryNow.objects.values_list("state", flat=True)) == {State.WAITING}


def test_the_same_line_again_changes_nothing_and_a_new_part_corrects_one_file(cast: Cast, tmp_path: Path) -> None:
    bring_in_notes(tmp_path, VISIT)
    assert bring_in_notes(tmp_path, VISIT).entries == {"added": 0, "superseded": 0, "unchanged": 2}
    corrected = VISIT | {"children": [VISIT["children"][0], {"child": "900002", "text": "Noor slept well."}]}
    assert bring_in_notes(tmp_path, corrected).entries == {"added": 0, "superseded": 1, "unchanged": 1}
    row = EntryNow.objects.get(child=cast.noor, superseded_by=None)
    tie(cast.amara, cast.dev, "social_worker")
    found = entered_once(row, cast.dev, NOW)
    assert found is not None
    assert (found.count, [part.child for part in found.others]) == (2, [cast.amara])


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"child": "900001"}, "schema_not"),
        ({"children": [{"child": "900001", "text": "A."}]}, "schema_minItems"),
        ({"children": [{"child": "900001", "text": "A."}, {"child": "900001", "text": "B."}]}, "child_twice"),
        ({"text": None, "children": [{"child": "900001", "text": "A."}, {"child": "900002"}]}, "schema_required"),
        ({"children": None}, "schema_type"),
    ],
)
def test_a_line_that_is_not_clear_is_left_out_with_its_sentence(cast: Cast, tmp_path: Path, changed: dict[str, Any], code: str) -> None:
    line = {name: value for name, value in (VISIT | changed).items() if value is not None or name == "children"}
    with pytest.raises(NoNotesToRead) as nothing:
        bring_in_notes(tmp_path, line)
    assert code in {problem.code for problem in nothing.value.report.problems}
    assert not Entry.objects.exists()


@pytest.mark.need("R65")
def test_one_visit_to_a_family_that_a_system_lists_for_each_child_is_one_event(cast: Cast) -> None:
    """The same day and the same worker; a child with two visits that day is not guessed about."""
    a_family(cast.amara, cast.noor, cast.idris)
    for child, keys in ((cast.amara, "1"), (cast.noor, "2"), (cast.idris, "34")):
        bring_in(child, SYSTEM, [told(SYSTEM, "visit", author_name="HUGHES, Ben", key=key) for key in keys])
        share_family_visits(entries=list(Entry.objects.filter(child=child)), now=NOW)
    assert set(SharedPart.objects.values_list("entry__child__known_as", flat=True)) == {"Amara", "Noor"}
    assert share_visits_of(children=[cast.amara.pk], now=NOW) == 0
    assert SharedEvent.objects.count() == 1


def test_visits_of_strangers_of_another_worker_or_after_a_family_parted_are_no_event(cast: Cast) -> None:
    family = a_family(cast.amara, cast.noor)
    bring_in(cast.idris, SYSTEM, [told(SYSTEM, "visit", author_name="Ben Hughes")])
    bring_in(
        cast.amara,
        SYSTEM,
        [told(SYSTEM, "visit", author_name="Ben Hughes"), told(SYSTEM, "visit", date(2026, 1, 5), author_name="B C", key="2")],
    )
    bring_in(
        cast.noor,
        SYSTEM,
        [told(SYSTEM, "visit", author_name="Dev Patel"), told(SYSTEM, "visit", date(2026, 1, 5), author_name="B C", key="2")],
    )
    family.members.filter(child=cast.noor).update(left_on=date(2025, 1, 1))
    assert share_visits_of(children=[cast.amara.pk, cast.noor.pk, cast.idris.pk], now=NOW) == 0


@pytest.mark.need("C2")
def test_a_family_that_parts_takes_no_word_from_anybody(cast: Cast, tmp_path: Path) -> None:
    """The event stays one event, and every part stays where it is."""
    family = a_family(cast.amara, cast.noor)
    bring_in_notes(tmp_path, VISIT)
    before = {child: everything_of(child) for child in (cast.amara, cast.noor)}
    family.members.update(left_on=NOW.date())
    assert {child: everything_of(child) for child in before} == before
    assert SharedEvent.objects.get().parts.count() == 2


# --- Written by a worker -------------------------------------------------------------------------------------------


def the_visit(cast: Cast, **more: Any) -> Together:
    """What Ben writes about two children."""
    parts = {cast.amara.pk: "You showed me your drawing.", cast.noor.pk: "You told me about your night."}
    return Together(**{"kind": "visit", "day": BEGAN, "title": "A visit", "common": "We sat in the kitchen.", "parts": parts, **more})


@pytest.mark.need("R65")
def test_a_worker_writes_once_and_each_file_holds_its_own_part(cast: Cast) -> None:
    """Closed like every free text until it is read for each of them."""
    tie(cast.noor, cast.ben, "social_worker")
    made = write_together(children=[cast.noor, cast.amara], said=the_visit(cast), by=cast.ben, now=NOW)
    assert {entry.child: entry.text.split("\n\n")[1] for entry in made} == {
        cast.amara: "You showed me your drawing.",
        cast.noor: "You told me about your night.",
    }
    assert "night" not in everything_of(cast.amara)
    assert "Noor" not in everything_of(cast.amara)
    assert set(EntryNow.objects.values_list("state", flat=True)) == {State.WAITING}
    assert SharedEvent.objects.get().parts.count() == 2


def test_only_who_works_with_all_of_them_writes_and_only_with_words_for_each(cast: Cast) -> None:
    both = [cast.amara, cast.noor]
    with pytest.raises(NotAllowed, match="not_in_reach"):
        write_together(children=both, said=the_visit(cast), by=cast.ben, now=NOW)
    tie(cast.noor, cast.ben, "social_worker")
    refused: dict[str, dict[str, Any]] = {
        "choose_two": {"children": [cast.amara], "said": the_visit(cast)},
        "day_past": {"children": both, "said": the_visit(cast, day=date(2027, 1, 1))},
        "no_words": {"children": both, "said": the_visit(cast, common="", parts={cast.amara.pk: "You."})},
        "names_another": {"children": both, "said": the_visit(cast, common="Noor and Amara sat in the kitchen.")},
    }
    for code, given in refused.items():
        with pytest.raises(NotAllowed, match=code):
            write_together(by=cast.ben, now=NOW, **given)
    said = the_visit(cast, parts={cast.amara.pk: "You and NOOR drew."})
    assert named_beside(said, cast.amara, both) == [cast.noor]
    assert len(write_together(children=both, said=said, names_are_right=True, by=cast.ben, now=NOW)) == 2


@pytest.mark.need("R65")
def test_how_many_it_concerned_is_seen_only_by_whoever_reaches_all(cast: Cast, tmp_path: Path) -> None:
    """Ben reaches Amara alone: to him there is nothing else. Whoever reaches two of three meets two and no number."""
    third = {"child": "900003", "text": "Idris was out."}
    bring_in_notes(tmp_path, VISIT | {"children": [*VISIT["children"], third]})
    row = EntryNow.objects.get(child=cast.amara)
    assert entered_once(row, cast.ben, NOW) is None
    tie(cast.noor, cast.ben, "social_worker")
    some = entered_once(row, cast.ben, NOW)
    assert some is not None
    assert (some.count, [part.child for part in some.others]) == (0, [cast.noor])
    tie(cast.idris, cast.ben, "social_worker")
    whole = entered_once(row, cast.ben, NOW)
    assert whole is not None
    assert whole.count == 3
    assert cast.amara.user
    assert entered_once(row, cast.amara.user, NOW) is None

"""Papers of the lives: brought in by their manifest, read, and some of them opened by a worker who has read them."""

import json

from audit.who import NIGHTLY_IMPORT
from official_file.actions.approve_plain_version import approve_plain_version
from official_file.actions.open_entry import open_entry
from official_file.actions.read_document import read_document
from official_file.importers.import_documents import import_documents
from official_file.models import EntryFile, EntryNow
from portal.management.demonstration.council import FOLDER, Council

PAPERS = FOLDER / "documents"


def import_papers(council: Council) -> None:
    """Bring them in and read them, as the background worker would: those who open a paper know whom it names."""
    then = council.days_ago(20)
    import_documents(PAPERS / "manifest.csv", by=NIGHTLY_IMPORT, now=then)
    for one in EntryFile.objects.select_related("file"):
        read_document(file=one.file, by=NIGHTLY_IMPORT, now=then)


def open_papers(council: Council) -> None:
    """Open those that workers have read with the young people, each with the plain words it came with."""
    workers = {one["child"]: council.staff[one["worker"]] for one in council.people["young_people"]}
    opened = json.loads((PAPERS / "opened.json").read_text(encoding="utf-8"))
    for number, what in opened.items():
        for key in what["keys"]:
            source = {"entry__sources__system": "documents", "entry__sources__key": f"{number}/{key}"}
            entry = EntryNow.objects.get(superseded_by=None, **source).entry
            then = council.at_work(what["days_ago"])
            summary = entry.body["facts"]["summary"]
            approve_plain_version(entry=entry, text=summary, by=workers[number], now=then)
            open_entry(entry=entry, with_them=True, by=workers[number], now=then)

"""The page a stranger reads first, in a hundred years, with nothing but the folder."""

from portal.exporting.tables import TABLES

HEAD = """WHAT THIS IS

This folder holds the whole file of one person who is or was in care, as a council in the United Kingdom kept it. It was made
by the council, for the council: it holds things that the person may not have been told. It is not a copy to hand out.

Everything in it can be read without the software that made it. Text is UTF-8. Files that end in .jsonl hold one JSON object
(RFC 8259) on each line; its keys are in order (RFC 8785). Days are written year-month-day. Moments carry their offset from UTC.

    summary.html, summary.pdf   the file to read from beginning to end
    chain.jsonl                 every entry ever made, oldest first
    audit.jsonl                 who did or looked at what
    people.jsonl                names and roles of everybody that other files name by number
    originals/                  documents, photos and recordings as they came, each named by the SHA-256 of its bytes;
                                tables/files.jsonl says what each is, tables/attachments.jsonl whose caption belongs to it
    texts/                      what could be read out of them; a form feed stands between two pages
    tables/                     everything else, one kind a file (below)
    receipt.json                what was copied, when, by whom, and the SHA-256 of every file

IS IT WHOLE?

The folder above this one is a bag (BagIt, RFC 8493): manifest-sha256.txt names every file with its SHA-256, and
tagmanifest-sha256.txt does so for the manifest. On most machines, in the folder above: sha256sum -c manifest-sha256.txt

In chain.jsonl each entry carries "link", the SHA-256 of {"format":1,"item":id,"payload":payload_digest,"previous":link of the
entry before, or empty} written as RFC 8785 JSON; payload_digest is the SHA-256 of "body" written so. One changed letter breaks
every link after it. In audit.jsonl the payload is {"about":[about_type,about_id],"at","by":[by_name,by_role,by_user],"child",
"event","facts"}. receipt.json says where both chains end. A "body" of null was lawfully destroyed by two people:
tables/disposals.jsonl says when and on which ground.

An entry's "body": "kind" says what it is, "facts" what is known (codes are those of the SSDA903 return), "text" the words as
they were written, "when" from and to with how exactly it is known, "sensitivity" 0 to 2, "author", and "supersedes" the entry
that it corrects. The newest version counts; the older stay.

THE TABLES
"""


def readme(without_pdf: str = "") -> str:
    """The README of an export."""
    lines = [f"    {f'tables/{table.name}.jsonl':36} {table.what}" for table in TABLES]
    pdf = f"\nThere is no summary.pdf in this copy. {without_pdf}\n" if without_pdf else ""
    return f"{HEAD}\n" + "\n".join(lines) + "\n" + pdf

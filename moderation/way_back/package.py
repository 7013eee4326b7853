"""What leaves for the council's system about one contribution in the file: a bag with the words, a PDF of them and the facts.

    data/words.txt       the words, UTF-8, byte for byte as they were sent; empty where there are none
    data/words.pdf       the same, to read and print (PDF/UA-1)
    data/package.json    whose, where in the file, who decided; docs/reference/write-back.schema.json
    data/attachments/    sealed originals that belong to it, each as it came

A package is made once and kept until its receipt is here: sent twice, it is the same bytes.
"""

import json
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext

from audit.canonical import sha256
from files.bags import DATA, finish_bag
from files.direction import lines_with_direction
from files.pdf import make_pdf
from files.queries import read
from moderation.models import Check, Decision, Verdict, WriteBack
from moderation.way_back.attached import attached_files, said_of_each
from official_file.models import Entry
from stories.boards import in_lines
from stories.lifecycle import Status
from stories.models import Contribution

FORMAT = 1
CSS = ".words { border-left: 3pt solid #5b4a91; padding-left: 1em; margin: 1em 0 } dl { margin-top: 1.5em }"


def write_package(folder: Path, write_back: WriteBack) -> str:
    """Make the bag in a folder that has an empty `data/`. Returns the SHA-256 of its tag manifest.

    Raises PdfNotPossible, SealBrokenError or OSError: then nothing leaves, and it is tried again.
    """
    contribution, data = write_back.contribution, folder / DATA
    facts, attached = facts_of(write_back), attached_files(contribution)
    (data / "words.txt").write_bytes(contribution.words.encode())
    (data / "words.pdf").write_bytes(_pdf(contribution, facts))
    if attached:
        (data / "attachments").mkdir()
    for one in attached:
        (data / one.path).write_bytes(read(one.file))
    (data / "package.json").write_text(json.dumps(facts, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    info = {
        "Bagging-Date": write_back.made_at.date().isoformat(),
        "External-Identifier": str(write_back.pk),
        "External-Description": "Words of a young person for their case record, word for word",
        "Bag-Software-Agent": "Ownstory",
    }
    return finish_bag(folder, info)


def facts_of(write_back: WriteBack) -> dict[str, Any]:
    """What package.json says: docs/reference/write-back.schema.json. Raises ValueError for what is not in the file."""
    contribution = write_back.contribution
    if contribution.entry is None:
        raise ValueError("Only what is in the file leaves for the council's system.")
    limited = contribution.standing is Status.FILED_LIMITED
    return {
        "format": FORMAT,
        "package": str(write_back.pk),
        "child": {"id": str(contribution.child_id), "identifiers": _identifiers(contribution)},
        "entry": _entry(contribution.entry),
        "contribution": {
            "id": str(contribution.pk),
            "kind": contribution.kind,
            "sha256": contribution.digest,
            "sent_at": contribution.sent_at.isoformat() if contribution.sent_at else None,
            "helped_by": contribution.helped_by or None,
            "about": _about(contribution.about),
            "about_person": contribution.about_person_words or None,
            "language": contribution.language or None,
            "follows": _about(contribution.follows.entry if contribution.follows else None),
            "board": list(contribution.board),
            "attachments": said_of_each(contribution, attached_files(contribution)),
        },
        "decision": _decision(contribution),
        "limited": limited,
        "limited_to": "their worker and the worker's manager" if limited else None,
        "files": _files(contribution),
    }


def _identifiers(contribution: Contribution) -> list[dict[str, str]]:
    rows = contribution.child.identifiers.order_by("source", "key")
    return [{"source": row.source, "key": row.key} for row in rows]


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "id": str(entry.pk),
        "position": entry.position,
        "link": entry.link,
        "payload_digest": entry.payload_digest,
        "recorded_at": entry.recorded_at.isoformat(),
    }


def _about(entry: Entry | None) -> dict[str, Any] | None:
    """What it is about, by where the council's system knows it from."""
    if entry is None:
        return None
    sources = [{"source": row.system, "key": row.key} for row in entry.sources.order_by("system", "key")]
    return {"entry": str(entry.pk), "link": entry.link, "sources": sources}


def _decision(contribution: Contribution) -> dict[str, Any]:
    """Who put it in the file, what they answered, and for a limited one the second person."""
    decision = _deciding(contribution)
    check = Check.objects.filter(decision=decision).first()
    return {
        "verdict": decision.verdict,
        "by": {"name": decision.by_name, "role": decision.by_role},
        "at": decision.at.isoformat(),
        "reply": decision.reply,
        "reason": decision.explanation or None,
        "confirmed": {"by": {"name": check.by_name, "role": check.by_role}, "at": check.at.isoformat()} if check else None,
    }


def _deciding(contribution: Contribution) -> Decision:
    """The decision that put it in the file: the newest to file it, or to limit it with a second person's yes."""
    filed = contribution.decisions.filter(verdict=Verdict.FILE) | contribution.decisions.filter(
        verdict=Verdict.FILE_LIMITED, check_made__answer=Check.Answer.CONFIRMED
    )
    found: Decision = filed.order_by("-at").select_related("by")[0]
    return found


def _files(contribution: Contribution) -> list[dict[str, Any]]:
    words = contribution.words.encode()
    rows: list[dict[str, Any]] = [
        {"path": "words.txt", "media_type": "text/plain; charset=utf-8", "size": len(words), "sha256": sha256(words), "name": None}
    ]
    for one in attached_files(contribution):
        file = one.file
        rows.append({"path": one.path, "media_type": file.content_type, "size": file.size, "sha256": file.sha256, "name": one.name or None})
    return rows


def _pdf(contribution: Contribution, facts: dict[str, Any]) -> bytes:
    shown = {
        "contribution": contribution,
        "taps": in_lines(contribution.board, translate=gettext),
        "lines": lines_with_direction(contribution.words),
        "facts": facts,
        "decision": _deciding(contribution),
        "attached": attached_files(contribution),
    }
    return make_pdf(render_to_string("moderation/way_back/words.html", shown), css=CSS)

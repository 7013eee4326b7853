"""One line of case notes -> the draft of its entry. A person's line makes none: it is about who somebody is."""

from datetime import date
from typing import Any
from uuid import UUID

from official_file.drafts import EntryDraft, SourceRef
from official_file.importers.notes.lines import NoteLine
from official_file.plain_language.when import Precision, When
from official_file.plan_rules import in_writing, items_in

SYSTEM = "case_notes"
KINDS = {"review": "review_minutes"}  # a review of a return is the fact that it was held; here are its minutes
FACTS_OF = {  # of a line that is facts alone: name of the fact, name in the line
    "consent": {"topic": "topic", "asked": "asked", "answer": "answer"},
    "identity_paper": {"type": "paper", "held_by": "held_by", "expires_on": "expires_on"},
}
GENTLE = 1  # unless the source says otherwise


def draft_of(line: NoteLine, *, as_of: date, run_id: UUID | None = None) -> EntryDraft:
    """The entry of a worker, a home, an answer, a paper that says who they are, or a written record."""
    source = SourceRef(SYSTEM, line.key, as_of, run_id)
    if line.type == "worker":
        facts = {"worker_key": line.said["key"], "name": line.said["name"], "role": line.said["role"]}
        return EntryDraft("worker_period", _when(line.said, "from", "to"), source, facts)
    if line.type == "home":
        facts = {name: line.said[name] for name in ("place", "provider", "rne") if line.said.get(name)}
        return EntryDraft("home", _when(line.said, "from", "to"), source, facts)
    if line.type in FACTS_OF:
        facts = {fact: line.said[name] for fact, name in FACTS_OF[line.type].items() if line.said.get(name)}
        return EntryDraft(line.type, _when(line.said, "date", ""), source, facts)
    return _record(line.said, KINDS.get(line.type, line.type), source)


def _record(said: dict[str, Any], kind: str, source: SourceRef) -> EntryDraft:
    facts = {name: said[name] for name in ("title", "summary", "key", "strengths", "voice") if said.get(name)}
    text = said["text"]
    items = items_in(said)
    if items:
        facts["items"] = [item.as_fact() for item in items]
    if items or "strengths" in facts:
        text = f"{text}\n\n{in_writing(items, facts.get('strengths', ''))}"  # what is read, searched and covered is the text
    return EntryDraft(
        kind=kind,
        when=_when(said, "date", "date_to"),
        source=source,
        facts=facts,
        text=text,
        sections=tuple(said.get("sections", ())),
        sensitivity=said.get("sensitivity", GENTLE),
        author_name=said["author"]["name"],
        author_role=said["author"]["role"],
        written_on=_day(said.get("written_on")),
        shared_event=str(said["key"]) if said.get("shared") else "",
    )


def _when(said: dict[str, Any], first: str, last: str) -> When:
    begun, ended = _day(said.get(first)), _day(said.get(last))
    precision = Precision(said.get("date_precision") or Precision.DAY)
    return When(begun, ended, precision if begun else Precision.UNKNOWN)


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None

"""The impact assessment and the children's privacy notice, filled with the real flows and with how this installation is set up.

impact_assessment(Council("Ashdown Council", "My story", "EW"), ways_out())   ->   the text, as Markdown
"""

from dataclasses import dataclass

from django.conf import settings

from law.bank_holidays import Nation
from law.retention import PERIODS
from portal.data_protection.flow import Flow
from portal.data_protection.flows import FLOWS
from portal.data_protection.risks import RISKS

TO_FILL = "_For the council to fill in._"
WAYS_OUT = {
    "WRITE_BACK_URL": "the council's case management system",
    "STORAGE_URL": "storage on another server",
    "EMAIL_HOST": "an e-mail server",
    "SMS_BACKEND": "a sender of text messages",
    "SCANNER_URL": "a virus scanner",
}
NATIONS = {"EW": "England and Wales", "SC": "Scotland", "NI": "Northern Ireland"}


@dataclass(frozen=True, slots=True)
class About:
    """Whose documents these are. `nation` is one of NATIONS."""

    council: str
    service: str
    nation: str


def ways_out() -> dict[str, bool]:
    """Which ways out of this installation are open, by the setting that opens each. A terminal or nothing is no way out."""
    open_now = {name: bool(getattr(settings, name, "")) for name in WAYS_OUT}
    if not settings.EMAIL_BACKEND.endswith("smtp.EmailBackend"):
        open_now["EMAIL_HOST"] = False
    if settings.SMS_BACKEND.endswith("ConsoleTexts"):
        open_now["SMS_BACKEND"] = False
    return open_now


def impact_assessment(about: About, ways: dict[str, bool]) -> str:
    """The data protection impact assessment (UK GDPR Art 35), with what the software knows filled in and the rest marked."""
    parts = [
        f"# Data protection impact assessment: {about.service}, {about.council}",
        "Made from the software's own table of data flows. What is for the council to decide is marked. A lawyer and the data "
        "protection officer sign it before children's data come in.",
        "## 1. Why one is needed",
        "Vulnerable people, children among them; special categories of data on a large scale; access online (UK GDPR Art 35(3)(b)).",
        f"## 2. What happens with which data\n\nThe law of {NATIONS[about.nation]} holds.",
        *(_flow_text(flow, ways) for flow in FLOWS),
        _ways_text(ways),
        "## 3. Who was asked\n\nChildren and people who were in care, their advocates, workers, the officer. " + TO_FILL,
        "## 4. Why this much and not more",
        "Nothing is asked for that the page does not need; a request for a file needs a name and one way back to it. No picture of "
        "anybody's behaviour is made, no place is kept, nothing comes from other sites. " + TO_FILL,
        "## 5. Risks to people, and what is done",
        *(f"### {risk.what}\n\nTo: {risk.to_whom}.\n\nDone: {risk.done}.\n\nLeft: {risk.left} " + TO_FILL for risk in RISKS),
        "## 6. Signed\n\n| who | decision | day |\n|---|---|---|\n| Data protection officer | | |\n| Information owner | | |\n"
        "| Look at this again by | | |",
    ]
    return "\n\n".join(parts) + "\n"


def children_notice(about: About, ways: dict[str, bool]) -> str:
    """The children's privacy notice, in plain words, from the same table: only what this installation really does."""
    used = [flow for flow in FLOWS if flow.told and (flow.slug != "write_back" or ways["WRITE_BACK_URL"])]
    parts = [
        f"# {about.service}: how we look after your information",
        f"We are {about.council}. We are in charge of your information here.",
        "## Why we keep it",
        "We look after you because the law says we must. We keep a file so we can do that well. It is your story too.",
        "## What we keep",
        "\n".join(f"- {flow.told}" for flow in used),
        "## Who sees it",
        "People whose job is to help you. You can see their names in your file. You can see who looked.",
        "A court, a doctor or a school may need some of it. We ask you or tell you first. We only wait to tell you if telling "
        "could put someone in danger.",
        "## How long we keep it",
        f"For a very long time: until {_years(about.nation)} years after you were born. So you can read it when you are old.",
        "## What we do not do",
        "- We do not sell it.\n- We do not use it for adverts.\n- We do not track where you are.\n"
        "- We do not let a computer decide things about you.",
        "## What you can ask",
        "- To see your file.\n- To put it right.\n- To ask us to stop and think again.\n- To complain, to us or to the people who "
        "check on us.",
        "Ask any worker. You can ask someone you trust to help you.",
    ]
    return "\n\n".join(parts) + "\n"


def _flow_text(flow: Flow, ways: dict[str, bool]) -> str:
    leaves = [WAYS_OUT[name] for name in flow.leaves_by.split() if ways[name]]
    here = f"Here it goes to {' and '.join(leaves)}." if leaves else "Here it stays in this installation."
    rows = (
        ("What", flow.what),
        ("Whose", flow.whose),
        ("Comes from", flow.comes_from),
        ("Goes to", f"{flow.goes_to}. {here}"),
        ("Why", flow.why),
        ("Law", flow.basis),
        ("Seen by", flow.seen_by),
        ("Kept", flow.kept),
        ("Guarded by", flow.guarded),
    )
    return f"### {flow.title}\n\n| | |\n|---|---|\n" + "\n".join(f"| {name} | {text} |" for name, text in rows)


def _ways_text(ways: dict[str, bool]) -> str:
    rows = "\n".join(f"| {said} | {'open' if ways[name] else 'closed'} | `{name}` |" for name, said in WAYS_OUT.items())
    return f"### Ways out of this installation, as it is set up now\n\n| to | now | setting |\n|---|---|---|\n{rows}"


def _years(nation: str) -> int:
    return PERIODS[Nation(nation)].from_birth

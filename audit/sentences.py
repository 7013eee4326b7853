"""Audit events as sentences for the person they are about: one small template file per event."""

from django.template.loader import render_to_string

from audit.models import AuditEvent


def sentence(event: AuditEvent) -> str:
    """What happened, in one plain sentence in the reader's language. Placeholders: who, role, facts."""
    context = {"who": event.by_name, "role": event.by_role.replace("_", " "), "facts": event.facts}
    return render_to_string(f"sentences/{event.event}.txt", context).strip()

"""Sending a code in the background: whether a reference is anybody's cannot be told by how long the page took."""

from datetime import datetime

from django_tasks import task

from access_requests.actions.send_status_code import send_status_code


@task()
def send_code(reference: str, asked_at: str) -> bool:
    """Send a new code for this reference, if it is somebody's. `asked_at`: the moment, in ISO 8601."""
    return send_status_code(reference=reference, now=datetime.fromisoformat(asked_at))

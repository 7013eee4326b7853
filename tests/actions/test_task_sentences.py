"""What a young person reads when somebody has done what was owed: that they were answered only where they had asked."""

import pytest

from audit.events import Event
from audit.models import AuditEvent
from audit.sentences import sentence
from people.models import TaskKind

ASKED = {
    TaskKind.URGENT_WORRY, TaskKind.LOOK_AGAIN, TaskKind.ENTRY_IS_WRONG, TaskKind.TALK, TaskKind.OPEN_CHAPTER, TaskKind.NOT_ABOUT_ME,
    TaskKind.PRINT_COPY, TaskKind.CHECK_PLAIN, TaskKind.PLAN_ANSWER, TaskKind.GIVE_PAPER, TaskKind.READ_CONTRIBUTION, TaskKind.WRITE_WHY,
    TaskKind.ANSWER_ABOUT_SHARING,
}  # fmt: skip


@pytest.mark.parametrize("kind", TaskKind.values)
def test_nobody_reads_that_they_were_answered_who_had_not_asked(kind: str) -> None:
    said = sentence(AuditEvent(event=Event.TASK_DONE, by_name="Priya Shah", by_role="social_worker", facts={"kind": kind}))
    assert ("answered something you asked" in said) is (kind in ASKED), said

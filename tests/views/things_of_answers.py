"""Of Amara's: what she said is wrong, once answered and once not; what she was asked before it is shared; a paper; a letter."""

from uuid import UUID

from tests.actions.verbs_of_answers import a_question, an_open_letter, answered_wrong, said_wrong_task
from tests.cast import Cast


def said_and_asked(cast: Cast) -> dict[str, tuple[UUID, ...]]:
    """Each, by the name of the thing."""
    return {
        "answered_wrong": (answered_wrong(cast).pk,),
        "said_wrong": (said_wrong_task(cast).pk,),
        "asked_before": (a_question(cast).pk,),
        "letter": (an_open_letter(cast).pk,),
    }

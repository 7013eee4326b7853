"""Every Python file keeps to the house's sizes, names and habits, and each rule catches a planted fault."""

import pytest

from tests.architecture import python_rules as rules
from tests.architecture.tree import Source, python

# Each line is here because the tool it silences is wrong there, and only for as long as it is.
ALLOWED_PROMISES: tuple[str, ...] = ()

NOBODY_BY = (
    "people/actions/add_first_staff.py add_first_staff",  # on the server, before there is anybody
    "people/actions/join.py find_code",  # whoever holds the paper: nobody has signed in yet
    "people/actions/join.py join",
    "access_requests/actions/offer_debriefs.py offer_debriefs",  # part of another action
    "people/actions/make_task.py make_task",  # part of another action, which says who and writes the audit
    # somebody without an account: nobody knows yet who it is
    *(f"access_requests/actions/keep_draft.py {name}" for name in ("begin_draft", "keep_answers", "make_return_code", "throw_draft_away")),
    "access_requests/actions/keep_draft.py forget_old_drafts",
    "access_requests/actions/make_status_code.py open_status",
    "access_requests/actions/send_status_code.py send_status_code",
)


def test_no_file_is_longer_than_one_can_hold_in_mind() -> None:
    assert rules.long_files(python()) == []


def test_no_function_is_longer_than_a_screen() -> None:
    assert rules.long_functions(python()) == []


def test_no_file_is_named_for_nothing() -> None:
    assert rules.nameless_rooms(python()) == []


def test_nothing_is_glued_with_signals() -> None:
    assert rules.signals(python()) == []


def test_pure_rules_import_no_framework() -> None:
    assert rules.impure_rules(python()) == []


def test_no_import_hides_in_a_function() -> None:
    assert rules.hidden_imports(python()) == []


def test_the_product_does_not_print() -> None:
    assert rules.prints(python()) == []


def test_everything_public_says_what_it_means() -> None:
    assert rules.undocumented(python()) == []


def test_nothing_is_left_for_later() -> None:
    assert rules.open_promises(python(), ALLOWED_PROMISES) == []


def test_every_action_says_who_and_when() -> None:
    assert rules.positional_actions(python(), NOBODY_BY) == []


LATER = "TO" + "DO"
PLANTED = [
    (rules.long_files, "people/teams.py", "x = 1\n" * 401),
    (rules.long_files, "tests/rules/test_long.py", "x = 1\n" * 501),
    (rules.long_functions, "people/teams.py", "def f():\n" + "    x = 1\n" * 50),
    (rules.long_functions, "tests/rules/test_long.py", "def f():\n" + "    x = 1\n" * 60),
    (rules.nameless_rooms, "people/utils.py", ""),
    (rules.nameless_rooms, "people/services.py", ""),
    (rules.signals, "people/teams.py", "from django.db.models.signals import post_save\n"),
    (rules.signals, "people/teams.py", "from django.dispatch import receiver\n"),
    (rules.impure_rules, "law/clock.py", "from django.utils import timezone\n"),
    (rules.impure_rules, "law/clock.py", "import django\n"),
    (rules.impure_rules, "stories/lifecycle.py", "from django.db import models\n"),
    (rules.impure_rules, "official_file/mentions/names.py", "from people.models import Child\n"),
    (rules.hidden_imports, "people/teams.py", "def f():\n    from people.models import Child\n"),
    (rules.prints, "people/teams.py", "print('hello')\n"),
    (rules.undocumented, "people/teams.py", "def teams():\n    return []\n"),
    (rules.undocumented, "people/teams.py", "class Team:\n    x = 1\n"),
    (rules.open_promises, "people/teams.py", f"x = 1  # {LATER}: two\n"),
    (rules.open_promises, "people/teams.py", "x = 1  # " + "noqa\n"),
    (rules.positional_actions, "people/actions/join.py", "def join(child, *, by, now):\n    pass\n"),
    (rules.positional_actions, "people/actions/join.py", "def join(*, child, by):\n    pass\n"),
    (rules.positional_actions, "people/actions/join.py", "def join(*, request, by, now):\n    pass\n"),
]


@pytest.mark.parametrize(("rule", "name", "text"), PLANTED)
def test_each_rule_catches_a_planted_fault(rule, name, text) -> None:
    assert len(rule([Source(name, text)])) == 1


@pytest.mark.parametrize(
    ("rule", "name", "text"),
    [
        (rules.impure_rules, "law/clock.py", "from datetime import date\nfrom law.working_time import due\n"),
        (rules.impure_rules, "people/teams.py", "from django.db import models\n"),
        (rules.undocumented, "people/teams.py", 'def teams():\n    """All of them."""\n\n\ndef _part():\n    pass\n'),
        (rules.positional_actions, "people/actions/join.py", "def join(*, child, by, now):\n    pass\n"),
        (rules.hidden_imports, "people/migrations/0002_x.py", "def f():\n    import json\n"),
    ],
)
def test_no_rule_is_set_off_by_what_is_right(rule, name, text) -> None:
    assert rule([Source(name, text)]) == []

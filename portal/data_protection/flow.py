"""One flow of personal data: what it is, whose, why, under which law, where it comes from and goes, who sees it, how long."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Flow:
    """A row of the table in flows.py. `models`: where it stands, as "app.Model"; a test holds that every model stands in one.

    `leaves_by`: the setting that decides whether it leaves this installation, and by which way; "" when it stays. `told`: the
    same in words for a young person, of which the children's privacy notice is made.
    """

    slug: str
    title: str
    what: str
    whose: str
    comes_from: str
    goes_to: str
    why: str
    basis: str
    seen_by: str
    kept: str
    guarded: str
    told: str
    models: frozenset[str]
    leaves_by: str = ""


@dataclass(frozen=True, slots=True)
class Risk:
    """A risk to people, and what is done about it. `left`: what stays, for the council to weigh."""

    what: str
    to_whom: str
    done: str
    left: str

"""Who somebody is to the young person, in their terms: what councils write, and how one says it to the person it is about. Pure.

    in_their_terms("Half sibling")   ->   "your half-brother or half-sister"
    in_their_terms("Auntie Bev")     ->   "Auntie Bev": what is in no list is kept as it was written
    in_their_terms("Unknown")        ->   "": nobody is told that their own mother is "Unknown"

A word keeps the meaning it had: `more` holds what a council added to the list, each from a day on, and whoever was written down
before that day is called as before.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from law.wording import Translate, gettext_noop, identity

_ = gettext_noop

SAYS_NOTHING = frozenset({"unknown", "not known", "other", "none", "n/a", "na", "not recorded", "not stated", "other relation", "tbc", "?"})
SPOKEN_TO = ("your ", "my ")  # written in their terms already

RELATIONS: dict[str, str] = {
    **dict.fromkeys(("mother", "birth mother", "natural mother", "mum", "biological mother"), _("your mum")),
    **dict.fromkeys(("father", "birth father", "natural father", "dad", "biological father"), _("your dad")),
    **dict.fromkeys(("parent", "birth parent"), _("your parent")),
    "putative father": _("the man our records say may be your dad"),
    **dict.fromkeys(("step mother", "stepmother", "step-mother"), _("your stepmum")),
    **dict.fromkeys(("step father", "stepfather", "step-father"), _("your stepdad")),
    **dict.fromkeys(("step parent", "stepparent", "step-parent"), _("your step-parent")),
    **dict.fromkeys(("adoptive mother",), _("your adoptive mum")),
    **dict.fromkeys(("adoptive father",), _("your adoptive dad")),
    **dict.fromkeys(("brother", "full brother"), _("your brother")),
    **dict.fromkeys(("sister", "full sister"), _("your sister")),
    **dict.fromkeys(("sibling", "full sibling"), _("your brother or sister")),
    **dict.fromkeys(("half brother", "half-brother"), _("your half-brother")),
    **dict.fromkeys(("half sister", "half-sister"), _("your half-sister")),
    **dict.fromkeys(("half sibling", "half-sibling"), _("your half-brother or half-sister")),
    **dict.fromkeys(("step brother", "stepbrother", "step-brother"), _("your stepbrother")),
    **dict.fromkeys(("step sister", "stepsister", "step-sister"), _("your stepsister")),
    **dict.fromkeys(("step sibling", "step-sibling"), _("your stepbrother or stepsister")),
    **dict.fromkeys(("grandmother", "maternal grandmother", "paternal grandmother", "mgm", "pgm", "gran", "nan"), _("your grandmother")),
    **dict.fromkeys(("grandfather", "maternal grandfather", "paternal grandfather", "mgf", "pgf", "grandad"), _("your grandfather")),
    **dict.fromkeys(("grandparent", "maternal grandparent", "paternal grandparent"), _("your grandparent")),
    **dict.fromkeys(("great grandmother", "great-grandmother"), _("your great-grandmother")),
    **dict.fromkeys(("great grandfather", "great-grandfather"), _("your great-grandfather")),
    **dict.fromkeys(("aunt", "auntie", "maternal aunt", "paternal aunt"), _("your aunt")),
    **dict.fromkeys(("uncle", "maternal uncle", "paternal uncle"), _("your uncle")),
    **dict.fromkeys(("cousin",), _("your cousin")),
    **dict.fromkeys(("niece",), _("your niece")),
    **dict.fromkeys(("nephew",), _("your nephew")),
    **dict.fromkeys(("son",), _("your son")),
    **dict.fromkeys(("daughter",), _("your daughter")),
    **dict.fromkeys(("child", "own child"), _("your child")),
    **dict.fromkeys(("husband", "wife", "spouse", "partner", "civil partner"), _("your partner")),
    **dict.fromkeys(("boyfriend",), _("your boyfriend")),
    **dict.fromkeys(("girlfriend",), _("your girlfriend")),
    **dict.fromkeys(("friend", "peer"), _("your friend")),
    **dict.fromkeys(("family friend", "friend of the family"), _("a friend of your family")),
    **dict.fromkeys(("neighbour",), _("a neighbour")),
    **dict.fromkeys(("relative", "other relative", "extended family", "family member", "other family member"), _("one of your family")),
    **dict.fromkeys(("foster carer", "foster parent", "former foster carer"), _("your foster carer")),
    **dict.fromkeys(("foster brother", "foster sister", "foster sibling"), _("a child you lived with in a foster family")),
    **dict.fromkeys(("carer", "kinship carer", "connected person"), _("somebody who looks after you, or did")),
    **dict.fromkeys(("guardian", "legal guardian", "special guardian", "testamentary guardian"), _("your guardian")),
    **dict.fromkeys(("godparent", "godmother", "godfather"), _("your godparent")),
    "mother's partner": _("your mum's partner"),
    "father's partner": _("your dad's partner"),
}


@dataclass(frozen=True, slots=True)
class AddedWord:
    """What a council added to the list: what its systems write, how one says it, and from which day on (None: always)."""

    written: str
    said: str
    since: date | None = None


def in_their_terms(
    relation: str, *, written_on: date | None = None, more: Iterable[AddedWord] = (), translate: Translate = identity
) -> str:
    """How one says this relation to the young person; what no list holds is kept as written, and "unknown" says nothing.

    `written_on`: the day on which it was written down or confirmed; words added to the list after it change nothing. None: all count.
    """
    plain = " ".join(relation.split())
    key = plain.casefold()
    if key in SAYS_NOTHING or key.startswith(SPOKEN_TO):
        return "" if key in SAYS_NOTHING else plain
    added = [one for one in more if one.written.casefold() == key and _counts(one, written_on)]
    if added:
        return max(added, key=lambda one: one.since or date.min).said
    return translate(RELATIONS[key]) if key in RELATIONS else plain


def same_relation(relation: str) -> frozenset[str]:
    """Every word that a list holds for the same relation: somebody's mum is looked for as their mother, too.

    same_relation("your nan")  ->  {"grandmother", "gran", "nan", ...};  same_relation("Auntie Bev")  ->  nothing
    """
    first = " ".join(relation.casefold().split(",")[0].split())
    words = first.removeprefix("your ").removeprefix("my ")
    said = RELATIONS.get(words) or (first if first in RELATIONS.values() else RELATIONS.get(words.rpartition(" ")[2]))
    return frozenset(key for key, value in RELATIONS.items() if value == said)


def _counts(word: AddedWord, written_on: date | None) -> bool:
    return word.since is None or written_on is None or word.since <= written_on

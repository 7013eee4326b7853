"""Which kinds are asked about when words are sent, and in which order. Nobody has to choose one.

What somebody thinks or feels is one kind, and what they want to happen another (R36): who reads them owes different answers.
"""

from stories.models import Contribution

Kind = Contribution.Kind
ANY = (Kind.THINK, Kind.WANT, Kind.WORRY, Kind.CELEBRATE, Kind.KEEP)
OF_AN_ENTRY = (Kind.MY_SIDE, Kind.WRONG)
FOLLOWING = (Kind.ADDED, Kind.CHANGED_MIND)


def kinds_of(draft: Contribution) -> list[tuple[str, str]]:
    """What this draft may be called, as (value, words): what it was begun as is always among them."""
    kinds = list(FOLLOWING if draft.follows_id else [*ANY, *(OF_AN_ENTRY if draft.about_id else ()), Kind.OTHER])
    if draft.kind not in kinds:
        kinds.insert(0, Kind(draft.kind))
    return [(str(kind), str(kind.label)) for kind in kinds]

"""Small numbers are hidden, and so is what would give them away: nobody finds one by taking the rest from the sum.

    hide_counts({"North": 2, "South": 11, "West": 30})
        ->   North and South hidden, West 30, together 43: North is anything from 1 to 12

A number from 1 to 4 is hidden (0 tells of nobody). A sum with one hidden part gives it away, and so may two small ones, so
another is hidden as well, until each hidden part could be any of several. Which one is chosen by the order of the teams and
never by its number: a reader who knows this rule must learn nothing from it. Where nothing is left to hide, the sum is.
Shares hide in the same way: where "yes" or "no" was said by 1 to 4, and then what would give them away.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

LEAST = 5  # the smallest number that is told
ROOM = 4  # how far apart the least and the most must be that a hidden number could be


@dataclass(frozen=True, slots=True)
class Told:
    """Numbers by team, None where hidden, a team left out that has nothing to count; and of all together, None where that would tell."""

    by: dict[str, int | None]
    together: int | None

    @property
    def hidden(self) -> frozenset[str]:
        """The teams whose number is hidden."""
        return frozenset(team for team, number in self.by.items() if number is None)


def hide_counts(counts: Mapping[str, int]) -> Told:
    """The counts that can be told. Those of 0 are; all are counts of different people."""
    small = {team for team, count in counts.items() if 0 < count < LEAST}
    for hidden in _runs([team for team, count in counts.items() if count], small):
        if _has_room(counts, hidden):
            break
    else:
        return Told(_shown(counts, hidden), None)
    return Told(_shown(counts, hidden), sum(counts.values()))


def hide_shares(parts: Mapping[str, tuple[int, int]], *, also: Container[str] = ()) -> Told:
    """The shares that can be told, in whole per cents: of `(yes, all)` by team. Nothing is told of fewer than five people.

    `also`: teams of which "all" is hidden where both are told; a share beside it would say that it is not small.
    """
    asked = {team: part for team, part in parts.items() if part[1]}
    small = {team for team in asked if team in also} | {
        team for team, (yes, of) in asked.items() if of < LEAST or 0 < yes < LEAST or 0 < of - yes < LEAST
    }
    for hidden in _runs(list(asked), small):
        if _yes_has_room(asked, hidden):
            break
    else:
        return Told(_per_cents(asked, hidden), None)
    yes, of = (sum(part[place] for part in asked.values()) for place in (0, 1))
    return Told(_per_cents(asked, hidden), None if of < LEAST else _per_cent(yes, of))


def _runs(teams: list[str], small: set[str]) -> Iterator[set[str]]:
    """What to hide: the run of teams from the first small one to the last; then with the next one; then with those before."""
    places = [place for place, team in enumerate(teams) if team in small]
    if not places:
        yield set()
        return
    first, behind = places[0], places[-1] + 1
    yield set(teams[first:behind])
    while first > 0 or behind < len(teams):
        first, behind = (first, behind + 1) if behind < len(teams) else (first - 1, behind)
        yield set(teams[first:behind])


def _has_room(counts: Mapping[str, int], hidden: set[str]) -> bool:
    """Whether a hidden count, of which one knows that it is not 0, could be any of several, given the sum of them all."""
    if not hidden:
        return True
    together = sum(counts[team] for team in hidden)
    return together - (len(hidden) - 1) - 1 >= ROOM


def _yes_has_room(parts: Mapping[str, tuple[int, int]], hidden: set[str]) -> bool:
    """The same of a hidden "yes", given how many were asked in each team, and the "yes" of all hidden teams together."""
    together = sum(parts[team][0] for team in hidden)
    asked = sum(parts[team][1] for team in hidden)
    for team in hidden:
        of = parts[team][1]
        least, most = max(0, together - (asked - of)), min(of, together)
        if most - least < min(ROOM, of):
            return False
    return True


def _shown(counts: Mapping[str, int], hidden: set[str]) -> dict[str, int | None]:
    return {team: None if team in hidden else count for team, count in counts.items()}


def _per_cents(parts: Mapping[str, tuple[int, int]], hidden: set[str]) -> dict[str, int | None]:
    return {team: None if team in hidden else _per_cent(yes, of) for team, (yes, of) in parts.items()}


def _per_cent(yes: int, of: int) -> int:
    return round(100 * yes / of) if of else 0

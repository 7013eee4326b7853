"""Small numbers are hidden so that nobody finds them by taking the rest from the sum, nor by knowing how they are hidden."""

from collections import defaultdict
from itertools import product

import pytest

from moderation.figures.hiding import LEAST, Told, hide_counts, hide_shares

TEAMS = ("East", "North", "South", "West")


def test_one_small_number_takes_the_next_team_with_it() -> None:
    """Else the sum less the others would be it."""
    told = hide_counts({"North": 2, "South": 11, "West": 30})
    assert told == Told({"North": None, "South": None, "West": 30}, 43)


def test_numbers_that_are_not_small_are_all_told() -> None:
    """Nothing is hidden without need; nobody at all is told as well."""
    assert hide_counts({"North": 0, "South": 5, "West": 30}) == Told({"North": 0, "South": 5, "West": 30}, 35)
    assert hide_counts({}) == Told({}, 0)


def test_where_nothing_is_left_to_hide_the_sum_is_hidden() -> None:
    """One team alone, or a few with hardly anybody."""
    assert hide_counts({"North": 3}) == Told({"North": None}, None)
    assert hide_counts({"North": 1, "South": 1, "West": 0}) == Told({"North": None, "South": None, "West": 0}, None)


def test_a_share_is_not_told_of_fewer_than_five_nor_where_it_tells_of_one() -> None:
    """9 of 10 says who the tenth is to everybody who knows the nine. West goes with them: the share of all would give them away."""
    told = hide_shares({"East": (20, 40), "North": (9, 10), "South": (3, 3), "West": (10, 40)})
    assert told == Told({"East": 50, "North": None, "South": None, "West": None}, 45)
    assert hide_shares({"North": (0, 0), "West": (10, 40)}).by == {"West": 25}


@pytest.mark.need("C6")
@pytest.mark.parametrize(("teams", "most"), [(2, 20), (3, 16), (4, 10)])
def test_who_knows_every_number_told_and_how_they_are_hidden_still_finds_no_small_one(teams: int, most: int) -> None:
    """Every table of so many teams is tried: what is told of it fits tables in which the small number is another, at least three more."""
    alike: dict[object, list[tuple[int, ...]]] = defaultdict(list)
    for counts in product(range(most + 1), repeat=teams):
        told = hide_counts(dict(zip(TEAMS, counts, strict=False)))
        alike[(tuple(told.by.values()), told.together)].append(counts)
    tried = 0
    for (by, _together), tables in alike.items():
        hidden = [place for place, number in enumerate(by) if number is None]
        if sum(tables[0][place] for place in hidden) > most:
            continue  # larger tables than were tried would fit as well
        for place in hidden:
            if any(0 < table[place] < LEAST for table in tables):
                tried += 1
                assert len({table[place] for table in tables}) >= 4, (by, tables)
    assert tried > 10


@pytest.mark.need("C6")
def test_who_knows_how_many_were_asked_and_every_share_finds_no_small_yes() -> None:
    """The same for shares of two teams: whatever was hidden could be at least three numbers, or all there are."""
    alike: dict[object, list[tuple[tuple[int, int], ...]]] = defaultdict(list)
    cells = [(yes, of) for of in range(11) for yes in range(of + 1)]
    for parts in product(cells, repeat=2):
        asked = dict(zip(TEAMS, parts, strict=False))
        told = hide_shares(asked)
        exact = tuple(yes if told.by.get(team) is not None else None for team, (yes, _of) in asked.items())
        together = None if told.together is None else sum(yes for yes, _of in parts)
        alike[(tuple(of for _yes, of in parts), exact, together)].append(parts)
    for (asked, exact, _together), tables in alike.items():
        for place, of in enumerate(asked):
            if exact[place] is None and of:
                assert len({table[place][0] for table in tables}) >= min(3, of + 1), tables

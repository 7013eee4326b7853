"""A hundred people at once, on a real web server: every page comes, and no word that was kept is lost (C4)."""

from collections.abc import Callable, Iterator

import pytest
from django.db import connections

from bench import bench_hundred_people as council
from bench.hundred import PEOPLE, all_at_once

EVERY = 5.0  # seconds between somebody's pages: quicker than people are


@pytest.mark.soak
@pytest.mark.need("C4")
def test_a_hundred_people_read_and_write_at_once_and_nothing_is_lost(
    rounds: Callable[..., Iterator[int]], transactional_db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wave after wave: nobody is turned away, and what the server said it kept is there, word for word."""
    monkeypatch.setattr(council, "CHILDREN", 200)
    sessions = council.council()
    connections.close_all()
    with council.serving() as address:
        for _number in rounds(at_least=1, at_most=20):
            visits = all_at_once(address, sessions, EVERY)
            assert [said for visit in visits for said in visit.wrong] == []
            assert sum(len(visit.kept) for visit in visits) == PEOPLE
            assert council.lost(visits) == 0

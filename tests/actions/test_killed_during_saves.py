"""A server that is killed while somebody writes loses nothing it said it had saved. Fifty times: tests/soak."""

import pytest

from tests.cast import make_cast
from tests.soak.saving import Phone, Server, lost


@pytest.mark.database
@pytest.mark.need("R78")
@pytest.mark.django_db(transaction=True)
def test_twice_killed_during_saves_no_acknowledged_word_is_lost() -> None:
    cast, server = make_cast(), Server()
    phones = [Phone(child.user, server.port) for child in cast.young_people[:2] if child.user]
    try:
        server.start()
        for phone in phones:
            phone.thread.start()
        for _time in range(2):
            for phone in phones:
                phone.wait_for(3)
            server.kill_who_serves()
            assert lost(phones) == []
        phones[0].wait_for(3)
    finally:
        for phone in phones:
            phone.stop()
        server.kill()
    assert lost(phones) == []

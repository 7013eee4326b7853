"""The server is killed fifty times while young people's phones save: no word that was acknowledged is lost (R78)."""

import random
import time

import pytest

from tests.cast import make_cast
from tests.soak.saving import Phone, Server, lost

pytestmark = pytest.mark.soak


@pytest.mark.slow
@pytest.mark.need("R78")
@pytest.mark.django_db(transaction=True)
def test_fifty_times_killed_during_saves_no_acknowledged_word_is_lost(rounds) -> None:
    cast, server = make_cast(), Server()
    phones = [Phone(child.user, server.port) for child in cast.young_people if child.user]
    try:
        server.start()
        for phone in phones:
            phone.thread.start()
        for _number in rounds(at_least=50, at_most=500):
            for phone in phones:
                phone.wait_for(2)
            time.sleep(random.uniform(0, 0.3))
            server.kill()
            assert lost(phones) == []
            server.start()
    finally:
        for phone in phones:
            phone.stop()
        server.kill()
    assert lost(phones) == []
    assert sum(len(phone.saved) for phone in phones) > 50
    assert any(phone.sent for phone in phones)

"""Guessing at the door of a request: ten thousand tries, from as many addresses as one likes, open nothing and tell nothing."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from unittest import mock

import pytest
from django.test import Client
from django.urls import reverse

from access_requests.actions.make_status_code import make_status_code, open_status
from access_requests.codes import as_reference, new_code, new_reference
from access_requests.models import AccessRequest, StatusCode
from access_requests.views import status_door
from tests.cast import NOW, Cast
from tests.factories.requests import Route, a_request

MOST_FOR_ONE = 10  # an hour (settings.ACCOUNT_RATE_LIMITS)
TYPED = re.compile(r'value="[^"]*"')  # what was typed, and the form's token


def an_address(number: int) -> str:
    """A new visitor for every twenty tries: more would be stopped for the address alone."""
    number //= 20
    return f"10.{number // 65_536 % 256}.{number // 256 % 256}.{number % 256}"


@pytest.mark.soak
@pytest.mark.need("R70")
def test_ten_thousand_tries_open_nothing_and_do_not_tell_which_reference_is_somebodys(
    rounds: Callable[..., Iterator[int]], cast: Cast
) -> None:
    theirs = [a_request(cast, route=Route.PUBLIC_FORM) for _one in range(3)]
    for one in theirs:
        make_status_code(request=one, way=StatusCode.Way.SCREEN, now=NOW)
    looked, shapes, door = Counter[str](), {True: set[str](), False: set[str]()}, reverse("access_requests:status_door")

    def counted(*, reference: str, code: str, now: object) -> AccessRequest:
        looked[as_reference(reference)] += 1
        return open_status(reference=reference, code=code, now=NOW)

    with mock.patch.object(status_door, "open_status", counted):
        for number in rounds(at_least=500, at_most=10_000):
            real = number % 2 == 0
            reference = theirs[number // 2 % 3].reference if real else new_reference()
            if not real and number % 4 == 1:  # one that is nobody's, tried again and again
                reference = f"ZZZZ-ZZZ{number % 8}"
            answer = Client(REMOTE_ADDR=an_address(number)).post(door, {"reference": reference, "code": new_code()})
            assert answer.status_code == 200
            shapes[real].add(TYPED.sub("", answer.content.decode()))
    assert shapes[True] == shapes[False], "the same pages, whether it is somebody's or nobody's"
    assert max(looked[one.reference] for one in theirs) <= MOST_FOR_ONE
    assert not StatusCode.objects.filter(used_at__isnull=False).exists()

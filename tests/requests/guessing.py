"""A stranger who wants somebody's file and guesses: request after request, call after call, with the commonest answers."""

import random
from datetime import timedelta

from access_requests.actions.keep_round import keep_round
from access_requests.actions.match import match
from access_requests.models import AccessRequest, IdentityStep, KnowledgeRound
from access_requests.proof import MOST_LOST, QUESTIONS, Ask
from people.errors import NotAllowed
from tests.cast import NOW, Cast
from tests.factories.requests import Route, a_request
from tests.factories.who_asks import an_old_record

LUCK = 0.05  # how often a common name, town or year is right: one in twenty
TRIES_A_REQUEST = 25
A_TRY = timedelta(minutes=5)


def guess(cast: Cast, tries: int, *, seed: int = 0) -> None:
    """Guess so often about one record, over new requests, and fail when the portal lets more than a few rounds count."""
    luck, child = random.Random(seed), an_old_record()
    asked: AccessRequest | None = None
    refused: set[str] = set()
    for number in range(tries):
        now = NOW + number * A_TRY
        if asked is None or number % TRIES_A_REQUEST == 0:
            asked = match(request=a_request(cast, route=Route.PUBLIC_FORM, now=now), child=child, by=cast.imani, now=now)
        answers = {ask: luck.random() < LUCK for ask in luck.sample(list(Ask), QUESTIONS)}
        try:
            keep_round(request=asked, answers=answers, by=cast.imani, now=now)
        except NotAllowed as refusal:
            refused.add(refusal.code)
    assert refused == {"no_rounds"}
    assert KnowledgeRound.objects.filter(request__child=child).count() == MOST_LOST
    assert not IdentityStep.objects.filter(outcome=IdentityStep.Outcome.ACCEPTED).exists()

"""How somebody is called to the young person: their own word, else the relation in their terms."""

from collections.abc import Iterable

from django.utils.translation import gettext

from cms.queries import listed_words
from law.working_time import london_day
from official_file.models import Connection
from official_file.plain_language.relations import AddedWord, in_their_terms


def added_words() -> list[AddedWord]:
    """What the council added to the list of relations. Ask once for a page."""
    return [AddedWord(word.written, word.said, word.since) for word in listed_words("relation")]


def relation_words(one: Connection, added: Iterable[AddedWord]) -> str:
    """Who they are to the young person, as said to them; "" when nobody has a word for it.

    Words keep the meaning they had when a worker confirmed the person: a list that changes later changes nothing for them.
    """
    return one.own_word or relation_of_ours(one, added)


def relation_of_ours(one: Connection, added: Iterable[AddedWord]) -> str:
    """The relation as we say it, whatever their own word is."""
    confirmed = london_day(one.known_confirmed_at) if one.known_confirmed_at else None
    return in_their_terms(one.relation, written_on=confirmed, more=added, translate=gettext)

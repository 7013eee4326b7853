"""How somebody is called to the young person: their own word, else the relation in their terms."""

from django.utils.translation import gettext

from law.working_time import london_day
from official_file.models import Connection
from official_file.plain_language.relations import in_their_terms


def relation_words(one: Connection) -> str:
    """Who they are to the young person, as said to them; "" when nobody has a word for it.

    Words keep the meaning they had when a worker confirmed the person: a list that changes later changes nothing for them.
    """
    return one.own_word or relation_of_ours(one)


def relation_of_ours(one: Connection) -> str:
    """The relation as we say it, whatever their own word is."""
    confirmed = london_day(one.known_confirmed_at) if one.known_confirmed_at else None
    return in_their_terms(one.relation, written_on=confirmed, translate=gettext)

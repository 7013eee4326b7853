"""What the standing blocks of a help page read elsewhere: people to talk to, hours, words to know."""

from itertools import groupby
from typing import Any

from django import template
from django.urls import reverse

from cms import queries
from cms.models.support import Kind
from cms.views import PICTURES

register = template.Library()


@register.simple_tag
def everybody_to_talk_to() -> list[tuple[str, list[queries.Contact]]]:
    """(heading, people) by what they are for. A public page does not know its reader's age, so each says for what age they are."""
    people = queries.support_contacts(None)
    return [(str(Kind(kind).label), list(group)) for kind, group in groupby(people, key=lambda person: person.kind)]


@register.simple_tag
def our_hours() -> str:
    """When people are at work, in words."""
    return queries.staffed_hours().in_words


@register.simple_tag
def words_to_know() -> list[queries.Term]:
    """The glossary in the language of this moment."""
    return queries.glossary()


@register.simple_tag
def picture_address(picture: Any) -> str:
    """The address of a picture's re-encoded copy, on this host whichever storage holds it."""
    return reverse("cms_picture", args=[picture.file.name.removeprefix(PICTURES)])

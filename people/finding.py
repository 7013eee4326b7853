"""Finding children by what staff know of them: any name they ever had, or a number of one of the council's systems."""

from datetime import datetime

from django.db.models import Q, QuerySet

from people.models import Child, User


def children_found(user: User, words: str, at: datetime) -> QuerySet[Child]:
    """Children in reach by any part of any name they ever had, or by a whole number; all of them for no words."""
    rows = Child.objects.visible_to(user, at)
    for word in words.split():
        rows = rows.filter(pk__in=Child.objects.filter(_named(word, "icontains")).values("pk"))
    found: QuerySet[Child] = rows.order_by("known_as", "made_at")
    return found


def children_exactly(words: str) -> QuerySet[Child]:
    """Children anywhere, by a whole number or a whole name they have or had. Parts of names find nothing."""
    words = " ".join(words.split())
    if not words:
        return Child.objects.none()
    found: QuerySet[Child] = Child.objects.filter(pk__in=Child.objects.filter(_named(words, "iexact")).values("pk"))
    return found


def _named(words: str, how: str) -> Q:
    return Q(**{f"known_as__{how}": words}) | Q(**{f"names__name__{how}": words}) | Q(identifiers__key__iexact=words)

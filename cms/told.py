"""Which words a reader meets: those of their language where there are some, else those of the installation's first language.

What decides whether, when and to whom something is shown is always the row of the first language: a helpline or a notice that an editor
takes away there is gone in every language, and a changed number is changed everywhere.
"""

from typing import TypeVar

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import get_language
from wagtail.models import TranslatableMixin

T = TypeVar("T", bound=TranslatableMixin)


def told(rows: QuerySet[T], language: str | None = None, only: Q | None = None) -> list[tuple[T, T]]:
    """(words, first) for each live row: the one whose words are read, and the one that decides. One query.

    They are the same where nobody has translated it, and where it was written for one language alone. `language`: default the one of
    this moment. `only`: which rows are meant, asked of the one that decides.
    """
    wanted = language or get_language() or settings.LANGUAGE_CODE
    original = rows.model._default_manager.filter(translation_key=OuterRef("translation_key"), locale__language_code=settings.LANGUAGE_CODE)
    translation = Q(locale__language_code__iexact=wanted, has_original=True) & ~Q(locale__language_code=settings.LANGUAGE_CODE)
    own = Q(locale__language_code=settings.LANGUAGE_CODE) | Q(locale__language_code__iexact=wanted, has_original=False)
    found = rows.annotate(has_original=Exists(original)).filter(translation | (own & only if only is not None else own), live=True)
    read = list(found.select_related("locale"))
    deciding = {row.translation_key: row for row in read if _decides(row)}
    words = {row.translation_key: row for row in read if not _decides(row)}
    return [(words.get(key, row), row) for key, row in deciding.items()]


def _decides(row: TranslatableMixin) -> bool:
    has_original: bool = getattr(row, "has_original", False)
    return row.locale.language_code == settings.LANGUAGE_CODE or not has_original

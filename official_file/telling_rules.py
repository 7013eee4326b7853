"""What words written for a young person must not say: who they may not know of, and what leaves no trace in their file."""

import re

from django.utils.translation import gettext_lazy as _

from official_file.models import EntryNow
from official_file.unconfirmed import check_all_known, unconfirmed_in_text
from people.errors import NotAllowed
from people.models import Child

ADOPTION = re.compile(r"\badopt", re.IGNORECASE)


def check_words_tell_nothing(child: Child, words: str) -> None:
    """Raise NotAllowed when the words name somebody nobody has confirmed, or speak of an adoption that is not open to them."""
    if not words:
        return
    check_all_known(unconfirmed_in_text(child.pk, words))
    if ADOPTION.search(words) and EntryNow.objects.current().filter(child=child, no_trace=True).exists():
        raise NotAllowed("no_trace", _("These words speak of adoption, which has rules of its own. Leave that out, or open it first."))

"""Makes the shipped contents the first version in each page's history, and findable in the editor's search.

A migration cannot: it knows neither versions nor the search index. `manage.py load_cms_contents` calls this after it.
"""

from typing import Any

from wagtail.models import Page
from wagtail.search import index

from cms.models import Banner, GlossaryTerm, HelpIndexPage, HelpPage, SupportContact, Wording

KEPT: tuple[Any, ...] = (HelpIndexPage, HelpPage, GlossaryTerm, SupportContact, Banner, Wording)


def keep_first_versions() -> int:
    """Give each live row without a history its first version; answer how many. Run again, it does nothing."""
    kept = 0
    for model in KEPT:
        for row in model.objects.filter(live=True, latest_revision__isnull=True):
            version = row.save_revision(changed=False, clean=False)
            model.objects.filter(pk=row.pk).update(live_revision=version)
            if isinstance(row, Page):
                index.insert_or_update_object(row)
            kept += 1
    return kept

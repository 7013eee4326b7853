"""What changed in the words of our pages, who did it and when: open to all staff."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext, gettext_noop
from django.views.decorators.http import require_safe

from cms.queries import changes_of_words
from people.access import staff_page

DONE = {
    "wagtail.create": gettext_noop("begun"),
    "wagtail.edit": gettext_noop("changed"),
    "wagtail.publish": gettext_noop("made public"),
    "wagtail.unpublish": gettext_noop("taken away"),
    "wagtail.delete": gettext_noop("deleted"),
    "wagtail.revert": gettext_noop("put back to an earlier version"),
    "wagtail.workflow.start": gettext_noop("shown to a colleague"),
    "wagtail.workflow.approve": gettext_noop("agreed by a colleague"),
    "wagtail.workflow.reject": gettext_noop("sent back by a colleague"),
    "wagtail.workflow.cancel": gettext_noop("no longer shown to a colleague"),
}


@staff_page()
@require_safe
def word_changes(request: HttpRequest) -> HttpResponse:
    """The newest changes first."""
    found = [(change, gettext(DONE[change.action])) for change in changes_of_words() if change.action in DONE]
    return render(request, "portal/staff/word_changes.html", {"changes": found})

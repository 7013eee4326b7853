"""Help and people to talk to; and what to do when a name or passphrase is forgotten. Open to everybody."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from cms.queries import help_pages, support_contacts
from law.working_time import london_day
from people.models import Child


@login_not_required
@require_safe
def people_to_talk_to(request: HttpRequest) -> HttpResponse:
    """Whom to call, by the reader's age and nation when we know them; then the pages of help."""
    child = _reader(request)
    age = child.age_on(london_day(timezone.now())) if child else None
    pages = [page for page in help_pages() if request.user.is_authenticated and child is None or not page.for_workers]
    contacts = support_contacts(age, child.nation if child else settings.NATION)
    return render(request, "portal/help.html", {"contacts": contacts, "pages": pages})


@login_not_required
@require_safe
def forgotten(request: HttpRequest) -> HttpResponse:
    """How to get back in. A worker makes a new code: we hold no e-mail address to send one to."""
    return render(request, "portal/forgotten.html")


def _reader(request: HttpRequest) -> Child | None:
    """The young person who is reading, when it is one."""
    if not request.user.is_authenticated:
        return None
    found: Child | None = Child.objects.filter(user=request.user.pk).first()
    return found

"""While somebody writes to a young person: what of their words to look at again. Nothing is kept by it."""

from django.http import HttpRequest, JsonResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from people.access import staff_page
from people.roles import Permission
from portal.queries.writing_plainly import advice_on

MOST = 20_000  # letters: as many as the largest box takes


@staff_page(Permission.OPEN_ENTRIES)
@require_POST
def look_over(request: HttpRequest) -> JsonResponse:
    """The same advice as where plain words are written, for the words as they stand in the form just now."""
    advice = advice_on(request.POST.get("words", "")[:MOST])
    return JsonResponse({"advice": render_to_string("portal/staff/parts/advice.html", {"advice": advice}, request)})

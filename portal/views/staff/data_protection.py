"""The impact assessment and the children's privacy notice, as this installation is set up now."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cms.queries import this_council
from people.access import staff_page
from people.roles import Permission
from portal.data_protection.documents import WAYS_OUT, About, children_notice, impact_assessment, ways_out
from portal.data_protection.flows import FLOWS

DOCUMENTS = {"impact-assessment": impact_assessment, "privacy-notice-for-children": children_notice}


@staff_page(Permission.HANDLE_BREACHES)
@require_safe
def data_protection(request: HttpRequest) -> HttpResponse:
    """Every flow of personal data in short, which ways out are open, and both documents to take away."""
    ways = ways_out()
    shown = [(said, ways[name]) for name, said in WAYS_OUT.items()]
    return render(request, "portal/staff/data_protection.html", {"flows": FLOWS, "ways": shown})


@staff_page(Permission.HANDLE_BREACHES)
@require_safe
def document(request: HttpRequest, name: str) -> HttpResponse:
    """One of the two, as a file. Raises Http404 for another name."""
    if name not in DOCUMENTS:
        raise Http404
    council = this_council()
    text = DOCUMENTS[name](About(council.council_name, council.service_name, settings.NATION), ways_out())
    answer = HttpResponse(text, content_type="text/markdown; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.md"'
    return answer

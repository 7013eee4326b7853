"""One letter about a request: on the screen, in its printed form of 12 or 18 point, and as a PDF. The same for whoever got it and staff."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from access_requests.models import AccessRequest, RequestLetter
from access_requests.queries.contact import contact_of
from access_requests.queries.letter_paper import SIZES, USUAL, letter_css, letter_html
from access_requests.views.following import status_page
from access_requests.views.on_paper import points_in, printing_of
from access_requests.views.request_page import found, on_requests
from access_requests.views.roads_to_a_request import SIGNED_IN, WITH_CODE, Road, own_request
from files.handing_out import hand_out
from files.pdf import PdfNotPossible, make_pdf
from people.access import young_person_page
from people.models import Child

PDF = "application/pdf"


def letter_page(http: HttpRequest, letter: RequestLetter, *, back: str, file: str, template: str, **more: object) -> HttpResponse:
    """The letter as a letter. `back`: the page of its request; `file`: where its PDF is."""
    shown = {"letter": letter, "printing": printing_of(http), "back": back, "file": file, "sizes": SIZES, **more}
    return render(http, template, shown)


def letter_file(http: HttpRequest, letter: RequestLetter, *, back: str, address: str = "") -> HttpResponseBase:
    """The PDF, tagged for a screen reader. Its name says nothing. `address`: for the window of an envelope."""
    points = points_in(http.GET.get("size", "")) or USUAL
    try:
        content = make_pdf(letter_html(letter, address=address), css=letter_css(points))
    except PdfNotPossible:
        messages.info(http, _("A PDF cannot be made here now. You can print the page instead."))
        return redirect(back)
    return hand_out(http, content, PDF, save_as="letter.pdf")


@require_safe
@young_person_page
def my_letter(http: HttpRequest, _child: Child, pk: UUID) -> HttpResponseBase:
    """A letter about one's own request."""
    letter = _own(http, pk)
    return _theirs(http, letter, SIGNED_IN)


@require_safe
@young_person_page
def my_letter_file(http: HttpRequest, _child: Child, pk: UUID) -> HttpResponseBase:
    """Its PDF."""
    letter = _own(http, pk)
    return letter_file(http, letter, back=SIGNED_IN.about("letter", letter.pk))


@require_safe
@status_page
def status_letter(http: HttpRequest, request: AccessRequest, pk: UUID) -> HttpResponseBase:
    """A letter, for somebody who came in with a code."""
    return _theirs(http, _of(request, pk), WITH_CODE)


@require_safe
@status_page
def status_letter_file(http: HttpRequest, request: AccessRequest, pk: UUID) -> HttpResponseBase:
    """Its PDF."""
    letter = _of(request, pk)
    return letter_file(http, letter, back=WITH_CODE.about("letter", letter.pk))


@require_safe
@on_requests
def staff_letter_file(http: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Its PDF for an envelope: with the address they gave."""
    letter = staff_letter_of(http, pk)
    return letter_file(http, letter, back=back_to(letter), address=contact_of(letter.request).address)


def back_to(letter: RequestLetter) -> str:
    """The page of its request, where letters and messages stand."""
    return f"{reverse('access_requests:request', args=[letter.request_id])}#telling"


def staff_letter_of(http: HttpRequest, pk: UUID) -> RequestLetter:
    """The letter, as far as this member of staff may see its request. Raises Http404."""
    letter = RequestLetter.objects.filter(pk=pk).first()
    if letter is None:
        raise Http404
    found(http, letter.request_id)
    return letter


def _own(http: HttpRequest, pk: UUID) -> RequestLetter:
    letter = RequestLetter.objects.filter(pk=pk).first()
    if letter is None:
        raise Http404
    return _of(own_request(http, letter.request_id, timezone.now()), pk)


def _of(request: AccessRequest, pk: UUID) -> RequestLetter:
    letter = RequestLetter.objects.filter(request=request, pk=pk).first()
    if letter is None:
        raise Http404
    return letter


def _theirs(http: HttpRequest, letter: RequestLetter, road: Road) -> HttpResponse:
    back, file = road.url("", letter.request), road.about("letter_file", letter.pk)
    return letter_page(http, letter, back=back, file=file, template="access_requests/letter.html")

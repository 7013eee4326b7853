"""Answers when something went wrong: each says what to do next, and gives back the words that were sent with it."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from access_requests.asking import CONTACT, STEPS, Kind

# The boxes for sentences of our forms. Names and passphrases are not among them: they are never shown again.
BOXES_OF_ASKING = tuple(
    question.key for step in STEPS for question in step.questions if question.kind is Kind.WORDS and question.key not in CONTACT
)
BOXES = (
    "words",
    "text",
    "reply",
    "note",
    "outcome",
    "reason",
    "sentence",
    "explanation",
    "limit_explanation",
    "refusal_explanation",
    *BOXES_OF_ASKING,
)


@login_not_required
def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was open too long, or came from somewhere else: nothing was used; what was typed here is given back."""
    return render(request, "errors/form_expired.html", {"typed": typed_here(request)}, status=403)


@login_not_required
def went_wrong(request: HttpRequest) -> HttpResponse:
    """We failed. The page asks for nothing that could fail again: no session, no database."""
    return HttpResponse(render_to_string("500.html", {"typed": typed_here(request)}), status=500)


def typed_here(request: HttpRequest) -> list[str]:
    """The sentences that were sent from a page of ours. From anywhere else none: nobody puts words on our pages."""
    if request.headers.get("Sec-Fetch-Site") != "same-origin":
        return []
    return [words for box in BOXES for words in request.POST.getlist(box) if words.strip()]

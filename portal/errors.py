"""Answers when something went wrong: each says what to do next."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


@login_not_required
def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was open too long, or came from somewhere else: go back, copy your words, open it again."""
    return render(request, "errors/form_expired.html", status=403)

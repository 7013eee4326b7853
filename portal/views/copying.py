"""A copy of what I can see."""

from django.http import FileResponse, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from people.access import current_user, young_person_page
from people.models import Child
from portal.actions.get_copy import get_copy


@require_http_methods(["GET", "HEAD", "POST"])
@young_person_page
def my_copy(request: HttpRequest, child: Child) -> HttpResponseBase:
    """What is in it and how to keep it safe; pressed, the copy itself. Its name says nothing."""
    if request.method != "POST":
        return render(request, "portal/my_copy.html", {})
    made = get_copy(child=child, by=current_user(request), now=timezone.now())
    return FileResponse(made.file, as_attachment=True, filename="my-copy.zip", content_type="application/zip")

"""Handing out bytes of a record: after the permission check, never kept by anybody, never run by a browser.

return hand_out(request, content, "image/jpeg")
return hand_out(request, content, "application/pdf", save_as="document.pdf")
return hand_out_copy(request, copy)
"""

import re

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from files.models import SafeCopy
from files.queries import safe_copy
from files.safe_copies import get
from files.storages import signed_address

RANGE = re.compile(r"bytes=(\d*)-(\d*)")


def hand_out(request: HttpRequest, content: bytes, media_type: str, *, save_as: str = "") -> HttpResponse:
    """The bytes, or the part of them that was asked for (one range; anything else is answered whole). `save_as`: to be kept as a file.

    Nothing in it runs: the browser may not guess another type, and a page among them would have no scripts and no origin.
    """
    asked = _range(request.headers.get("Range", ""), len(content))
    if asked == (0, 0):
        response = HttpResponse(status=416, content_type=media_type)
        response.headers["Content-Range"] = f"bytes */{len(content)}"
    elif asked:
        first, last = asked
        response = HttpResponse(content[first:last], status=206, content_type=media_type)
        response.headers["Content-Range"] = f"bytes {first}-{last - 1}/{len(content)}"
    else:
        response = HttpResponse(content, content_type=media_type)
    response.headers["Accept-Ranges"] = "bytes"
    response.headers["Content-Disposition"] = f'attachment; filename="{save_as}"' if save_as else "inline"
    response.headers["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers["Content-Encoding"] = "identity"  # parts of what was packed for the way could not be put together
    return response


def hand_out_copy(request: HttpRequest, copy: SafeCopy) -> HttpResponse:
    """One safe copy, after the permission check. Raises Http404 when it may not be shown (any more), or its bytes are gone.

    Where copies are kept on S3 and browsers reach it, the answer leads to an address signed for less than a minute; else the bytes.
    """
    if safe_copy(copy.making, copy.form) != copy:
        raise Http404
    address = signed_address(copy.stored_as, copy.content_type)
    if address:
        response: HttpResponse = HttpResponseRedirect(address)
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response
    content = get(copy.stored_as)
    if content is None:
        raise Http404
    return hand_out(request, content, copy.content_type)


def _range(asked: str, size: int) -> tuple[int, int] | None:
    """First byte and the one behind the last; (0, 0) for a part that is not there; None for everything."""
    found = RANGE.fullmatch(asked.replace(" ", ""))
    if not found or found.groups() == ("", ""):
        return None
    first, last = found.groups()
    if not first:
        return (max(0, size - int(last)), size) if int(last) and size else (0, 0)
    begin, end = int(first), min(int(last) + 1 if last else size, size)
    if last and int(last) < begin:
        return None
    return (begin, end) if begin < size else (0, 0)

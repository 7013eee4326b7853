"""Handing out bytes of a record: after the permission check, never kept by anybody, never run by a browser.

return hand_out(request, content, "image/jpeg")
return hand_out(request, content, "application/pdf", save_as="document.pdf")
"""

import re

from django.http import HttpRequest, HttpResponse

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

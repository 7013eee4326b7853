"""The words and the pages of a sealed original, as they were read out of it."""

from files.models import File, FilePage, FileReading


def pages_of(file: File) -> int:
    """How many pages it has, at least 1: a photo, a recording and what could not be read count as one."""
    reading = FileReading.objects.filter(file=file).only("pages").first()
    return max(1, (reading.pages or 1) if reading else 1)


def text_of_pages(file: File, first: int = 1, last: int | None = None) -> str:
    """The words of these pages, an empty line between two; "" when nobody could read any."""
    pages = FilePage.objects.filter(file=file, number__gte=first)
    if last is not None:
        pages = pages.filter(number__lte=last)
    return "\n\n".join(text.strip() for text in pages.order_by("number").values_list("text", flat=True) if text.strip())


def texts_of(file: File, first: int = 1, last: int | None = None) -> list[str]:
    """The words of each of these pages, in their order; a page without words is ""."""
    pages = FilePage.objects.filter(file=file, number__gte=first)
    if last is not None:
        pages = pages.filter(number__lte=last)
    found = dict(pages.values_list("number", "text"))
    return [found.get(number, "") for number in range(first, (last or max(found, default=first)) + 1)]

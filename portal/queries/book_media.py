"""Photos, drawings and recordings in a life story book: the picture with its author's own caption; of a recording, what it says.

What cannot be shown keeps its place and says why. A recording cannot be played on paper: the book says what it says, where
somebody wrote that down, and else that it is a recording, to be listened to here.
"""

from dataclasses import dataclass

from django.utils.translation import gettext, gettext_noop

from files.models import SafeCopy
from files.pdf import Picture as Drawn
from files.safe_copies import get
from official_file.media import media_of
from official_file.models import EntryNow
from portal.queries.media import Reader, media_in
from stories.media import ShownMedia

ON_A_SCREEN = gettext_noop("This is a recording. You can listen to it here, on a screen. Nobody has written down what it says.")


@dataclass(frozen=True, slots=True)
class BookMedia:
    """One of them as the book shows it. `src` for the PDF, `url` for the preview; `honest`: why there is no picture.

    `said`: what it shows or says, each with whose words these are; the author's own first.
    """

    label: str
    caption: str
    alt: str
    said: list[tuple[str, str, str]]
    src: str = ""
    url: str = ""
    honest: str = ""


def media_on_leaf(row: EntryNow, *, reader: Reader, files: dict[str, Drawn]) -> list[BookMedia]:
    """Everything sent with these own words, in its order. Pictures are put into `files` by the name the PDF calls them."""
    shown = media_in([row.entry], reader=reader).get(row.pk, [])
    if not shown:
        return []
    copies = {one.id: one.copy(SafeCopy.Form.PHOTO) for one in media_of(row.entry)}
    return [_on_leaf(one, copies.get(one.id), files) for one in shown]


def _on_leaf(one: ShownMedia, copy: SafeCopy | None, files: dict[str, Drawn]) -> BookMedia:
    said = [(told.label, told.text, told.who) for told in ([one.own] if one.own else []) + list(one.told)]
    content = get(copy.stored_as) if copy and one.picture else None
    if one.is_sound and one.sounds:
        label = f"{one.label}, {one.length}" if one.length else one.label
        return BookMedia(label, one.caption, "", said, honest="" if said else gettext(ON_A_SCREEN))
    if copy is None or content is None:
        return BookMedia(one.label, one.caption, "", said, honest=one.state)
    name = f"media/{one.id}.jpg"
    files[name] = Drawn(content, copy.content_type)
    return BookMedia("", one.caption, one.alt, said, src=name, url=one.picture)
